-- By what a draft, a submission or a correction is found for the people named in it; null: not worked out yet.
ALTER TABLE submission.draft ADD COLUMN person_marks text[];
ALTER TABLE submission.submission ADD COLUMN person_marks text[];
ALTER TABLE submission.package ADD COLUMN person_marks text[];
UPDATE submission.package SET person_marks = '{}' WHERE answers IS NULL;

CREATE INDEX draft_by_person ON submission.draft USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX submission_by_person ON submission.submission USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX package_by_person ON submission.package USING gin (person_marks) WITH (fastupdate = off);
CREATE INDEX draft_unmarked ON submission.draft (id) WHERE person_marks IS NULL;
CREATE INDEX submission_unmarked ON submission.submission (id) WHERE person_marks IS NULL;
CREATE INDEX package_unmarked ON submission.package (submission) WHERE person_marks IS NULL;
