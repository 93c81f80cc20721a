//! A decision comes into force, or to nothing.

use base::{Actor, CityId, Result};
use store::{Act, Tx};

use crate::rules::{Decided, Decision};
use crate::{acts, rows};

/// The event: nothing comes of what was proposed, or decided for a later day.
pub(crate) const DROPPED: &str = "status.dropped";

/// On record, and on the city's own, which has this slug.
pub(crate) async fn note(tx: &Tx, actor: &Actor, act: Act, city: (CityId, &str), detail: &str) -> Result<()> {
    let (city, slug) = city;
    tx.audit(actor, act, slug, detail).await?;
    for record in people::records() {
        record.note(tx, actor, act, city, slug).await?;
    }
    Ok(())
}

/// The record of the city follows a decision from now on. Whoever has left is not suspended as well.
pub(crate) async fn put_into_force(tx: &Tx, actor: &Actor, slug: &str, decided: &Decided) -> Result<()> {
    if decided.decision == Decision::Withdrawn
        && let Some(proposed) = rows::proposed(tx, decided.city).await?
    {
        drop(tx, actor, slug, &proposed, "").await?;
    }
    cities::set_membership(tx, &people::records(), actor, decided.city, decided.decision.leads_to()).await?;
    rows::applied(tx, decided.id).await
}

/// Nothing comes of it.
pub(crate) async fn drop(tx: &Tx, actor: &Actor, slug: &str, own: &Decided, why: &str) -> Result<()> {
    rows::drop(tx, actor, own.id, why).await?;
    note(tx, actor, acts::DROPPED, (own.city, slug), own.decision.code()).await?;
    tx.event(actor, DROPPED, own.id, Some(own.city)).await
}
