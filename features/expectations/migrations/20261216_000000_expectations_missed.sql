-- A finding says that what is expected was met (1), or that the office found it not met (0).
ALTER TABLE findings ADD COLUMN met BIGINT NOT NULL DEFAULT 1;
-- What the office enters may be met, missed and met again by the same page.
DROP INDEX findings_evidence;
CREATE UNIQUE INDEX findings_evidence ON findings (city, expectation, year, kind, path) WHERE withdrawn_at IS NULL AND kind <> 'office';
