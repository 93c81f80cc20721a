-- Who moved what from which state to which, and why: the history of everything that has states.
CREATE TABLE moves (
    id BIGINT PRIMARY KEY,
    kind {plain} NOT NULL,
    item BIGINT NOT NULL,
    was {plain} NOT NULL,
    now {plain} NOT NULL,
    reason TEXT NOT NULL,
    actor BIGINT,
    at {time} NOT NULL
);
CREATE INDEX moves_item ON moves (kind, item, id);
