//! A second person decides that a city is suspended, after it was heard.

use base::{Actor, Fail, FieldError, Result};
use cities::City;
use store::Day;
use web::Hub;

use super::{MOVED, fresh, note};
use crate::access::check;
use crate::force::put_into_force;
use crate::rules::{Decision, DecisionState};
use crate::{acts, rows};

/// Decides what somebody else proposed: the city is suspended from today. It has answered, or its days are over; how it was heard is written.
///
/// # Errors
/// [`Fail::Forbidden`] for others than the central team, and for whoever proposed it; [`Fail::SignInAgain`] for those who have not shown
/// lately who they are; [`Fail::Conflict`] where nothing is proposed any more; [`Fail::Invalid`] where the city was not heard yet.
pub(crate) async fn agree(hub: &Hub, actor: &Actor, city: &City, id: i64, heard: &str) -> Result<()> {
    check(actor, city, Decision::Suspended)?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let city = fresh(&tx, city).await?;
    let proposed = rows::one(&tx, city.id, id).await?;
    if proposed.state != DecisionState::Proposed {
        return Err(Fail::Conflict("status_decisions.state".into()));
    }
    if proposed.entered_by == actor.id() {
        return Err(Fail::field("do", "error-decision-same-person"));
    }
    let today = hub.network.calendar_of(&city.region).day_of(tx.now());
    let until = proposed.heard_until.map_or(today, |until| until.0);
    if today <= until && rows::answered(&tx, id).await? == 0 {
        let error = FieldError::new("do", "error-decision-unheard").with("day", until.to_string());
        return Err(Fail::Invalid(vec![error]));
    }
    rows::agree(&tx, actor, id, Day(today), heard).await?;
    note(&tx, actor, acts::AGREED, &city, "").await?;
    tx.event(actor, MOVED, id, Some(city.id)).await?;
    put_into_force(&tx, actor, &rows::one(&tx, city.id, id).await?).await?;
    tx.commit().await
}
