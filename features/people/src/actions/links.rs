//! Links: invitation, forgotten password, the first administrator.

use base::{Actor, Fail, PersonId, Result, Role};
use store::{Db, Tx};
use web::Hub;

use super::roles::take_up;
use super::second_step::known_device;
use super::session::{self, Admitted, Browser, By, themselves};
use crate::acts;
use crate::agent::Agent;
use crate::letters::{EnterBy, Forgotten, PasswordTold};
use crate::password::Passwords;
use crate::rows::{self, account, links, roles};
use crate::rules::{
    ENTERS, FIRST, INVITATION, Newcomer, PersonRow, RESET, RESETS, RESETS_NETWORK, RESETS_PLACE, fold_email,
};

/// The secret of the link with which the first administrator sets up an account; none once there is
/// an administrator. `kept` is the secret given out before, which stays the one as long as it works.
pub async fn first_link(db: &Db, kept: Option<&str>) -> Result<Option<String>> {
    let sql = db.read();
    if rows::has_administrator(&sql).await? {
        return Ok(None);
    }
    if let Some(kept) = kept
        && links::working(&sql, &base::secret::hash(kept), db.clock().now())
            .await?
            .is_some_and(|link| link.purpose == "first")
    {
        return Ok(Some(kept.to_owned()));
    }
    let secret = base::secret::new_secret();
    let tx = db.begin().await?;
    let hash = base::secret::hash(&secret);
    let link = links::NewLink { hash: &hash, person: None, purpose: "first", letter: None };
    links::add(&tx, &link, tx.now() + FIRST).await?;
    tx.commit().await?;
    Ok(Some(secret))
}

/// A new link for somebody with an account, to be handed over by other ways than mail.
pub async fn link_for(db: &Db, email: &str) -> Result<String> {
    let tx = db.begin().await?;
    let person = rows::by_email(&tx, &fold_email(email)).await?.ok_or(Fail::NotFound)?;
    let secret = new_link(&tx, &person, "invitation").await?;
    tx.audit(&Actor::System, acts::LINK_MADE, &person.written(), "").await?;
    tx.commit().await?;
    Ok(secret)
}

/// Makes a link for this person that somebody hands over now; earlier ones stop working.
pub(crate) async fn new_link(tx: &Tx, person: &PersonRow, purpose: &str) -> Result<String> {
    let id = person.id;
    let lives = if purpose == "reset" { RESET } else { INVITATION };
    let secret = base::secret::new_secret();
    account::lock_sessions(tx, id).await?;
    links::end_all(tx, id).await?;
    let hash = base::secret::hash(&secret);
    links::add(tx, &links::NewLink { hash: &hash, person: Some(id), purpose, letter: None }, tx.now() + lives).await?;
    Ok(secret)
}

/// What a link that somebody asks for is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Setting another password.
    Password,
    /// Signing in once; the password stays.
    Session,
}

/// Asks for a link for whoever forgot the password. Whether there is an account is found out by the letter when it
/// leaves: here the same is done for every address. Both kinds of links count together.
pub async fn forgotten(hub: &Hub, email: &str, client: &str, what: For) -> Result<()> {
    let email = fold_email(email);
    let guard = &hub.guard;
    let place = format!("reset-place:{}", base::secret::hash(client));
    let network = web::client::network(client).map(|own| format!("reset-network:{}", base::secret::hash(&own)));
    let mut doors = vec![(place.as_str(), RESETS_PLACE)];
    doors.extend(network.as_deref().map(|own| (own, RESETS_NETWORK)));
    guard.pass(&hub.db, &doors).await?;
    match guard.pass(&hub.db, &[(&format!("reset:{}", base::secret::hash(&email)), RESETS)]).await {
        Ok(()) => {}
        // Too many letters to one address: silence, not an error that would tell.
        Err(Fail::TooMany(_)) => return Ok(()),
        Err(fail) => return Err(fail),
    }
    let tx = hub.db.begin().await?;
    match what {
        For::Password => web::post::send(&tx, &Forgotten { email }).await?,
        For::Session => web::post::send(&tx, &EnterBy { email }).await?,
    }
    tx.commit().await
}

/// What a link leads to.
pub enum Opens {
    /// The account of the first administrator, which is made.
    First,
    /// A password for this person.
    Password(PersonRow),
    /// A session of this person.
    Session(PersonRow),
}

/// What this link leads to, if it works.
pub async fn holder(hub: &Hub, secret: &str) -> Result<Option<Opens>> {
    let sql = hub.db.read();
    match links::working(&sql, &base::secret::hash(secret), hub.now()).await? {
        None => Ok(None),
        Some(link) => match link.person {
            // Who was faster has taken the place.
            None if rows::has_administrator(&sql).await? => Ok(None),
            None => Ok(Some(Opens::First)),
            // Deactivated just now: it works no more, and is not the first administrator's.
            Some(id) => {
                let person = Some(rows::by_id(&sql, id).await?).filter(|person| person.active);
                Ok(person.map(if link.purpose == ENTERS { Opens::Session } else { Opens::Password }))
            }
        },
    }
}

/// Opens a session with a link that is for that, or asks for the second step. Its owner is told of a browser that is not known.
///
/// # Errors
/// [`Fail::NotFound`] when the link no longer works, or is for something else.
pub(crate) async fn enter(hub: &Hub, secret: &str, browser: Browser<'_>) -> Result<Admitted> {
    let hashed = base::secret::hash(secret);
    let link = links::working(&hub.db.read(), &hashed, hub.now()).await?.filter(|link| link.purpose == ENTERS);
    let id = link.and_then(|link| link.person).ok_or(Fail::NotFound)?;
    let device = known_device(hub, id, browser.device).await?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, id).await?;
    if !rows::by_id(&tx, id).await?.active || !links::use_up(&tx, &hashed).await? {
        return Err(Fail::NotFound);
    }
    if let Some(before) = browser.session {
        account::end_session(&tx, &base::secret::hash(before)).await?;
    }
    rows::set_unproved(&tx, id, false).await?;
    let admitted = session::open_or_ask(&tx, id, By::Mailbox, device, browser.agent).await?;
    tx.commit().await?;
    Ok(admitted)
}

/// Uses a link: sets the password; the first administrator is made. Opens a session, or asks for the second step: a link
/// stands for the password, never for both.
///
/// # Errors
/// [`Fail::NotFound`] when the link no longer works; [`Fail::Conflict`] when the address has an
/// account.
pub async fn use_link(
    hub: &Hub,
    secret: &str,
    newcomer: Option<Newcomer>,
    password: String,
    agent: Agent,
) -> Result<Admitted> {
    let hash = Passwords::hash(password).await?;
    let tx = hub.db.begin().await?;
    let hashed = base::secret::hash(secret);
    let link = links::working(&tx, &hashed, tx.now()).await?;
    let link = link.filter(|link| link.purpose != ENTERS).ok_or(Fail::NotFound)?;
    let id = match (link.person, newcomer) {
        (Some(id), _) => id,
        (None, Some(newcomer)) if link.purpose == "first" => first_administrator(&tx, &newcomer).await?,
        (None, _) => return Err(Fail::NotFound),
    };
    // The lock first, then the link: whoever changes a password or ends an account takes them in this order.
    account::lock_sessions(&tx, id).await?;
    let person = rows::by_id(&tx, id).await?;
    if !person.active || !links::use_up(&tx, &hashed).await? {
        return Err(Fail::NotFound);
    }
    // What a letter brought shows that whoever has it reads them.
    if link.letter.is_some() {
        rows::set_unproved(&tx, id, false).await?;
    }
    let admitted = set_password(&tx, &person, &hash, agent).await?;
    tx.commit().await?;
    Ok(admitted)
}

/// The password of somebody who has come by a link: every other way in ends, and who had one before is told.
pub(super) async fn set_password(tx: &Tx, person: &PersonRow, hash: &str, agent: Agent) -> Result<Admitted> {
    let (id, actor) = (person.id, themselves(person));
    if !person.ready {
        take_up(tx, id).await?;
    }
    rows::set_password(tx, id, hash).await?;
    account::end_sessions(tx, id).await?;
    account::forget_devices(tx, id).await?;
    links::end_all(tx, id).await?;
    tx.event(&actor, acts::PASSWORD_SET.code(), id.0, None).await?;
    tx.audit(&actor, acts::PASSWORD_SET, &id.to_string(), "").await?;
    account::log(tx, id, "password-set").await?;
    if person.ready {
        web::post::send(tx, &PasswordTold { person: id }).await?;
    }
    let by = if person.ready { By::Link } else { By::Invitation };
    session::open_or_ask(tx, id, by, None, agent).await
}

async fn first_administrator(tx: &Tx, newcomer: &Newcomer) -> Result<PersonId> {
    tx.one_at_a_time("administrators").await?;
    if rows::has_administrator(tx).await? {
        return Err(Fail::NotFound);
    }
    let id = PersonId(tx.new_id());
    rows::insert(tx, id, newcomer).await?;
    roles::grant(tx, id, &Role::Administrator, roles::Given::whole(tx.now())).await?;
    tx.audit(&Actor::System, acts::FIRST_ADMINISTRATOR, &id.to_string(), "").await?;
    Ok(id)
}
