//! At a time that was said.

use base::{Actor, Fail, Lang, Result, Time};
use texts::Standing;
use web::Hub;

use super::publish::{approve, languages_for, second_person, source, to_readers, told};
use super::{addresses, held, item_for, standing, touched};
use crate::rows;
use crate::rules::Item;
use crate::schedule::{PublishPlanned, When};
use crate::state::ItemState;

/// Readers are to have the newest words of the source from this time on, with the translations that are ready then. Who may
/// publish may also say when; a plan that was made can be changed.
///
/// # Errors
/// Those of [`super::publish`].
pub async fn schedule(hub: &Hub, actor: &Actor, id: i64, was: ItemState, seen: i64, when: &When) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    let texts = standing(&tx, hub, &item).await?;
    let newest = source(&texts)?.newest;
    if item.state == ItemState::Scheduled && newest == seen && item.when().as_ref() == Some(when) {
        // Sent twice.
        return Ok(item);
    }
    approve(&tx, hub, actor, &item, &texts, was, seen).await?;
    tx.move_to(actor, item.id, was, ItemState::Scheduled, "").await?;
    // What it will be called by is its own from now on.
    addresses::fill(&tx, &item).await?;
    rows::plan(&tx, item.id, Some(when)).await?;
    let ready = |text: &Standing| Some((text.lang.code().to_owned(), text.ready?));
    let seen = Some(texts.iter().filter_map(ready).collect());
    tx.enqueue_at(&PublishPlanned { item: item.id, at: when.at, by: actor.id(), seen }, when.at).await?;
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
    tx.move_to(actor, item.id, ItemState::Scheduled, ItemState::Draft, "").await?;
    texts::take_back(&tx, item.thing()).await?;
    rows::plan(&tx, item.id, None).await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.called-off", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// Its time has come. Nothing happens where it was called off or put off meanwhile; where it cannot be published (its address
/// became another's) it is a draft again, with the reason in its history.
pub(crate) async fn publish_planned(hub: &Hub, job: &PublishPlanned) -> Result<()> {
    let (id, at) = (job.item, job.at);
    match try_to_publish(hub, job).await {
        // All else was made sure of when it was planned.
        Err(Fail::Invalid(_)) => {
            let reason = hub.words.write(hub.network.languages[0], "error-address-taken", &[]);
            let tx = hub.db.begin().await?;
            let item = planned(&tx, id, at).await?;
            let Some(item) = item else { return Ok(()) };
            tx.move_to(&Actor::System, item.id, ItemState::Scheduled, ItemState::Draft, &reason).await?;
            texts::take_back(&tx, item.thing()).await?;
            rows::plan(&tx, item.id, None).await?;
            touched(&tx, &item).await?;
            tx.event(&Actor::System, "editorial.called-off", item.id, None).await?;
            tx.commit().await
        }
        done => done,
    }
}

/// The thing, where it is still planned for this time; held to the end of the transaction.
async fn planned(tx: &store::Tx, id: i64, at: Time) -> Result<Option<Item>> {
    let item = match held(tx, id).await {
        Err(Fail::NotFound) => return Ok(None),
        item => item?,
    };
    Ok(Some(item).filter(|item| item.state == ItemState::Scheduled && item.scheduled_at == Some(at)))
}

async fn try_to_publish(hub: &Hub, job: &PublishPlanned) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(item) = planned(&tx, job.item, job.at).await? else { return Ok(()) };
    let texts = standing(&tx, hub, &item).await?;
    let mut languages = languages_for(hub, &texts, job.by);
    if second_person(hub) {
        let of_source = source(&texts)?.lang;
        let seen = job.seen.as_deref().unwrap_or_default();
        let was_read = |lang: &Lang| {
            let ready = texts.iter().find(|text| text.lang == *lang).and_then(|text| text.ready);
            *lang == of_source
                || ready.is_some_and(|ready| seen.iter().any(|(own, number)| own == lang.code() && *number == ready))
        };
        languages.retain(was_read);
    }
    to_readers(&tx, &Actor::System, &item, ItemState::Scheduled, &languages).await?;
    told(&tx, &Actor::System, &item).await?;
    tx.commit().await
}
