//! The own account: name, language, password, sessions.

use base::actor::is_recent;
use base::{Actor, Fail, Lang, Person, Result};
use store::{Tx, Way};
use web::{Hub, notices};

use super::session::{Opened, go_on};
use crate::acts;
use crate::agent::Agent;
use crate::letters::PasswordTold;
use crate::password::{Checked, Passwords, normal};
use crate::rows::account::InSession;
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

/// Sees to it that whoever is signed in has the password: what changes a way in is not done in a session that was left open.
/// Answers its hash.
///
/// # Errors
/// [`Fail::Invalid`] at this field where it is not right; [`Fail::TooMany`].
pub(crate) async fn check_password(
    hub: &Hub,
    person: &Person,
    field: &'static str,
    password: &str,
) -> Result<Option<String>> {
    hub.guard.pass(&hub.db, &[(&password_door(person), GUESSES)]).await?;
    let stored = rows::secret(&hub.db.read(), &person.email).await?.and_then(|secret| secret.password);
    match Passwords::check(password.to_owned(), stored.clone()).await? {
        Checked::Wrong => Err(Fail::field(field, "error-old-password")),
        Checked::Right | Checked::RightAsTyped => Ok(stored),
    }
}

/// Where the tries of [`check_password`] are counted.
fn password_door(person: &Person) -> String {
    format!("password:{}", person.id)
}

/// Until this transaction is over nobody else changes the ways in to this account; and the session in which it is changed still lives: what
/// was asked when the page was opened may have ended with it.
///
/// # Errors
/// [`Fail::SignIn`] where it does not.
pub(crate) async fn lock_own(tx: &Tx, person: &Person, this: &str) -> Result<InSession> {
    account::lock_sessions(tx, person.id).await?;
    let session = account::by_session(tx, &base::secret::hash(this), tx.now()).await?;
    session.filter(|session| session.id == person.id).ok_or(Fail::SignIn)
}

/// The same for what is sensitive: in this session they have lately shown who they are.
///
/// # Errors
/// [`Fail::SignIn`] as above; [`Fail::SignInAgain`] where it is too long ago.
pub(crate) async fn lock_own_recent(tx: &Tx, person: &Person, this: &str) -> Result<InSession> {
    let session = lock_own(tx, person, this).await?;
    match is_recent(session.authenticated_at, tx.now()) {
        true => Ok(session),
        false => Err(Fail::SignInAgain),
    }
}

/// Behind the lock: the password that was checked is still theirs. Its tries are forgiven.
///
/// # Errors
/// [`Fail::SignIn`] where another was set meanwhile.
pub(crate) async fn still_has(tx: &Tx, person: &Person, stored: &Option<String>) -> Result<()> {
    let now = rows::secret(tx, &person.email).await?;
    if now.is_none_or(|now| !now.active || now.password != *stored) {
        return Err(Fail::SignIn);
    }
    tx.forgive(&password_door(person)).await
}

/// Changes the own password, which ends all sessions; answers a new one. The owner is told by letter.
///
/// # Errors
/// [`Fail::Invalid`] when the old password is not right, or the new one is the old one.
pub async fn change_password(
    hub: &Hub,
    actor: &Actor,
    this: &str,
    (old, new): (&str, String),
    agent: Agent,
) -> Result<Opened> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let stored = check_password(hub, person, "old", old).await?;
    if normal(old) == normal(&new) {
        return Err(Fail::field("new", "error-same-password"));
    }
    let hash = Passwords::hash(new).await?;
    let tx = hub.db.begin().await?;
    let before = lock_own(&tx, person, this).await?;
    still_has(&tx, person, &stored).await?;
    rows::set_password(&tx, person.id, &hash).await?;
    account::end_sessions(&tx, person.id).await?;
    account::forget_devices(&tx, person.id).await?;
    links::end_all(&tx, person.id).await?;
    tx.event(actor, acts::PASSWORD_CHANGED.code(), person.id.0, None).await?;
    tx.audit(actor, acts::PASSWORD_CHANGED, &person.id.to_string(), "").await?;
    account::log(&tx, person.id, "password-changed").await?;
    web::post::send(&tx, &PasswordTold { person: person.id }).await?;
    let opened = go_on(&tx, &before, agent).await?;
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

/// Ends all own sessions but this one.
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
