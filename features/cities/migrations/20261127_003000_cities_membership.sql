-- active, dormant, suspended, withdrawn: the first two are members.
ALTER TABLE cities ADD COLUMN membership TEXT NOT NULL DEFAULT 'active';
