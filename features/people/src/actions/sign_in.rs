//! Signing in and out, and the own account.

use base::{Actor, Fail, Lang, PersonId, Result};
use store::Tx;
use web::Hub;

use crate::password::Passwords;
use crate::rows;
use crate::rules::{GUESSES, GUESSES_ALL, GUESSES_PLACE, SESSION, fold_email};

/// Opens a session; answers its secret, for the cookie. A session from before ends: its secret may
/// have been planted.
///
/// # Errors
/// [`Fail::Invalid`] when address and password do not belong together, without saying which;
/// [`Fail::TooMany`] after too many guesses.
pub async fn sign_in(hub: &Hub, email: &str, password: &str, client: &str, before: Option<&str>) -> Result<String> {
    let email = fold_email(email);
    let here = format!("sign-in:{}", base::secret::hash(&format!("{email} {client}")));
    hub.db.throttle(&here, GUESSES).await?;
    hub.db.throttle(&format!("sign-in-all:{}", base::secret::hash(&email)), GUESSES_ALL).await?;
    hub.db.throttle(&format!("sign-in-place:{}", base::secret::hash(client)), GUESSES_PLACE).await?;
    let found = rows::secret(&hub.db.read(), &email).await?;
    let (id, stored) = found.map_or((None, None), |secret| (Some(PersonId(secret.id)), secret.password));
    let right = Passwords::check(password.to_owned(), stored.clone()).await?;
    let Some(id) = id.filter(|_| right) else { return Err(Fail::field("email", "error-sign-in")) };
    hub.db.forgive(&here).await?;
    let tx = hub.db.begin().await?;
    // Checking takes a while: the password may have been changed, or the account deactivated.
    hold(&tx, id).await?;
    if rows::secret(&tx, &email).await?.is_none_or(|now| now.id != id.0 || now.password != stored) {
        return Err(Fail::field("email", "error-sign-in"));
    }
    if let Some(before) = before {
        rows::end_session(&tx, &base::secret::hash(before)).await?;
    }
    let secret = open_session(&tx, id).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Until this transaction is over, nobody else opens a session of this person or ends them all.
pub(crate) async fn hold(tx: &Tx, person: PersonId) -> Result<()> {
    tx.one_at_a_time(&format!("sessions:{person}")).await
}

/// Opens a session for somebody who has proved who they are; answers its secret.
pub(crate) async fn open_session(tx: &Tx, person: PersonId) -> Result<String> {
    let secret = base::secret::new_secret();
    rows::add_session(tx, &base::secret::hash(&secret), person, tx.now() + SESSION).await?;
    Ok(secret)
}

/// Ends a session.
pub async fn sign_out(hub: &Hub, secret: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::end_session(&tx, &base::secret::hash(secret)).await?;
    tx.commit().await
}

/// Changes the own name and language.
pub async fn rename(hub: &Hub, actor: &Actor, name: &str, lang: Lang) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    rows::rename(&tx, id, name, lang).await?;
    tx.event(actor, "person.renamed", id.0, None).await?;
    tx.commit().await
}

/// Changes the own password, which ends all sessions; answers the secret of a new one.
///
/// # Errors
/// [`Fail::Invalid`] when the old password is not right.
pub async fn change_password(hub: &Hub, actor: &Actor, old: &str, new: String) -> Result<String> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    hub.db.throttle(&format!("password:{}", person.id), GUESSES).await?;
    let stored = rows::secret(&hub.db.read(), &person.email).await?.and_then(|secret| secret.password);
    if !Passwords::check(old.to_owned(), stored.clone()).await? {
        return Err(Fail::field("old", "error-old-password"));
    }
    let hash = Passwords::hash(new).await?;
    let tx = hub.db.begin().await?;
    hold(&tx, person.id).await?;
    if rows::secret(&tx, &person.email).await?.is_none_or(|now| now.password != stored) {
        return Err(Fail::field("old", "error-old-password"));
    }
    rows::set_password(&tx, person.id, &hash).await?;
    rows::end_links(&tx, person.id).await?;
    tx.event(actor, "person.password-changed", person.id.0, None).await?;
    tx.audit(actor, "person.password-changed", &person.id.to_string(), "").await?;
    let secret = open_session(&tx, person.id).await?;
    tx.commit().await?;
    Ok(secret)
}
