-- Why nothing was said of a notice: it was no longer so (`not-so`), or it could not be read (`aside`). Of what was not said
-- nobody may think that it was sent. Same: notices of one person and kind that are one letter while it waits.
ALTER TABLE notices ADD COLUMN unsaid TEXT;
ALTER TABLE notices ADD COLUMN same TEXT;
