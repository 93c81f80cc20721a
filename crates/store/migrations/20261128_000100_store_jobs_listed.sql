-- The back office lists jobs by this order: dead ones first, the newest first.
CREATE INDEX jobs_listed ON jobs (dead, id);
