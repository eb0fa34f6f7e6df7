-- What was written stays written: the working role adds and reads, nothing else.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA audit TO :app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA audit TO :app;
