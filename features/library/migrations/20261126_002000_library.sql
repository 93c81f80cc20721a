-- How long reading the file took: who brings the same file elsewhere waits as long.
ALTER TABLE readings ADD COLUMN took_ms BIGINT;
-- What a city's files fill is asked at each upload.
CREATE INDEX documents_city_size ON documents (city, size);
CREATE INDEX documents_owner_created ON documents (owner, created_at);
CREATE INDEX uploads_person ON uploads (person, at);
-- Who names a file is asked before it is removed.
CREATE INDEX readings_text ON readings (text_blob);
CREATE INDEX readings_thumbnail ON readings (thumbnail);

-- What is there already is named before anything can be removed.
INSERT INTO file_uses (hash, kind, item, part)
    SELECT file, 'document', CAST(id AS TEXT), 'file' FROM documents;
INSERT INTO file_uses (hash, kind, item, part)
    SELECT text_blob, 'reading', file || ' ' || format || ' ' || CAST(version AS TEXT), 'text' FROM readings
    WHERE text_blob IS NOT NULL;
INSERT INTO file_uses (hash, kind, item, part)
    SELECT thumbnail, 'reading', file || ' ' || format || ' ' || CAST(version AS TEXT), 'thumbnail' FROM readings
    WHERE thumbnail IS NOT NULL;
INSERT INTO file_uses (hash, kind, item, part, until)
    SELECT file, 'form', token, 'file', at FROM uploads;
