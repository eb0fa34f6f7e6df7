-- Messages of three worlds. The keys carry the world, so that no row of an exercise can follow, or be followed by, one
-- of the real world.
CREATE TABLE alert (
    id          uuid CONSTRAINT alert_pk PRIMARY KEY,
    world       text NOT NULL CONSTRAINT alert_world CHECK (world IN ('REAL', 'PUBLIC_DRILL', 'INTERNAL_DRILL')),
    number      text NOT NULL CONSTRAINT alert_number UNIQUE,
    act         text NOT NULL CONSTRAINT alert_act CHECK (act IN ('ISSUE', 'CORRECT', 'LIFT', 'RETRACT')),
    about       uuid,
    kind        text NOT NULL,
    level       int NOT NULL CONSTRAINT alert_level CHECK (level BETWEEN 0 AND 5),
    districts   text[] NOT NULL,
    content     jsonb NOT NULL,
    state       text NOT NULL CONSTRAINT alert_state
                CHECK (state IN ('DRAFT', 'WAITING', 'OPEN', 'CLOSED', 'DROPPED')),
    since       timestamptz NOT NULL,
    revision    int NOT NULL,
    writer      text NOT NULL,
    created_at  timestamptz NOT NULL,
    written_at  timestamptz NOT NULL,
    approvals   jsonb NOT NULL,
    hazard      text,
    sole        boolean NOT NULL DEFAULT false,
    words       jsonb,
    search      text NOT NULL,
    sent_at     timestamptz,
    CONSTRAINT alert_same_world UNIQUE (id, world),
    CONSTRAINT alert_about FOREIGN KEY (about, world) REFERENCES alert (id, world),
    CONSTRAINT alert_follows CHECK ((act = 'ISSUE') = (about IS NULL)),
    CONSTRAINT alert_sent CHECK ((state IN ('OPEN', 'CLOSED')) = (sent_at IS NOT NULL)),
    CONSTRAINT alert_words CHECK (sent_at IS NULL OR words IS NOT NULL),
    CONSTRAINT alert_alone CHECK (NOT sole OR (world = 'REAL' AND kind = 'EVACUATION' AND level >= 4)),
    CONSTRAINT alert_weather_orders_nothing CHECK (kind = 'EVACUATION' OR content ->> 'order' IS NULL)
);
CREATE INDEX alert_list ON alert (world, created_at DESC);
CREATE INDEX alert_sent_order ON alert (world, sent_at) WHERE sent_at IS NOT NULL;
CREATE UNIQUE INDEX alert_one_draft_for_a_hazard ON alert (hazard)
    WHERE state IN ('DRAFT', 'WAITING') AND hazard IS NOT NULL AND act = 'ISSUE';
COMMENT ON COLUMN alert.words IS 'the approved words in three languages; written once, when it is sent';
COMMENT ON COLUMN alert.hazard IS 'of which warning a telegram made it: one open draft for each';

-- What happened to a message, for people to read. The audit has its own rows.
CREATE TABLE event (
    id        uuid CONSTRAINT event_pk PRIMARY KEY,
    alert     uuid NOT NULL CONSTRAINT event_alert REFERENCES alert (id),
    at        timestamptz NOT NULL,
    who       text NOT NULL,
    what      text NOT NULL,
    words     text NOT NULL DEFAULT '',
    request   uuid CONSTRAINT event_request UNIQUE
);
CREATE INDEX event_of ON event (alert, at);

-- The board: one row for each way by which a sent message goes out.
CREATE TABLE channel (
    alert     uuid NOT NULL CONSTRAINT channel_alert REFERENCES alert (id),
    world     text NOT NULL,
    channel   text NOT NULL,
    state     text NOT NULL CONSTRAINT channel_state CHECK (state IN ('PENDING', 'DONE', 'NOT_DONE', 'NOT_NEEDED')),
    at        timestamptz,
    who       text,
    reason    text NOT NULL DEFAULT '',
    hash      text NOT NULL,
    CONSTRAINT channel_pk PRIMARY KEY (alert, channel),
    CONSTRAINT channel_same_world FOREIGN KEY (alert, world) REFERENCES alert (id, world),
    CONSTRAINT channel_drill_stays_inside
        CHECK (world <> 'INTERNAL_DRILL' OR channel NOT IN ('LINE', 'MAIL', 'WEB', 'FEED')),
    CONSTRAINT channel_settled CHECK ((state = 'PENDING') = (at IS NULL)),
    CONSTRAINT channel_reason CHECK (state NOT IN ('NOT_DONE', 'NOT_NEEDED') OR reason <> '')
);
COMMENT ON COLUMN channel.hash IS 'of the words that it says: the same on every row of a message';

CREATE TABLE numbering (
    series  text CONSTRAINT numbering_pk PRIMARY KEY,
    last    int NOT NULL
);

-- Whom to call when a message cannot reach them otherwise: 避難行動要支援者名簿, 区長, 消防団, registered telephones.
CREATE TABLE contact (
    id         uuid CONSTRAINT contact_pk PRIMARY KEY,
    kind       text NOT NULL CONSTRAINT contact_kind CHECK (kind IN ('SUPPORT', 'PHONE', 'WARD', 'FIRE')),
    name       text NOT NULL,
    telephone  text NOT NULL,
    district   text NOT NULL,
    note       text NOT NULL DEFAULT '',
    search     text NOT NULL
);
CREATE INDEX contact_district ON contact (district);

-- Which of them were called about which message.
CREATE TABLE called (
    alert    uuid NOT NULL CONSTRAINT called_alert REFERENCES alert (id),
    contact  uuid NOT NULL CONSTRAINT called_contact REFERENCES contact (id) ON DELETE CASCADE,
    outcome  text NOT NULL CONSTRAINT called_outcome CHECK (outcome IN ('REACHED', 'NO_ANSWER')),
    at       timestamptz NOT NULL,
    who      text NOT NULL,
    CONSTRAINT called_pk PRIMARY KEY (alert, contact)
);

-- While the 本部 is open, somebody watches what residents answer.
CREATE TABLE headquarters (
    id         uuid CONSTRAINT headquarters_pk PRIMARY KEY,
    opened_at  timestamptz NOT NULL,
    opened_by  text NOT NULL,
    closed_at  timestamptz,
    closed_by  text
);
CREATE UNIQUE INDEX headquarters_one ON headquarters ((true)) WHERE closed_at IS NULL;
