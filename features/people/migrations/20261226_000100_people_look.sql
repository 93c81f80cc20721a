-- Who looks at the hub as somebody with another role: in this session, as this role (as it is kept), until then.
ALTER TABLE sessions ADD COLUMN looks_as {plain};
ALTER TABLE sessions ADD COLUMN looks_scope TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN looks_until {time};
