-- When the whole town was saved. The files themselves lie elsewhere.
CREATE TABLE backup (
    at     timestamptz CONSTRAINT backup_pk PRIMARY KEY,
    held   bigint NOT NULL,
    proved boolean NOT NULL
);
COMMENT ON COLUMN backup.held IS 'rows of all tables';
COMMENT ON COLUMN backup.proved IS 'it was restored elsewhere, and its audit trail verified';
