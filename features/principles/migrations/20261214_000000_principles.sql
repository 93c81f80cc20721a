-- What every member agrees to, in versions. A version that somebody signed never changes: another one follows it.
CREATE TABLE principles_versions (
    id BIGINT PRIMARY KEY,
    -- As people call it, and as it stands in its address: 2024.
    name {plain} NOT NULL UNIQUE,
    -- Its place among all; the last is in force.
    number BIGINT NOT NULL UNIQUE,
    -- Ids of the sources that it was written from, joined by ';'.
    source TEXT NOT NULL
);
-- Its text in a language: one principle each line.
CREATE TABLE principles_texts (
    version BIGINT NOT NULL REFERENCES principles_versions (id),
    lang {plain} NOT NULL,
    body TEXT NOT NULL,
    -- What a signature names, so that nobody can say later that another text was signed.
    hash {plain} NOT NULL,
    PRIMARY KEY (version, lang)
);
-- A city's agreement to one version. Never changed: who signs anew signs once more.
CREATE TABLE principles_signatures (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL REFERENCES cities (id),
    version BIGINT NOT NULL REFERENCES principles_versions (id),
    -- The text that was read: its language and its hash.
    lang {plain} NOT NULL,
    hash {plain} NOT NULL,
    -- For whom it is signed: whoever has the mandate, as they write their name.
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    -- The name may stand on the public page.
    named BOOLEAN NOT NULL,
    signed_at {time} NOT NULL
);
CREATE INDEX principles_signatures_city ON principles_signatures (city, id);
CREATE INDEX principles_signatures_version ON principles_signatures (version, id);
