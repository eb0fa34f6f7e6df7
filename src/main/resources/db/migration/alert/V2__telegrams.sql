-- Telegrams of the 気象庁 as they came, whether they could be read or not.
CREATE TABLE telegram (
    id           uuid CONSTRAINT telegram_pk PRIMARY KEY,
    source       text NOT NULL CONSTRAINT telegram_source UNIQUE,
    type         text NOT NULL,
    headline     text NOT NULL,
    outcome      text NOT NULL,
    fault        text NOT NULL,
    received_at  timestamptz NOT NULL,
    reported_at  timestamptz,
    alert        uuid CONSTRAINT telegram_alert REFERENCES alert (id),
    xml          bytea NOT NULL
);
CREATE INDEX telegram_newest ON telegram (received_at DESC, id DESC);

-- What was last said of each hazard: by it, the same news from another telegram is known to be the same.
CREATE TABLE hazard (
    hazard       text CONSTRAINT hazard_pk PRIMARY KEY,
    word         text NOT NULL,
    level        int NOT NULL,
    weight       int NOT NULL,
    detail       text NOT NULL,
    type         text NOT NULL,
    new_system   boolean NOT NULL,
    event        text NOT NULL,
    reported_at  timestamptz NOT NULL
);
CREATE INDEX hazard_event ON hazard (event) WHERE event <> '';

CREATE TABLE feed (
    url            text CONSTRAINT feed_pk PRIMARY KEY,
    etag           text NOT NULL,
    last_modified  text NOT NULL,
    ok_at          timestamptz,
    changed_at     timestamptz,
    fault          text NOT NULL
);
