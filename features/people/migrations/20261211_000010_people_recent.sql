-- When whoever has this session last showed in it who they are: with a password and, where they have one, their second step. None
-- where a link opened it in the place of a password that was forgotten.
ALTER TABLE sessions ADD COLUMN authenticated_at {time};
