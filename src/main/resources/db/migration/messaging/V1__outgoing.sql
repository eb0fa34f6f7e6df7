-- What leaves the house: one row for each recipient, kept after its text is erased.
CREATE TABLE outgoing (
    id            uuid CONSTRAINT outgoing_pk PRIMARY KEY,
    channel       text NOT NULL CONSTRAINT outgoing_channel CHECK (channel IN ('mail')),
    recipient     text,
    subject       text,
    body          text,
    about         text NOT NULL,
    once_key      uuid CONSTRAINT outgoing_once UNIQUE,
    created_at    timestamptz NOT NULL,
    state         text NOT NULL CONSTRAINT outgoing_state CHECK (state IN ('waiting', 'sent', 'failed')),
    tries         int NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL,
    result        text,
    settled_at    timestamptz,
    CONSTRAINT outgoing_whole CHECK (state <> 'waiting' OR (recipient IS NOT NULL AND body IS NOT NULL)),
    CONSTRAINT outgoing_settled CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX outgoing_due ON outgoing (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX outgoing_about ON outgoing (about);
CREATE INDEX outgoing_recipient ON outgoing (lower(recipient)) WHERE recipient IS NOT NULL;
CREATE INDEX outgoing_to_erase ON outgoing (settled_at) WHERE recipient IS NOT NULL AND settled_at IS NOT NULL;
COMMENT ON COLUMN outgoing.next_try_at IS 'stored before a try begins: whoever dies in it leaves the row to be tried again then';
COMMENT ON COLUMN outgoing.result IS 'the last answer of the other side, without addresses';
