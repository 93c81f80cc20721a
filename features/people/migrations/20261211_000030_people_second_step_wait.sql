-- Second steps that the team takes away: each at its time, unless its owner stops it before.
CREATE TABLE second_step_endings (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL UNIQUE REFERENCES people (id),
    -- Who asked for it.
    asked_by BIGINT,
    asked_at {time} NOT NULL,
    due_at {time} NOT NULL
);
