-- Two records of one city become one. The record that ended stays as a row, so that its address leads on and what is its own is kept.
ALTER TABLE cities ADD COLUMN merged_into BIGINT;
CREATE INDEX cities_merged ON cities (merged_into);
CREATE INDEX cities_place ON cities (place);
CREATE TABLE city_merges (
    id BIGINT PRIMARY KEY,
    ended_city BIGINT NOT NULL REFERENCES cities (id),
    kept_city BIGINT NOT NULL REFERENCES cities (id),
    reason TEXT NOT NULL,
    -- What became of its rows: by the words for them, how many moved and how many stayed.
    counts TEXT NOT NULL,
    merged_by BIGINT,
    merged_at {time} NOT NULL
);
CREATE INDEX city_merges_kept ON city_merges (kept_city, id);
-- What happened around a city goes along.
CREATE INDEX events_city ON events (city, id);
