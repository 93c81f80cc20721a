-- Which session there opened a session here, or its first step: a number made of its `sid`. None where the provider names none.
ALTER TABLE sessions ADD COLUMN idp_sid BIGINT;
ALTER TABLE first_steps ADD COLUMN idp_sid BIGINT;
CREATE INDEX sessions_link ON sessions (link);
