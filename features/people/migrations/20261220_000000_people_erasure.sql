-- Accounts that are to be erased: each is closed at its day, and erased some days later.
CREATE TABLE erasures (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL UNIQUE REFERENCES people (id),
    -- Who asked: themselves, or somebody of the office for them.
    asked_by BIGINT NOT NULL REFERENCES people (id),
    asked_at {time} NOT NULL,
    -- Until then it can be taken back.
    due_at {time} NOT NULL,
    -- When the account was closed, and its roles ended.
    closed_at {time}
);
-- When nothing was left of somebody but the number that others' rows lead to.
ALTER TABLE people ADD COLUMN erased_at {time};
CREATE INDEX people_erased ON people (erased_at);
