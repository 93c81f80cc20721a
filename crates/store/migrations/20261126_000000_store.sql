-- One row: whether writing works is tried, not believed.
CREATE TABLE probes (
    id BIGINT PRIMARY KEY,
    at {time} NOT NULL
);
