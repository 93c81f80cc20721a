//! Links for readers outside, before something is published.

use base::{Actor, Fail, Result};
use web::Hub;

use super::item_for;
use crate::previews;
use crate::rules::Item;
use crate::state::ItemState;

/// Makes a link with which whoever has it reads the newest words of a thing.
///
/// # Errors
/// [`Fail::Conflict`] of what readers have, or was withdrawn; a form's error where too many links open already.
pub async fn share_preview(hub: &Hub, actor: &Actor, id: i64, once: &str) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    // What readers have they read at its page; a link would show the next draft.
    if matches!(item.state, ItemState::Withdrawn | ItemState::Live) {
        return Err(Fail::Conflict("editorial_items.state".into()));
    }
    match store::remember(&tx, actor, once, &item.office()).await {
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => return Ok(item),
        remembered => remembered?,
    }
    previews::make(&tx, item.id, actor.id()).await?;
    tx.event(actor, "editorial.preview-shared", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// A link opens no more. One that did not any more changes nothing.
pub async fn revoke_preview(hub: &Hub, actor: &Actor, id: i64, preview: i64) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    previews::is_of(&tx, preview, item.id).await?;
    if previews::revoke(&tx, item.id, Some(preview)).await? > 0 {
        tx.event(actor, "editorial.preview-revoked", item.id, None).await?;
        tx.commit().await?;
    }
    Ok(item)
}
