-- What providers have said of whoever signed out there: each word counts once. Kept until it would be too old anyway.
CREATE TABLE logouts_heard (
    -- The hash of the provider and of the number that the word has there.
    hash TEXT PRIMARY KEY,
    expires_at {time} NOT NULL
);
CREATE INDEX logouts_heard_expires ON logouts_heard (expires_at);
