-- Work orders (作業票), the visits of the crews, where the box is, and what is told to the billing system.

-- A place on a crew's day (water.slot) is held by the submission, or by the order where no case stands behind it;
-- an order is planned exactly when its holder has a slot.
CREATE TABLE water.work_order (
    id         uuid PRIMARY KEY,
    point_id   uuid NOT NULL REFERENCES water.supply_point,
    kind       text NOT NULL CHECK (kind IN ('OPEN', 'CLOSE', 'EXCHANGE')),
    case_id    uuid REFERENCES casework.case_file ON DELETE SET NULL,
    holder     uuid NOT NULL,
    channel    text,
    noticed_on date NOT NULL,
    wanted_on  date,
    presence   boolean NOT NULL DEFAULT false,
    joined_to  uuid REFERENCES water.work_order,
    state      text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
    reason     text NOT NULL DEFAULT '',
    made_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    revision   int NOT NULL DEFAULT 1 CHECK (revision > 0),
    CONSTRAINT what_is_over_has_its_time CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT only_an_exchange_joins CHECK (joined_to IS NULL OR kind = 'EXCHANGE')
);
-- Two people may want the same valve opened; one order says so.
CREATE UNIQUE INDEX one_open_order ON water.work_order (point_id, kind) WHERE state = 'OPEN';
CREATE UNIQUE INDEX one_order_for_a_case ON water.work_order (case_id) WHERE state <> 'CANCELLED';
CREATE INDEX order_by_holder ON water.work_order (holder);
CREATE INDEX order_by_end ON water.work_order (ended_at) WHERE state = 'DONE';

-- Who drives with which crew.
CREATE TABLE water.crew_member (
    staff_id uuid PRIMARY KEY,
    crew_id  uuid NOT NULL REFERENCES water.crew ON DELETE CASCADE
);

-- What a crew said of one trip. The id is made on the phone: the same report again is no second trip.
CREATE TABLE water.visit (
    id           uuid PRIMARY KEY,
    order_id     uuid NOT NULL REFERENCES water.work_order,
    result       text NOT NULL CHECK (result IN ('DONE', 'AWAY', 'UNABLE')),
    at           timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    staff_id     uuid NOT NULL,
    meter_number text NOT NULL DEFAULT '',
    calibre_mm   int NOT NULL DEFAULT 0,
    opened       boolean NOT NULL,
    pilot        text NOT NULL CHECK (pilot IN ('STILL', 'TURNING', 'NOT_LOOKED')),
    reading_m3   int CHECK (reading_m3 >= 0),
    story        text CHECK (story IN ('GROWN', 'METER_CHANGED', 'WENT_ROUND')),
    old_end_m3   int CHECK (old_end_m3 >= 0),
    new_start_m3 int CHECK (new_start_m3 >= 0),
    photo_name   text NOT NULL DEFAULT '',
    photo_file   uuid,
    reason       text NOT NULL DEFAULT '',
    -- It arrived when the order was over already: told to the office, counted nowhere.
    late         boolean NOT NULL DEFAULT false,
    CONSTRAINT a_reading_has_its_story CHECK ((reading_m3 IS NULL) = (story IS NULL)),
    CONSTRAINT a_photo_has_a_name CHECK (photo_file IS NULL OR photo_name <> ''),
    CONSTRAINT something_is_shown CHECK (result <> 'DONE' OR reading_m3 IS NOT NULL OR photo_name <> '' OR reason <> '')
);
CREATE INDEX visit_of_order ON water.visit (order_id, received_at);
CREATE UNIQUE INDEX one_visit_ends_an_order ON water.visit (order_id) WHERE result = 'DONE' AND NOT late;
CREATE INDEX visit_without_its_photo ON water.visit (received_at) WHERE photo_name <> '' AND photo_file IS NULL;

-- Where the box is: kept for whoever comes next.
CREATE TABLE water.meter_box (
    point_id   uuid PRIMARY KEY REFERENCES water.supply_point ON DELETE CASCADE,
    words      text NOT NULL DEFAULT '',
    photo_file uuid,
    seen_at    timestamptz NOT NULL
);

-- One file to the billing system.
CREATE TABLE water.billing_batch (
    id      uuid PRIMARY KEY,
    number  bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT one_number_for_a_batch UNIQUE,
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL
);

-- Each time it was taken out; from the second time on with a reason.
CREATE TABLE water.billing_export (
    batch_id uuid NOT NULL REFERENCES water.billing_batch,
    nth      int NOT NULL CHECK (nth > 0),
    at       timestamptz NOT NULL,
    staff_id uuid NOT NULL,
    reason   text NOT NULL DEFAULT '',
    PRIMARY KEY (batch_id, nth),
    CONSTRAINT a_second_time_has_a_reason CHECK (nth = 1 OR reason <> '')
);

-- The reading that ends (or begins) a supply, and the amount that comes back. The key is the order: one reading for
-- each closing, however often it is told.
CREATE TABLE water.settlement (
    order_id        uuid PRIMARY KEY REFERENCES water.work_order,
    number          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT one_number_for_a_settlement UNIQUE,
    kind            text NOT NULL CHECK (kind IN ('OPEN', 'CLOSE')),
    point_id        uuid NOT NULL REFERENCES water.supply_point,
    case_id         uuid REFERENCES casework.case_file ON DELETE SET NULL,
    customer_number text NOT NULL DEFAULT '',
    meter_number    text NOT NULL DEFAULT '',
    calibre_mm      int NOT NULL,
    services        text[] NOT NULL,
    last_m3         int,
    last_on         date,
    reading_m3      int,
    story           text,
    used_m3         int,
    read_on         date NOT NULL,
    read_by         text NOT NULL DEFAULT 'crew' CHECK (read_by IN ('crew', 'office')),
    batch_id        uuid REFERENCES water.billing_batch,
    water_yen       bigint,
    sewer_yen       bigint,
    rural_yen       bigint,
    total_yen       bigint,
    billed_on       date,
    taken_back_at   timestamptz,
    made_at         timestamptz NOT NULL,
    CONSTRAINT sent_with_its_reading CHECK (batch_id IS NULL OR reading_m3 IS NOT NULL),
    CONSTRAINT an_amount_has_its_day CHECK ((total_yen IS NULL) = (billed_on IS NULL))
);
CREATE INDEX settlement_by_batch ON water.settlement (batch_id);
CREATE INDEX settlement_to_send ON water.settlement (number) WHERE batch_id IS NULL;

-- 休止の期限のお知らせ: sent once for each end that was named.
CREATE TABLE water.pause_reminder (
    point_id uuid NOT NULL REFERENCES water.supply_point ON DELETE CASCADE,
    ends_on  date NOT NULL,
    case_id  uuid REFERENCES casework.case_file ON DELETE SET NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (point_id, ends_on)
);
