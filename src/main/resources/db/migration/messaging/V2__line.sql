-- The town's LINE account. LINE's id of a friend stands here and nowhere else; who leaves is deleted.
CREATE TABLE friend (
    id            uuid CONSTRAINT friend_pk PRIMARY KEY,
    line_user_id  text NOT NULL CONSTRAINT friend_line_user UNIQUE,
    district      text,
    language      text NOT NULL CONSTRAINT friend_language CHECK (language IN ('ja', 'easy', 'en')),
    since         timestamptz NOT NULL
);
CREATE INDEX friend_district ON friend (district);

-- What goes to one friend. Its id is its retry key.
CREATE TABLE push (
    id            uuid CONSTRAINT push_pk PRIMARY KEY,
    friend_id     uuid NOT NULL,
    messages      text,
    silent        boolean NOT NULL,
    about         text NOT NULL,
    once_key      uuid CONSTRAINT push_once UNIQUE,
    reply_token   text,
    reply_until   timestamptz,
    created_at    timestamptz NOT NULL,
    state         text NOT NULL CONSTRAINT push_state CHECK (state IN ('waiting', 'sent', 'failed')),
    tries         int NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL,
    first_tried_at timestamptz,
    result        text,
    settled_at    timestamptz,
    CONSTRAINT push_whole CHECK (state <> 'waiting' OR messages IS NOT NULL),
    CONSTRAINT push_settled CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX push_due ON push (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX push_about ON push (about);
CREATE INDEX push_friend ON push (friend_id);
CREATE INDEX push_in_order ON push (friend_id, id) WHERE state = 'waiting';
CREATE INDEX push_to_erase ON push (settled_at) WHERE messages IS NOT NULL AND settled_at IS NOT NULL;

-- One row: until when the account's pushes are already planned, so that all nodes together keep LINE's limit.
CREATE TABLE push_pace (
    only_one      boolean CONSTRAINT push_pace_pk PRIMARY KEY DEFAULT true CONSTRAINT push_pace_one CHECK (only_one),
    free_at       timestamptz NOT NULL
);
INSERT INTO push_pace (free_at) VALUES (now());

-- What goes to many: the calls are settled with the bulk, 500 heads at most in each.
CREATE TABLE bulk (
    id            uuid CONSTRAINT bulk_pk PRIMARY KEY,
    about         text NOT NULL,
    once_key      uuid NOT NULL CONSTRAINT bulk_once UNIQUE,
    districts     text[] NOT NULL,
    languages     text[] NOT NULL,
    silent        boolean NOT NULL,
    created_at    timestamptz NOT NULL
);
CREATE INDEX bulk_about ON bulk (about);

CREATE TABLE bulk_text (
    bulk_id       uuid NOT NULL REFERENCES bulk,
    language      text NOT NULL,
    messages      text NOT NULL,
    CONSTRAINT bulk_text_pk PRIMARY KEY (bulk_id, language)
);

CREATE TABLE bulk_call (
    bulk_id       uuid NOT NULL REFERENCES bulk,
    language      text NOT NULL,
    part          int NOT NULL,
    heads         int NOT NULL,
    gone          int NOT NULL DEFAULT 0,
    retry_key     uuid NOT NULL CONSTRAINT bulk_call_retry_key UNIQUE,
    state         text NOT NULL CONSTRAINT bulk_call_state CHECK (state IN ('waiting', 'accepted', 'failed')),
    tries         int NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL,
    first_tried_at timestamptz,
    result        text,
    settled_at    timestamptz,
    CONSTRAINT bulk_call_pk PRIMARY KEY (bulk_id, language, part),
    CONSTRAINT bulk_call_settled CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX bulk_call_due ON bulk_call (next_try_at) WHERE state = 'waiting';

-- No foreign key to friend: who leaves meanwhile is forgotten there, and only counted here.
CREATE TABLE bulk_recipient (
    bulk_id       uuid NOT NULL,
    language      text NOT NULL,
    part          int NOT NULL,
    friend_id     uuid NOT NULL,
    CONSTRAINT bulk_recipient_pk PRIMARY KEY (bulk_id, language, part, friend_id)
);
-- Where the talk with each friend stands.
CREATE TABLE conversation (
    friend_id     uuid CONSTRAINT conversation_pk PRIMARY KEY REFERENCES friend ON DELETE CASCADE,
    topic         text NOT NULL DEFAULT '',
    state         text NOT NULL DEFAULT ''
);

-- One row: which rich menu is wanted, and which LINE shows (a fingerprint of it).
CREATE TABLE rich_menu (
    only_one      boolean CONSTRAINT rich_menu_pk PRIMARY KEY DEFAULT true CONSTRAINT rich_menu_one CHECK (only_one),
    mode          text NOT NULL CONSTRAINT rich_menu_mode CHECK (mode IN ('normal', 'disaster')),
    shown         text,
    tries         int NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL
);
INSERT INTO rich_menu (mode, next_try_at) VALUES ('normal', '-infinity');

-- A link that a talk opens: it says once, within an hour, which friend opens it. Then a visit carries that.
CREATE TABLE friend_link (
    token_hash    text CONSTRAINT friend_link_pk PRIMARY KEY,
    friend_id     uuid NOT NULL REFERENCES friend ON DELETE CASCADE,
    path          text NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz
);
CREATE TABLE friend_visit (
    token_hash    text CONSTRAINT friend_visit_pk PRIMARY KEY,
    friend_id     uuid NOT NULL REFERENCES friend ON DELETE CASCADE,
    expires_at    timestamptz NOT NULL
);

-- What the town holds that is a friend's: submission:<uuid>. Nothing of it is kept on LINE.
CREATE TABLE friend_tie (
    friend_id     uuid NOT NULL REFERENCES friend ON DELETE CASCADE,
    subject       text NOT NULL,
    tied_at       timestamptz NOT NULL,
    CONSTRAINT friend_tie_pk PRIMARY KEY (friend_id, subject)
);
CREATE INDEX friend_tie_subject ON friend_tie (subject);

-- What LINE tells by its webhook. What was said is erased as soon as it is done; the id stays for a week, because LINE
-- may tell the same again.
CREATE TABLE line_event (
    id            uuid CONSTRAINT line_event_pk PRIMARY KEY,
    webhook_event_id text NOT NULL CONSTRAINT line_event_once UNIQUE,
    body          text,
    received_at   timestamptz NOT NULL,
    state         text NOT NULL CONSTRAINT line_event_state CHECK (state IN ('waiting', 'done', 'ignored', 'failed')),
    tries         int NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL,
    picture_message text,
    picture       uuid,
    result        text,
    done_at       timestamptz,
    CONSTRAINT line_event_whole CHECK ((state = 'waiting') = (body IS NOT NULL)),
    CONSTRAINT line_event_done CHECK ((state = 'waiting') = (done_at IS NULL))
);
CREATE INDEX line_event_due ON line_event (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX line_event_done_at ON line_event (done_at);

-- Who left and when, as a hash, for a week: what they said before is not taken for a new beginning.
CREATE TABLE line_left (
    user_hash     text CONSTRAINT line_left_pk PRIMARY KEY,
    left_at       timestamptz NOT NULL
);
COMMENT ON COLUMN line_event.picture_message IS 'LINE''s id of a picture that is still to be fetched';
COMMENT ON COLUMN bulk_call.retry_key IS 'stored before the first try and kept: LINE does the same key once (for 24 hours)';
COMMENT ON COLUMN bulk_call.gone IS 'heads that had left the account when the call went out';
COMMENT ON COLUMN push.reply_token IS 'while it lives the answer goes as a reply; afterwards as a push';
