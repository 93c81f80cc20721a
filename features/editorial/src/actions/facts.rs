//! What is the same in all languages.

use base::{Actor, CityId, Fail, Result};
use web::Hub;

use super::{item_for, shown, touched};
use crate::rows;
use crate::rules::{Facts, Item};

/// Saves facts. What readers see of them changes at once.
///
/// # Errors
/// [`Fail::Conflict`] where somebody saved since the form was opened.
pub async fn save_facts(hub: &Hub, actor: &Actor, id: i64, facts: &Facts, cities: &[CityId]) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    if !rows::save_facts(&tx, item.id, facts, cities).await? {
        return Err(Fail::Conflict("editorial_items.revision".into()));
    }
    if item.shown {
        shown(&tx, &item, false).await?;
    }
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.facts-changed", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}
