-- Whoever proposed a 廃棄 may take the proposal back while it waits; nobody else can, and nobody agrees to their own.
ALTER TABLE casework.disposal
    DROP CONSTRAINT disposal_state_check,
    DROP CONSTRAINT two_people,
    ADD CONSTRAINT disposal_state_check
        CHECK (state IN ('PROPOSED', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'DONE')),
    ADD CONSTRAINT two_people CHECK ((state = 'WITHDRAWN') = (decided_by = proposed_by));
