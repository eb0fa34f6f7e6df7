-- Why a shelter cannot be used stands beside the reason for which it was opened, and no longer in its place.
ALTER TABLE shelter.opening ADD COLUMN unusable_why text NOT NULL DEFAULT '';
UPDATE shelter.opening SET unusable_why = reason, reason = '', unusable_at = coalesce(unusable_at, confirmed_at)
WHERE state = 'UNUSABLE';
