//! Things that have states: which there are and how they follow each other is declared once, a move is refused where the
//! thing has moved meanwhile, and each is kept with who made it and why.

use base::{Actor, Fail, PersonId, Result, Time};

use crate::db::Tx;
use crate::params;
use crate::sql::Sql;
use crate::statement::{Insert, Update};
use crate::value::{FromValue, Value};

/// Moves of one thing that are listed at most: whoever shows so many says that there may be older ones.
pub const MOVES_LISTED: usize = 200;

/// The states of the rows of one table, which has the columns `id` and `state`.
pub trait State: Copy + PartialEq + Into<Value> + FromValue + Send + Sync + 'static {
    /// The table.
    const TABLE: &'static str;
    /// What its things are called in the history, for ever.
    const KIND: &'static str;
    /// All moves there are.
    const MOVES: &'static [(Self, Self)];

    /// As it is kept.
    fn code(self) -> &'static str;

    /// May it follow directly?
    fn leads_to(self, next: Self) -> bool {
        Self::MOVES.contains(&(self, next))
    }
}

/// One move.
#[derive(Clone, Debug)]
pub struct Move {
    /// Grows with time.
    pub id: i64,
    /// From this state, by its code.
    pub was: String,
    /// To this one.
    pub now: String,
    /// In somebody's words; may be empty.
    pub reason: String,
    /// Who made it; none for the hub itself.
    pub actor: Option<PersonId>,
    /// When.
    pub at: Time,
}
crate::from_row!(Move in moves: id, was, now, reason, actor, at);

impl Tx {
    /// Moves a thing from the state that its mover saw to another.
    ///
    /// # Errors
    /// [`Fail::Conflict`] where it is not in that state (any more), or the state does not lead there: whoever asked saw another
    /// page than there is now.
    pub async fn move_to<S: State>(&self, actor: &Actor, item: i64, was: S, now: S, reason: &str) -> Result<()> {
        let stale = || Fail::Conflict(format!("{}.state", S::TABLE));
        if !was.leads_to(now) {
            return Err(stale());
        }
        let moved = Update::of(S::TABLE)
            .set("state", now)
            .when("id = ? AND state = ?", vec![item.into(), was.into()])
            .exec(self)
            .await?;
        if moved != 1 {
            return Err(stale());
        }
        Insert::into("moves")
            .set("id", self.new_id())
            .set("kind", S::KIND)
            .set("item", item)
            .set("was", was.code())
            .set("now", now.code())
            .set("reason", reason)
            .set("actor", actor.id())
            .set("at", self.now())
            .exec(self)
            .await
            .map(|_| ())
    }
}

/// The moves of a thing, the newest first; the newest two hundred.
pub async fn moves_of<S: State>(sql: &Sql, item: i64) -> Result<Vec<Move>> {
    sql.all(
        "SELECT id, was, now, reason, actor, at FROM moves WHERE kind = $1 AND item = $2 ORDER BY id DESC LIMIT $3",
        params![S::KIND, item, MOVES_LISTED as i64],
    )
    .await
}
