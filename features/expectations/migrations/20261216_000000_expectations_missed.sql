-- A finding says that what is expected was met (1), or that the office found it not met (0).
ALTER TABLE findings ADD COLUMN met BIGINT NOT NULL DEFAULT 1;
