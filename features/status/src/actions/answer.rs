//! A city says what it has to say of its suspension, before that is decided.

use base::{Actor, Fail, Result};
use cities::City;
use web::Hub;

use super::{ANSWERED, SAME_PRESS, fresh};
use crate::force::note;
use crate::rules::DecisionState;
use crate::{acts, rows};

/// Keeps what a lead says; the central team is told. Sent twice, it is one answer.
///
/// # Errors
/// [`Fail::Forbidden`] for others than those who lead the city; [`Fail::Conflict`] where nothing is proposed any more; [`Fail::Invalid`]
/// where a lot has been said already.
pub(crate) async fn answer(hub: &Hub, actor: &Actor, city: &City, id: i64, text: &str) -> Result<()> {
    let Some(person) = actor.id().filter(|_| actor.leads(city.id)) else { return Err(Fail::Forbidden) };
    let tx = hub.db.begin().await?;
    let city = fresh(&tx, city).await?;
    if rows::one(&tx, city.id, id).await?.state != DecisionState::Proposed {
        return Err(Fail::Conflict("status_decisions.state".into()));
    }
    if rows::was_answered(&tx, id, person, text, tx.now() - SAME_PRESS).await? {
        return Ok(());
    }
    if rows::answered(&tx, id).await? >= rows::ANSWERS {
        return Err(Fail::field("answer", "error-decision-answers"));
    }
    rows::answer(&tx, id, person, text).await?;
    note(&tx, actor, acts::ANSWERED, (city.id, &city.slug), "").await?;
    tx.event(actor, ANSWERED, id, Some(city.id)).await?;
    tx.commit().await
}
