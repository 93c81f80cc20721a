//! The own account: name, language, password, sessions.

use base::{Actor, Fail, Lang, Result};
use store::Way;
use web::{Hub, notices};

use super::sign_in::{Opened, open_session};
use crate::acts;
use crate::agent::Agent;
use crate::letters::PasswordTold;
use crate::password::{Checked, Passwords, normal};
use crate::rows::{self, account, links};
use crate::rules::GUESSES;

/// Changes the own name and language. Another name is on record, also of the own cities: that there is one, not which.
/// What is as it was stays so.
pub async fn rename(hub: &Hub, actor: &Actor, name: &str, lang: Lang) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    let before = rows::by_id(&tx, id).await?;
    if (before.name.as_str(), before.lang) == (name, lang) {
        return Ok(());
    }
    rows::rename(&tx, id, name, lang).await?;
    if before.name == name {
        tx.event(actor, "person.language-chosen", id.0, None).await?;
    } else {
        tx.event(actor, acts::RENAMED.code(), id.0, None).await?;
        tx.audit(actor, acts::RENAMED, &id.to_string(), "").await?;
        for city in actor.cities() {
            rows::city::note(&tx, city, actor, acts::RENAMED, &id.to_string(), "").await?;
        }
    }
    tx.commit().await
}

/// Changes the own password, which ends all sessions; answers a new one. The owner is told by letter.
///
/// # Errors
/// [`Fail::Invalid`] when the old password is not right, or the new one is the old one.
pub async fn change_password(hub: &Hub, actor: &Actor, old: &str, new: String, agent: Agent) -> Result<Opened> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    hub.guard.pass(&hub.db, &[(&format!("password:{}", person.id), GUESSES)]).await?;
    let stored = rows::secret(&hub.db.read(), &person.email).await?.and_then(|secret| secret.password);
    if Passwords::check(old.to_owned(), stored.clone()).await? == Checked::Wrong {
        return Err(Fail::field("old", "error-old-password"));
    }
    if normal(old) == normal(&new) {
        return Err(Fail::field("new", "error-same-password"));
    }
    let hash = Passwords::hash(new).await?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person.id).await?;
    if rows::secret(&tx, &person.email).await?.is_none_or(|now| !now.active || now.password != stored) {
        return Err(Fail::field("old", "error-old-password"));
    }
    rows::set_password(&tx, person.id, &hash).await?;
    account::end_sessions(&tx, person.id).await?;
    account::forget_devices(&tx, person.id).await?;
    links::end_all(&tx, person.id).await?;
    tx.event(actor, acts::PASSWORD_CHANGED.code(), person.id.0, None).await?;
    tx.audit(actor, acts::PASSWORD_CHANGED, &person.id.to_string(), "").await?;
    account::log(&tx, person.id, "password-changed").await?;
    web::post::send(&tx, &PasswordTold { person: person.id }).await?;
    let opened = open_session(&tx, person.id, None, agent).await?;
    tx.commit().await?;
    Ok(opened)
}

/// Chooses how one is told of these kinds of notices. What is as it was stays so, and is no event.
pub async fn choose_letters(hub: &Hub, actor: &Actor, chosen: &[(&'static str, Way)]) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    let before = notices::choices(hub, &tx, id).await?;
    let new: Vec<_> = chosen.iter().filter(|choice| !before.contains(choice)).collect();
    if new.is_empty() {
        return Ok(());
    }
    for (kind, way) in &new {
        tx.choose(id, kind, *way).await?;
    }
    // What was chosen is nobody else's concern, and events outlive it.
    tx.event(actor, "person.letters-chosen", id.0, None).await?;
    tx.commit().await
}

/// Ends one of the own sessions, by the name that the own page gives it. One that is over already stays so.
pub async fn end_session(hub: &Hub, actor: &Actor, name: &str) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, id).await?;
    if account::end_named_session(&tx, id, name).await? {
        tx.event(actor, "person.session-ended", id.0, None).await?;
    }
    tx.commit().await
}

/// Ends all own sessions but this one, and forgets all other browsers.
pub async fn end_other_sessions(hub: &Hub, actor: &Actor, this: &str) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, id).await?;
    let ended = account::end_other_sessions(&tx, id, &base::secret::hash(this)).await?;
    if ended > 0 {
        tx.event(actor, "person.sessions-ended", id.0, None).await?;
    }
    tx.commit().await
}
