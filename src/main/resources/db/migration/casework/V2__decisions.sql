-- A decision may grant in part, and the law may set a last day for it, which can be put off once.
ALTER TABLE casework.case_file
    DROP CONSTRAINT case_file_meaning_check,
    ADD CONSTRAINT case_file_meaning_check
        CHECK (meaning IN ('OPEN', 'CORRECTING', 'DONE', 'PARTLY', 'REFUSED', 'WITHDRAWN')),
    DROP CONSTRAINT an_end_has_a_time,
    ADD CONSTRAINT an_end_has_a_time
        CHECK ((meaning IN ('DONE', 'PARTLY', 'REFUSED', 'WITHDRAWN')) = (closed_at IS NOT NULL)),
    ADD COLUMN decide_last date,
    ADD COLUMN extended boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT only_a_limit_is_extended CHECK (decide_last IS NOT NULL OR NOT extended);
