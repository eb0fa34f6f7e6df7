-- Who sits on which seat (職), from which day; and who is away, so that somebody decides in their place (代決).

CREATE TABLE identity.holding (
    id        uuid PRIMARY KEY,
    staff_id  uuid NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    position  text NOT NULL,
    section   text,                                -- none where the town has one such seat
    from_day  date NOT NULL,
    until_day date,                                -- the last day; none while it goes on
    CONSTRAINT a_holding_begins_before_it_ends CHECK (until_day IS NULL OR until_day >= from_day)
);
CREATE UNIQUE INDEX one_holding_from_a_day
    ON identity.holding (staff_id, position, coalesce(section, ''), from_day);
CREATE INDEX holding_by_seat ON identity.holding (position, section);

CREATE TABLE identity.absence (
    id        uuid PRIMARY KEY,                    -- the client-made id
    staff_id  uuid NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    from_day  date NOT NULL,
    until_day date NOT NULL,
    CONSTRAINT an_absence_begins_before_it_ends CHECK (until_day >= from_day)
);
CREATE INDEX absence_by_staff ON identity.absence (staff_id, until_day);
