-- What became of a paper after it was made: posted, handed over, come back. Appended, never changed.
CREATE TABLE document.dispatch (
    seq      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request  uuid NOT NULL CONSTRAINT dispatched_once UNIQUE,
    document uuid NOT NULL REFERENCES document.issued,
    step     text NOT NULL CHECK (step IN ('POSTED', 'HANDED', 'RETURNED')),
    on_day   date NOT NULL,
    at       timestamptz NOT NULL,
    by       text NOT NULL
);
CREATE INDEX dispatch_of_document ON document.dispatch (document, seq);
