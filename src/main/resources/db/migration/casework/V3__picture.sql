-- The figures of the office are read from these alone, without the rows and their answers.
CREATE INDEX picture_received ON casework.case_file (section, received_at)
    INCLUDE (procedure, channel, counts_from, closed_at, meaning);
CREATE INDEX picture_waiting ON casework.case_file (section, procedure)
    INCLUDE (received_at, due_on, meaning) WHERE closed_at IS NULL;
CREATE INDEX picture_sent_back ON casework.event (at) INCLUDE (case_id, fields) WHERE act = 'sendBack';
