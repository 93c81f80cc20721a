//! What is done with profiles: one verb, one transaction.

use base::{Actor, Fail, PersonId, Result};
use store::{AuditEntry, Tx};
use web::Hub;

use crate::access::check;
use crate::acts;
use crate::letter::Written;
use crate::rows::{self, Message};
use crate::rules::{MANY, MESSAGES, MESSAGES_TO_ONE, PAGES, PROFILES, Profile, Sent};

/// Until this transaction is over nobody else changes what this person shows.
pub(crate) async fn lock(tx: &Tx, person: PersonId) -> Result<()> {
    tx.one_at_a_time(&format!("profile {person}")).await
}

/// Somebody says what they show of themselves, having read this revision.
///
/// # Errors
/// [`Fail::Conflict`] where it was changed meanwhile; [`Fail::Forbidden`] for whoever is no member.
pub(crate) async fn save(hub: &Hub, actor: &Actor, sent: &Sent, revision: i64) -> Result<()> {
    check(actor)?;
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

/// Somebody reads what another shows. Of many in a day it is put on record, and of too many it is said.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn note_read(hub: &Hub, actor: &Actor, of: &Profile) -> Result<()> {
    let Some(reader) = actor.id().filter(|reader| *reader != of.person) else { return Ok(()) };
    store::count_part(hub.guard.pass(&hub.db, &[(&format!("profiles read:{reader}"), PROFILES)])).await?;
    store::count_part(note_if_many(hub, actor, reader)).await
}

async fn note_if_many(hub: &Hub, actor: &Actor, reader: PersonId) -> Result<()> {
    match hub.guard.pass(&hub.db, &[(&format!("profiles many:{reader}"), MANY)]).await {
        Err(Fail::TooMany(_)) => note_many(hub, actor, reader).await,
        passed => passed,
    }
}

/// Once a day.
async fn note_many(hub: &Hub, actor: &Actor, reader: PersonId) -> Result<()> {
    let today = (acts::MANY_READ, reader.to_string());
    if AuditEntry::is_since(&hub.db.read(), reader, &today, hub.now() - MANY.within).await? {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    tx.audit(actor, acts::MANY_READ, &today.1, "").await?;
    tx.commit().await
}

/// Somebody opens a page of the directory.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn note_page(hub: &Hub, actor: &Actor) -> Result<()> {
    let reader = actor.id().ok_or(Fail::SignIn)?;
    hub.guard.pass(&hub.db, &[(&format!("directory:{reader}"), PAGES)]).await
}

/// One member writes to another. The same form sent twice is one message.
///
/// # Errors
/// [`Fail::TooMany`].
pub(crate) async fn write(hub: &Hub, actor: &Actor, to: PersonId, text: &str, once: &str) -> Result<()> {
    check(actor)?;
    let sender = actor.id().ok_or(Fail::SignIn)?;
    if store::outcome_of(&hub.db.read(), actor, once).await?.is_some() {
        return Ok(());
    }
    let (all, one) = (format!("profile messages:{sender}"), format!("profile messages:{sender}:{to}"));
    hub.guard.pass(&hub.db, &[(&one, MESSAGES_TO_ONE), (&all, MESSAGES)]).await?;
    let tx = hub.db.begin().await?;
    let message = Message { id: tx.new_id(), sender, recipient: to, text: text.to_owned() };
    match store::remember(&tx, actor, once, &base::id::write_id(message.id)).await {
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => return Ok(()),
        remembered => remembered?,
    }
    rows::add_message(&tx, &message).await?;
    web::post::send(&tx, &Written { message: message.id }).await?;
    tx.event(actor, "directory.written", to.0, None).await?;
    tx.commit().await
}
