-- What was written to the network through the contact form, until its letter has been handed over.
CREATE TABLE messages (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    city TEXT NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    at {time} NOT NULL
);
CREATE INDEX messages_at ON messages (at);
