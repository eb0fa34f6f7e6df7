-- Who did what to which record. Opaque ids, field names and outcomes; never a value.
CREATE TABLE entry (
    number     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT entry_pk PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL,
    address    text NOT NULL,
    action     text NOT NULL,
    subject    text NOT NULL,
    what       text NOT NULL,
    outcome    text NOT NULL
);
CREATE INDEX entry_by_time ON entry (at, number);
CREATE INDEX entry_by_actor ON entry (actor_id, number);
CREATE INDEX entry_by_subject ON entry (subject text_pattern_ops, number);

-- Committed and not yet sealed. A row goes in with its entry, and out with its link of the chain.
CREATE TABLE waiting (
    number bigint NOT NULL CONSTRAINT waiting_pk PRIMARY KEY
);

-- One link for each sealed entry, in the order of sealing. Each hash covers the one before it.
CREATE TABLE chain (
    position  bigint NOT NULL CONSTRAINT chain_pk PRIMARY KEY CHECK (position > 0),
    number    bigint NOT NULL CONSTRAINT chain_once UNIQUE,
    highest   bigint NOT NULL,
    sealed_at timestamptz NOT NULL,
    hash      bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX chain_by_time ON chain (sealed_at, position);
COMMENT ON COLUMN chain.highest IS 'the highest entry number sealed so far';
