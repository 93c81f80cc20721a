//! At a time that was said.

use base::{Actor, Fail, Result};
use store::Tx;
use web::Hub;

use super::publish::{NO_CONSENT, Saw, approve, consented, languages_for, source, to_readers, told};
use super::{addresses, held, item_for, standing, touched};
use crate::rows;
use crate::rules::{Facts, Item};
use crate::schedule::{PublishPlanned, When};
use crate::state::ItemState;

/// Readers are to have the newest words of the source from this time on, with the translations that are ready then. Who may
/// publish may also say when; a plan that was made can be changed.
///
/// # Errors
/// Those of [`super::publish`].
pub async fn schedule(hub: &Hub, actor: &Actor, id: i64, was: ItemState, saw: &Saw, when: &When) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    let texts = standing(&tx, hub, &item).await?;
    let newest = source(&texts)?.newest;
    if item.state == ItemState::Scheduled && newest == saw.source && item.when().as_ref() == Some(when) {
        // Sent twice.
        return Ok(item);
    }
    consented(&item, when.at)?;
    approve(&tx, hub, actor, &item, &texts, was, saw.source).await?;
    if item.state == ItemState::Scheduled {
        // The plan of before is off: whoever made it is told, and whoever was shown the text under it was told until when.
        tx.event(actor, "editorial.called-off", item.id, None).await?;
        crate::previews::revoke(&tx, item.id, None).await?;
    }
    tx.move_to(actor, item.id, was, ItemState::Scheduled, &when.in_short()).await?;
    // What it will be called by is its own from now on.
    addresses::fill(&tx, &item).await?;
    let plan = rows::plan(&tx, item.id, Some(when)).await?;
    let seen = Some(saw.translations.clone());
    tx.enqueue_at(&PublishPlanned { item: item.id, plan, by: actor.id(), seen }, when.at).await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.scheduled", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// It is not published at the time that was said: it is a draft again.
///
/// # Errors
/// [`Fail::Conflict`] where nothing is planned any more.
pub async fn call_off(hub: &Hub, actor: &Actor, id: i64) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    if item.state == ItemState::Draft {
        // Pressed twice.
        return Ok(item);
    }
    is_off(&tx, actor, &item, "").await?;
    tx.commit().await?;
    Ok(item)
}

/// What was planned is a draft again.
pub(super) async fn is_off(tx: &Tx, actor: &Actor, item: &Item, reason: &str) -> Result<()> {
    tx.move_to(actor, item.id, ItemState::Scheduled, ItemState::Draft, reason).await?;
    // Whoever was shown it under an embargo was told until when.
    crate::previews::revoke(tx, item.id, None).await?;
    texts::take_back(tx, item.thing()).await?;
    rows::plan(tx, item.id, None).await?;
    touched(tx, item).await?;
    tx.event(actor, "editorial.called-off", item.id, None).await
}

/// Whether a plan cannot stand with these facts: the consent of whoever speaks ends before.
pub(crate) fn ends_plan(item: &Item, facts: &Facts) -> bool {
    item.state == ItemState::Scheduled && item.scheduled_at.is_some_and(|at| !facts.is_consented(item.kind, at))
}

/// Its time has come. Nothing happens where it was called off or put off meanwhile; where it cannot be published (its address
/// became another's) it is a draft again, with the reason in its history.
pub(crate) async fn publish_planned(hub: &Hub, job: &PublishPlanned) -> Result<()> {
    match try_to_publish(hub, job).await {
        // Its address became another's, or a consent ended before; all else was made sure of when it was planned.
        Err(Fail::Invalid(errors)) => {
            let ended = errors.iter().any(|error| error.message == NO_CONSENT);
            let lang = hub.network.languages[0];
            let reason = match ended {
                true => hub.words.write(lang, "error-voice-consent", &[]),
                false => hub.words.write(lang, "error-address-taken", &[]),
            };
            let tx = hub.db.begin().await?;
            let item = planned(&tx, job).await?;
            let Some(item) = item else { return Ok(()) };
            is_off(&tx, &Actor::System, &item, &reason).await?;
            tx.commit().await
        }
        done => done,
    }
}

/// The thing, where it still is of this plan; held to the end of the transaction.
async fn planned(tx: &Tx, job: &PublishPlanned) -> Result<Option<Item>> {
    let item = match held(tx, job.item).await {
        Err(Fail::NotFound) => return Ok(None),
        item => item?,
    };
    Ok(Some(item).filter(|item| item.state == ItemState::Scheduled && item.plan == Some(job.plan)))
}

async fn try_to_publish(hub: &Hub, job: &PublishPlanned) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(item) = planned(&tx, job).await? else { return Ok(()) };
    let texts = standing(&tx, hub, &item).await?;
    let seen = job.seen.clone().unwrap_or_default();
    let languages = languages_for(hub, &texts, job.by, &Saw { source: 0, translations: seen });
    to_readers(&tx, &Actor::System, &item, ItemState::Scheduled, &languages).await?;
    told(&tx, &Actor::System, &item).await?;
    tx.commit().await
}
