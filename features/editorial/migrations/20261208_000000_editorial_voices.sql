-- Of a voice: how whoever speaks has consented to be quoted, and where that is kept.
ALTER TABLE editorial_items ADD COLUMN consent TEXT NOT NULL DEFAULT '';
-- When readers no longer have it, whatever else is so: a consent that ends.
ALTER TABLE editorial_items ADD COLUMN ends_at {time};
