-- What was written stays written: the working role adds and reads, nothing else. Only the list of what waits for its
-- seal is emptied as it is sealed.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA audit TO :app;
GRANT DELETE ON audit.waiting TO :app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA audit TO :app;
