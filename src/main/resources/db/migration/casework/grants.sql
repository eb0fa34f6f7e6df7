-- History and frozen definitions are added and read, never changed. A case goes as a whole when a person is forgotten.
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.case_file, casework.search_word, casework.link, casework.saved_filter
    TO :app;
GRANT SELECT, INSERT ON casework.definition TO :app;
GRANT SELECT, INSERT, DELETE ON casework.event TO :app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.proposal TO :app;
GRANT SELECT, INSERT, DELETE ON casework.proposal_mark TO :app;
