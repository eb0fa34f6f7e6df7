-- The devices at the entrances: who was let in to work with them, and their keys.

-- What the town signs with in this room: household codes, the papers of a desk. The newest signs, all are believed.
CREATE TABLE shelter.signing_key (
    id          uuid PRIMARY KEY,
    private_key bytea NOT NULL,
    public_key  bytea NOT NULL,
    made_at     timestamptz NOT NULL
);

-- With which the desks of one shelter close what they hand to each other without a line.
CREATE TABLE shelter.exchange_key (
    shelter_id uuid PRIMARY KEY REFERENCES shelter.shelter,
    secret     bytea NOT NULL
);

-- A way to become a desk: made by staff for the device in front of them (once, minutes), or printed as a card for a
-- helper (a day). Only a hash of its code is kept.
CREATE TABLE shelter.desk_pass (
    id         uuid PRIMARY KEY,
    number     bigint GENERATED ALWAYS AS IDENTITY,
    shelter_id uuid NOT NULL REFERENCES shelter.shelter,
    kind       text NOT NULL CHECK (kind IN ('STAFF', 'CARD')),
    code_hash  bytea NOT NULL CONSTRAINT one_pass_for_a_code UNIQUE,
    made_by    uuid NOT NULL,
    made_at    timestamptz NOT NULL,
    good_until timestamptz NOT NULL CHECK (good_until > made_at),
    used_at    timestamptz,
    revoked_at timestamptz
);
CREATE INDEX pass_of_shelter ON shelter.desk_pass (shelter_id, made_at);

CREATE TABLE shelter.desk (
    id           uuid PRIMARY KEY,
    shelter_id   uuid NOT NULL REFERENCES shelter.shelter,
    pass_id      uuid NOT NULL REFERENCES shelter.desk_pass,
    number       int NOT NULL,
    public_key   bytea NOT NULL,
    token_hash   bytea NOT NULL CONSTRAINT one_desk_for_a_token UNIQUE,
    lease_secret bytea NOT NULL,
    -- The next renewal code that the device has not used.
    renewal      int NOT NULL DEFAULT 1 CHECK (renewal > 0),
    lease_until  timestamptz NOT NULL,
    enrolled_at  timestamptz NOT NULL,
    seen_at      timestamptz,
    -- How far its clock was ahead of ours when it was last heard of.
    offset_millis bigint,
    revoked_at   timestamptz,
    CONSTRAINT one_desk_for_a_number UNIQUE (shelter_id, number)
);
