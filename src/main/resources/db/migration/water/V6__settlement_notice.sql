-- What was asked for: a pause (休止) ends the use and not the contract, and the billing system has to tell them apart.
ALTER TABLE water.settlement ADD COLUMN notice text
    CHECK (notice IN ('START', 'STOP', 'PAUSE', 'RESUME'));
UPDATE water.settlement s SET notice = coalesce(
    (SELECT c.kind FROM water.case_point c WHERE c.case_id = s.case_id),
    CASE s.kind WHEN 'OPEN' THEN 'START' ELSE 'STOP' END);
ALTER TABLE water.settlement ALTER COLUMN notice SET NOT NULL;
