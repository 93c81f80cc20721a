-- Roles that had ended before it was noted whether anybody took them up: whoever has no password to this day never did.
UPDATE ended_roles SET taken_up = FALSE WHERE person IN (SELECT id FROM people WHERE password IS NULL);
