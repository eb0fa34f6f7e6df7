-- 発令: who moves where from which day, looked at first, then planned, and done on its day. And accounts that end.

ALTER TABLE identity.staff ADD COLUMN ends_on date;   -- the last day on which the account can be used; none: no end

ALTER TABLE identity.staff_role
    DROP CONSTRAINT staff_role_role_check,
    ADD CONSTRAINT staff_role_role_check
        CHECK (role IN ('RECEPTION', 'HANDLER', 'DECIDER', 'ADMINISTRATOR', 'AUDITOR', 'HELPER'));

CREATE TABLE identity.transfer_order (
    id        uuid PRIMARY KEY,                        -- the client-made id
    effective date NOT NULL,
    file      text NOT NULL,
    loaded_by uuid NOT NULL,
    loaded_at timestamptz NOT NULL,
    state     text NOT NULL CHECK (state IN ('looked', 'planned', 'done', 'cancelled')),
    done_at   timestamptz,
    CONSTRAINT what_is_done_has_a_time CHECK ((state = 'done') = (done_at IS NOT NULL))
);
CREATE INDEX transfer_order_due ON identity.transfer_order (effective) WHERE state = 'planned';

CREATE TABLE identity.transfer_line (
    order_id uuid NOT NULL REFERENCES identity.transfer_order ON DELETE CASCADE,
    line     int NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('MOVES', 'LEAVES', 'JOINS', 'RENAMES')),
    staff_id uuid,                                     -- who; of a section's new name: none
    name     text NOT NULL,
    mail     text NOT NULL,
    sections text[] NOT NULL,
    roles    text[] NOT NULL,
    seats    text[] NOT NULL,
    PRIMARY KEY (order_id, line),
    CONSTRAINT a_person_stands_in_an_order_once UNIQUE (order_id, staff_id),
    CONSTRAINT only_a_section_is_renamed CHECK ((kind = 'RENAMES') = (staff_id IS NULL))
);
