-- Each change of a setting is a row; the newest counts. NULL puts the setting back to the file's value.
CREATE TABLE setting_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    value      text,
    changed_at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL
);
CREATE INDEX setting_change_newest_idx ON setting_change (name, id DESC);

-- A request that was answered, so that a repeat gets the same answer.
CREATE TABLE once (
    request_id uuid PRIMARY KEY,
    purpose    text NOT NULL,
    outcome    text,
    at         timestamptz NOT NULL
);
CREATE INDEX once_at_idx ON once (at);

-- File content by hash, in pieces so that no request holds a whole file in memory.
CREATE TABLE content (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size   bigint NOT NULL CHECK (size >= 0)
);
CREATE TABLE content_piece (
    sha256 text NOT NULL REFERENCES content ON DELETE CASCADE,
    place  int NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (sha256, place)
);
ALTER TABLE content_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE file (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    content_type text NOT NULL,
    size         bigint NOT NULL,
    sha256       text NOT NULL REFERENCES content,
    shown_type   text,
    shown_sha256 text REFERENCES content,
    owner        text NOT NULL,
    keep_until   date,
    stored_at    timestamptz NOT NULL
);
CREATE INDEX file_owner_idx ON file (owner);
CREATE INDEX file_keep_until_idx ON file (keep_until);
CREATE INDEX file_sha256_idx ON file (sha256);
CREATE INDEX file_shown_sha256_idx ON file (shown_sha256);
