-- Who scanned the code on the wall of a shelter and waits for the desk. Counts nothing; gone after an hour.
CREATE TABLE shelter.wall_visit (
    id         uuid PRIMARY KEY,
    shelter_id uuid NOT NULL REFERENCES shelter.shelter,
    number     int NOT NULL CHECK (number BETWEEN 10 AND 999),
    people     jsonb NOT NULL,
    made_at    timestamptz NOT NULL,
    good_until timestamptz NOT NULL,
    CONSTRAINT one_visit_for_a_number UNIQUE (shelter_id, number)
);
