//! Links by mail: invitation, forgotten password, the first administrator.

use base::{Actor, Fail, PersonId, Result, Role};
use store::{Db, Tx};
use web::Hub;

use super::sign_in::{hold, open_session};
use crate::letters::link_letter;
use crate::password::Passwords;
use crate::rows;
use crate::rules::{FIRST, INVITATION, Newcomer, PersonRow, RESET, RESETS, RESETS_PLACE, fold_email};

/// The secret of the link with which the first administrator sets up an account; none once there is
/// an administrator. `kept` is the secret given out before, which stays the one as long as it works.
pub async fn first_link(db: &Db, kept: Option<&str>) -> Result<Option<String>> {
    let sql = db.read();
    if rows::has_administrator(&sql).await? {
        return Ok(None);
    }
    if let Some(kept) = kept
        && rows::first_link_works(&sql, &base::secret::hash(kept), db.clock().now()).await?
    {
        return Ok(Some(kept.to_owned()));
    }
    let secret = base::secret::new_secret();
    let tx = db.begin().await?;
    rows::add_link(&tx, &base::secret::hash(&secret), None, "first", tx.now() + FIRST).await?;
    tx.commit().await?;
    Ok(Some(secret))
}

/// A new link for somebody with an account, to be handed over by other ways than mail.
pub async fn link_for(db: &Db, email: &str) -> Result<String> {
    let tx = db.begin().await?;
    let person = rows::by_email(&tx, &fold_email(email)).await?.ok_or(Fail::NotFound)?;
    let secret = new_link(&tx, &person, "invitation").await?;
    tx.audit(&Actor::System, "person.link-made", &person.written(), "").await?;
    tx.commit().await?;
    Ok(secret)
}

/// Makes a link for this person; earlier ones stop working.
pub(crate) async fn new_link(tx: &Tx, person: &PersonRow, purpose: &str) -> Result<String> {
    let id = PersonId(person.id);
    let lives = if purpose == "reset" { RESET } else { INVITATION };
    let secret = base::secret::new_secret();
    rows::end_links(tx, id).await?;
    rows::add_link(tx, &base::secret::hash(&secret), Some(id), purpose, tx.now() + lives).await?;
    Ok(secret)
}

/// Sends a link to whoever forgot the password. Says nothing about whether there is an account: the
/// answer, and the work before it, are the same.
pub async fn forgotten(hub: &Hub, email: &str, client: &str) -> Result<()> {
    let email = fold_email(email);
    hub.db.throttle(&format!("reset-place:{}", base::secret::hash(client)), RESETS_PLACE).await?;
    // Too many letters to one address: silence, not an error that would tell.
    if hub.db.throttle(&format!("reset:{}", base::secret::hash(&email)), RESETS).await.is_err() {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    if let Some(person) = rows::by_email(&tx, &email).await?.filter(|person| person.active) {
        let purpose = if person.ready { "reset" } else { "invitation" };
        let secret = new_link(&tx, &person, purpose).await?;
        let letter = link_letter(hub, purpose, (&person.email, &person.name), person.lang(), &secret);
        web::post::post(&tx, &letter).await?;
    }
    tx.commit().await
}

/// Whose link this is, if it works: nobody's for the first administrator.
pub async fn holder(hub: &Hub, secret: &str) -> Result<Option<Option<PersonRow>>> {
    let sql = hub.db.read();
    match rows::link(&sql, &base::secret::hash(secret), hub.now()).await? {
        None => Ok(None),
        Some(link) => match link.person {
            None => Ok(Some(None)),
            Some(id) => Ok(Some(Some(rows::by_id(&sql, PersonId(id)).await?).filter(|person| person.active))),
        },
    }
}

/// Uses a link: sets the password; the first administrator is made. Opens a session.
///
/// # Errors
/// [`Fail::NotFound`] when the link no longer works; [`Fail::Conflict`] when the address has an
/// account.
pub async fn use_link(hub: &Hub, secret: &str, newcomer: Option<Newcomer>, password: String) -> Result<String> {
    let hash = Passwords::hash(password).await?;
    let tx = hub.db.begin().await?;
    let hashed = base::secret::hash(secret);
    let link = rows::link(&tx, &hashed, tx.now()).await?.ok_or(Fail::NotFound)?;
    if !rows::use_link(&tx, &hashed).await? {
        return Err(Fail::NotFound);
    }
    let id = match (link.person, newcomer) {
        (Some(id), _) => PersonId(id),
        (None, Some(newcomer)) if link.purpose == "first" => {
            if rows::has_administrator(&tx).await? {
                return Err(Fail::NotFound);
            }
            let id = PersonId(tx.new_id());
            rows::insert(&tx, id, &newcomer).await?;
            rows::grant(&tx, id, &Role::Administrator).await?;
            tx.audit(&Actor::System, "person.first-administrator", &id.to_string(), "").await?;
            id
        }
        (None, _) => return Err(Fail::NotFound),
    };
    hold(&tx, id).await?;
    rows::set_password(&tx, id, &hash).await?;
    tx.event(&Actor::System, "person.password-set", id.0, None).await?;
    let secret = open_session(&tx, id).await?;
    tx.commit().await?;
    Ok(secret)
}
