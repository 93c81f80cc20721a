-- A thing's text in one language: which revision was written last, which one is said to be ready, which one readers have.
CREATE TABLE texts (
    kind {plain} NOT NULL,
    item BIGINT NOT NULL,
    lang {plain} NOT NULL,
    -- of the thing's texts the one that the others render
    source BOOLEAN NOT NULL,
    -- of the source: translations are asked for
    wanted BOOLEAN NOT NULL,
    newest BIGINT NOT NULL,
    ready BIGINT,
    live BIGINT,
    -- of the source: the fingerprint of what is ready, or of what was written last; of a translation: that of the source
    -- which its ready revision renders, empty where none is ready
    fingerprint {plain} NOT NULL,
    PRIMARY KEY (kind, item, lang)
);
CREATE INDEX texts_waiting ON texts (lang, kind, item, fingerprint);

CREATE TABLE text_revisions (
    kind {plain} NOT NULL,
    item BIGINT NOT NULL,
    lang {plain} NOT NULL,
    number BIGINT NOT NULL,
    -- of its own parts
    fingerprint {plain} NOT NULL,
    -- of a translation: the revision of the source that it renders, and the fingerprint of that
    rendered BIGINT,
    rendered_fingerprint {plain} NOT NULL,
    -- the same words as before, said to be right still
    confirmed BOOLEAN NOT NULL,
    author BIGINT,
    at {time} NOT NULL,
    PRIMARY KEY (kind, item, lang, number)
);

CREATE TABLE text_parts (
    kind {plain} NOT NULL,
    item BIGINT NOT NULL,
    lang {plain} NOT NULL,
    number BIGINT NOT NULL,
    part {plain} NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, item, lang, number, part)
);
