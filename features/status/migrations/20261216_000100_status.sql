-- What was decided about the membership of a city. Its status is what the last decision that is in force leads to.
CREATE TABLE status_decisions (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    decision TEXT NOT NULL,
    -- proposed (a suspension: somebody else has to agree), decided, dropped.
    state TEXT NOT NULL,
    -- The day from which it holds, by the calendar of the city's office; none while it is proposed.
    from_day TEXT,
    reason TEXT NOT NULL,
    -- Where it is to be seen: a document, an address; may be empty.
    evidence TEXT NOT NULL,
    entered_by BIGINT,
    entered_at {time} NOT NULL,
    -- Until the end of this day the city is heard, before it is suspended.
    heard_until TEXT,
    -- How it was heard, or why nothing comes of it.
    note TEXT NOT NULL,
    decided_by BIGINT,
    decided_at {time},
    dropped_by BIGINT,
    dropped_at {time},
    -- Since when the city's record follows it; none before its day.
    applied_at {time}
);
CREATE INDEX status_decisions_city ON status_decisions (city, id);
-- Of each city one thing waits for a second person, and one for its day.
CREATE UNIQUE INDEX status_decisions_open ON status_decisions (city, state) WHERE state <> 'dropped' AND applied_at IS NULL;

-- What a city says of its suspension, before it is decided.
CREATE TABLE status_answers (
    id BIGINT PRIMARY KEY,
    decision BIGINT NOT NULL,
    person BIGINT NOT NULL,
    text TEXT NOT NULL,
    at {time} NOT NULL
);
CREATE INDEX status_answers_decision ON status_answers (decision, id);
