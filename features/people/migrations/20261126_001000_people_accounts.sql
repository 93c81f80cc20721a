-- The letter that a link left in; none for one that was handed over otherwise.
ALTER TABLE links ADD COLUMN letter BIGINT;
CREATE INDEX links_person ON links (person);
CREATE INDEX links_expires ON links (expires_at);

-- Letters that an earlier version let wait with their links in clear leave at once; those that could not leave stay no
-- longer: their links would stand here for good.
DELETE FROM jobs WHERE dead AND kind = 'mail.send' AND payload LIKE '%/links/%';

-- When it was last used, to the hour.
ALTER TABLE sessions ADD COLUMN seen_at {time};
CREATE INDEX sessions_expires ON sessions (expires_at);

-- Given while nobody who leads the city could object: of its own documents those from this one on are seen at first.
ALTER TABLE roles ADD COLUMN sees_from BIGINT;

-- Roles that were taken: whoever held one lately is told what is done with the city.
CREATE TABLE ended_roles (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    granted_at {time} NOT NULL,
    sees_from BIGINT,
    ended_at {time} NOT NULL
);
CREATE INDEX ended_roles_scope ON ended_roles (scope, ended_at);
CREATE INDEX ended_roles_ended ON ended_roles (ended_at);

-- Each time that an administrator opened a city's own documents, with the reason.
CREATE TABLE glass_openings (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    city BIGINT NOT NULL,
    reason TEXT NOT NULL,
    opened_at {time} NOT NULL,
    until {time} NOT NULL
);
CREATE INDEX glass_openings_person ON glass_openings (person, until);
CREATE INDEX glass_openings_until ON glass_openings (until);
-- `broken_glass` stays for nodes of before, which look into it.

-- What was read then: each document once.
CREATE TABLE glass_readings (
    opening BIGINT NOT NULL REFERENCES glass_openings (id) ON DELETE CASCADE,
    document BIGINT NOT NULL,
    PRIMARY KEY (opening, document)
);

-- A city's own part of the record, for its people. Rows are added, never changed.
CREATE TABLE city_record (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    at {time} NOT NULL,
    actor BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX city_record_city ON city_record (city, id);
INSERT INTO city_record (id, city, at, actor, action, subject, detail)
    SELECT a.id, c.id, a.at, a.actor, a.action, a.subject, a.detail FROM audit a JOIN cities c
    ON (a.action = 'city.glass-broken' AND a.subject = c.slug)
    OR (a.action IN ('person.invited', 'role.granted', 'role.taken')
        AND a.detail IN ('city-lead ' || c.slug, 'practitioner ' || c.slug));

-- Browsers in which somebody signed in before: they are not held up by what others guess.
CREATE TABLE devices (
    hash TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    created_at {time} NOT NULL,
    seen_at {time} NOT NULL
);
CREATE INDEX devices_person ON devices (person, seen_at);
CREATE INDEX devices_seen ON devices (seen_at);

-- What happened to an account, for its owner.
CREATE TABLE account_log (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    at {time} NOT NULL
);
CREATE INDEX account_log_person ON account_log (person, id);
CREATE INDEX account_log_at ON account_log (at);
