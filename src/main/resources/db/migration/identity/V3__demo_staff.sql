-- Whose password everybody may know: such an account is awake in the demo only.
ALTER TABLE identity.staff ADD COLUMN demo boolean NOT NULL DEFAULT false;
