-- Versions that are written in the office, and cities that are asked to sign them.
-- major (each city is asked anew), minor (what was signed holds).
ALTER TABLE principles_versions ADD COLUMN change {plain} NOT NULL DEFAULT 'major';
-- When the office published it; none of what came with the network's folder.
ALTER TABLE principles_versions ADD COLUMN published_at {time};
ALTER TABLE principles_versions ADD COLUMN published_by BIGINT;
-- Until the end of this day cities have time to sign it; none where nobody was asked.
ALTER TABLE principles_versions ADD COLUMN grace_until {plain};
-- What is new in it.
ALTER TABLE principles_texts ADD COLUMN about TEXT NOT NULL DEFAULT '';
-- Whoever entered a signature with their account; none where that was done through a link.
ALTER TABLE principles_signatures ADD COLUMN entered_by BIGINT;
-- Where the paper is that was signed; empty where it was signed in the hub.
ALTER TABLE principles_signatures ADD COLUMN paper TEXT NOT NULL DEFAULT '';

-- The next version, while it is written: one at a time.
CREATE TABLE principles_drafts (
    id BIGINT PRIMARY KEY,
    only_one BIGINT NOT NULL DEFAULT 1 UNIQUE,
    name TEXT NOT NULL,
    change TEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_by BIGINT,
    changed_at {time} NOT NULL
);
CREATE TABLE principles_draft_texts (
    draft BIGINT NOT NULL REFERENCES principles_drafts (id),
    lang {plain} NOT NULL,
    body TEXT NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (draft, lang)
);

-- More time for a city to sign a version.
CREATE TABLE principles_extensions (
    id BIGINT PRIMARY KEY,
    version BIGINT NOT NULL REFERENCES principles_versions (id),
    city BIGINT NOT NULL REFERENCES cities (id),
    until {plain} NOT NULL,
    reason TEXT NOT NULL,
    entered_by BIGINT,
    entered_at {time} NOT NULL
);
CREATE INDEX principles_extensions_city ON principles_extensions (city, version);

-- Cities that were asked to sign a major version, and until when they had time at first: at least so long from the day on which they were asked.
CREATE TABLE principles_asked (
    version BIGINT NOT NULL REFERENCES principles_versions (id),
    city BIGINT NOT NULL REFERENCES cities (id),
    until {plain} NOT NULL,
    asked_at {time} NOT NULL,
    PRIMARY KEY (version, city)
);

-- What cities were told: soon, over; of the day until which they had time then.
CREATE TABLE principles_reminders (
    version BIGINT NOT NULL REFERENCES principles_versions (id),
    city BIGINT NOT NULL REFERENCES cities (id),
    kind {plain} NOT NULL,
    until {plain} NOT NULL,
    PRIMARY KEY (version, city, kind, until)
);

-- Links with which somebody without an account signs for a city.
CREATE TABLE principles_links (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL REFERENCES cities (id),
    made_by BIGINT,
    made_at {time} NOT NULL,
    -- Since when it leads nowhere: signed with, or replaced.
    ended_at {time}
);
CREATE INDEX principles_links_city ON principles_links (city);
