-- The provider with which the people of a city sign in (OpenID Connect): the city's own.
CREATE TABLE city_idps (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL UNIQUE,
    issuer {plain} NOT NULL,
    client_id TEXT NOT NULL,
    -- What the hub shows the provider, sealed.
    sealed TEXT NOT NULL,
    -- Another one with each change of the three above: what was begun before does not end with them.
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- The team believes it that it asked for a second step.
    trusted BOOLEAN NOT NULL DEFAULT FALSE,
    tested_at {time},
    -- What came back then, sealed, for whoever tried it.
    tested TEXT,
    tested_by BIGINT,
    -- Until then the other ways are open where it is required.
    repair_until {time},
    changed_at {time} NOT NULL,
    changed_by BIGINT
);

-- Who is whom there: said by whoever is signed in here, never by an address.
CREATE TABLE oidc_links (
    id BIGINT PRIMARY KEY,
    issuer {plain} NOT NULL,
    subject {plain} NOT NULL,
    person BIGINT NOT NULL REFERENCES people (id),
    -- In what kind of session it was made.
    made_in TEXT NOT NULL,
    linked_at {time} NOT NULL,
    used_at {time},
    UNIQUE (issuer, subject)
);
CREATE INDEX oidc_links_person ON oidc_links (person);

-- What a provider was asked, and has not answered yet: once, and for minutes.
CREATE TABLE oidc_asked (
    -- The hash of what comes back with the answer.
    hash TEXT PRIMARY KEY,
    idp BIGINT NOT NULL,
    version BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    -- The hash of a secret that only this browser has.
    browser TEXT NOT NULL,
    -- Whose it is, in which session (its hash); none where somebody signs in.
    person BIGINT,
    session TEXT,
    nonce TEXT NOT NULL,
    -- By which the hub shows that it was the one who asked, sealed.
    sealed TEXT NOT NULL,
    lang TEXT NOT NULL,
    next TEXT NOT NULL,
    asked_at {time} NOT NULL,
    expires_at {time} NOT NULL
);
CREATE INDEX oidc_asked_expires ON oidc_asked (expires_at);

-- By which link it was opened.
ALTER TABLE sessions ADD COLUMN link BIGINT;
-- Of a first step: the provider that is still to say who it is; or the link by which it did, and when it asked them.
ALTER TABLE first_steps ADD COLUMN idp BIGINT;
ALTER TABLE first_steps ADD COLUMN link BIGINT;
ALTER TABLE first_steps ADD COLUMN authenticated_at {time};
