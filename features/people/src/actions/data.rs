//! Somebody takes their own data.

use base::{Actor, Fail, Result};
use web::Hub;

use crate::acts;

/// Puts on record that somebody has taken their data.
pub(crate) async fn note_taken(hub: &Hub, actor: &Actor) -> Result<()> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    tx.audit(actor, acts::DATA_TAKEN, &person.to_string(), "").await?;
    tx.commit().await
}
