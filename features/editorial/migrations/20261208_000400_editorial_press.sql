-- Of a release: whom the media ask, and how they are reached.
ALTER TABLE editorial_items ADD COLUMN media_contact TEXT NOT NULL DEFAULT '';
CREATE INDEX editorial_items_scheduled ON editorial_items (scheduled_at, id);

-- Short texts for social media, by language: copied by hand, never posted.
CREATE TABLE editorial_social (
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    lang {plain} NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (item, lang)
);
