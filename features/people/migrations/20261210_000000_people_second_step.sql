-- The authenticator app of a person: the secret that it shares with the hub, sealed.
CREATE TABLE authenticators (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    -- The session in which it was begun, by its hash: the only one that sees its secret.
    session TEXT NOT NULL,
    sealed TEXT NOT NULL,
    -- The newest time step of which a code was used: it is used once, and none before it.
    last_step BIGINT NOT NULL,
    created_at {time} NOT NULL,
    -- Since when it is asked for; none while it is being set up.
    confirmed_at {time}
);
CREATE INDEX authenticators_person ON authenticators (person);

-- It was opened with a link from an e-mail: whoever has only the password has no such session.
ALTER TABLE sessions ADD COLUMN by_link BOOLEAN NOT NULL DEFAULT FALSE;

-- Codes for whoever has lost the app, each used once. Signed with a key that is not in the database: none can be found by trying.
CREATE TABLE recovery_codes (
    person BIGINT NOT NULL REFERENCES people (id),
    signed TEXT NOT NULL,
    created_at {time} NOT NULL,
    used_at {time},
    PRIMARY KEY (person, signed)
);

-- Whoever has given their password, or come by a link, and not yet a code. It is no session: nothing is shown for it.
CREATE TABLE first_steps (
    hash TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    expires_at {time} NOT NULL
);
CREATE INDEX first_steps_person ON first_steps (person);
CREATE INDEX first_steps_expires ON first_steps (expires_at);
