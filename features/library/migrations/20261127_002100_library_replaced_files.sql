-- Files that were replaced and are kept for a while: they fill the city's room until then.
CREATE TABLE replaced_files (
    document BIGINT NOT NULL REFERENCES documents (id),
    city BIGINT,
    size BIGINT NOT NULL,
    kept_until {time} NOT NULL
);
CREATE INDEX replaced_files_city ON replaced_files (city, kept_until);
CREATE INDEX replaced_files_until ON replaced_files (kept_until);
