-- Names are texts (kind `city`, part `name`), in any number of languages. What cities were called until now waits here, by
-- language, until the first start has brought it: fingerprints are computed by the program.
CREATE TABLE city_names_before (
    city BIGINT NOT NULL REFERENCES cities (id),
    lang {plain} NOT NULL,
    -- empty: as in the first language
    name TEXT NOT NULL,
    PRIMARY KEY (city, lang)
);
INSERT INTO city_names_before (city, lang, name)
    SELECT id, 'en', name_en FROM cities UNION ALL SELECT id, 'fr', name_fr FROM cities UNION ALL SELECT id, 'ar', name_ar FROM cities;

-- By what a city is sorted in a language: the collation key of its name there, or of that in the language of the source.
CREATE TABLE city_keys (
    city BIGINT NOT NULL REFERENCES cities (id),
    lang {plain} NOT NULL,
    key {bytes} NOT NULL,
    PRIMARY KEY (city, lang)
);
CREATE INDEX city_keys_sorted ON city_keys (lang, key, city);

ALTER TABLE cities DROP COLUMN name_en;
ALTER TABLE cities DROP COLUMN name_fr;
ALTER TABLE cities DROP COLUMN name_ar;
ALTER TABLE cities DROP COLUMN key_en;
ALTER TABLE cities DROP COLUMN key_fr;
ALTER TABLE cities DROP COLUMN key_ar;
