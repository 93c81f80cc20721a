-- Passkeys: keys that devices keep, of which the hub knows the public half.
CREATE TABLE passkeys (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    -- The hub's name, as it was when the key was made: for another one it says nothing.
    party TEXT NOT NULL,
    -- By which the device knows the person: the same in all keys of theirs.
    handle TEXT NOT NULL,
    -- The hash of the key's own id.
    credential TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The public half, with the count of what it signed.
    kept TEXT NOT NULL,
    created_at {time} NOT NULL,
    used_at {time},
    UNIQUE (party, credential)
);
CREATE INDEX passkeys_person ON passkeys (person);

-- What a browser was asked to sign: once, and for minutes.
CREATE TABLE passkey_challenges (
    -- The hash of a secret that only this browser has, and what it is for.
    hash TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at {time} NOT NULL,
    PRIMARY KEY (hash, purpose)
);
CREATE INDEX passkey_challenges_expires ON passkey_challenges (expires_at);
