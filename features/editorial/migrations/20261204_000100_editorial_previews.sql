-- Links with which somebody outside reads what is not published: each opens one thing, until it ends. The link itself is not
-- kept: it is signed.
CREATE TABLE editorial_previews (
    id BIGINT PRIMARY KEY,
    item BIGINT NOT NULL REFERENCES editorial_items (id),
    created_by BIGINT,
    created_at {time} NOT NULL,
    ends_at {time} NOT NULL,
    revoked_at {time}
);
CREATE INDEX editorial_previews_item ON editorial_previews (item, ends_at);
