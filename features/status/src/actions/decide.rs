//! Somebody decides about a membership; a suspension is only proposed by that.

use base::{Actor, Fail, FieldError, Result};
use cities::City;
use store::{Day, Tx};
use web::Hub;

use super::{LEFT, MOVED, PROPOSED, fresh, note};
use crate::access::check;
use crate::force::put_into_force;
use crate::jobs::ComesIntoForce;
use crate::rules::{Decision, DecisionState, Draft, HEARD_DAYS};
use crate::{acts, rows};

/// Decides it: from its day on the city's record follows, at once where that has come. A suspension waits for a second person, and for
/// what the city says. That a city leaves ends a proposal to suspend it.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not decide this; [`Fail::SignInAgain`] for those who have not shown lately who they are;
/// [`Fail::Invalid`] where it does not follow on how the city stands, where something waits already, or where a later day was decided before.
pub(crate) async fn decide(hub: &Hub, actor: &Actor, city: &City, draft: &Draft) -> Result<()> {
    check(actor, city, draft.decision)?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let city = fresh(&tx, city).await?;
    if !draft.decision.may_follow(city.membership) {
        return Err(Fail::field("", "error-decision-follows"));
    }
    make_room(&tx, actor, &city, draft).await?;
    if let Some(last) = rows::since(&tx, &[city.id]).await?.remove(&city.id).filter(|last| draft.from < last.0) {
        return Err(Fail::Invalid(vec![
            FieldError::new("from", "error-decision-before").with("day", last.0.to_string()),
        ]));
    }
    let calendar = hub.network.calendar_of(&city.region);
    let today = calendar.day_of(tx.now());
    let heard_until = draft.decision.needs_two().then(|| Day(calendar.after(today, HEARD_DAYS)));
    let id = rows::insert(&tx, actor, city.id, draft, heard_until).await?;
    if draft.decision.needs_two() {
        note(&tx, actor, acts::PROPOSED, &city, "").await?;
        tx.event(actor, PROPOSED, id, Some(city.id)).await?;
        return tx.commit().await;
    }
    let by_its_people = !actor.answers_for(&city.region);
    tx.event(actor, if by_its_people { LEFT } else { MOVED }, id, Some(city.id)).await?;
    if draft.from <= today {
        put_into_force(&tx, actor, &rows::one(&tx, city.id, id).await?).await?;
    } else {
        note(&tx, actor, acts::DECIDED, &city, draft.decision.code()).await?;
        tx.enqueue_at(&ComesIntoForce { city: city.id, decision: id }, calendar.hour_of(draft.from, 0)).await?;
    }
    tx.commit().await
}

/// One thing at a time; but whoever leaves is not suspended as well.
async fn make_room(tx: &Tx, actor: &Actor, city: &City, draft: &Draft) -> Result<()> {
    let Some(open) = rows::open(tx, city.id).await? else { return Ok(()) };
    let overtaken = open.state == DecisionState::Proposed && draft.decision == Decision::Withdrawn;
    if !overtaken {
        return Err(Fail::field("", "error-decision-waits"));
    }
    rows::drop(tx, actor, open.id, "").await?;
    note(tx, actor, acts::DROPPED, city, open.decision.code()).await
}
