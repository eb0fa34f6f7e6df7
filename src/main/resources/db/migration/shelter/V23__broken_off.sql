-- A drill's opening that ended because a real disaster called its shelter: which one.
ALTER TABLE shelter.opening ADD COLUMN broken_off_by uuid REFERENCES shelter.disaster;
ALTER TABLE shelter.opening ADD CONSTRAINT a_broken_off_one_is_closed
    CHECK (broken_off_by IS NULL OR state = 'CLOSED');
CREATE INDEX opening_broken_off_by ON shelter.opening (broken_off_by) WHERE broken_off_by IS NOT NULL;

-- Which openings belong to one world: those of drills, or those of the real thing. Each is beside itself, too.
CREATE VIEW shelter.same_world AS
SELECT one.id AS opening_id, other.id AS other_id
FROM shelter.opening one
JOIN shelter.disaster of_one ON of_one.id = one.disaster_id
JOIN shelter.disaster of_other ON of_other.drill = of_one.drill
JOIN shelter.opening other ON other.disaster_id = of_other.id;
