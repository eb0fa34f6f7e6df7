-- The working role publishes and reads; it changes nothing that was published.
GRANT SELECT, INSERT ON procedure.version TO :app;
-- The town's list is replaced as a whole; that it was is only added to.
GRANT SELECT, INSERT, DELETE ON procedure.listed TO :app;
GRANT SELECT, INSERT ON procedure.listing TO :app;
