-- A file that was looked at and not taken in yet: what is taken in is what was shown. Gone after a day.
CREATE TABLE water.import_draft (
    id      uuid PRIMARY KEY,
    staff   text NOT NULL,
    at      timestamptz NOT NULL,
    name    text NOT NULL,
    content bytea NOT NULL
);
