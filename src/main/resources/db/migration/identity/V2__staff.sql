-- Staff, and how they prove who they are.

CREATE TABLE identity.staff (
    id          uuid PRIMARY KEY,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    mail        text CHECK (mail = lower(mail) AND length(mail) <= 254),
    search_key  text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('invited', 'active', 'suspended', 'gone')),
    revision    bigint      NOT NULL DEFAULT 1,   -- grows with every change that a running session must notice
    password    text,                             -- bcrypt; none until the invitation is taken up
    totp_secret text,                             -- Base32; none while a second factor must be set up
    totp_step   bigint      NOT NULL DEFAULT 0,   -- the last time step whose code was taken: no code works twice
    created_at  timestamptz NOT NULL,
    CONSTRAINT staff_mail_is_one_persons UNIQUE (mail),
    CONSTRAINT only_who_is_gone_has_no_mail CHECK (mail IS NOT NULL OR state = 'gone')
);

CREATE TABLE identity.staff_section (
    staff_id uuid NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    section  text NOT NULL,
    PRIMARY KEY (staff_id, section)
);
CREATE INDEX staff_section_by_section ON identity.staff_section (section);

CREATE TABLE identity.staff_role (
    staff_id uuid NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    role     text NOT NULL CHECK (role IN ('RECEPTION', 'HANDLER', 'DECIDER', 'ADMINISTRATOR', 'AUDITOR')),
    PRIMARY KEY (staff_id, role)
);
CREATE INDEX staff_role_by_role ON identity.staff_role (role);

CREATE TABLE identity.recovery_code (
    staff_id uuid        NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    hash     text        NOT NULL,                -- SHA-256 over the person's id and the code
    used_at  timestamptz,
    PRIMARY KEY (staff_id, hash)
);

CREATE TABLE identity.passkey (
    credential_id bytea PRIMARY KEY,
    staff_id      uuid        NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    label         text        NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    public_key    bytea       NOT NULL,           -- COSE
    attestation   bytea       NOT NULL,
    client_data   bytea       NOT NULL,
    sign_count    bigint      NOT NULL,
    verified      boolean     NOT NULL,           -- made with user verification
    transports    text        NOT NULL,           -- "internal,hybrid"
    backup_able   boolean     NOT NULL,
    backed_up     boolean     NOT NULL,
    created_at    timestamptz NOT NULL,
    last_used_at  timestamptz
);
CREATE INDEX passkey_by_staff ON identity.passkey (staff_id);

-- A link that works once. Only its hash is kept.
CREATE TABLE identity.one_time_link (
    hash       text PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('setup', 'invitation', 'new-factor', 'new-both')),
    staff_id   uuid REFERENCES identity.staff ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT only_the_setup_is_nobodys CHECK ((staff_id IS NULL) = (purpose = 'setup'))
);
CREATE UNIQUE INDEX one_setup_link ON identity.one_time_link (purpose) WHERE purpose = 'setup' AND used_at IS NULL;
CREATE UNIQUE INDEX one_open_link_for_each ON identity.one_time_link (staff_id) WHERE used_at IS NULL;

-- Failed tries by what was typed as the account, known or not, so that both are answered alike.
CREATE TABLE identity.failed_try (
    account_hash text PRIMARY KEY,
    tries        integer     NOT NULL,
    last_at      timestamptz NOT NULL
);

CREATE TABLE identity.sign_in (
    id       uuid PRIMARY KEY,
    staff_id uuid        NOT NULL REFERENCES identity.staff ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    way      text        NOT NULL CHECK (way IN ('password', 'code', 'recovery-code', 'passkey', 'link')),
    outcome  text        NOT NULL CHECK (outcome IN ('ok', 'failed', 'locked')),
    address  text        NOT NULL
);
CREATE INDEX sign_in_by_staff ON identity.sign_in (staff_id, at DESC);
