-- Where an entry stands in the whole log, from 1 without a hole; none before it is sealed. What may be personal in it is
-- sealed by its commitment: SHA-256 of a salt and the value. Where a salt is gone, what it was for has been erased.
ALTER TABLE audit ADD COLUMN place BIGINT;
ALTER TABLE audit ADD COLUMN actor_salt TEXT;
ALTER TABLE audit ADD COLUMN actor_commitment TEXT;
ALTER TABLE audit ADD COLUMN subject_salt TEXT;
ALTER TABLE audit ADD COLUMN subject_commitment TEXT;
ALTER TABLE audit ADD COLUMN detail_salt TEXT;
ALTER TABLE audit ADD COLUMN detail_commitment TEXT;
CREATE UNIQUE INDEX audit_place ON audit (place);
CREATE INDEX audit_unsealed ON audit (id) WHERE place IS NULL;
CREATE INDEX audit_actor ON audit (actor, id);

-- Entries that were sealed together. `root` is the root of their Merkle tree, `digest` is over this batch and the digest of
-- the one before: it stands for the whole log up to here.
CREATE TABLE audit_batches (
    number BIGINT PRIMARY KEY,
    first BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    root TEXT NOT NULL,
    digest TEXT NOT NULL,
    sealed_at {time} NOT NULL,
    mailed_at {time}
);
