//! What is the same in all languages.

use base::{Actor, CityId, Fail, Result};
use web::Hub;

use super::publish::ends_at;
use super::schedule::{ends_plan, is_off};
use super::{item_for, menus, shown, touched};
use crate::kinds::Kind;
use crate::rules::{Facts, Item, last_day};
use crate::{acts, rows};

/// Saves facts. What readers see of them changes at once; a plan that a consent no longer covers is called off.
///
/// # Errors
/// A field's error where what readers have would lack a consent; [`Fail::Conflict`] where somebody saved since the form was opened.
pub async fn save_facts(hub: &Hub, actor: &Actor, id: i64, facts: &Facts, cities: &[CityId]) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    if item.shown && !facts.is_consented(item.kind, tx.now()) {
        return Err(Fail::field("until", "error-voice-shown"));
    }
    if item.kind == Kind::Voice && (facts.consent != item.consent || facts.ends_at != item.ends_at) {
        // Whoever was shown it was shown what was consented to then.
        crate::previews::revoke(&tx, item.id, None).await?;
        tx.audit(actor, acts::CONSENT_CHANGED, &base::id::write_id(item.id), &consent_of(&item)).await?;
    }
    crate::tree::check(&tx, &item, facts).await?;
    if !rows::save_facts(&tx, item.id, facts, cities).await? {
        return Err(Fail::Conflict("editorial_items.revision".into()));
    }
    if ends_plan(&item, facts) {
        let reason = hub.words.write(hub.network.languages[0], "error-voice-consent", &[]);
        is_off(&tx, actor, &item, &reason).await?;
    }
    if item.shown {
        if facts.ends_at != item.ends_at {
            ends_at(&tx, item.id, facts.ends_at).await?;
        }
        shown(&tx, &item, false).await?;
        if !facts.place.is_empty() && item.place.is_empty() {
            menus(&tx, &item).await?;
        }
    }
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.facts-changed", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// The consent of before, as the record keeps it.
fn consent_of(item: &Item) -> String {
    let until = item.ends_at.map(last_day).unwrap_or_default();
    format!("{} ({until})", item.consent.trim())
}
