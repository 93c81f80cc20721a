-- Where what readers have leads: paths of the hub behind the language, addresses elsewhere, and what a text names.
CREATE TABLE editorial_links (
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    lang {plain} NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (item, lang, target)
);
CREATE INDEX editorial_links_target ON editorial_links (target);
ALTER TABLE editorial_items ADD COLUMN links_noted BOOLEAN NOT NULL DEFAULT FALSE;
