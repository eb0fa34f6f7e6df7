-- A shelter that was open can become unusable (an aftershock): reports ask since when.
ALTER TABLE shelter.opening ADD COLUMN unusable_at timestamptz;
