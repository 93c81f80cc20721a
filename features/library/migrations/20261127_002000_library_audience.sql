-- Who may see a document is one number, as in the index: 0 nobody, 1 everyone, 2 members, else the id of a body (its city).
ALTER TABLE documents ADD COLUMN audience BIGINT NOT NULL DEFAULT 0;
UPDATE documents SET audience = CASE access WHEN 'public' THEN 1 WHEN 'members' THEN 2 WHEN 'city' THEN COALESCE(city, 0) ELSE 0 END;
ALTER TABLE documents DROP COLUMN access;
