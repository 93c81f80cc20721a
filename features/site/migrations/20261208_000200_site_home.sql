-- Of which parts the home page is made, as the team chose: the newest that is published is what readers have.
CREATE TABLE home_layouts (
    id BIGINT PRIMARY KEY,
    -- names of parts in their order, with a blank between them
    parts TEXT NOT NULL,
    written_by BIGINT,
    written_at {time} NOT NULL,
    published_by BIGINT,
    published_at {time}
);
CREATE INDEX home_layouts_published ON home_layouts (published_at, id);
