-- One row per change, for whoever shows activity or counts: ids only, no personal text.
CREATE TABLE events (
    id BIGINT PRIMARY KEY,
    at {time} NOT NULL,
    actor BIGINT,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    city BIGINT
);
CREATE INDEX events_subject ON events (subject, id);

-- Who saw or changed what is sensitive. Never updated.
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    at {time} NOT NULL,
    actor BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);

-- What happens after a commit. A job is done by one node.
CREATE TABLE jobs (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at {time} NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    holder TEXT,
    locked_until {time},
    last_error TEXT,
    dead BOOLEAN NOT NULL DEFAULT FALSE,
    created_at {time} NOT NULL
);
CREATE INDEX jobs_next ON jobs (dead, run_at, id);

-- What every node follows with a cursor of its own: search index and page cache.
CREATE TABLE changes (
    seq {serial},
    position {position},
    kind TEXT NOT NULL,
    item BIGINT NOT NULL,
    restricts BOOLEAN NOT NULL,
    topics TEXT NOT NULL
);
CREATE INDEX changes_position ON changes (position, seq);

-- A form sent twice changes one thing.
CREATE TABLE submissions (
    token TEXT PRIMARY KEY,
    person BIGINT,
    outcome TEXT NOT NULL,
    at {time} NOT NULL
);

-- How often something was tried; keys are hashes, rows go after a day.
CREATE TABLE throttles (
    name TEXT PRIMARY KEY,
    since {time} NOT NULL,
    tries BIGINT NOT NULL
);
CREATE INDEX throttles_since ON throttles (since);
