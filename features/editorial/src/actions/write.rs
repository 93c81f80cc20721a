//! Writing and translating.

use base::{Actor, Lang, Result};
use store::Tx;
use texts::{Draft, State as TextState};
use web::Hub;

use super::publish::{live_now, second_person};
use super::schedule::is_off;
use super::{addresses, item_for, standing, touched};
use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, Item, Written};
use crate::state::ItemState;

/// What came of writing.
#[derive(Clone, Debug)]
pub struct Saved {
    /// What was written on.
    pub item: Item,
    /// The newest revision.
    pub number: i64,
    /// Readers have it already: a translation of what they read.
    pub live: bool,
    /// It says something else than before.
    pub wrote: bool,
}

/// Begins something of a kind, in a language: its source. A form that was sent twice begins one thing.
///
/// # Errors
/// Those of [`write`]; [`base::Fail::Taken`] where this form was sent before ([`store::FORM_SENT`]).
pub async fn create(hub: &Hub, actor: &Actor, kind: Kind, lang: Lang, written: &Written, once: &str) -> Result<Item> {
    crate::access::check(actor)?;
    let tx = hub.db.begin().await?;
    let item = rows::insert(&tx, kind, None).await?;
    let parts = addresses::with_address(&tx, &item, written.parts.clone()).await?;
    texts::write(&tx, actor, item.thing(), lang, &Draft { parts, ..Draft::default() }).await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.begun", item.id, None).await?;
    store::remember(&tx, actor, once, &item.office()).await?;
    tx.commit().await?;
    Ok(item)
}

/// Writes a text in a language. Of the source a draft is made, also of what readers have: they keep what they have until it is
/// published. A translation that is `ready` is shown at once where its thing is, unless the network asks for a second
/// person.
///
/// # Errors
/// [`base::Fail::Conflict`] where somebody wrote since, a field's error where the address is taken.
pub async fn write(hub: &Hub, actor: &Actor, id: i64, lang: Lang, written: &Written, ready: bool) -> Result<Saved> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    let texts = standing(&tx, hub, &item).await?;
    let own = texts.iter().find(|text| text.lang == lang);
    let is_source = own.is_some_and(|text| text.state == TextState::Source);
    let before = own.map_or(0, |text| text.newest);
    let parts = addresses::with_address(&tx, &item, written.parts.clone()).await?;
    let draft = Draft {
        parts,
        seen: written.seen,
        rendered: written.rendered,
        ready: ready && !is_source,
        goes_on: written.goes_on,
    };
    let number = texts::write(&tx, actor, item.thing(), lang, &draft).await?;
    let wrote = number != before;
    if is_source && wrote {
        is_draft_again(&tx, actor, &item).await?;
    }
    let is_ready = draft.ready && own.is_none_or(|text| text.ready != Some(number));
    let live = is_ready && item.shown && !second_person(hub) && live_now(&tx, &item, Some(&[lang])).await?;
    if wrote || is_ready {
        touched(&tx, &item).await?;
        let event = if draft.ready { "editorial.translated" } else { "editorial.written" };
        tx.event(actor, event, item.id, None).await?;
    }
    tx.commit().await?;
    Ok(Saved { item, number, live, wrote })
}

/// What was on its way to readers, or with them, is a draft again: its source says something else. Readers keep what they have.
async fn is_draft_again(tx: &Tx, actor: &Actor, item: &Item) -> Result<()> {
    match item.state {
        ItemState::Draft | ItemState::Withdrawn => Ok(()),
        ItemState::Scheduled => is_off(tx, actor, item, "").await,
        ItemState::Live => tx.move_to(actor, item.id, ItemState::Live, ItemState::Draft, "").await,
        ItemState::InReview => {
            tx.move_to(actor, item.id, ItemState::InReview, ItemState::Draft, "").await?;
            texts::take_back(tx, item.thing()).await
        }
    }
}

/// A translation is right still, though its source has changed. Readers who have it have it as current.
///
/// # Errors
/// [`base::Fail::Conflict`] where somebody wrote since.
pub async fn confirm(hub: &Hub, actor: &Actor, id: i64, lang: Lang, seen: i64, rendered: i64) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    if !texts::confirm(&tx, actor, item.thing(), lang, seen, rendered).await? {
        return Ok(item);
    }
    if item.shown {
        super::shown(&tx, &item, false).await?;
    }
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.translated", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// Writes what an earlier revision said, as a new one: nothing of what came between is lost.
///
/// # Errors
/// [`base::Fail::NotFound`] without that revision, [`base::Fail::Conflict`] where somebody wrote since.
pub async fn restore(hub: &Hub, actor: &Actor, id: i64, lang: Lang, number: i64, seen: i64) -> Result<Saved> {
    crate::access::check(actor)?;
    let sql = hub.db.read();
    let item = rows::item(&sql, id).await?;
    let old = texts::revision(&sql, item.thing(), lang, number).await?.ok_or(base::Fail::NotFound)?;
    let changed = || base::Fail::Conflict(texts::CHANGED.into());
    let now = texts::revision(&sql, item.thing(), lang, seen).await?.ok_or_else(changed)?;
    // The address that it has now stays: what it said comes back, not where it was.
    let parts = old.parts.with(ADDRESS, now.parts.get(ADDRESS));
    write(hub, actor, id, lang, &Written { parts, seen, rendered: old.rendered, goes_on: false }, false).await
}
