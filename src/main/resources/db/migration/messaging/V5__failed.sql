-- What was given up lately is counted on every look at the status page.
CREATE INDEX outgoing_failed ON outgoing (settled_at) WHERE state = 'failed';
