-- 保存期間 and 廃棄: what is held, what was proposed, who agreed, and the record that stays. No table here knows a name,
-- but for the word of a hold on a person, which goes when the hold is lifted.

-- Which closed cases are past their 保存期間 is read from here, by the definition under which they were filed.
CREATE INDEX closed_by_definition ON casework.case_file (definition, closed_at, id) INCLUDE (procedure, section)
    WHERE closed_at IS NOT NULL;

-- 廃棄の保留: while a dispute goes on, nothing of it is destroyed.
CREATE TABLE casework.hold (
    id        uuid PRIMARY KEY,                    -- the client-made id
    kind      text NOT NULL CHECK (kind IN ('CASE', 'PROCEDURE', 'PERSON')),
    case_id   uuid REFERENCES casework.case_file ON DELETE CASCADE,
    procedure text,
    word      text COLLATE "C",                    -- a key of casework.search_word
    section   text NOT NULL,                       -- of whoever put it
    ground    text NOT NULL,
    words     text NOT NULL,
    put_by    uuid NOT NULL,
    put_at    timestamptz NOT NULL,
    lifted_by uuid,
    lifted_at timestamptz,
    CONSTRAINT a_hold_holds_one_thing CHECK (
        (kind = 'CASE') = (case_id IS NOT NULL)
        AND (kind = 'PROCEDURE') = (procedure IS NOT NULL)
        AND (kind = 'PERSON' AND lifted_at IS NULL) = (word IS NOT NULL)),
    CONSTRAINT lifted_by_somebody CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE INDEX hold_of_case ON casework.hold (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX hold_living ON casework.hold (kind) WHERE lifted_at IS NULL;

-- 廃棄の伺い, and afterwards 廃棄記録: one procedure, one section, one fiscal year of closing.
CREATE TABLE casework.disposal (
    id          uuid PRIMARY KEY,                  -- the client-made id
    number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    procedure   text NOT NULL,
    title       text NOT NULL,
    section     text NOT NULL,
    fiscal_year int NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    catalogue   text NOT NULL CHECK (catalogue ~ '^[0-9a-f]{64}$'),
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'RETURNED', 'DONE')),
    decided_by  uuid,
    decided_at  timestamptz,
    words       text NOT NULL DEFAULT '',
    finished_at timestamptz,
    CONSTRAINT two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT decided_by_somebody CHECK ((state = 'PROPOSED') = (decided_by IS NULL)
                                      AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT a_return_says_why CHECK (state <> 'RETURNED' OR words <> ''),
    CONSTRAINT done_at_some_time CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX disposal_open ON casework.disposal (state, proposed_at) WHERE state IN ('PROPOSED', 'APPROVED');

-- 廃棄目録: the numbers of its cases, and what became of each. The case itself is gone.
CREATE TABLE casework.disposal_case (
    disposal   uuid NOT NULL REFERENCES casework.disposal,
    case_id    uuid NOT NULL,
    receipt    text NOT NULL,
    closed_on  date NOT NULL,
    kept_until date NOT NULL,
    outcome    text NOT NULL CHECK (outcome IN ('WAITING', 'DESTROYED', 'HELD', 'KEPT', 'GONE', 'RETURNED')),
    at         timestamptz,
    PRIMARY KEY (disposal, case_id),
    CONSTRAINT settled_at_some_time CHECK ((outcome = 'WAITING') = (at IS NULL))
);
CREATE UNIQUE INDEX in_one_living_disposal ON casework.disposal_case (case_id) WHERE outcome = 'WAITING';
CREATE INDEX disposal_case_by_receipt ON casework.disposal_case (receipt);

-- How many records went from which room.
CREATE TABLE casework.disposal_room (
    disposal uuid NOT NULL REFERENCES casework.disposal,
    room     text NOT NULL,
    records  bigint NOT NULL CHECK (records > 0),
    PRIMARY KEY (disposal, room)
);

-- Money is kept without names: the sums of a year and the takings of a day stay true after their cases are gone.
ALTER TABLE casework.grant_money DROP CONSTRAINT grant_money_case_id_fkey;
ALTER TABLE casework.grant_step DROP CONSTRAINT grant_step_case_id_fkey;
ALTER TABLE casework.transfer DROP CONSTRAINT transfer_case_id_fkey, ADD COLUMN case_receipt text;
ALTER TABLE casework.fee_entry DROP CONSTRAINT fee_entry_case_id_fkey, ADD COLUMN case_receipt text;
COMMENT ON COLUMN casework.transfer.case_receipt IS 'the number of its case, once the case is gone';
COMMENT ON COLUMN casework.fee_entry.case_receipt IS 'the number of its case, once the case is gone';
