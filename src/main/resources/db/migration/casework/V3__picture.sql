-- The figures of the office are read from indexes alone, without the rows and their answers. The two by day of arrival
-- serve the inbox as before; a case is written into no more indexes than it was.
DROP INDEX casework.all_by_received;
DROP INDEX casework.open_by_received;
CREATE INDEX all_by_received ON casework.case_file (section, received_at, id)
    INCLUDE (procedure, channel, counts_from, closed_at, meaning);
CREATE INDEX open_by_received ON casework.case_file (section, received_at, id)
    INCLUDE (procedure, due_on, meaning) WHERE closed_at IS NULL;
CREATE INDEX picture_sent_back ON casework.event (at) INCLUDE (case_id, fields) WHERE act = 'sendBack';
