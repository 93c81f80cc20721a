//! The rows that somebody may see: their audience is one that the reader is in.

use base::{Actor, Audience};

use crate::{Condition, params};

/// The condition for what this actor may see of things whose audience and id stand in these two columns. It says the same
/// as [`Actor::sees`] of one of them, and as the index with the audiences of a request.
pub fn seen_by(actor: &Actor, audience: &str, id: &str) -> Condition {
    let (whole, newer): (Vec<_>, Vec<_>) = actor.audiences().into_iter().partition(|(_, from)| *from == 0);
    let all = Condition::among(audience, whole.into_iter().map(|(own, _): (Audience, i64)| own));
    newer.into_iter().fold(all, |seen, (own, from)| {
        seen.or(Condition::new(format!("{audience} = ? AND {id} >= ?"), params![own, from]))
    })
}
