-- What the network's team publishes: news, questions, myths, initiatives. Its words are texts (crate `texts`).
CREATE TABLE editorial_items (
    id BIGINT PRIMARY KEY,
    kind {plain} NOT NULL,
    state {plain} NOT NULL,
    -- readers have it, whatever is written on meanwhile
    shown BOOLEAN NOT NULL DEFAULT FALSE,
    -- of questions: what they are about
    section {plain} NOT NULL DEFAULT '',
    -- its place among others of its kind
    position BIGINT NOT NULL DEFAULT 0,
    -- ids of the network's sources, with a blank between them
    sources TEXT NOT NULL DEFAULT '',
    reviewed_by TEXT NOT NULL DEFAULT '',
    -- days, as 2026-11-28
    reviewed_on {plain} NOT NULL DEFAULT '',
    review_due {plain} NOT NULL DEFAULT '',
    -- its titles in all languages, folded, to search in
    folded TEXT NOT NULL DEFAULT '',
    published_at {time},
    created_at {time} NOT NULL,
    changed_at {time} NOT NULL,
    -- of these facts: who saves an old state is told
    revision BIGINT NOT NULL DEFAULT 1,
    -- its name in the first data, so that it is brought once
    first {plain} UNIQUE
);
CREATE INDEX editorial_items_shown ON editorial_items (kind, shown, position, id);
CREATE INDEX editorial_items_published ON editorial_items (kind, shown, published_at, id);
CREATE INDEX editorial_items_changed ON editorial_items (changed_at, id);

CREATE TABLE editorial_themes (
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    theme {plain} NOT NULL,
    PRIMARY KEY (item, theme)
);
CREATE TABLE editorial_cities (
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    city BIGINT NOT NULL REFERENCES cities (id),
    PRIMARY KEY (item, city)
);

-- Which thing an address belongs to, for ever: one that a text had before leads to where it is now.
CREATE TABLE editorial_addresses (
    kind {plain} NOT NULL,
    slug {plain} NOT NULL,
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    PRIMARY KEY (kind, slug)
);
