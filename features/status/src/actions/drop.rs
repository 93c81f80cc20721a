//! Nothing comes of what was proposed, or decided for a later day.

use base::{Actor, Fail, Result};
use cities::City;
use store::Sql;
use web::Hub;

use super::fresh;
use crate::access::check;
use crate::force;
use crate::rows;
use crate::rules::{Decided, DecisionState};

/// Did those who lead the city enter it?
pub(crate) async fn is_of_city(sql: &Sql, own: &Decided) -> Result<bool> {
    let leads = people::leads_of(sql, own.city).await?;
    Ok(own.entered_by.is_some_and(|by| leads.contains(&by)))
}

/// Takes it back; the city's leads are told where it was to be suspended. What is in force is not taken back, but followed by another
/// decision. Sent twice, it is one.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not decide it; [`Fail::SignInAgain`] for those who have not shown lately who they are;
/// [`Fail::Conflict`] where nothing waits any more.
pub(crate) async fn drop(hub: &Hub, actor: &Actor, city: &City, id: i64, why: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let city = fresh(&tx, city).await?;
    let own = rows::one(&tx, city.id, id).await?;
    check(actor, &city, own.decision)?;
    // What the office decided its city does not undo.
    let by_office = !actor.answers_for(&city.region) && !is_of_city(&tx, &own).await?;
    if by_office {
        return Err(Fail::Forbidden);
    }
    if own.state == DecisionState::Dropped && own.dropped_by == actor.id() && own.note == why {
        return Ok(());
    }
    if !own.is_open() {
        return Err(Fail::Conflict("status_decisions.state".into()));
    }
    force::drop(&tx, actor, &city.slug, &own, why).await?;
    tx.commit().await
}
