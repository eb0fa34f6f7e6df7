-- The money of 補助金: what was decided, fixed, ordered from the bank, paid, sent back and asked back.
CREATE TABLE casework.grant_money (
    case_id     uuid PRIMARY KEY REFERENCES casework.case_file ON DELETE CASCADE,
    procedure   text NOT NULL,
    proposed    bigint CHECK (proposed >= 0),
    proposed_by text,
    fiscal_year int,
    decided     bigint CHECK (decided > 0),
    decided_on  date,
    fixed       bigint CHECK (fixed >= 0 AND fixed <= decided),
    fixed_on    date,
    asked_back  bigint CHECK (asked_back >= 0 AND asked_back <= coalesce(fixed, 0)),
    cancelled_on date,
    repaid      bigint NOT NULL DEFAULT 0 CHECK (repaid >= 0 AND repaid <= coalesce(asked_back, 0)),
    bank_code   text CHECK (bank_code ~ '^[0-9]{4}$'),
    branch_code text CHECK (branch_code ~ '^[0-9]{3}$'),
    CONSTRAINT fixed_after_decided CHECK (fixed IS NULL OR decided IS NOT NULL),
    CONSTRAINT decided_in_a_year CHECK ((decided IS NULL) = (fiscal_year IS NULL))
);
CREATE INDEX grant_of_year ON casework.grant_money (procedure, fiscal_year) WHERE decided IS NOT NULL;

-- Who set which amount, and when: appended, never changed.
CREATE TABLE casework.grant_step (
    seq     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request uuid CONSTRAINT grant_step_once UNIQUE,
    case_id uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    step    text NOT NULL,
    yen     bigint NOT NULL,
    by      text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX grant_step_of_case ON casework.grant_step (case_id, seq);

-- The budget of a procedure for a year; the last row counts.
CREATE TABLE casework.budget (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request     uuid NOT NULL CONSTRAINT budget_once UNIQUE,
    procedure   text NOT NULL,
    fiscal_year int NOT NULL,
    yen         bigint NOT NULL CHECK (yen >= 0),
    by          text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX budget_of_year ON casework.budget (procedure, fiscal_year, seq);

-- Payment data for the finance system: what is paid together, on one day, by one section.
CREATE TABLE casework.transfer_run (
    id      uuid PRIMARY KEY,
    number  bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    section text NOT NULL,
    pay_on  date NOT NULL,
    by      text NOT NULL,
    at      timestamptz NOT NULL
);

-- One payment of it. A case has one that lives; one that the bank sent back makes room for the next.
CREATE TABLE casework.transfer (
    id          uuid PRIMARY KEY,
    run         uuid NOT NULL REFERENCES casework.transfer_run,
    case_id     uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    yen         bigint NOT NULL CHECK (yen > 0),
    bank        text NOT NULL,
    bank_code   text NOT NULL CHECK (bank_code ~ '^[0-9]{4}$'),
    branch      text NOT NULL,
    branch_code text NOT NULL CHECK (branch_code ~ '^[0-9]{3}$'),
    kind        text NOT NULL CHECK (kind IN ('ordinary', 'current', 'savings')),
    number      text NOT NULL CHECK (number ~ '^[0-9]{7}$'),
    holder      text NOT NULL,
    state       text NOT NULL CHECK (state IN ('ORDERED', 'PAID', 'RETURNED')),
    state_on    date NOT NULL
);
CREATE UNIQUE INDEX one_living_transfer ON casework.transfer (case_id) WHERE state <> 'RETURNED';
CREATE INDEX transfer_of_run ON casework.transfer (run);

-- Each time that payment data left the program. Only the first needs no reason.
CREATE TABLE casework.transfer_export (
    request uuid PRIMARY KEY,
    run     uuid NOT NULL REFERENCES casework.transfer_run,
    nth     int NOT NULL CHECK (nth > 0),
    format  text NOT NULL CHECK (format IN ('CSV', 'ZENGIN')),
    reason  text,
    by      text NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT exported_once UNIQUE (run, nth),
    CONSTRAINT again_with_a_reason CHECK ((nth = 1) = (reason IS NULL))
);
-- What happened to the fee of a case: received at the window, waived, taken back because it was a mistake. Appended,
-- never changed; the last row counts.
CREATE TABLE casework.fee_entry (
    seq     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request uuid NOT NULL CONSTRAINT fee_once UNIQUE,
    case_id uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    section text NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('RECEIVED', 'WAIVED', 'VOIDED')),
    yen     bigint NOT NULL CHECK (yen >= 0),
    words   text NOT NULL,
    receipt bigint,
    on_day  date NOT NULL,
    by      text NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT received_has_a_receipt CHECK ((kind = 'RECEIVED') = (receipt IS NOT NULL)),
    CONSTRAINT others_say_why CHECK (kind = 'RECEIVED' OR words <> '')
);
CREATE SEQUENCE casework.fee_receipt;
CREATE INDEX fee_of_case ON casework.fee_entry (case_id, seq);
CREATE INDEX fee_of_day ON casework.fee_entry (section, on_day, seq);
