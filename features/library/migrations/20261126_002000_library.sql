-- How long reading the file took: who brings the same file elsewhere waits as long.
ALTER TABLE readings ADD COLUMN took_ms BIGINT;
-- What a city's files fill is asked at each upload.
CREATE INDEX documents_city_size ON documents (city, size);
CREATE INDEX documents_owner_created ON documents (owner, created_at);
CREATE INDEX uploads_person ON uploads (person, at);
