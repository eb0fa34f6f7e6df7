-- 起案 and 決裁: what is to be decided, on which way, and who did what with it.

CREATE TABLE casework.proposal (
    id         uuid PRIMARY KEY,                   -- the client-made id
    case_id    uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    round      int NOT NULL CHECK (round > 0),
    act        text NOT NULL,
    in_state   text NOT NULL,
    words      text NOT NULL,
    reason     text NOT NULL,
    seats      text[] NOT NULL,                    -- head@water, mayor: in their order
    drafter    uuid NOT NULL,
    drafted_at timestamptz NOT NULL,
    elsewhere  text,                               -- 文書番号 of a decision that was made elsewhere
    state      text NOT NULL CHECK (state IN ('waiting', 'decided', 'done', 'returned', 'withdrawn', 'lapsed')),
    waits_for  text,                               -- the seat whose turn it is
    UNIQUE (case_id, round),
    CONSTRAINT a_route_ends_somewhere CHECK (cardinality(seats) > 0 OR elsewhere IS NOT NULL),
    CONSTRAINT who_waits_has_a_seat CHECK ((state = 'waiting') = (waits_for IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_proposal ON casework.proposal (case_id) WHERE state IN ('waiting', 'decided');
CREATE INDEX proposal_by_turn ON casework.proposal (waits_for) WHERE state = 'waiting';
CREATE INDEX proposal_by_drafter ON casework.proposal (drafter, drafted_at);

CREATE TABLE casework.proposal_mark (
    proposal_id uuid NOT NULL REFERENCES casework.proposal ON DELETE CASCADE,
    number      int NOT NULL CHECK (number > 0),
    kind        text NOT NULL CHECK (kind IN ('APPROVED', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'CONFIRMED')),
    step        int NOT NULL CHECK (step >= 0),
    staff       uuid NOT NULL,
    in_place    boolean NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, number)
);
CREATE UNIQUE INDEX each_step_is_approved_once ON casework.proposal_mark (proposal_id, step) WHERE kind = 'APPROVED';
CREATE UNIQUE INDEX each_step_is_confirmed_once ON casework.proposal_mark (proposal_id, step) WHERE kind = 'CONFIRMED';
CREATE INDEX mark_in_place ON casework.proposal_mark (proposal_id) WHERE in_place AND kind = 'APPROVED';
