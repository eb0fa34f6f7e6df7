-- What happened at the doors: appended, never changed. Only what names a person may be taken away (see grants.sql).
CREATE TABLE shelter.event (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid NOT NULL CONSTRAINT one_event_for_an_id UNIQUE,
    desk        uuid NOT NULL,
    opening_id  uuid NOT NULL REFERENCES shelter.opening,
    -- The opening that the desk meant, where it was closed by then and the shelter had opened anew.
    sent_for    uuid,
    kind        text NOT NULL,
    device_at   timestamptz NOT NULL,
    at          timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    by_kind     text NOT NULL,
    by_id       text NOT NULL,
    voids       uuid,
    body        jsonb NOT NULL,
    personal    jsonb
);
CREATE INDEX event_of_opening ON shelter.event (opening_id, seq);
CREATE INDEX event_that_voids ON shelter.event (voids) WHERE voids IS NOT NULL;

-- Whom or which group of open places an event is about.
CREATE TABLE shelter.event_subject (
    subject  uuid NOT NULL,
    event_id uuid NOT NULL REFERENCES shelter.event (id),
    PRIMARY KEY (subject, event_id)
);
CREATE INDEX subject_of_event ON shelter.event_subject (event_id);

-- What follows from the events, and can be computed again from them at any time.
CREATE TABLE shelter.presence (
    person_id    uuid PRIMARY KEY,
    household_id uuid,
    opening_id   uuid NOT NULL,
    state        text NOT NULL CHECK (state IN ('IN', 'EXPECTED', 'OUT', 'UNACCOUNTED', 'LEFT')),
    destination  text,
    stay         text NOT NULL CHECK (stay IN ('INSIDE', 'CAR', 'TENT', 'HOME', 'ELSEWHERE')),
    arrived_at   timestamptz NOT NULL,
    since        timestamptz NOT NULL,
    event_id     uuid NOT NULL,
    secret       boolean NOT NULL,
    facts        jsonb NOT NULL,
    personal     jsonb,
    kana_key     text COLLATE "C",
    birth        date
);
CREATE INDEX presence_in_opening ON shelter.presence (opening_id, state);
CREATE INDEX presence_by_kana ON shelter.presence (kana_key text_pattern_ops) WHERE kana_key IS NOT NULL;
CREATE INDEX presence_of_household ON shelter.presence (household_id) WHERE household_id IS NOT NULL;

-- Persons whom staff declared to be one: all but the first lead to the first.
CREATE TABLE shelter.alias (
    person_id uuid PRIMARY KEY,
    stands_for uuid NOT NULL,
    CHECK (person_id <> stands_for)
);
CREATE INDEX alias_of ON shelter.alias (stands_for);

-- People counted without names.
CREATE TABLE shelter.place (
    event_id   uuid PRIMARY KEY,
    opening_id uuid NOT NULL,
    stay       text NOT NULL,
    counted    int NOT NULL CHECK (counted >= 0),
    open       int NOT NULL CHECK (open >= 0),
    at         timestamptz NOT NULL
);
CREATE INDEX place_in_opening ON shelter.place (opening_id);

-- What staff have to look at. The machine settles none of it.
CREATE TABLE shelter.conflict (
    id         uuid NOT NULL,
    subject    uuid NOT NULL,
    kind       text NOT NULL,
    opening_id uuid NOT NULL,
    events     uuid[] NOT NULL,
    at         timestamptz NOT NULL,
    settled    boolean NOT NULL,
    PRIMARY KEY (id, subject)
);
CREATE INDEX conflict_of_subject ON shelter.conflict (subject);
CREATE INDEX conflict_unsettled ON shelter.conflict (opening_id) WHERE NOT settled;
