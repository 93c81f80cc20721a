-- When somebody was last in the hub, to some hours; none: never, as far as is known.
ALTER TABLE people ADD COLUMN seen_at {time};
UPDATE people SET seen_at = (SELECT MAX(d.seen_at) FROM devices d WHERE d.person = people.id);
-- When they were last asked whether they still work for their cities, since they had not been there for long.
ALTER TABLE people ADD COLUMN asked_at {time};
-- From when on a year is counted of whom nobody knows when they were last here.
ALTER TABLE people ADD COLUMN counted_from {time};
