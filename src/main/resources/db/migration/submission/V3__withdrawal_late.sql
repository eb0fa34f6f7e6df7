-- Taken back outside after the office inside had gone on (two zones, decision 0034): it stands again as it did, and the
-- page says why.
ALTER TABLE submission.submission ADD COLUMN withdrawal_late_at timestamptz;
