-- The exchange with the town's other zone (三層分離, decision 0034). Empty where the town is one program.

-- The key with which this zone signs: one row, so that all its nodes have the same.
CREATE TABLE exchange_key (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    secret     bytea NOT NULL,
    public_key bytea NOT NULL
);

-- Letters to the other zone, in the order in which they were said. A number is given when the file is written for the
-- first time, so that there are no gaps.
CREATE TABLE exchange_sent (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number          bigint UNIQUE CHECK (number >= 1),
    -- SHA-256 of the letter before, and of this one.
    previous        bytea,
    digest          bytea,
    kind            text NOT NULL,
    about           text NOT NULL,
    at              timestamptz NOT NULL,
    -- Null: it has arrived, and was kept long enough for a restore from a backup.
    content         text,
    -- Whoever it is about was erased: emptied as soon as it has arrived.
    forget          boolean NOT NULL DEFAULT false,
    written_at      timestamptz,
    acknowledged_at timestamptz,
    CHECK ((number IS NULL) = (digest IS NULL))
);
CREATE INDEX exchange_sent_unnumbered ON exchange_sent (id) WHERE number IS NULL;
CREATE INDEX exchange_sent_unacknowledged ON exchange_sent (number) WHERE acknowledged_at IS NULL;
CREATE INDEX exchange_sent_kept ON exchange_sent (acknowledged_at) WHERE content IS NOT NULL;
CREATE INDEX exchange_sent_about ON exchange_sent (about);

-- Files of a letter: which file it is for those who speak of it, and the copy that is held until it has arrived.
CREATE TABLE exchange_part (
    letter bigint NOT NULL REFERENCES exchange_sent ON DELETE CASCADE,
    place  int    NOT NULL,
    file   uuid   NOT NULL,
    held   uuid   NOT NULL REFERENCES file ON DELETE CASCADE,
    PRIMARY KEY (letter, place)
);
CREATE INDEX exchange_part_held ON exchange_part (held);

-- Letters of the other zone that were taken in. The number is unique: what comes twice is taken once.
CREATE TABLE exchange_received (
    number bigint PRIMARY KEY CHECK (number >= 1),
    digest bytea NOT NULL,
    kind   text NOT NULL,
    at     timestamptz NOT NULL
);

-- Files that were not taken in, but set aside, by the SHA-256 of the whole file.
CREATE TABLE exchange_refused (
    digest bytea PRIMARY KEY,
    name   text NOT NULL,
    reason text NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX exchange_refused_by_time ON exchange_refused (at);

-- How it stands; one row.
CREATE TABLE exchange_standing (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    repeats     bigint NOT NULL DEFAULT 0,
    -- When the other zone wrote its last word (its clock), and when it was read here.
    told_at     timestamptz,
    heard_at    timestamptz,
    -- Up to which number the other zone has our letters, and the number of the last one of its own.
    reached     bigint NOT NULL DEFAULT 0,
    theirs      bigint NOT NULL DEFAULT 0,
    -- Where numbering goes on after a restore from a backup: behind the last one that the other zone knows.
    base        bigint NOT NULL DEFAULT 0,
    base_digest bytea,
    went_on_at  timestamptz,
    -- Letters that lie here and wait for one before them.
    waiting     int NOT NULL DEFAULT 0,
    -- Why the next letter cannot be taken in; it is tried again.
    failure     text,
    -- The other zone asks for a letter that was emptied.
    lost        bigint
);

-- The board: what anybody may know, hung up inside and seen outside; the newest of a name counts. Inside it is what was
-- told last, so that the same is not told again.
CREATE TABLE exchange_board (
    kind    text NOT NULL,
    name    text NOT NULL,
    content text NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (kind, name)
);
