-- Who takes the town's news by mail. Nobody is on the list before they have followed the link in a mail.
CREATE TABLE mail_list (
    id            uuid CONSTRAINT mail_list_pk PRIMARY KEY,
    mail          text NOT NULL,
    district      text,
    language      text NOT NULL CONSTRAINT mail_list_language CHECK (language IN ('ja', 'easy', 'en')),
    asked_at      timestamptz NOT NULL,
    confirmed_at  timestamptz,
    confirm_hash  text NOT NULL CONSTRAINT mail_list_confirm UNIQUE,
    confirm_until timestamptz NOT NULL,
    leave_token   text NOT NULL CONSTRAINT mail_list_leave UNIQUE
);
CREATE UNIQUE INDEX mail_list_mail ON mail_list (lower(mail));
CREATE INDEX mail_list_district ON mail_list (district) WHERE confirmed_at IS NOT NULL;

-- A bulk's letters are rows of the outbox; by this their result is counted.
ALTER TABLE outgoing ADD COLUMN bulk_id uuid REFERENCES bulk;
CREATE INDEX outgoing_bulk ON outgoing (bulk_id) WHERE bulk_id IS NOT NULL;
COMMENT ON COLUMN mail_list.leave_token IS 'stands in every mail; all that it opens is the way out';
