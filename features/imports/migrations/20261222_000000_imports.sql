-- Tables that people brought in: what was read, what each row would do, and did.
CREATE TABLE imports (
    id BIGINT PRIMARY KEY,
    -- Whose rows: as its importer is called.
    kind {plain} NOT NULL,
    -- For what, as it stands in addresses: the slug of a city, or 'network'.
    ground {plain} NOT NULL,
    by_person BIGINT NOT NULL REFERENCES people (id),
    file_name TEXT NOT NULL,
    -- Heads of columns that are not read, one a line.
    unread TEXT NOT NULL,
    -- Sheets of the workbook that were not read.
    sheets BIGINT NOT NULL,
    state {plain} NOT NULL,
    looked_at {time} NOT NULL,
    done_at {time}
);
CREATE INDEX imports_ground ON imports (kind, ground, id);

CREATE TABLE import_rows (
    import BIGINT NOT NULL REFERENCES imports (id),
    line BIGINT NOT NULL,
    -- Its cells, by the names of their columns, as JSON.
    fields TEXT NOT NULL,
    -- The address of whom it is about, folded; may be empty.
    email {plain} NOT NULL,
    outcome {plain} NOT NULL,
    -- Why it is not taken, or stays, as JSON; may be empty.
    reasons TEXT NOT NULL,
    -- What it brought.
    thing BIGINT,
    PRIMARY KEY (import, line)
);
