//! What is done with profiles: one verb, one transaction.

use base::{Actor, Fail, PersonId, Result};
use store::{AuditEntry, Door, Tx};
use web::Hub;

use crate::access::check;
use crate::acts;
use crate::letter::Written;
use crate::rows::{self, Message};
use crate::rules::{CITIES, MANY, MANY_PAGES, MESSAGES, MESSAGES_TO_ONE, ONCE, PAGES, PROFILES, Profile, Sent};

/// Until this transaction is over nobody else changes what this person shows.
pub(crate) async fn lock(tx: &Tx, person: PersonId) -> Result<()> {
    tx.one_at_a_time(&format!("profile {person}")).await
}

/// Somebody says what they show of themselves, having read this revision.
///
/// # Errors
/// [`Fail::Conflict`] where it was changed meanwhile. Also whoever is a member no more takes back what they showed.
pub(crate) async fn save(hub: &Hub, actor: &Actor, sent: &Sent, revision: i64) -> Result<()> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    lock(&tx, person).await?;
    if rows::revision(&tx, person).await?.unwrap_or(0) != revision {
        return Err(Fail::Conflict("profile".into()));
    }
    rows::save(&tx, person, sent).await?;
    tx.event(actor, "directory.saved", person.0, None).await?;
    tx.commit().await
}

/// Somebody reads what another shows: the same profile counts once a day. Of many it is put on record, and of too many it is said, but
/// to the central team, who see to what should not be shown.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn note_read(hub: &Hub, actor: &Actor, of: &Profile) -> Result<()> {
    let Some(reader) = actor.id().filter(|reader| *reader != of.person) else { return Ok(()) };
    let same = format!("profile read:{reader}:{}", of.person);
    if !passes(hub, (&same, ONCE)).await? {
        return Ok(());
    }
    let read = format!("profiles read:{reader}");
    match store::count_part(hub.guard.pass(&hub.db, &[(&read, PROFILES)])).await {
        Err(Fail::TooMany(_)) if actor.is_central() => {}
        Err(fail) => {
            // It was not read: asked for again, it is not one that was.
            let tx = hub.db.begin().await?;
            tx.forgive(&same).await?;
            tx.commit().await?;
            return Err(fail);
        }
        Ok(()) => {}
    }
    note_if_many(hub, actor, (&format!("profiles many:{reader}"), MANY)).await
}

/// Does it pass this door?
async fn passes(hub: &Hub, door: Door<'_>) -> Result<bool> {
    match store::count_part(hub.guard.pass(&hub.db, &[door])).await {
        Err(Fail::TooMany(_)) => Ok(false),
        passed => passed.map(|()| true),
    }
}

async fn note_if_many(hub: &Hub, actor: &Actor, door: Door<'_>) -> Result<()> {
    if passes(hub, door).await? { Ok(()) } else { store::count_part(note_many(hub, actor)).await }
}

/// Once a day.
async fn note_many(hub: &Hub, actor: &Actor) -> Result<()> {
    let reader = actor.id().ok_or(Fail::SignIn)?;
    let today = (acts::MANY_READ, reader.to_string());
    let since = hub.now() - MANY.within;
    if AuditEntry::is_since(&hub.db.read(), reader, &today, since).await? {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("many profiles {reader}")).await?;
    if AuditEntry::is_since(&tx, reader, &today, since).await? {
        return Ok(());
    }
    tx.audit(actor, acts::MANY_READ, &today.1, "").await?;
    tx.commit().await
}

/// Somebody opens a page of the directory. Of many it is put on record as of many profiles.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn note_page(hub: &Hub, actor: &Actor) -> Result<()> {
    let reader = actor.id().ok_or(Fail::SignIn)?;
    store::count_part(hub.guard.pass(&hub.db, &[(&format!("directory:{reader}"), PAGES)])).await?;
    note_if_many(hub, actor, (&format!("directory many:{reader}"), MANY_PAGES)).await
}

/// May this reader be shown on a city's page who works there? Of many cities in a day no longer.
pub(crate) async fn may_see_city(hub: &Hub, actor: &Actor) -> Result<bool> {
    let Some(reader) = actor.id() else { return Ok(false) };
    passes(hub, (&format!("directory cities:{reader}"), CITIES)).await
}

/// One member writes to another. The same text sent twice with one form is one message.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn write(hub: &Hub, actor: &Actor, to: PersonId, text: &str, once: &str) -> Result<()> {
    check(actor)?;
    let sender = actor.id().ok_or(Fail::SignIn)?;
    let once = base::secret::hash(&format!("{once} {to} {text}"));
    if store::outcome_of(&hub.db.read(), actor, &once).await?.is_some() {
        return Ok(());
    }
    let (all, one) = (format!("profile messages:{sender}"), format!("profile messages:{sender}:{to}"));
    hub.guard.pass(&hub.db, &[(&one, MESSAGES_TO_ONE), (&all, MESSAGES)]).await?;
    let tx = hub.db.begin().await?;
    let message = Message { id: tx.new_id(), sender, recipient: to, text: text.to_owned() };
    match store::remember(&tx, actor, &once, &base::id::write_id(message.id)).await {
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => return Ok(()),
        remembered => remembered?,
    }
    rows::add_message(&tx, &message).await?;
    web::post::send(&tx, &Written { message: message.id }).await?;
    tx.commit().await
}
