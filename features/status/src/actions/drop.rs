//! Nothing comes of what was proposed, or decided for a later day.

use base::{Actor, Fail, Result};
use cities::City;
use web::Hub;

use super::{MOVED, fresh, note};
use crate::access::check;
use crate::{acts, rows};

/// Takes it back. What is in force is not taken back, but followed by another decision.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not decide it; [`Fail::Conflict`] where nothing waits any more.
pub(crate) async fn drop(hub: &Hub, actor: &Actor, city: &City, id: i64, why: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let city = fresh(&tx, city).await?;
    let own = rows::one(&tx, city.id, id).await?;
    check(actor, &city, own.decision)?;
    if !own.is_open() {
        return Err(Fail::Conflict("status_decisions.state".into()));
    }
    rows::drop(&tx, actor, id, why).await?;
    note(&tx, actor, acts::DROPPED, &city, own.decision.code()).await?;
    tx.event(actor, MOVED, id, Some(city.id)).await?;
    tx.commit().await
}
