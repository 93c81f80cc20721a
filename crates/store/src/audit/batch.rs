//! The log is sealed in batches: each entry gets its place, and each batch a root and a digest that stands for all before it.

use base::{Result, Time};

use super::merkle::{self, Leaf};
use crate::db::{Db, Tx};
use crate::params;
use crate::sql::Sql;
use crate::statement::{Insert, Update};

/// Entries that are sealed together at most.
pub(super) const BATCH: i64 = 1_000;

/// Entries that were sealed together.
#[derive(Clone, Debug)]
pub struct AuditBatch {
    /// From 1, without a hole.
    pub number: i64,
    /// The place of its first entry in the whole log, from 1.
    pub first: i64,
    /// How many they are.
    pub entries: i64,
    /// The root of their Merkle tree (RFC 9162), in hexadecimal.
    pub root: String,
    /// Stands for this batch and all before it, in hexadecimal.
    pub digest: String,
    /// When.
    pub sealed_at: Time,
    /// When its digest was asked to be sent off this machine.
    pub mailed_at: Option<Time>,
}
crate::from_row!(AuditBatch: number, first, entries, root, digest, sealed_at, mailed_at);

impl AuditBatch {
    /// The place of its last entry: so many are sealed in all.
    pub fn last(&self) -> i64 {
        self.first.saturating_add(self.entries).saturating_sub(1)
    }

    /// The newest one.
    pub async fn newest(sql: &Sql) -> Result<Option<AuditBatch>> {
        Ok(AuditBatch::up_to(sql, i64::MAX, 1).await?.pop())
    }

    /// Batches up to this number, the newest first.
    async fn up_to(sql: &Sql, number: i64, limit: i64) -> Result<Vec<AuditBatch>> {
        let columns = "SELECT number, first, entries, root, digest, sealed_at, mailed_at FROM audit_batches \
                       WHERE number <= $1 ORDER BY number DESC LIMIT $2";
        sql.all(columns, params![number, limit]).await
    }

    /// Batches after this number, in their order.
    pub(super) async fn after(sql: &Sql, number: i64, limit: i64) -> Result<Vec<AuditBatch>> {
        let columns = "SELECT number, first, entries, root, digest, sealed_at, mailed_at FROM audit_batches \
                       WHERE number > $1 ORDER BY number LIMIT $2";
        sql.all(columns, params![number, limit]).await
    }

    /// The batch with this number.
    pub async fn numbered(sql: &Sql, number: i64) -> Result<Option<AuditBatch>> {
        Ok(AuditBatch::up_to(sql, number, 1).await?.pop().filter(|own| own.number == number))
    }
}

/// An entry that is not sealed yet.
struct Unsealed {
    id: i64,
    at: Time,
    actor: Option<i64>,
    action: String,
    subject: String,
    detail: String,
}
crate::from_row!(Unsealed in audit: id, at, actor, action, subject, detail);

/// Who did something, as its commitment takes it: nothing for the hub itself.
pub(super) fn written(actor: Option<i64>) -> String {
    actor.map_or_else(String::new, |id| id.to_string())
}

impl Tx {
    /// Seals what is not sealed yet, a batch at most; answers which it is, and nothing where all is sealed. Nodes that seal
    /// at once do so one after the other. What another transaction has not committed yet comes with a later batch.
    pub async fn seal_audit(&self) -> Result<Option<AuditBatch>> {
        self.one_at_a_time("audit-batches").await?;
        let unsealed: Vec<Unsealed> = self
            .all(
                "SELECT id, at, actor, action, subject, detail FROM audit WHERE place IS NULL ORDER BY id LIMIT $1",
                params![BATCH],
            )
            .await?;
        if unsealed.is_empty() {
            return Ok(None);
        }
        let before = AuditBatch::newest(self).await?;
        let (number, first) = before.as_ref().map_or((1, 1), |own| (own.number + 1, own.last() + 1));
        let mut leaves = Vec::with_capacity(unsealed.len());
        for (place, entry) in (first..).zip(&unsealed) {
            leaves.push(self.seal_entry(place, entry).await?);
        }
        let entries = leaves.len() as i64;
        let root = base::secret::hex(&merkle::root(&leaves));
        let sealed_at = self.now();
        let digest =
            merkle::digest(number, first, entries, &root, sealed_at, before.as_ref().map_or("", |own| &own.digest));
        Insert::into("audit_batches")
            .set("number", number)
            .set("first", first)
            .set("entries", entries)
            .set("root", root.as_str())
            .set("digest", digest.as_str())
            .set("sealed_at", sealed_at)
            .exec(self)
            .await?;
        Ok(Some(AuditBatch { number, first, entries, root, digest, sealed_at, mailed_at: None }))
    }

    /// Gives an entry its place and its commitments; answers its leaf.
    async fn seal_entry(&self, place: i64, entry: &Unsealed) -> Result<merkle::Hash> {
        let salted = |value: &str| {
            let salt = merkle::salt();
            let commitment = merkle::commitment(&salt, value);
            (salt, commitment)
        };
        let [actor, subject, detail] = [&written(entry.actor), &entry.subject, &entry.detail].map(|own| salted(own));
        Update::of("audit")
            .set("place", place)
            .set("actor_salt", actor.0)
            .set("actor_commitment", actor.1.as_str())
            .set("subject_salt", subject.0)
            .set("subject_commitment", subject.1.as_str())
            .set("detail_salt", detail.0)
            .set("detail_commitment", detail.1.as_str())
            .when("id = ?", entry.id)
            .exec(self)
            .await?;
        let commitments = [actor.1.as_str(), &subject.1, &detail.1];
        Ok(Leaf { place, id: entry.id, at: entry.at, action: &entry.action, commitments }.hash())
    }

    /// Notes that the digest of this batch is asked to be sent off the machine; answers whether nobody had noted it before.
    pub async fn note_mailed(&self, batch: &AuditBatch) -> Result<bool> {
        let noted = self
            .exec(
                "UPDATE audit_batches SET mailed_at = $1 WHERE number = $2 AND mailed_at IS NULL",
                params![self.now(), batch.number],
            )
            .await?;
        Ok(noted == 1)
    }
}

impl Db {
    /// Seals all that is not sealed yet, batch by batch.
    ///
    /// # Errors
    /// When the database takes no writes; what was sealed before stays so.
    pub async fn seal_audit(&self) -> Result<()> {
        loop {
            let tx = self.begin().await?;
            let sealed = tx.seal_audit().await?;
            tx.commit().await?;
            if sealed.is_none_or(|batch| batch.entries < BATCH) {
                return Ok(());
            }
        }
    }
}
