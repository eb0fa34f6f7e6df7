-- What we do with it. Nothing here refers to another room's tables: a case is opened from its package alone.

-- The frozen source of a procedure, once for each hash.
CREATE TABLE casework.definition (
    hash      text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    procedure text NOT NULL,
    version   int NOT NULL CHECK (version > 0),
    source    jsonb NOT NULL,
    seen_at   timestamptz NOT NULL
);

CREATE TABLE casework.case_file (
    id           uuid PRIMARY KEY,
    submission   uuid NOT NULL CONSTRAINT one_case_for_a_submission UNIQUE,
    receipt      text NOT NULL CONSTRAINT one_case_for_a_receipt UNIQUE,
    procedure    text NOT NULL,
    version      int NOT NULL,
    definition   text NOT NULL REFERENCES casework.definition,
    section      text NOT NULL,
    channel      text NOT NULL,
    typist       text,
    language     text NOT NULL,
    mail         text,
    received_at  timestamptz NOT NULL,
    counts_from  date NOT NULL,
    package      int NOT NULL CHECK (package > 0),
    answers      jsonb NOT NULL,
    files        jsonb NOT NULL,
    name         text NOT NULL,
    name_key     text COLLATE "C" NOT NULL,
    state        text NOT NULL,
    meaning      text NOT NULL CHECK (meaning IN ('OPEN', 'CORRECTING', 'DONE', 'REFUSED', 'WITHDRAWN')),
    since        timestamptz NOT NULL,
    due_on       date,
    open_fields  text[] NOT NULL DEFAULT '{}',
    return_to    text,
    closed_at    timestamptz,
    revision     int NOT NULL CHECK (revision > 0),
    assignee     uuid,
    told_due     date,
    due_sort     date GENERATED ALWAYS AS (coalesce(due_on, DATE '9999-12-31')) STORED,
    CONSTRAINT an_end_has_a_time CHECK ((meaning IN ('DONE', 'REFUSED', 'WITHDRAWN')) = (closed_at IS NOT NULL)),
    CONSTRAINT an_end_has_no_deadline CHECK (closed_at IS NULL OR due_on IS NULL),
    CONSTRAINT correcting_names_its_fields
        CHECK ((meaning = 'CORRECTING') = (cardinality(open_fields) > 0)
           AND (meaning = 'CORRECTING') = (return_to IS NOT NULL))
);

-- The inbox reads the first rows of one of these, so that its cost grows with what is shown.
CREATE INDEX open_by_due      ON casework.case_file (section, due_sort, id)     WHERE closed_at IS NULL;
CREATE INDEX open_by_received ON casework.case_file (section, received_at, id)  WHERE closed_at IS NULL;
CREATE INDEX open_by_name     ON casework.case_file (section, name_key, id)     WHERE closed_at IS NULL;
CREATE INDEX mine_by_due      ON casework.case_file (assignee, section, due_sort, id) WHERE closed_at IS NULL;
CREATE INDEX all_by_due       ON casework.case_file (section, due_sort, id);
CREATE INDEX all_by_received  ON casework.case_file (section, received_at, id);
CREATE INDEX all_by_name      ON casework.case_file (section, name_key, id);
CREATE INDEX ran_out_untold   ON casework.case_file (due_sort) WHERE closed_at IS NULL AND told_due IS DISTINCT FROM due_on;
CREATE INDEX all_by_procedure ON casework.case_file (section, procedure, state, received_at, id);

-- What somebody may type to find a case: each key is found by its beginning.
CREATE TABLE casework.search_word (
    key     text COLLATE "C" NOT NULL,
    case_id uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    PRIMARY KEY (key, case_id)
);
CREATE INDEX search_word_of_case ON casework.search_word (case_id);

-- What happened: appended, never changed (see grants.sql). Notes and messages are part of it.
CREATE TABLE casework.event (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid NOT NULL UNIQUE,
    case_id      uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
    revision     int NOT NULL,
    at           timestamptz NOT NULL,
    kind         text NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    act          text,
    from_state   text,
    to_state     text,
    from_section text,
    to_section   text,
    words        text NOT NULL,
    fields       text[] NOT NULL DEFAULT '{}',
    changes      jsonb NOT NULL DEFAULT '[]',
    request      uuid CONSTRAINT one_event_for_a_request UNIQUE
);
CREATE INDEX event_of_case ON casework.event (case_id, seq);
CREATE INDEX event_given_away ON casework.event (from_section, at DESC) WHERE from_section IS NOT NULL;

-- Two cases that belong together, by their submissions, whichever arrives first.
CREATE TABLE casework.link (
    one   uuid NOT NULL,
    other uuid NOT NULL,
    by    text NOT NULL,
    at    timestamptz NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
);
CREATE INDEX link_back ON casework.link (other);

CREATE TABLE casework.saved_filter (
    id    uuid PRIMARY KEY,
    staff uuid NOT NULL,
    name  text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    query text NOT NULL,
    at    timestamptz NOT NULL,
    UNIQUE (staff, name)
);
