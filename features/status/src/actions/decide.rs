//! Somebody decides about a membership; a suspension is only proposed by that.

use base::{Actor, Fail, FieldError, Result};
use cities::City;
use store::{Day, Tx};
use web::Hub;

use super::{LEFT, MOVED, PROPOSED, SAME_PRESS, fresh};
use crate::access::check;
use crate::force::{drop, note, put_into_force};
use crate::jobs::ComesIntoForce;
use crate::rules::{Draft, HEARD_DAYS};
use crate::{acts, rows};

/// Decides it: from its day on the city's record follows, at once where that has come. A suspension waits for a second person, and for
/// what the city says. Sent twice, it is one decision.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not decide this; [`Fail::SignInAgain`] for those who have not shown lately who they are;
/// [`Fail::Invalid`] where it does not follow on how the city stands, where something waits already, where a later day was decided
/// before, and where somebody of the city itself would have it suspended.
pub(crate) async fn decide(hub: &Hub, actor: &Actor, city: &City, draft: &Draft) -> Result<()> {
    check(actor, city, draft.decision)?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let city = fresh(&tx, city).await?;
    if rows::was_entered(&tx, actor, city.id, draft, tx.now() - SAME_PRESS).await? {
        return Ok(());
    }
    if !draft.decision.may_follow(city.membership) {
        return Err(Fail::field("", "error-decision-follows"));
    }
    if draft.decision.needs_two() && actor.works_for(city.id) {
        return Err(Fail::field("", "error-decision-own-city"));
    }
    make_room(&tx, actor, &city, draft).await?;
    if let Some(last) = rows::since(&tx, &[city.id]).await?.remove(&city.id).filter(|last| draft.from < last.0) {
        let error = FieldError::new("from", "error-decision-before").with("day", last.0.to_string());
        return Err(Fail::Invalid(vec![error]));
    }
    let calendar = hub.network.calendar_of(&city.region);
    let today = calendar.day_of(tx.now());
    let heard_until = draft.decision.needs_two().then(|| Day(calendar.after(today, HEARD_DAYS)));
    let id = rows::insert(&tx, actor, city.id, draft, heard_until).await?;
    let of = (city.id, city.slug.as_str());
    if draft.decision.needs_two() {
        note(&tx, actor, acts::PROPOSED, of, "").await?;
        tx.event(actor, PROPOSED, id, Some(city.id)).await?;
        return tx.commit().await;
    }
    let by_its_people = !actor.answers_for(&city.region);
    tx.event(actor, if by_its_people { LEFT } else { MOVED }, id, Some(city.id)).await?;
    if draft.from <= today {
        put_into_force(&tx, actor, &city.slug, &rows::one(&tx, city.id, id).await?).await?;
    } else {
        note(&tx, actor, acts::DECIDED, of, draft.decision.code()).await?;
        tx.enqueue_at(&ComesIntoForce { city: city.id, decision: id }, calendar.hour_of(draft.from, 0)).await?;
    }
    tx.commit().await
}

/// One thing at a time; but a city's word to leave overtakes what else waits for its day.
async fn make_room(tx: &Tx, actor: &Actor, city: &City, draft: &Draft) -> Result<()> {
    let open = rows::open(tx, city.id).await?;
    if !open.iter().all(|own| draft.decision.may_be_beside(own)) {
        return Err(Fail::field("", "error-decision-waits"));
    }
    if draft.decision.needs_two() {
        return Ok(());
    }
    for overtaken in open.iter().filter(|own| own.from_day.is_some()) {
        drop(tx, actor, &city.slug, overtaken, "").await?;
    }
    Ok(())
}
