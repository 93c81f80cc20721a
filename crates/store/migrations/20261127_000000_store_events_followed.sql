-- What else is known of an event: ids and codes, as JSON. And where it stands in commit order; none of those of a
-- program of before, which told people itself and whose events nobody follows.
ALTER TABLE events ADD COLUMN data TEXT NOT NULL DEFAULT '{}';
ALTER TABLE events ADD COLUMN position BIGINT;
CREATE INDEX events_position ON events (position, id);
CREATE INDEX events_at ON events (at);

-- Who follows events, by name: the last one that was taken, by whichever node.
CREATE TABLE event_followers (
    name TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    event BIGINT NOT NULL
);

-- Events that a follower could not take: it has gone on, and a job tries them again.
CREATE TABLE events_aside (
    follower TEXT NOT NULL,
    event BIGINT NOT NULL,
    at {time} NOT NULL,
    PRIMARY KEY (follower, event)
);
