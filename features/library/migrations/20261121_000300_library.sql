CREATE TABLE documents (
    id BIGINT PRIMARY KEY,
    title TEXT NOT NULL,
    title_key {bytes} NOT NULL,
    abstract TEXT NOT NULL,
    -- none: of the network
    city BIGINT,
    type TEXT NOT NULL,
    year BIGINT,
    -- empty until it is told or detected
    language TEXT NOT NULL,
    -- public, members, city
    access TEXT NOT NULL,
    -- none: brought in by the hub itself
    owner BIGINT,
    file TEXT NOT NULL,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    size BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
    -- its file was read for it. Until then it shows nothing of what was read for another document: nobody
    -- learns from it that the same file is somewhere else
    read BOOLEAN NOT NULL DEFAULT FALSE,
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX documents_file ON documents (file);
CREATE INDEX documents_city ON documents (city, id);
CREATE INDEX documents_owner ON documents (owner, id);

CREATE TABLE document_themes (
    document BIGINT NOT NULL REFERENCES documents (id),
    theme TEXT NOT NULL,
    PRIMARY KEY (document, theme)
);

-- What was read from a file, by its bytes, what it was taken for, and the reader's version.
CREATE TABLE readings (
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- waiting, reading, done, failed
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    text_blob TEXT,
    thumbnail TEXT,
    pages BIGINT,
    language TEXT,
    no_text BOOLEAN NOT NULL DEFAULT FALSE,
    at {time} NOT NULL,
    PRIMARY KEY (file, format, version)
);

-- Files of forms that came back: whoever sent them need not send them again.
CREATE TABLE uploads (
    token TEXT PRIMARY KEY,
    person BIGINT NOT NULL,
    file TEXT NOT NULL,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    size BIGINT NOT NULL,
    at {time} NOT NULL
);
