-- 安否照会: who asked for whom, why, and what they were told. Nobody can read from it why nothing was told.
CREATE TABLE shelter.inquiry (
    id          uuid PRIMARY KEY,
    disaster_id uuid NOT NULL REFERENCES shelter.disaster,
    asked_at    timestamptz NOT NULL,
    by_id       text NOT NULL,
    relation    text NOT NULL CHECK (relation IN ('HOUSEHOLD', 'KIN', 'WORK', 'ACQUAINTANCE')),
    proof       text NOT NULL CHECK (proof IN ('SEEN', 'CALLED_BACK', 'NONE')),
    -- Which kinds of thing were told; empty: nothing.
    told        text[] NOT NULL,
    -- Who asks, whom they look for, why, and the words of the answer. Taken away with the list of the disaster.
    personal    jsonb
);
CREATE INDEX inquiry_of_disaster ON shelter.inquiry (disaster_id, asked_at);

-- What becomes of the names when a disaster is over. No row, no day: nothing is taken away.
CREATE TABLE shelter.aftermath (
    disaster_id  uuid PRIMARY KEY REFERENCES shelter.disaster,
    forget_on    date,
    hold         text NOT NULL DEFAULT '',
    exported_at  timestamptz,
    forgotten_at timestamptz
);

-- The record of a deletion: what is gone, never who.
CREATE TABLE shelter.deletion (
    id          uuid PRIMARY KEY,
    disaster_id uuid NOT NULL REFERENCES shelter.disaster CONSTRAINT one_deletion_for_a_disaster UNIQUE,
    at          timestamptz NOT NULL,
    day         date NOT NULL,
    people      int NOT NULL,
    events      int NOT NULL,
    inquiries   int NOT NULL
);
