-- Where one can flee to and stay, what is happening, and which places are open for it.

CREATE TABLE shelter.shelter (
    id           uuid PRIMARY KEY,
    -- 全国共通避難所・避難場所ID: as a place to stay (major 1), as a place to flee to (major 2).
    designated_id text CONSTRAINT one_shelter_for_a_designated_id UNIQUE
                  CHECK (designated_id ~ '^E[0-9]{5}[0-9A-Za-z]{5}1[0-9A-Za-z]{2}$'),
    emergency_id  text CONSTRAINT one_shelter_for_an_emergency_id UNIQUE
                  CHECK (emergency_id ~ '^E[0-9]{5}[0-9A-Za-z]{5}2[0-9A-Za-z]{2}$'),
    name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    kana         text NOT NULL DEFAULT '',
    address      text NOT NULL DEFAULT '',
    latitude     double precision,
    longitude    double precision,
    kind         text NOT NULL CHECK (kind IN ('DESIGNATED', 'EMERGENCY_SITE', 'WELFARE', 'VOLUNTARY')),
    hazards      text[] NOT NULL DEFAULT '{}',
    capacity     int CHECK (capacity > 0),
    main         boolean NOT NULL DEFAULT false,
    building     text NOT NULL DEFAULT '',
    rooms        text[] NOT NULL DEFAULT '{}',
    toilets      int CHECK (toilets >= 0),
    equipment    text NOT NULL DEFAULT '',
    telephone    text NOT NULL DEFAULT '',
    note         text NOT NULL DEFAULT '',
    source       text NOT NULL DEFAULT '',
    retired_at   timestamptz,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT a_place_has_two_numbers CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- The room's own note of what is happening: it must know without asking anybody.
CREATE TABLE shelter.disaster (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    hazards    text[] NOT NULL CHECK (cardinality(hazards) > 0),
    drill      boolean NOT NULL,
    started_at timestamptz NOT NULL,
    closed_at  timestamptz,
    by_kind    text NOT NULL,
    by_id      text NOT NULL
);

CREATE TABLE shelter.opening (
    id           uuid PRIMARY KEY,
    shelter_id   uuid NOT NULL REFERENCES shelter.shelter,
    disaster_id  uuid NOT NULL REFERENCES shelter.disaster,
    state        text NOT NULL CHECK (state IN ('PREPARING', 'OPEN', 'UNUSABLE', 'CLOSED')),
    reason       text NOT NULL DEFAULT '',
    safety       text[] NOT NULL DEFAULT '{}',
    alternative  uuid REFERENCES shelter.shelter,
    forced_full  boolean NOT NULL DEFAULT false,
    prepared_at  timestamptz NOT NULL,
    opened_at    timestamptz,
    closed_at    timestamptz,
    confirmed_at timestamptz NOT NULL,
    revision     int NOT NULL CHECK (revision > 0),
    CONSTRAINT an_open_one_has_a_time CHECK (state <> 'OPEN' OR opened_at IS NOT NULL),
    CONSTRAINT a_closed_one_has_a_time CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_live_opening ON shelter.opening (shelter_id) WHERE state <> 'CLOSED';
CREATE INDEX opening_of_disaster ON shelter.opening (disaster_id);

-- What a shelter has and asks for: water, blankets, toilets.
CREATE TABLE shelter.supply (
    opening_id uuid NOT NULL REFERENCES shelter.opening,
    item       text NOT NULL CHECK (char_length(item) BETWEEN 1 AND 60),
    unit       text NOT NULL DEFAULT '',
    on_hand    int CHECK (on_hand >= 0),
    needed     int CHECK (needed >= 0),
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (opening_id, item)
);
