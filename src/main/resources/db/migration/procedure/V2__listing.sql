-- 手続台帳: what the town does, online or not, as its own list has it. The whole list is replaced at a time.
CREATE TABLE procedure.listed (
    title   text PRIMARY KEY CHECK (title <> ''),
    basis   text NOT NULL,
    section text NOT NULL,
    yearly  int CHECK (yearly >= 0),
    online  text NOT NULL CHECK (online IN ('DONE', 'NOT_YET', 'NEVER')),
    planned text NOT NULL,
    note    text NOT NULL,
    place   int NOT NULL
);

-- Each time that the list was replaced.
CREATE TABLE procedure.listing (
    request uuid PRIMARY KEY,
    rows    int NOT NULL,
    by      text NOT NULL,
    at      timestamptz NOT NULL
);
