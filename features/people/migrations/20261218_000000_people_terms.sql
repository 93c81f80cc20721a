-- When a role is over; none: nobody has said so.
ALTER TABLE roles ADD COLUMN ends_at {time};

-- Roles that somebody is to hold from a day on.
CREATE TABLE coming_roles (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    begins_at {time} NOT NULL,
    ends_at {time},
    -- What they hold for the city until then goes with it.
    replaces BOOLEAN NOT NULL,
    -- Who said so: at its time they must be able to give it still.
    given_by BIGINT NOT NULL REFERENCES people (id),
    UNIQUE (person, role, scope)
);
CREATE INDEX coming_roles_scope ON coming_roles (scope);
