-- That a city broke the principles, as somebody reports it: for the central team alone.
CREATE TABLE breach_reports (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,
    -- Whoever wants an answer leaves a name and an address; both may be empty, and are erased with the text.
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    lang TEXT NOT NULL,
    received_at {time} NOT NULL,
    -- What was found; none while it waits.
    outcome TEXT,
    note TEXT NOT NULL,
    closed_by BIGINT,
    closed_at {time},
    erased_at {time}
);
CREATE INDEX breach_reports_open ON breach_reports (closed_at, id);
