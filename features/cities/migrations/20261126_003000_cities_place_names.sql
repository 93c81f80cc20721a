-- The largest of the places whose names begin with a letter or two are found in the index alone.
ALTER TABLE place_names ADD COLUMN population BIGINT NOT NULL DEFAULT 0;
UPDATE place_names SET population = COALESCE((SELECT p.population FROM places p WHERE p.id = place_names.place), 0);
DROP INDEX place_names_folded;
CREATE INDEX place_names_folded ON place_names (folded, population, place);
