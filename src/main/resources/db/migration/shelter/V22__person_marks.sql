-- By what a row is found for the people named in it; null: not worked out yet. It goes with the names.
ALTER TABLE shelter.presence ADD COLUMN person_marks text[];
ALTER TABLE shelter.inquiry ADD COLUMN person_marks text[];
ALTER TABLE shelter.registration ADD COLUMN person_marks text[];
ALTER TABLE shelter.supported ADD COLUMN person_marks text[];
ALTER TABLE shelter.presence ADD CONSTRAINT nobody_is_found_without_a_name
    CHECK (personal IS NOT NULL OR coalesce(cardinality(person_marks), 0) = 0);
ALTER TABLE shelter.inquiry ADD CONSTRAINT no_inquiry_is_found_without_a_name
    CHECK (personal IS NOT NULL OR coalesce(cardinality(person_marks), 0) = 0);

CREATE INDEX presence_by_person ON shelter.presence USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX inquiry_by_person ON shelter.inquiry USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX registration_by_person ON shelter.registration USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX supported_by_person ON shelter.supported USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX presence_unmarked ON shelter.presence (person_id) WHERE person_marks IS NULL;
CREATE INDEX inquiry_unmarked ON shelter.inquiry (id) WHERE person_marks IS NULL;
CREATE INDEX registration_unmarked ON shelter.registration (household_id) WHERE person_marks IS NULL;
CREATE INDEX supported_unmarked ON shelter.supported (id) WHERE person_marks IS NULL;
