-- One row: whether writing works is tried, not believed.
CREATE TABLE probes (
    id BIGINT PRIMARY KEY,
    at {time} NOT NULL
);

-- Queues: letters pass before reading, always. A claim is a number of its own for each time that a job is taken.
-- Empty: asked for by a program of before, which knows no queues.
ALTER TABLE jobs ADD COLUMN queue TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN priority BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN misses BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN once TEXT;
ALTER TABLE jobs ADD COLUMN claim BIGINT;
DROP INDEX jobs_next;
CREATE INDEX jobs_due ON jobs (queue, dead, priority, run_at, id);
CREATE UNIQUE INDEX jobs_once ON jobs (kind, once) WHERE once IS NOT NULL AND NOT dead AND claim IS NULL;

CREATE INDEX submissions_at ON submissions (at);

-- When each job that comes again and again is asked for next, by one node of all.
CREATE TABLE schedules (
    name TEXT PRIMARY KEY,
    next_at {time} NOT NULL
);

-- Whose each file is. Until: it is arriving, or kept for a while; none: for good.
CREATE TABLE file_uses (
    hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    part TEXT NOT NULL,
    until {time},
    PRIMARY KEY (hash, kind, item, part)
);
CREATE INDEX file_uses_until ON file_uses (until);
CREATE INDEX file_uses_item ON file_uses (kind, item);

-- Files whose bytes are just being removed.
CREATE TABLE file_removals (
    hash TEXT PRIMARY KEY,
    at {time} NOT NULL,
    claim BIGINT NOT NULL
);

-- What somebody did of late is asked at each upload.
CREATE INDEX events_actor ON events (actor, at);
