//! From a draft to the readers, and back.

use base::{Actor, Fail, Lang, PersonId, Result, Time};
use store::Tx;
use texts::{Standing, State as TextState};
use web::Hub;

use super::{addresses, held, item_for, shown, standing, touched};
use crate::rules::{Item, TITLE};
use crate::state::ItemState;
use crate::voices::Ends;
use crate::{acts, rows};

/// Whether somebody else has to read what is published than who wrote it: the network's setting.
pub(crate) fn second_person(hub: &Hub) -> bool {
    hub.network.settings.review
}

/// What whoever publishes has seen. Where the network asks for a second person, nobody publishes what they have not.
#[derive(Clone, Debug, Default)]
pub struct Saw {
    /// The newest revision of the source.
    pub source: i64,
    /// The translations by the codes of their languages, with the revision of each that was ready.
    pub translations: Vec<(String, i64)>,
}

/// The source's newest words are ready, and somebody else is asked to read them.
///
/// # Errors
/// [`Fail::Conflict`] where it is no draft any more, or its words are others than were seen.
pub async fn send_for_review(hub: &Hub, actor: &Actor, id: i64, seen: i64) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    let texts = standing(&tx, hub, &item).await?;
    ready(&tx, &item, &texts, seen).await?;
    tx.move_to(actor, item.id, ItemState::Draft, ItemState::InReview, "").await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.sent-for-review", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// It needs more work, for this reason.
///
/// # Errors
/// [`Fail::Conflict`] where it is not in review any more.
pub async fn send_back(hub: &Hub, actor: &Actor, id: i64, reason: &str) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    tx.move_to(actor, item.id, ItemState::InReview, ItemState::Draft, reason).await?;
    texts::take_back(&tx, item.thing()).await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.sent-back", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// Readers have the newest words of the source from now on, and the translations that are ready. Where the network asks for
/// a second person nobody publishes their own words: of the source that is refused, translations wait for somebody else.
///
/// # Errors
/// [`Fail::Conflict`] where its words or its state are others than were seen; a form's error where a second person has to, where
/// something is missing, or where an address became another's.
pub async fn publish(hub: &Hub, actor: &Actor, id: i64, was: ItemState, saw: &Saw) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    let texts = standing(&tx, hub, &item).await?;
    let source = source(&texts)?;
    let mut languages = languages_for(hub, &texts, actor.id(), saw);
    if was == ItemState::Live {
        // Only translations: the source is what readers have.
        if source.newest != saw.source || item.state != ItemState::Live {
            return Err(Fail::Conflict("editorial_items.state".into()));
        }
        languages.retain(|lang| *lang != source.lang);
        if !live_now(&tx, &item, Some(&languages)).await? {
            let waits =
                |text: &Standing| text.ready.is_some() && text.ready != text.live && !languages.contains(&text.lang);
            let own = texts.iter().any(waits);
            return if own { Err(Fail::field("", "error-second-person")) } else { Ok(item) };
        }
    } else {
        consented(&item, tx.now())?;
        approve(&tx, hub, actor, &item, &texts, was, saw.source).await?;
        if item.state == ItemState::Scheduled {
            // Before its state moves: whoever planned it is looked for among the events before this one.
            tx.event(actor, "editorial.called-off", item.id, None).await?;
        }
        to_readers(&tx, actor, &item, was, &languages).await?;
    }
    told(&tx, actor, &item).await?;
    tx.commit().await?;
    Ok(item)
}

/// The languages that may go to readers when this person publishes: the source's always, which was approved. Where the network asks
/// for a second person, of the translations those that somebody else wrote and that were seen as they are ready now. Whose words one
/// has is known of its newest revision: where that is a draft, it waits.
pub(super) fn languages_for(hub: &Hub, texts: &[Standing], publisher: Option<PersonId>, saw: &Saw) -> Vec<Lang> {
    let was_read = |text: &&Standing| {
        let others = text.author.is_none() || text.author != publisher;
        let seen = |ready| saw.translations.iter().any(|(lang, number)| lang == text.lang.code() && *number == ready);
        others && !text.has_draft() && text.ready.is_some_and(seen)
    };
    let may = |text: &&Standing| text.state == TextState::Source || !second_person(hub) || was_read(text);
    texts.iter().filter(may).map(|text| text.lang).collect()
}

/// The newest words of the source, which were seen, may go to the readers: they are whole, and where the network asks for a second
/// person, somebody else wrote them and sent them for review.
pub(super) async fn approve(
    tx: &Tx,
    hub: &Hub,
    actor: &Actor,
    item: &Item,
    texts: &[Standing],
    was: ItemState,
    seen: i64,
) -> Result<()> {
    let source = source(texts)?;
    let own = source.author.is_some() && source.author == actor.id();
    let was_reviewed = matches!(was, ItemState::InReview | ItemState::Scheduled);
    if second_person(hub) && (own || !was_reviewed) {
        return Err(Fail::field("", "error-second-person"));
    }
    ready(tx, item, texts, seen).await
}

/// What a voice without consent is refused with.
pub(super) const NO_CONSENT: &str = "error-voice-consent";

/// Whoever speaks in it has consented, at the time at which readers are to have it.
pub(super) fn consented(item: &Item, at: Time) -> Result<()> {
    if item.is_consented(at) { Ok(()) } else { Err(Fail::field("", NO_CONSENT)) }
}

/// At that time readers have it no more.
pub(super) async fn ends_at(tx: &Tx, item: i64, at: Option<Time>) -> Result<()> {
    match at {
        Some(at) => tx.enqueue_at(&Ends { item, at }, at).await,
        None => Ok(()),
    }
}

/// The consent of whoever speaks in it has ended: it is withdrawn, whatever is written on. One that was given anew is left alone.
pub(crate) async fn end(hub: &Hub, job: &Ends) -> Result<()> {
    let tx = hub.db.begin().await?;
    let item = match held(&tx, job.item).await {
        Err(Fail::NotFound) => return Ok(()),
        item => item?,
    };
    if !item.shown || item.ends_at != Some(job.at) || job.at > tx.now() {
        return Ok(());
    }
    let reason = hub.words.write(hub.network.languages[0], "voice-ended", &[]);
    take_away(&tx, &Actor::System, &item, item.state, &reason).await?;
    tx.commit().await
}

/// Readers have what is ready in these languages from now on.
pub(super) async fn to_readers(tx: &Tx, actor: &Actor, item: &Item, was: ItemState, languages: &[Lang]) -> Result<()> {
    consented(item, tx.now())?;
    ends_at(tx, item.id, item.ends_at).await?;
    tx.move_to(actor, item.id, was, ItemState::Live, "").await?;
    rows::plan(tx, item.id, None).await?;
    // Whoever had a link reads what everybody reads: what is written next is nothing that anybody meant to show them.
    crate::previews::revoke(tx, item.id, None).await?;
    texts::want(tx, item.thing(), true).await?;
    live_now(tx, item, Some(languages)).await?;
    // Nothing is live that readers do not have.
    let live = texts::live(tx, &[item.thing()], &[TITLE]).await?.remove(&item.thing()).unwrap_or_default();
    if !live.iter().any(|text| text.source) {
        return Err(Fail::Conflict("editorial_items.state".into()));
    }
    rows::show(tx, item.id, true).await
}

/// Who published it is told to whoever follows, and stays on record.
pub(super) async fn told(tx: &Tx, actor: &Actor, item: &Item) -> Result<()> {
    touched(tx, item).await?;
    tx.event(actor, "editorial.published", item.id, None).await?;
    tx.audit(actor, acts::PUBLISHED, &base::id::write_id(item.id), "").await
}

/// It is taken back: its page says so.
///
/// # Errors
/// [`Fail::Conflict`] where readers do not have it, or its state is another than was seen.
pub async fn withdraw(hub: &Hub, actor: &Actor, id: i64, was: ItemState, reason: &str) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    if !item.shown || item.fixed().is_some() {
        return Err(Fail::Conflict("editorial_items.state".into()));
    }
    take_away(&tx, actor, &item, was, reason).await?;
    tx.commit().await?;
    Ok(item)
}

async fn take_away(tx: &Tx, actor: &Actor, item: &Item, was: ItemState, reason: &str) -> Result<()> {
    tx.move_to(actor, item.id, was, ItemState::Withdrawn, reason).await?;
    texts::want(tx, item.thing(), false).await?;
    if was == ItemState::Scheduled {
        tx.event(actor, "editorial.called-off", item.id, None).await?;
    }
    if matches!(was, ItemState::InReview | ItemState::Scheduled) {
        texts::take_back(tx, item.thing()).await?;
        rows::plan(tx, item.id, None).await?;
    }
    // Who has a link reads no more of it than others.
    crate::previews::revoke(tx, item.id, None).await?;
    rows::show(tx, item.id, false).await?;
    // Its place in the menu is another's: whoever takes it up again gives it one.
    rows::leave_place(tx, item.id).await?;
    shown(tx, item, true).await?;
    tx.event(actor, "editorial.withdrawn", item.id, None).await?;
    tx.audit(actor, acts::WITHDRAWN, &base::id::write_id(item.id), reason).await
}

/// What was taken back is worked on again; readers have it when it is published.
///
/// # Errors
/// [`Fail::Conflict`] where it is not withdrawn any more.
pub async fn resume(hub: &Hub, actor: &Actor, id: i64) -> Result<Item> {
    let tx = hub.db.begin().await?;
    let item = item_for(&tx, actor, id).await?;
    tx.move_to(actor, item.id, ItemState::Withdrawn, ItemState::Draft, "").await?;
    texts::want(&tx, item.thing(), true).await?;
    touched(&tx, &item).await?;
    tx.event(actor, "editorial.resumed", item.id, None).await?;
    tx.commit().await?;
    Ok(item)
}

/// What is ready in these languages (in all, where none are given) is what readers have, each at its address; answers whether they
/// have anything else now.
pub(super) async fn live_now(tx: &Tx, item: &Item, languages: Option<&[Lang]>) -> Result<bool> {
    addresses::fill(tx, item).await?;
    let changed = texts::publish(tx, item.thing(), languages).await?;
    addresses::take(tx, item).await?;
    crate::care::note(tx, item).await?;
    shown(tx, item, false).await?;
    Ok(changed > 0)
}

/// The source's newest words, which were seen, are ready. They are whole: what is only begun was kept with less.
async fn ready(tx: &Tx, item: &Item, texts: &[Standing], seen: i64) -> Result<()> {
    let source = source(texts)?;
    texts::make_ready(tx, item.thing(), source.lang, seen).await?;
    let text = texts::revision(tx, item.thing(), source.lang, seen).await?.ok_or(Fail::NotFound)?;
    if crate::rules::is_whole(item.kind, &text.parts) { Ok(()) } else { Err(Fail::field("", "error-not-whole")) }
}

pub(super) fn source(texts: &[Standing]) -> Result<&Standing> {
    texts.iter().find(|text| text.state == TextState::Source).ok_or(Fail::NotFound)
}

/// What the network begins with is what readers have, with its facts: the hub's own work.
pub(crate) async fn first(tx: &Tx, item: &Item, facts: &crate::rules::Facts) -> Result<()> {
    rows::save_facts(tx, item.id, facts, &[]).await?;
    tx.move_to(&Actor::System, item.id, ItemState::Draft, ItemState::Live, "").await?;
    live_now(tx, item, None).await?;
    rows::show(tx, item.id, true).await?;
    touched(tx, item).await
}
