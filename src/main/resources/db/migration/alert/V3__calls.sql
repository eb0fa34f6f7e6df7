-- What residents tell back. One row for each matter of one friend; what is said about it are its entries.
CREATE TABLE call (
    id         uuid CONSTRAINT call_pk PRIMARY KEY,
    kind       text NOT NULL CONSTRAINT call_kind CHECK (kind IN ('HELP', 'DAMAGE', 'QUESTION')),
    what       text NOT NULL,
    alert      uuid CONSTRAINT call_alert REFERENCES alert (id),
    friend     uuid,
    district   text NOT NULL,
    latitude   double precision,
    longitude  double precision,
    section    text NOT NULL,
    state      text NOT NULL CONSTRAINT call_state CHECK (state IN ('NEW', 'TAKEN', 'CLOSED')),
    taken_by   text,
    opened_at  timestamptz NOT NULL,
    moved_at   timestamptz NOT NULL,
    CONSTRAINT call_taken CHECK (state <> 'TAKEN' OR taken_by IS NOT NULL)
);
CREATE INDEX call_friend ON call (friend, opened_at) WHERE friend IS NOT NULL;
CREATE INDEX call_list ON call (state, moved_at DESC);
COMMENT ON COLUMN call.friend IS 'whose matter it is; never changes, and is gone once the friend has left';

CREATE TABLE call_entry (
    id         uuid CONSTRAINT call_entry_pk PRIMARY KEY,
    call       uuid NOT NULL CONSTRAINT call_entry_call REFERENCES call (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL,
    who        text NOT NULL,
    words      text NOT NULL,
    file       uuid,
    latitude   double precision,
    longitude  double precision,
    source     uuid NOT NULL CONSTRAINT call_entry_once UNIQUE
);
CREATE INDEX call_entry_of ON call_entry (call, at, id);
COMMENT ON COLUMN call_entry.source IS 'the event of the talk or the request of the office: each is written once';

-- 受け取った, 無事です, 助けが必要: the last tap of each friend under each message.
CREATE TABLE answer (
    alert     uuid NOT NULL CONSTRAINT answer_alert REFERENCES alert (id),
    friend    uuid NOT NULL,
    what      text NOT NULL CONSTRAINT answer_what CHECK (what IN ('RECEIVED', 'SAFE', 'HELP')),
    district  text NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT answer_pk PRIMARY KEY (alert, friend)
);
CREATE INDEX answer_friend ON answer (friend);
ALTER TABLE headquarters ADD COLUMN seen_at timestamptz;
