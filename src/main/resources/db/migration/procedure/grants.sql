-- The working role publishes and reads; it changes nothing that was published.
GRANT SELECT, INSERT ON procedure.version TO :app;
