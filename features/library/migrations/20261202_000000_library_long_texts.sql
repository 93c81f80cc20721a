-- Whether a file has more text than is searched.
ALTER TABLE readings ADD COLUMN cut BOOLEAN NOT NULL DEFAULT FALSE;
