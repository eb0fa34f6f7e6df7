-- Events are added and read; only what names a person can be taken out of them.
GRANT SELECT, INSERT, UPDATE, DELETE ON shelter.shelter, shelter.disaster, shelter.opening,
    shelter.presence, shelter.alias, shelter.place, shelter.conflict TO :app;
GRANT SELECT ON shelter.same_world TO :app;
GRANT SELECT, INSERT ON shelter.event, shelter.event_subject TO :app;
GRANT UPDATE (personal) ON shelter.event TO :app;
-- The desks and their keys.
GRANT SELECT, INSERT ON shelter.signing_key, shelter.exchange_key TO :app;
GRANT SELECT, INSERT, UPDATE ON shelter.desk_pass, shelter.desk TO :app;
GRANT SELECT, INSERT, DELETE ON shelter.wall_visit TO :app;
-- 安否照会, and the time afterwards: a deletion record is written once and stays.
GRANT SELECT, INSERT ON shelter.inquiry TO :app;
GRANT UPDATE (personal, person_marks) ON shelter.inquiry TO :app;
GRANT SELECT, INSERT, UPDATE ON shelter.aftermath TO :app;
GRANT SELECT, INSERT ON shelter.deletion TO :app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA shelter TO :app;
-- 避難行動要支援者: the list is replaced as a whole; what was said stays until its disaster's names go.
GRANT SELECT, INSERT, UPDATE, DELETE ON shelter.supported, shelter.supported_match TO :app;
GRANT SELECT, INSERT, DELETE ON shelter.supported_note TO :app;
-- Households registered at home; whoever takes theirs back leaves nothing.
GRANT SELECT, INSERT, UPDATE, DELETE ON shelter.registration TO :app;
GRANT SELECT, UPDATE ON shelter.registration_version TO :app;
-- What was counted is added to, never changed.
GRANT SELECT, INSERT ON shelter.stock TO :app;
