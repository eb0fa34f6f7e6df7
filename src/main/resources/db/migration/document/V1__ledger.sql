-- Document numbers: one counter for each fiscal year and section. Taking a number locks its row until the document
-- commits; a rollback gives it back.
CREATE TABLE document.counter (
    fiscal_year integer NOT NULL,
    section     text    NOT NULL,
    last        integer NOT NULL CHECK (last >= 1),
    PRIMARY KEY (fiscal_year, section)
);

-- What was issued. Holds no word about the person: the paper itself lies in platform's files and goes with its case.
CREATE TABLE document.issued (
    id          uuid        PRIMARY KEY,
    request_id  uuid        NOT NULL CONSTRAINT issued_once UNIQUE,
    template    text        NOT NULL,
    kind        text        NOT NULL,
    about       text        NOT NULL,
    submission  uuid,
    section     text        NOT NULL,
    fiscal_year integer,
    number      integer     CHECK (number >= 1),
    number_text text,
    issued_on   date        NOT NULL,
    issued_at   timestamptz NOT NULL,
    issued_by   text        NOT NULL,
    file_id     uuid,
    sha256      text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    pages       integer     NOT NULL CHECK (pages >= 1),
    code        text        NOT NULL CONSTRAINT issued_code UNIQUE,
    CONSTRAINT issued_number UNIQUE (fiscal_year, section, number),
    CONSTRAINT issued_number_whole CHECK (
        (number IS NULL) = (fiscal_year IS NULL) AND (number IS NULL) = (number_text IS NULL))
);

CREATE INDEX issued_about ON document.issued (about);
CREATE INDEX issued_submission ON document.issued (submission);
CREATE INDEX issued_section ON document.issued (section, issued_at DESC, id DESC);
