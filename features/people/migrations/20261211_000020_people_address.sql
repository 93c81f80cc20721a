-- Addresses that people change themselves.
CREATE TABLE address_changes (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    old_email {plain} NOT NULL,
    new_email {plain} NOT NULL,
    asked_at {time} NOT NULL,
    -- Since when the new one is theirs: whoever reads it has said so.
    changed_at {time},
    -- It was undone, or came to nothing.
    ended_at {time}
);
CREATE INDEX address_changes_person ON address_changes (person, asked_at);
CREATE INDEX address_changes_old ON address_changes (old_email, asked_at);
CREATE INDEX address_changes_asked ON address_changes (asked_at);

-- Links in letters about an account that open no session: what each does is done with one press.
CREATE TABLE pressed_links (
    hash TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    -- Which one: a change of an address.
    about BIGINT NOT NULL,
    -- The letter that it leaves in.
    letter BIGINT NOT NULL,
    expires_at {time} NOT NULL
);
CREATE INDEX pressed_links_letter ON pressed_links (letter);
CREATE INDEX pressed_links_expires ON pressed_links (expires_at);
