-- Published versions. A row never changes: drafts and cases stay on the version they began.
CREATE TABLE procedure.version (
    name         text        NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{1,59}$'),
    version      integer     NOT NULL CHECK (version > 0),
    hash         text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    source       jsonb       NOT NULL CHECK (jsonb_typeof(source) = 'object'),
    published_at timestamptz NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE FUNCTION procedure.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER version_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure.version
    FOR EACH STATEMENT EXECUTE FUNCTION procedure.refuse_change();
