-- The figures of the office are kept beside the cases: one row for each kind of case that there is, by month, and never
-- one about a person. A trigger writes what changed, within the act that changed it; a job folds the changes together
-- (decision 37). So no act waits for another, and drawing the figures costs the same however many cases there are.

ALTER TABLE casework.case_file
    ADD COLUMN took_days int CHECK (took_days >= 0),
    ADD CONSTRAINT only_what_ended_took_days CHECK (closed_at IS NOT NULL OR took_days IS NULL);
CREATE INDEX ended_uncounted ON casework.case_file (id) WHERE closed_at IS NOT NULL AND took_days IS NULL;

CREATE TABLE casework.picture_count (
    section   text NOT NULL,
    procedure text NOT NULL,
    online    boolean NOT NULL,
    came      date NOT NULL,       -- first day of the month, in Tokyo
    ended     date,                -- likewise; null: still open
    withdrawn boolean NOT NULL,
    took_days int,                 -- open days; null: still open, or not yet counted
    number    bigint NOT NULL,
    CONSTRAINT one_count_of_a_kind
        UNIQUE NULLS NOT DISTINCT (section, procedure, online, came, ended, withdrawn, took_days)
);

-- What has not been folded yet. No key, so that two acts at once never wait here.
CREATE TABLE casework.picture_change (LIKE casework.picture_count INCLUDING DEFAULTS);

DROP INDEX casework.picture_sent_back;

-- What was sent back stays counted where and when it was.
CREATE TABLE casework.picture_sent_back (
    section   text NOT NULL,
    procedure text NOT NULL,
    month     date NOT NULL,
    field     text NOT NULL
);
CREATE INDEX picture_sent_back_of_month ON casework.picture_sent_back (month) INCLUDE (section, procedure, field);

CREATE VIEW casework.picture AS
    SELECT * FROM casework.picture_count UNION ALL SELECT * FROM casework.picture_change;

CREATE FUNCTION casework.month_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN date_trunc('month', at AT TIME ZONE 'Asia/Tokyo')::date;

CREATE FUNCTION casework.count_what_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO casework.picture_change
    SELECT section, procedure, channel IN ('web', 'line'), casework.month_of(received_at),
        casework.month_of(closed_at), meaning = 'WITHDRAWN', took_days, count(*)
    FROM after GROUP BY 1, 2, 3, 4, 5, 6, 7;
    RETURN NULL;
END $$;

CREATE FUNCTION casework.count_what_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO casework.picture_change
    SELECT section, procedure, channel IN ('web', 'line'), casework.month_of(received_at),
        casework.month_of(closed_at), meaning = 'WITHDRAWN', took_days, sum(number)
    FROM (
        SELECT section, procedure, channel, received_at, closed_at, meaning, took_days, 1 AS number FROM after
        UNION ALL
        SELECT section, procedure, channel, received_at, closed_at, meaning, took_days, -1 FROM before
    ) AS both_sides
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(number) <> 0;
    RETURN NULL;
END $$;

-- What has ended stays counted when its case is destroyed in its time.
CREATE FUNCTION casework.count_what_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO casework.picture_change
    SELECT section, procedure, channel IN ('web', 'line'), casework.month_of(received_at),
        NULL::date, meaning = 'WITHDRAWN', took_days, -count(*)
    FROM before WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
    RETURN NULL;
END $$;

CREATE FUNCTION casework.count_what_was_sent_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO casework.picture_sent_back
    SELECT file.section, file.procedure, casework.month_of(event.at), field
    FROM after AS event
    JOIN casework.case_file AS file ON file.id = event.case_id, unnest(event.fields) AS field
    WHERE event.act = 'sendBack';
    RETURN NULL;
END $$;

CREATE TRIGGER count_what_came AFTER INSERT ON casework.case_file
    REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION casework.count_what_came();
CREATE TRIGGER count_what_changed AFTER UPDATE ON casework.case_file
    REFERENCING NEW TABLE AS after OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION casework.count_what_changed();
CREATE TRIGGER count_what_went AFTER DELETE ON casework.case_file
    REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION casework.count_what_went();
CREATE TRIGGER count_what_was_sent_back AFTER INSERT ON casework.event
    REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION casework.count_what_was_sent_back();

-- What is there already.
INSERT INTO casework.picture_count
    SELECT section, procedure, channel IN ('web', 'line'), casework.month_of(received_at),
        casework.month_of(closed_at), meaning = 'WITHDRAWN', took_days, count(*)
    FROM casework.case_file GROUP BY 1, 2, 3, 4, 5, 6, 7;
INSERT INTO casework.picture_sent_back
    SELECT file.section, file.procedure, casework.month_of(event.at), field
    FROM casework.event AS event
    JOIN casework.case_file AS file ON file.id = event.case_id, unnest(event.fields) AS field
    WHERE event.act = 'sendBack';

-- The index by arrival need not carry the figures any more.
DROP INDEX casework.all_by_received;
CREATE INDEX all_by_received ON casework.case_file (section, received_at, id);
