//! A second person decides that a city is suspended, after it was heard.

use base::{Actor, Fail, FieldError, PersonId, Result};
use cities::City;
use store::{Day, Tx};
use web::Hub;

use super::{MOVED, fresh};
use crate::access::check;
use crate::force::{note, put_into_force};
use crate::rules::{Decided, Decision, DecisionState};
use crate::{acts, rows};

/// What the second person writes, and what they have read.
pub(crate) struct Agreed<'a> {
    /// How the city was heard.
    pub heard: &'a str,
    /// The last of its answers that stood on their page; 0 for none.
    pub seen: i64,
}

/// Decides what somebody else proposed: the city is suspended from today. It has answered, or its days are over. Sent twice, it is one.
///
/// # Errors
/// [`Fail::Forbidden`] for others than the central team; [`Fail::SignInAgain`] for those who have not shown lately who they are;
/// [`Fail::Conflict`] where nothing is proposed any more; [`Fail::Invalid`] for whoever proposed it or is of the city, where the city was
/// not heard yet, and where it has said more than was read.
pub(crate) async fn agree(hub: &Hub, actor: &Actor, city: &City, id: i64, agreed: &Agreed<'_>) -> Result<()> {
    check(actor, city, Decision::Suspended)?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let city = fresh(&tx, city).await?;
    let proposed = rows::one(&tx, city.id, id).await?;
    if proposed.state == DecisionState::Decided && proposed.decided_by == actor.id() && proposed.note == agreed.heard {
        return Ok(());
    }
    if proposed.state != DecisionState::Proposed {
        return Err(Fail::Conflict("status_decisions.state".into()));
    }
    if proposed.entered_by == actor.id() {
        return Err(Fail::field("do", "error-decision-same-person"));
    }
    if actor.works_for(city.id) {
        return Err(Fail::field("do", "error-decision-own-city"));
    }
    let today = hub.network.calendar_of(&city.region).day_of(tx.now());
    was_heard(&tx, &proposed, Day(today), agreed.seen).await?;
    rows::agree(&tx, actor, id, Day(today), agreed.heard).await?;
    note(&tx, actor, acts::AGREED, (city.id, &city.slug), "").await?;
    tx.event(actor, MOVED, id, Some(city.id)).await?;
    put_into_force(&tx, actor, &city.slug, &rows::one(&tx, city.id, id).await?).await?;
    tx.commit().await
}

/// The city has answered, or its days are over; and all that it said was read.
async fn was_heard(tx: &Tx, proposed: &Decided, today: Day, seen: i64) -> Result<()> {
    let answers = rows::answers(tx, proposed.id).await?;
    if answers.last().is_some_and(|last| last.id != seen) {
        return Err(Fail::field("do", "error-decision-answered"));
    }
    let until = proposed.heard_until.unwrap_or(today);
    // Whoever proposed it does not answer for the city, whatever else they are.
    let by_others = |person: PersonId| Some(person) != proposed.entered_by;
    if today <= until && !answers.iter().any(|answer| by_others(answer.person)) {
        let error = FieldError::new("do", "error-decision-unheard").with("day", until.0.to_string());
        return Err(Fail::Invalid(vec![error]));
    }
    Ok(())
}
