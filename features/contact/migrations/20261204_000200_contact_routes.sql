-- What a message is for, and what it is about: its letters go by that. Where its sender has to confirm their address first, nobody
-- has it until then.
ALTER TABLE messages ADD COLUMN purpose {plain} NOT NULL DEFAULT 'question';
ALTER TABLE messages ADD COLUMN region {plain} NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN theme {plain} NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN confirmed BOOLEAN NOT NULL DEFAULT TRUE;

-- The letters of a message that have not been handed over yet.
CREATE TABLE message_letters (
    message BIGINT NOT NULL,
    recipient {plain} NOT NULL,
    PRIMARY KEY (message, recipient)
);
