-- What a shelter had and asked for, each time that somebody counted: appended, never changed. The newest word holds.
CREATE TABLE shelter.stock (
    seq        bigint GENERATED ALWAYS AS IDENTITY,
    count_id   uuid NOT NULL,
    opening_id uuid NOT NULL REFERENCES shelter.opening,
    item       text NOT NULL CHECK (char_length(item) BETWEEN 1 AND 80),
    -- HAND: what is there; ASKED: what the shelter asks for.
    kind       text NOT NULL CHECK (kind IN ('HAND', 'ASKED')),
    unit       text NOT NULL CHECK (char_length(unit) <= 10),
    -- Null: nobody knows any more.
    amount     int CHECK (amount >= 0),
    at         timestamptz NOT NULL,
    noted_at   timestamptz NOT NULL,
    noted_by   text NOT NULL,
    CONSTRAINT one_word_for_a_count PRIMARY KEY (count_id, item, kind)
);
CREATE INDEX stock_of_opening ON shelter.stock (opening_id, item, kind, at DESC, seq DESC);

INSERT INTO shelter.stock (count_id, opening_id, item, kind, unit, amount, at, noted_at, noted_by)
SELECT gen_random_uuid(), s.opening_id, s.item, word.kind, left(s.unit, 10), word.amount, s.updated_at, s.updated_at, ''
FROM shelter.supply s
CROSS JOIN LATERAL (VALUES ('HAND', s.on_hand), ('ASKED', s.needed)) AS word (kind, amount)
WHERE word.amount IS NOT NULL;

DROP TABLE shelter.supply;
