-- The register of supply points (給水装置), the crews and their days, and which case is about which point.

CREATE TABLE water.supply_point (
    id              uuid PRIMARY KEY,
    point_number    text NOT NULL CONSTRAINT one_point_for_a_number UNIQUE CHECK (point_number <> ''),
    customer_number text CONSTRAINT one_point_for_a_customer UNIQUE CHECK (customer_number <> ''),
    meter_number    text CONSTRAINT one_point_for_a_meter UNIQUE CHECK (meter_number <> ''),
    calibre_mm      int NOT NULL CHECK (calibre_mm BETWEEN 1 AND 999),
    meter_until     date,
    area            text NOT NULL CHECK (area <> ''),
    number          text NOT NULL,
    building        text NOT NULL DEFAULT '',
    place_key       text COLLATE "C" NOT NULL,
    building_key    text COLLATE "C" NOT NULL DEFAULT '',
    latitude        double precision,
    longitude       double precision,
    valve           text NOT NULL CHECK (valve IN ('OPEN', 'CLOSED')),
    standing        text NOT NULL CHECK (standing IN ('IN_USE', 'UNUSED', 'PAUSED', 'REMOVED')),
    services        text[] NOT NULL CHECK (services <@ ARRAY['WATER', 'SEWER', 'RURAL_SEWER'] AND cardinality(services) > 0),
    supply_stopped  boolean NOT NULL DEFAULT false,
    user_name       text NOT NULL DEFAULT '',
    user_name_key   text COLLATE "C" NOT NULL DEFAULT '',
    user_kana       text NOT NULL DEFAULT '',
    user_kana_key   text COLLATE "C" NOT NULL DEFAULT '',
    user_phone      text NOT NULL DEFAULT '',
    user_phone_key  text COLLATE "C" NOT NULL DEFAULT '',
    used_since      date,
    paused_until    date,
    last_reading_m3 int CHECK (last_reading_m3 >= 0),
    last_read_on    date,
    revision        int NOT NULL DEFAULT 1 CHECK (revision > 0),
    example         boolean NOT NULL DEFAULT false,
    CONSTRAINT a_place_on_the_map_has_both CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT a_reading_has_its_day CHECK ((last_reading_m3 IS NULL) = (last_read_on IS NULL)),
    CONSTRAINT whoever_uses_it_is_known CHECK (standing <> 'IN_USE' OR user_name <> '')
);
CREATE INDEX point_by_place    ON water.supply_point (place_key, building_key, id);
CREATE INDEX point_by_name     ON water.supply_point (user_name_key, id);
CREATE INDEX point_by_kana     ON water.supply_point (user_kana_key, id);
CREATE INDEX point_by_phone    ON water.supply_point (user_phone_key, id) WHERE user_phone_key <> '';
CREATE INDEX point_by_number   ON water.supply_point (point_number COLLATE "C");
CREATE INDEX point_by_customer ON water.supply_point (customer_number COLLATE "C");
CREATE INDEX point_by_meter    ON water.supply_point (meter_number COLLATE "C");

-- Who still owes for a point. It stays with the debtor, not with the point: the next tenant is never told.
CREATE TABLE water.arrears (
    id          uuid PRIMARY KEY,
    point_id    uuid NOT NULL REFERENCES water.supply_point ON DELETE CASCADE,
    name        text NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    kana_key    text COLLATE "C" NOT NULL,
    phone_key   text COLLATE "C" NOT NULL DEFAULT '',
    noted_on    date NOT NULL,
    settled_on  date,
    example     boolean NOT NULL DEFAULT false
);
CREATE INDEX arrears_of_point ON water.arrears (point_id) WHERE settled_on IS NULL;

CREATE TABLE water.crew (
    id      uuid PRIMARY KEY,
    name    text NOT NULL CONSTRAINT one_crew_for_a_name UNIQUE CHECK (name <> ''),
    active  boolean NOT NULL DEFAULT true,
    sorting int NOT NULL,
    example boolean NOT NULL DEFAULT false
);

-- Jobs that a crew does on an ordinary day: 1 is Monday, 7 is Sunday.
CREATE TABLE water.crew_weekday (
    crew_id  uuid NOT NULL REFERENCES water.crew ON DELETE CASCADE,
    weekday  int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    capacity int NOT NULL CHECK (capacity BETWEEN 0 AND 99),
    PRIMARY KEY (crew_id, weekday)
);

-- A day that is not ordinary: training, a main that burst, a Saturday worked.
CREATE TABLE water.crew_exception (
    crew_id  uuid NOT NULL REFERENCES water.crew ON DELETE CASCADE,
    day      date NOT NULL,
    capacity int NOT NULL CHECK (capacity BETWEEN 0 AND 99),
    reason   text NOT NULL DEFAULT '',
    PRIMARY KEY (crew_id, day)
);

-- A crew's day as soon as somebody wants it. The check is the lock: nobody gets a place that is not there.
CREATE TABLE water.crew_day (
    crew_id  uuid NOT NULL REFERENCES water.crew,
    day      date NOT NULL,
    capacity int NOT NULL,
    taken    int NOT NULL DEFAULT 0,
    PRIMARY KEY (crew_id, day),
    CONSTRAINT no_more_than_the_crew_can_do CHECK (taken BETWEEN 0 AND capacity)
);
CREATE INDEX crew_day_by_day ON water.crew_day (day);

-- Who holds a place: a submission, or a work order without one.
CREATE TABLE water.slot (
    holder  uuid PRIMARY KEY,
    crew_id uuid NOT NULL,
    day     date NOT NULL,
    at      timestamptz NOT NULL,
    FOREIGN KEY (crew_id, day) REFERENCES water.crew_day
);
CREATE INDEX slot_by_day ON water.slot (crew_id, day);

CREATE FUNCTION water.count_slots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        UPDATE water.crew_day SET taken = taken - 1 WHERE crew_id = OLD.crew_id AND day = OLD.day;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        UPDATE water.crew_day SET taken = taken + 1 WHERE crew_id = NEW.crew_id AND day = NEW.day;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER slots_are_counted AFTER INSERT OR DELETE OR UPDATE OF crew_id, day ON water.slot
    FOR EACH ROW EXECUTE FUNCTION water.count_slots();

-- Which point a case is about. Without a point: nobody has chosen yet, or it is none of ours. The partner is the
-- submission that was filed with it as the other half of a move.
CREATE TABLE water.case_point (
    case_id    uuid PRIMARY KEY REFERENCES casework.case_file ON DELETE CASCADE,
    submission uuid NOT NULL UNIQUE,
    kind       text NOT NULL CHECK (kind IN ('START', 'STOP', 'PAUSE', 'RESUME', 'RENAME')),
    match      text NOT NULL
        CHECK (match IN ('SURE', 'ONE', 'OTHER_USER', 'SEVERAL', 'NONE', 'ELSEWHERE', 'OUTSIDE', 'CHOSEN')),
    point_id   uuid REFERENCES water.supply_point,
    wanted_on  date,
    opened_at  timestamptz NOT NULL,
    chosen_by  text,
    over       boolean NOT NULL DEFAULT false,
    partner    uuid,
    CONSTRAINT a_sure_case_has_its_point CHECK (match NOT IN ('SURE', 'ONE', 'CHOSEN') OR point_id IS NOT NULL)
);
CREATE INDEX case_by_partner ON water.case_point (partner) WHERE partner IS NOT NULL;
CREATE INDEX case_by_point ON water.case_point (point_id, kind, opened_at);

-- What keeps a case from getting a work order until somebody of the staff has settled it.
CREATE TABLE water.hold (
    case_id    uuid NOT NULL REFERENCES water.case_point ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('DUPLICATE', 'ARREARS', 'OTHER_HALF', 'DAY')),
    other_case uuid REFERENCES casework.case_file ON DELETE CASCADE,
    at         timestamptz NOT NULL,
    settled_at timestamptz,
    settled_by text,
    words      text NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, kind),
    CONSTRAINT settled_by_somebody CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
CREATE INDEX hold_open ON water.hold (case_id) WHERE settled_at IS NULL;
