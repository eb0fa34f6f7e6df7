-- The log of amounts, budgets and exports is added to and read, never changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.grant_money, casework.transfer TO :app;
GRANT SELECT, INSERT, DELETE ON casework.grant_step TO :app;
GRANT SELECT, INSERT ON casework.budget, casework.transfer_export TO :app;
GRANT SELECT, INSERT, UPDATE ON casework.transfer_run TO :app;
GRANT SELECT, INSERT, DELETE ON casework.fee_entry TO :app;
GRANT USAGE ON SEQUENCE casework.fee_receipt TO :app;

-- History and frozen definitions are added and read, never changed. A case goes as a whole when a person is forgotten.
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.case_file, casework.search_word, casework.link, casework.saved_filter
    TO :app;
GRANT SELECT, INSERT ON casework.definition TO :app;
GRANT SELECT, INSERT, DELETE ON casework.event TO :app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.proposal TO :app;
GRANT SELECT, INSERT, DELETE ON casework.proposal_mark TO :app;
-- Of a case that is gone, fees lose their words. What was destroyed stays written down.
GRANT UPDATE (words, case_receipt) ON casework.fee_entry TO :app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.hold TO :app;
GRANT SELECT, INSERT, UPDATE ON casework.disposal, casework.disposal_case, casework.disposal_room TO :app;

-- The figures: written by triggers as the program acts, folded by a job.
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.picture_count, casework.picture_change TO :app;
GRANT SELECT, INSERT ON casework.picture_sent_back TO :app;
GRANT SELECT ON casework.picture TO :app;
