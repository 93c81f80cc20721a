-- Of a page: the page below which it stands, and the place in the menu or the foot that leads to it.
ALTER TABLE editorial_items ADD COLUMN parent BIGINT;
ALTER TABLE editorial_items ADD COLUMN place {plain} NOT NULL DEFAULT '';
