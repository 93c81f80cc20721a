//! Showing once more who one is, in a session that has been open for a while: for what is sensitive.

use base::actor::is_recent;
use base::{Actor, Fail, Person, Result};
use store::Sql;
use web::Hub;

use super::guesses::Asked;
use super::own::{check_password, lock_own, still_has};
use super::second_step::{known_device, note_wrong, uses};
use crate::rows::{account, second_step as steps};

/// The field with the password.
pub(crate) const PASSWORD: &str = "proof-password";
/// The field with the code of the second step.
pub(crate) const CODE: &str = "proof-code";

/// What somebody shows.
#[derive(Clone, Copy)]
pub(crate) struct Proof<'a> {
    pub password: &'a str,
    /// A code of the app, or a recovery code, where they have a second step.
    pub code: &'a str,
    /// The secret by which this browser says that somebody signed in here before.
    pub device: Option<&'a str>,
}

/// Is a code asked for beside the password?
pub(crate) async fn asks_for_code(sql: &Sql, person: &Person) -> Result<bool> {
    steps::is_on(sql, person.id).await
}

/// Notes that whoever has this session has shown who they are: with both steps where they have two. Guesses count where they count when
/// somebody signs in. Sent twice, the first time is enough: a code is used once, and the second would be wrong.
///
/// # Errors
/// [`Fail::Invalid`] where password or code is not right; [`Fail::TooMany`]; [`Fail::SignIn`] where the session, or the password, ended
/// meanwhile.
pub(crate) async fn prove(hub: &Hub, actor: &Actor, this: &str, proof: Proof<'_>) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let stored = check_password(hub, person, PASSWORD, proof.password).await?;
    let device = known_device(hub, person.id, proof.device).await?;
    let password = stored.clone().unwrap_or_default();
    let guess = Asked { person: person.id, password: &password, device };
    if asks_for_code(&hub.db.read(), person).await? {
        guess.pass(hub).await?;
    }
    let (tx, hash) = (hub.db.begin().await?, base::secret::hash(this));
    let session = lock_own(&tx, person, this).await?;
    still_has(&tx, person, &stored).await?;
    if steps::is_on(&tx, person.id).await? {
        if !uses(hub, &tx, person.id, (CODE, proof.code)).await? {
            if is_recent(session.authenticated_at, tx.now()) {
                return Ok(());
            }
            drop(tx);
            note_wrong(hub, person.id).await?;
            return Err(Fail::field(CODE, "error-code"));
        }
        tx.forgive(&guess.door()).await?;
    }
    account::authenticated(&tx, &hash).await?;
    account::log(&tx, person.id, "signed-in-again").await?;
    tx.commit().await
}
