-- When readers are to have it: the instant, which counts, and the local time and zone that somebody chose.
ALTER TABLE editorial_items ADD COLUMN scheduled_at {time};
ALTER TABLE editorial_items ADD COLUMN scheduled_local {plain} NOT NULL DEFAULT '';
ALTER TABLE editorial_items ADD COLUMN scheduled_zone {plain} NOT NULL DEFAULT '';
-- Which plan it is: a job of an earlier one, for the same time, is not its own.
ALTER TABLE editorial_items ADD COLUMN plan BIGINT;
