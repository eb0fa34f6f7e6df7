-- Households that chose to leave with the town what their code says, so that a desk finds them without it.
CREATE TABLE shelter.registration (
    household_id  uuid PRIMARY KEY,
    -- The request that left it: the same twice leaves one.
    request       uuid NOT NULL CONSTRAINT one_registration_for_a_request UNIQUE,
    -- Hash of the number by which the household takes it back.
    number_hash   bytea NOT NULL CONSTRAINT one_registration_for_a_number UNIQUE,
    content       jsonb NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE INDEX registration_by_age ON shelter.registration (registered_at);

-- Another number whenever anything has changed: the desks ask for it.
CREATE TABLE shelter.registration_version (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL
);
INSERT INTO shelter.registration_version (version) VALUES (1);
