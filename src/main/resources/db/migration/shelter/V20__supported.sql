-- 避難行動要支援者名簿 (災害対策基本法 第49条の10), and what became of each of them in a disaster.

CREATE TABLE shelter.supported (
    id              uuid PRIMARY KEY,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    kana            text NOT NULL,
    kana_key        text COLLATE "C" NOT NULL,
    birth           date NOT NULL,
    sex             text CHECK (sex IN ('F', 'M', 'X')),
    address         text NOT NULL,
    -- A district of the town, as its folder names it.
    district        text NOT NULL,
    ward            text NOT NULL DEFAULT '',
    phone           text NOT NULL DEFAULT '',
    care            text NOT NULL DEFAULT '',
    supporter_name  text NOT NULL DEFAULT '',
    supporter_phone text NOT NULL DEFAULT '',
    -- Whether the person agreed to be named in calm days, and so to take part in drills.
    consented       boolean NOT NULL,
    -- 個別避難計画; null: none was made.
    plan            jsonb,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX supported_in_district ON shelter.supported (district, kana_key);

-- What somebody said about them; the newest counts, none is changed.
CREATE TABLE shelter.supported_note (
    id           uuid PRIMARY KEY,
    disaster_id  uuid NOT NULL REFERENCES shelter.disaster,
    supported_id uuid NOT NULL REFERENCES shelter.supported ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('SAFE', 'HELP', 'TOLD', 'NO_ANSWER', 'UNKNOWN')),
    place        text CHECK (place IN ('HOME', 'KIN', 'HOSPITAL', 'OTHER', 'UNSAID')),
    told_by      text NOT NULL DEFAULT '',
    words        text NOT NULL DEFAULT '',
    at           timestamptz NOT NULL,
    by_id        text NOT NULL,
    CONSTRAINT who_is_safe_is_somewhere CHECK (kind <> 'SAFE' OR (place IS NOT NULL AND told_by <> ''))
);
CREATE INDEX note_of_disaster ON shelter.supported_note (disaster_id, supported_id, at);

-- Whom staff looked at: somebody in a shelter is somebody on the list, or is not. No machine writes here.
CREATE TABLE shelter.supported_match (
    disaster_id  uuid NOT NULL REFERENCES shelter.disaster,
    supported_id uuid NOT NULL REFERENCES shelter.supported ON DELETE CASCADE,
    person_id    uuid NOT NULL,
    same         boolean NOT NULL,
    at           timestamptz NOT NULL,
    by_id        text NOT NULL,
    PRIMARY KEY (disaster_id, supported_id, person_id)
);
