-- By what a case is found for the people named in it; null: not worked out yet.
ALTER TABLE casework.case_file ADD COLUMN person_marks text[];
CREATE INDEX case_by_person ON casework.case_file USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX case_unmarked ON casework.case_file (id) WHERE person_marks IS NULL;
CREATE INDEX case_of_procedure ON casework.case_file (procedure);
