-- An organisation with which the network, or one city, works: a ministry, a university, an association.
CREATE TABLE organisations (
    id BIGINT PRIMARY KEY,
    -- Whose it is: a city's, for its people alone. None: the network's.
    city BIGINT REFERENCES cities (id),
    kind {plain} NOT NULL,
    -- ISO 3166-1 alpha-2; empty where it is of no one country, or that is not known.
    country {plain} NOT NULL,
    acronym TEXT NOT NULL,
    website TEXT NOT NULL,
    -- The last day on which there was such an organisation; none: there is.
    ended_on {plain},
    -- From where the first data has it; empty: somebody entered it.
    source TEXT NOT NULL,
    -- By what it is sorted, and the folded words by which it is found.
    name_key {bytes} NOT NULL,
    searched TEXT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    added_at {time} NOT NULL
);
CREATE INDEX organisations_city ON organisations (city, name_key);

-- What it is called, once for each language.
CREATE TABLE organisation_names (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    lang {plain} NOT NULL,
    name TEXT NOT NULL,
    folded {plain} NOT NULL,
    PRIMARY KEY (organisation, lang)
);
CREATE INDEX organisation_names_folded ON organisation_names (folded);

-- Under what others know it, from a day to a day.
CREATE TABLE organisation_identifiers (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    scheme {plain} NOT NULL,
    value {plain} NOT NULL,
    from_on {plain},
    until_on {plain},
    UNIQUE (organisation, scheme, value)
);
CREATE INDEX organisation_identifiers_value ON organisation_identifiers (scheme, value);
