-- The town's own key of this room: it signs packages and cookies, and passcodes are derived from it. One row.
CREATE TABLE town_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    secret   bytea NOT NULL CHECK (length(secret) = 32)
);

-- What somebody is filling in. Its id becomes the submission's id, its number the receipt number.
CREATE TABLE draft (
    id          uuid PRIMARY KEY,
    number      text NOT NULL UNIQUE,
    procedure   text NOT NULL,
    version     int  NOT NULL,
    answers     jsonb NOT NULL,
    -- By page: what stands in its boxes and is not an answer yet. Nothing that was typed is lost.
    typed       jsonb NOT NULL DEFAULT '{}',
    secret_hash bytea NOT NULL,
    language    text NOT NULL,
    channel     text NOT NULL,
    typist      text,
    mail        text,
    -- Where the draft answers a send-back: which submission, and the paths of its open fields.
    corrects    uuid,
    open_fields text[],
    revision    int NOT NULL DEFAULT 0,
    began_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    sent_at     timestamptz
);
CREATE INDEX draft_by_expiry ON draft (expires_at);
CREATE INDEX draft_by_corrected ON draft (corrects) WHERE corrects IS NOT NULL;

-- What was filed. The answers are those that were sent, and never change; corrections are packages of their own.
CREATE TABLE submission (
    id              uuid PRIMARY KEY,
    receipt         text NOT NULL UNIQUE,
    procedure       text NOT NULL,
    version         int  NOT NULL,
    definition_hash text NOT NULL,
    answers         jsonb NOT NULL,
    files           jsonb NOT NULL DEFAULT '[]',
    channel         text NOT NULL,
    typist          text,
    language        text NOT NULL,
    mail            text,
    linked          uuid[] NOT NULL DEFAULT '{}',
    -- The id that a program gave its request, so that a repeat gets the first outcome.
    request         uuid UNIQUE,
    filed_at        timestamptz NOT NULL,
    last_sequence   int NOT NULL DEFAULT 1,
    status_revision int NOT NULL DEFAULT 0,
    open_fields     text[] NOT NULL DEFAULT '{}',
    closed          boolean NOT NULL DEFAULT false,
    withdrawn_at    timestamptz
);

-- What passed to casework (decision 18), numbered and signed. The first package of a submission is the row above.
CREATE TABLE package (
    submission uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    sequence   int  NOT NULL CHECK (sequence >= 1),
    kind       text NOT NULL CHECK (kind IN ('new', 'correction', 'withdrawal')),
    at         timestamptz NOT NULL,
    request    uuid UNIQUE,
    answers    jsonb,
    files      jsonb,
    signature  bytea NOT NULL,
    PRIMARY KEY (submission, sequence)
);

-- What came back from casework, word by word.
CREATE TABLE status_word (
    submission uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    revision   int  NOT NULL,
    at         timestamptz NOT NULL,
    state      text NOT NULL,
    label_ja   text NOT NULL,
    label_easy text,
    label_en   text,
    message    text,
    closed     boolean NOT NULL,
    PRIMARY KEY (submission, revision)
);

-- Wrong passcodes, counted for numbers that nobody has as well, so that nothing tells them apart.
CREATE TABLE wrong_passcode (
    number       text PRIMARY KEY,
    tries        int NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX wrong_passcode_by_time ON wrong_passcode (last_at);

-- One-time links that open a draft on another device.
CREATE TABLE resume_link (
    token_hash bytea PRIMARY KEY,
    draft      uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX resume_link_by_draft ON resume_link (draft);
