-- In which browser and on which system a session began, each as a short code.
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE sessions ADD COLUMN system TEXT NOT NULL DEFAULT 'unknown';

-- False: whoever held it had never set a password. They could object to nothing, are told of nothing, and do not get it
-- back without more.
ALTER TABLE ended_roles ADD COLUMN taken_up BOOLEAN NOT NULL DEFAULT TRUE;
