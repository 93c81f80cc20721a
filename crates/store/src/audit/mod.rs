//! The audit log: reads and changes of what is sensitive. Rows are added, never changed, but that a person is erased from
//! them. It is sealed in batches, so that both can be proved.

mod batch;
mod erase;
mod merkle;
mod verify;

use base::{Actor, PersonId, Result, Time};

pub use batch::AuditBatch;
pub use verify::{AuditFault, Verified, verify_audit};

use crate::db::Tx;
use crate::params;
use crate::sql::Sql;
use crate::statement::{Condition, Statement};

/// What is put on record where somebody is erased from the log: the places, by the parts of an entry.
pub const AUDIT_ERASED: Act = Act::new("record.erased");

/// A part of an entry that may be personal: sealed by its commitment, and erased without harm to the seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Actor,
    Subject,
    Detail,
}

impl Field {
    const fn code(self) -> &'static str {
        match self {
            Field::Actor => "actor",
            Field::Subject => "subject",
            Field::Detail => "detail",
        }
    }

    fn of(code: &str) -> Option<Field> {
        [Field::Actor, Field::Subject, Field::Detail].into_iter().find(|own| own.code() == code)
    }
}

/// One line of the audit log.
#[derive(Clone, Debug)]
pub struct AuditEntry {
    /// Grows with time.
    pub id: i64,
    /// When.
    pub at: Time,
    /// Which person; none for the hub itself.
    pub actor: Option<i64>,
    /// What was done, as `thing.verb`.
    pub action: String,
    /// To what, as a written id or a slug.
    pub subject: String,
    /// In which words, where a reason was asked for.
    pub detail: String,
    /// Whoever did it has been erased.
    pub actor_erased: bool,
    /// What it is about, and the words, have been.
    pub subject_erased: bool,
}
crate::from_row!(AuditEntry: id, at, actor, action, subject, detail, actor_erased, subject_erased);

/// Entries: what is asked of them follows.
const ENTRIES: &str = "SELECT id, at, actor, action, subject, detail, (place IS NOT NULL AND actor_salt IS NULL) AS actor_erased, \
                       (place IS NOT NULL AND subject_salt IS NULL) AS subject_erased FROM audit";

/// Entries that one search looks at; where fewer fit than a page shows, it goes on from there.
pub const AUDIT_LOOKED_AT: i64 = 20_000;

/// Some entries that fit, and how far was looked.
pub struct AuditFound {
    /// The newest first.
    pub entries: Vec<AuditEntry>,
    /// The id before which to look on; none where all was looked at.
    pub before: Option<i64>,
}

impl AuditEntry {
    /// Entries before this id that meet the condition, the newest first, at most `limit`: among the next
    /// [`AUDIT_LOOKED_AT`] only. What was done with documents is left out: that a city's own one exists is for the city to
    /// know.
    pub async fn before(sql: &Sql, id: i64, fits: Condition, limit: i64) -> Result<AuditFound> {
        let part = Statement::new("SELECT id AS n FROM audit", ())
            .when("id < ?", id)
            .push("ORDER BY id DESC LIMIT 1 OFFSET ?", AUDIT_LOOKED_AT - 1);
        let end = part.number(sql).await?;
        let entries: Vec<AuditEntry> = Statement::new(ENTRIES, ())
            .when("id < ? AND id >= ? AND action NOT LIKE 'document.%'", params![id, end])
            .meets(fits)
            .push("ORDER BY id DESC LIMIT ?", limit + 1)
            .all(sql)
            .await?;
        let more = entries.len() as i64 > limit;
        let entries: Vec<AuditEntry> = entries.into_iter().take(usize::try_from(limit).unwrap_or(0)).collect();
        let before = if more { entries.last().map(|last| last.id) } else { Some(end).filter(|end| *end > 0) };
        Ok(AuditFound { entries, before })
    }

    /// Did this person do this with this subject since then, as the log has it?
    pub async fn is_since(sql: &Sql, actor: PersonId, (act, subject): &(Act, String), since: Time) -> Result<bool> {
        let done = "SELECT COUNT(*) AS n FROM audit WHERE subject = $1 AND actor = $2 AND action = $3 AND at > $4";
        Ok(sql.number(done, params![subject, actor.0, act.code(), since]).await? > 0)
    }

    /// Is this person in the log, as who did something or as whom it is about?
    pub async fn names(sql: &Sql, person: PersonId) -> Result<bool> {
        let named = "SELECT COUNT(*) AS n FROM (SELECT id FROM audit WHERE actor = $1 OR subject = $2 LIMIT 1) named";
        Ok(sql.number(named, params![person.0, person.to_string()]).await? > 0)
    }

    /// Entries that meet the condition before this id, the newest first, at most `limit`: of a condition for which there is an
    /// index.
    pub async fn of(sql: &Sql, fits: Condition, id: i64, limit: i64) -> Result<Vec<AuditEntry>> {
        let found = Statement::new(ENTRIES, ()).meets(fits).when("id < ?", id);
        found.push("ORDER BY id DESC LIMIT ?", limit).all(sql).await
    }
}

/// Something that is put on record when it is done. Those that a feature has are listed by [`acts!`](crate::acts): what
/// the record may name is known before it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act(&'static str);

impl Act {
    /// For [`acts!`](crate::acts).
    pub const fn new(code: &'static str) -> Act {
        Act(code)
    }

    /// Its stable name, as `thing.verb`.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Is it one of these, by its stable name?
    pub fn is_among(code: &str, acts: &[Act]) -> bool {
        acts.iter().any(|act| act.code() == code)
    }
}

/// The acts of a feature, each as a constant, and all of them as `ALL`.
#[macro_export]
macro_rules! acts {
    ($($(#[$comment:meta])* $name:ident = $code:literal;)+) => {
        $($(#[$comment])* pub(crate) const $name: $crate::Act = $crate::Act::new($code);)+
        /// All of them.
        pub(crate) const ALL: &[$crate::Act] = &[$($name),+];
    };
}

impl Tx {
    /// Puts an act on record.
    pub async fn audit(&self, actor: &Actor, act: Act, subject: &str, detail: &str) -> Result<()> {
        self.exec(
            "INSERT INTO audit (id, at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            params![self.new_id(), self.now(), actor.id().map(|id| id.0), act.code(), subject, detail],
        )
        .await?;
        Ok(())
    }
}
