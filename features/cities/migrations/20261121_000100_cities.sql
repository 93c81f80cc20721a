CREATE TABLE cities (
    id BIGINT PRIMARY KEY,
    slug {plain} NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_ar TEXT NOT NULL,
    -- all names folded, to search in
    folded TEXT NOT NULL,
    -- collation keys, to sort by
    key_en {bytes} NOT NULL,
    key_fr {bytes} NOT NULL,
    key_ar {bytes} NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    latitude {double} NOT NULL,
    longitude {double} NOT NULL,
    population BIGINT,
    population_source TEXT NOT NULL,
    place BIGINT,
    place_source TEXT NOT NULL,
    source TEXT NOT NULL,
    -- grows with every change of the facts: who edits an old state is told
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX cities_region ON cities (region, country);

CREATE TABLE steering_seats (
    city BIGINT NOT NULL REFERENCES cities (id),
    term TEXT NOT NULL,
    PRIMARY KEY (city, term)
);

-- What a city says of itself, once per language.
CREATE TABLE city_profiles (
    city BIGINT NOT NULL REFERENCES cities (id),
    lang TEXT NOT NULL,
    summary TEXT NOT NULL,
    website TEXT NOT NULL,
    contact TEXT NOT NULL,
    updated_at {time} NOT NULL,
    -- as of cities
    revision BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (city, lang)
);

-- The gazetteer (GeoNames), for picking places.
CREATE TABLE places (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    latitude {double} NOT NULL,
    longitude {double} NOT NULL,
    population BIGINT NOT NULL
);
CREATE TABLE place_names (
    folded {plain} NOT NULL,
    place BIGINT NOT NULL
);
CREATE INDEX place_names_folded ON place_names (folded, place);
