//! What is done with the home page: written as a layout, seen before, published.

use base::{Actor, Fail, Result};
use store::Tx;
use web::Hub;

use crate::layout::Layout;
use crate::{acts, rows};

/// The topic of the home page's layout.
pub(crate) const HOME: &str = "home";
/// What a stale form is refused with.
const CHANGED: &str = "home_layouts.id";

/// Who may compose the home page: the central team.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    actor.must_be_central()
}

/// Keeps another layout, which readers do not have yet; the same once more is none. Answers its id.
///
/// # Errors
/// [`Fail::Conflict`] where somebody wrote another than the one that was `seen`.
pub(crate) async fn write(hub: &Hub, actor: &Actor, parts: &str, seen: i64) -> Result<i64> {
    check(actor)?;
    let tx = hub.db.begin().await?;
    let newest = newest(&tx).await?;
    if newest.as_ref().is_some_and(|newest| newest.parts == parts) {
        return Ok(newest.map_or(0, |newest| newest.id));
    }
    if newest.map_or(0, |newest| newest.id) != seen {
        return Err(Fail::Conflict(CHANGED.into()));
    }
    let id = rows::insert(&tx, actor, parts).await?;
    tx.event(actor, "home.written", id, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Readers have the newest layout, which was `seen`, from now on. Where the network asks for a second person, nobody
/// publishes their own.
///
/// # Errors
/// [`Fail::Conflict`] where another one is the newest; a form's error where a second person has to.
pub(crate) async fn publish(hub: &Hub, actor: &Actor, seen: i64) -> Result<()> {
    check(actor)?;
    let tx = hub.db.begin().await?;
    let newest = newest(&tx).await?.ok_or(Fail::NotFound)?;
    if newest.id != seen {
        return Err(Fail::Conflict(CHANGED.into()));
    }
    if newest.published_at.is_some() {
        // Pressed twice.
        return Ok(());
    }
    if hub.network.settings.review && newest.written_by == actor.id() {
        return Err(Fail::field("", "error-home-second-person"));
    }
    rows::publish(&tx, actor, newest.id).await?;
    tx.changed(HOME, newest.id, false, &[HOME.to_owned()]).await?;
    tx.event(actor, "home.published", newest.id, None).await?;
    tx.audit(actor, acts::HOME_PUBLISHED, "home", &newest.parts).await?;
    tx.commit().await
}

async fn newest(tx: &Tx) -> Result<Option<Layout>> {
    tx.one_at_a_time("home").await?;
    Ok(rows::newest(tx).await?.into_iter().next())
}
