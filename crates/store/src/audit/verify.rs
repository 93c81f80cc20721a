//! Reckons the whole log again: what was changed or taken out after it was sealed is found, and what was put among it. What
//! somebody puts behind it is sealed with the next batch as everything is.

use std::collections::HashSet;
use std::fmt;

use base::{Result, Time};

use super::batch::{AuditBatch, BATCH, written};
use super::erase::Erased;
use super::merkle::{self, Leaf};
use super::{AUDIT_ERASED, Field};
use crate::params;
use crate::sql::Sql;
use crate::value::FromRow;

/// Faults that are told one by one.
const TOLD: usize = 20;
/// Batches that are read at once.
const STEP: i64 = 500;

/// What was found out about the log.
#[derive(Debug, Default)]
pub struct Verified {
    /// Entries that are sealed.
    pub entries: i64,
    /// In so many batches.
    pub batches: i64,
    /// Entries that wait to be sealed: of these nothing can be said.
    pub unsealed: i64,
    /// Entries of which something was erased, and that is on record.
    pub erased: usize,
    /// The places of the entries that say so.
    pub erasures: Vec<i64>,
    /// The newest digest; none where nothing is sealed.
    pub digest: Option<String>,
    /// What is wrong; the first ones of many.
    pub faults: Vec<AuditFault>,
    /// What is wrong beside those.
    pub more_faults: usize,
}

impl Verified {
    fn fault(&mut self, fault: AuditFault) {
        if self.faults.len() < TOLD {
            self.faults.push(fault);
        } else {
            self.more_faults += 1;
        }
    }
}

/// Something that is not as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditFault {
    /// There is no entry at this place.
    Missing(i64),
    /// A value at this place is not the one that was sealed.
    Changed(i64),
    /// A value at this place is gone, and no erasure of it is on record.
    Emptied(i64),
    /// Something in this batch is not what was sealed.
    Batch(i64),
    /// This batch does not follow the one before it.
    Chain(i64),
    /// So many entries claim to be sealed, and are in no batch, or so many batches have no number.
    InNoBatch(i64),
    /// A digest that somebody kept is that of no batch: the log is not the one of then, or it was cut.
    Unknown(String),
}

impl fmt::Display for AuditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AuditFault::Missing(place) => write!(f, "entry {place} is gone"),
            AuditFault::Changed(place) => write!(f, "entry {place} was changed after it was sealed"),
            AuditFault::Emptied(place) => {
                write!(f, "something in entry {place} was emptied, and nobody's erasure says so")
            }
            AuditFault::Batch(number) => write!(f, "batch {number} is not what was sealed"),
            AuditFault::Chain(number) => write!(f, "batch {number} does not follow the one before it"),
            AuditFault::InNoBatch(count) => write!(f, "{count} entries or batches are there that nobody sealed"),
            AuditFault::Unknown(digest) => {
                write!(f, "no batch has the digest {digest}: this is not the record of then, or its end was cut off")
            }
        }
    }
}

struct Entry {
    id: i64,
    at: Time,
    actor: Option<i64>,
    action: String,
    subject: String,
    detail: String,
    place: i64,
    actor_salt: Option<String>,
    actor_commitment: Option<String>,
    subject_salt: Option<String>,
    subject_commitment: Option<String>,
    detail_salt: Option<String>,
    detail_commitment: Option<String>,
}
crate::from_row!(Entry in audit: id, at, actor, action, subject, detail, place, actor_salt, actor_commitment, subject_salt,
    subject_commitment, detail_salt, detail_commitment);

impl Entry {
    fn fields(&self) -> [(Field, String, Option<&String>, &str); 3] {
        let [actor, subject, detail] = self.commitments();
        [
            (Field::Actor, written(self.actor), self.actor_salt.as_ref(), actor),
            (Field::Subject, self.subject.clone(), self.subject_salt.as_ref(), subject),
            (Field::Detail, self.detail.clone(), self.detail_salt.as_ref(), detail),
        ]
    }

    /// One that was taken away is none that was sealed.
    fn commitments(&self) -> [&str; 3] {
        [&self.actor_commitment, &self.subject_commitment, &self.detail_commitment]
            .map(|own| own.as_deref().unwrap_or_default())
    }

    fn leaf(&self) -> merkle::Hash {
        let Entry { place, id, at, action, .. } = self;
        Leaf { place: *place, id: *id, at: *at, action, commitments: self.commitments() }.hash()
    }
}

/// Reckons the whole log again, in steps. `kept`: digests that somebody has kept elsewhere, each of which must be that of a
/// batch. Entries may be sealed, and people erased, while this runs.
///
/// # Errors
/// When the database does not answer. What is wrong with the log is no error: it is told.
pub async fn verify_audit(sql: &Sql, kept: &[String]) -> Result<Verified> {
    let mut found = Verified::default();
    let mut waiting: HashSet<&str> = kept.iter().map(String::as_str).collect();
    // What is gone, and what erasures say of it: an erasure stands behind what it erased.
    let (mut gone, mut said) = (Vec::new(), Erased::default());
    let (mut number, mut digest) = (0, String::new());
    loop {
        // Until nothing comes, not until less comes: what says that something was erased meanwhile stands behind it.
        let batches = AuditBatch::after(sql, number, STEP).await?;
        if batches.is_empty() {
            break;
        }
        for batch in &batches {
            let follows = batch.number == number + 1 && batch.first == found.entries.saturating_add(1);
            if !follows || !(1..=BATCH).contains(&batch.entries) {
                // Nothing can be said of what is in it.
                found.fault(AuditFault::Chain(batch.number));
                number = batch.number;
                digest.clone_from(&batch.digest);
                found.batches += 1;
                found.entries = batch.first.saturating_add(batch.entries).saturating_sub(1);
                continue;
            }
            let root = verify_batch(sql, batch, &mut found, (&mut gone, &mut said)).await?;
            if root != batch.root {
                found.fault(AuditFault::Batch(batch.number));
            }
            let AuditBatch { number: own, first, entries, root, sealed_at, .. } = batch;
            if merkle::digest(*own, *first, *entries, root, *sealed_at, &digest) != batch.digest {
                found.fault(AuditFault::Chain(batch.number));
            }
            waiting.remove(batch.digest.as_str());
            number = batch.number;
            digest.clone_from(&batch.digest);
            found.entries = batch.last();
            found.batches += 1;
        }
    }
    for (place, field) in &gone {
        if !said.has(*place, *field) {
            found.fault(AuditFault::Emptied(*place));
        }
    }
    found.erased = gone.iter().map(|(place, _)| place).collect::<HashSet<_>>().len();
    // In one statement: what another node seals meanwhile is in its batch.
    let beyond = "SELECT (SELECT COUNT(*) FROM audit WHERE place IS NOT NULL) - (SELECT CAST(COALESCE(SUM(entries), 0) AS BIGINT) \
                  FROM audit_batches WHERE number >= 1 AND entries >= 1 AND entries <= 1000) AS n";
    let strange = sql.number("SELECT COUNT(*) AS n FROM audit_batches WHERE number < 1", vec![]).await?;
    match sql.number(beyond, vec![]).await? + strange {
        ..=0 => {}
        count => found.fault(AuditFault::InNoBatch(count)),
    }
    found.unsealed = sql.number("SELECT COUNT(*) AS n FROM audit WHERE place IS NULL", vec![]).await?;
    for digest in kept.iter().filter(|own| waiting.contains(own.as_str())) {
        found.fault(AuditFault::Unknown(digest.clone()));
    }
    found.digest = Some(digest).filter(|own| !own.is_empty());
    Ok(found)
}

/// Reckons the root of a batch from its entries, and looks at each of them.
async fn verify_batch(
    sql: &Sql,
    batch: &AuditBatch,
    found: &mut Verified,
    (gone, said): (&mut Vec<(i64, Field)>, &mut Erased),
) -> Result<String> {
    let rows = sql
        .raw(
            "SELECT id, at, actor, action, subject, detail, place, actor_salt, actor_commitment, subject_salt, \
             subject_commitment, detail_salt, detail_commitment FROM audit WHERE place >= $1 AND place <= $2 \
             ORDER BY place LIMIT $3",
            params![batch.first, batch.last(), BATCH + 1],
        )
        .await?;
    // One that cannot be read is not what was sealed: its batch tells.
    let entries: Vec<Entry> = rows.iter().filter_map(|row| Entry::from_row(row).ok()).collect();
    let mut expected = batch.first;
    let mut leaves = Vec::with_capacity(entries.len());
    for entry in &entries {
        for place in expected..entry.place {
            found.fault(AuditFault::Missing(place));
        }
        expected = entry.place + 1;
        let mut whole = true;
        for (field, value, salt, commitment) in entry.fields() {
            match salt {
                Some(salt) if merkle::is_committed(salt, &value, commitment) => continue,
                None if value.is_empty() => gone.push((entry.place, field)),
                _ => found.fault(AuditFault::Changed(entry.place)),
            }
            whole = false;
        }
        // The hub itself says so, of nobody by name.
        if whole && entry.action == AUDIT_ERASED.code() && entry.actor.is_none() && entry.subject.is_empty() {
            said.add(entry.place, &entry.detail);
            found.erasures.push(entry.place);
        }
        leaves.push(entry.leaf());
    }
    for place in expected..=batch.last().min(expected + BATCH) {
        found.fault(AuditFault::Missing(place));
    }
    Ok(base::secret::hex(&merkle::root(&leaves)))
}
