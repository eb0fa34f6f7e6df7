-- Who looked for what is held on a person, when and why. Whom they looked for stands nowhere.
CREATE TABLE document.person_look (
    id      uuid PRIMARY KEY,
    at      timestamptz NOT NULL,
    by      text NOT NULL,
    reason  text NOT NULL CHECK (reason IN ('DISCLOSURE', 'CORRECTION', 'STOP', 'OTHER')),
    receipt text NOT NULL DEFAULT '',
    words   text NOT NULL DEFAULT '',
    -- By what was looked: name, kana, phone, mail, receipt.
    parts   text[] NOT NULL CHECK (cardinality(parts) > 0),
    found   int NOT NULL CHECK (found >= 0),
    CONSTRAINT a_request_has_its_number CHECK (reason = 'OTHER' OR receipt <> ''),
    CONSTRAINT any_other_reason_has_words CHECK (reason <> 'OTHER' OR words <> '')
);
CREATE INDEX person_look_newest ON document.person_look (at DESC);
