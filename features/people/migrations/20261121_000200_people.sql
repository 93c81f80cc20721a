CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    -- folded to lower case
    email {plain} NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key {bytes} NOT NULL,
    -- name and address folded, to search in
    folded TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- argon2id in PHC form; none until the first link was used
    password TEXT,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    created_at {time} NOT NULL
);

-- held for something: scope is a city's number, a region's slug, or empty for the network
CREATE TABLE roles (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    granted_at {time} NOT NULL,
    UNIQUE (person, role, scope)
);
CREATE INDEX roles_scope ON roles (role, scope);

-- invitations, forgotten passwords, the first administrator (who has no person yet)
CREATE TABLE links (
    hash TEXT PRIMARY KEY,
    person BIGINT REFERENCES people (id),
    purpose TEXT NOT NULL,
    expires_at {time} NOT NULL,
    used_at {time}
);

CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    created_at {time} NOT NULL,
    expires_at {time} NOT NULL
);
CREATE INDEX sessions_person ON sessions (person);

-- an administrator opened a city's own documents for a while
CREATE TABLE broken_glass (
    person BIGINT NOT NULL REFERENCES people (id),
    city BIGINT NOT NULL,
    until {time} NOT NULL,
    PRIMARY KEY (person, city)
);
