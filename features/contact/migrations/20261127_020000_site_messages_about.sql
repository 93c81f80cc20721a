-- The page that a message is about, as its address behind the language; empty: none.
ALTER TABLE messages ADD COLUMN about TEXT NOT NULL DEFAULT '';
