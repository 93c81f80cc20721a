-- What people show of themselves to other members, as far as they choose.
CREATE TABLE person_profiles (
    person BIGINT PRIMARY KEY REFERENCES people (id),
    -- To whom: 'nobody', 'city' (who works for the same city, and the central team) or 'members'.
    shown {plain} NOT NULL,
    -- Field of work: a code, or empty.
    field {plain} NOT NULL,
    -- Function and profession, as they write them.
    position TEXT NOT NULL,
    profession TEXT NOT NULL,
    about TEXT NOT NULL,
    -- Other members may write to them through the hub.
    reachable BOOLEAN NOT NULL,
    -- Function, profession and what stands in `about`, folded, to search in.
    folded TEXT NOT NULL,
    -- The picture: its number in addresses, its file, and when its owner agreed that it is shown; none: there is none.
    picture BIGINT,
    picture_hash {plain},
    picture_size BIGINT,
    picture_agreed_at {time},
    revision BIGINT NOT NULL,
    changed_at {time} NOT NULL
);
CREATE INDEX person_profiles_shown ON person_profiles (shown);

-- The directory is by name.
CREATE INDEX people_name ON people (name_key, id);

CREATE TABLE person_languages (
    person BIGINT NOT NULL REFERENCES people (id),
    -- BCP 47
    lang {plain} NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (person, lang)
);
CREATE INDEX person_languages_lang ON person_languages (lang, person);

CREATE TABLE person_themes (
    person BIGINT NOT NULL REFERENCES people (id),
    theme {plain} NOT NULL,
    PRIMARY KEY (person, theme)
);
CREATE INDEX person_themes_theme ON person_themes (theme, person);

-- What one member wrote to another through the hub, until its letter has been handed over.
CREATE TABLE person_messages (
    id BIGINT PRIMARY KEY,
    sender BIGINT NOT NULL REFERENCES people (id),
    recipient BIGINT NOT NULL REFERENCES people (id),
    text TEXT NOT NULL,
    at {time} NOT NULL
);
CREATE INDEX person_messages_at ON person_messages (at);
