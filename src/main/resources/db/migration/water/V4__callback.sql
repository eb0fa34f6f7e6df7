-- Whoever wants water sooner than it is offered, and asks to be called. Erased a while after the call.
CREATE TABLE water.callback (
    id         uuid PRIMARY KEY,
    procedure  text NOT NULL,
    wanted_on  date NOT NULL,
    name       text NOT NULL,
    name_key   text NOT NULL,
    phone      text NOT NULL,
    phone_key  text NOT NULL,
    language   text NOT NULL,
    asked_at   timestamptz NOT NULL,
    called_at  timestamptz,
    called_by  text,
    outcome    text,
    CHECK ((called_at IS NULL) = (called_by IS NULL) AND (called_at IS NULL) = (outcome IS NULL))
);

CREATE INDEX callback_open ON water.callback (asked_at) WHERE called_at IS NULL;
