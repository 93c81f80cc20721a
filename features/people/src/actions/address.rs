//! The own e-mail address: changed by whoever has shown lately who they are, once whoever reads the new one has said so; and set back
//! by whoever reads the old one.

use base::{Actor, Fail, PersonId, Result};
use store::{Sql, Tx};
use web::Hub;

use super::erasure;
use super::own::lock_own_recent;
use super::session::themselves;
use crate::acts;
use crate::letters::{AddressAsked, AddressConfirm};
use crate::password::Passwords;
use crate::rows::address::{self, Change};
use crate::rows::pressed::{self, Pressed, Purpose};
use crate::rows::{self, account, links, oidc, passkeys, roles, second_step};
use crate::rules::{ADDRESS_ASKS, CONFIRM_ADDRESS, PersonRow, RESET, RESETS, UNDO_ADDRESS, cities_of};

/// What waits for whoever reads the new address of this person.
pub(crate) async fn waiting(hub: &Hub, sql: &Sql, person: PersonId) -> Result<Option<Change>> {
    address::waiting(sql, person, hub.now() - CONFIRM_ADDRESS).await
}

/// Asks for another address, in the place of what was asked for before. Whether somebody has it is found out by the letter to it when it
/// leaves: here the same is done for each.
///
/// # Errors
/// [`Fail::Invalid`] where it is the own one; [`Fail::TooMany`]; [`Fail::SignInAgain`]; [`Fail::SignIn`] where the session ended
/// meanwhile.
pub async fn ask(hub: &Hub, actor: &Actor, this: &str, email: &str) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    actor.must_be_recent(hub.now())?;
    hub.guard.pass(&hub.db, &[(&format!("address:{}", person.id), ADDRESS_ASKS)]).await?;
    // So many letters to one address, whoever asks: beyond them nothing is said that would tell.
    let mailbox = format!("reset:{}", base::secret::hash(email));
    let is_written_to = match hub.guard.pass(&hub.db, &[(&mailbox, RESETS)]).await {
        Ok(()) => true,
        Err(Fail::TooMany(_)) => false,
        Err(fail) => return Err(fail),
    };
    let tx = hub.db.begin().await?;
    let now = lock_own_recent(&tx, person, this).await?;
    if now.email == email {
        return Err(Fail::field("email", "error-same-address"));
    }
    let id = tx.new_id();
    address::ask(&tx, id, person.id, &now.email, email).await?;
    if is_written_to {
        web::post::send(&tx, &AddressConfirm { change: id }).await?;
    }
    web::post::send(&tx, &AddressAsked { change: id }).await?;
    tx.event(actor, "person.address-asked", person.id.0, None).await?;
    account::log(&tx, person.id, "address-asked").await?;
    tx.commit().await
}

/// Gives up what was asked for.
pub async fn give_up(hub: &Hub, actor: &Actor) -> Result<()> {
    let id = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, id).await?;
    address::end_waiting(&tx, id).await?;
    tx.commit().await
}

/// A link that was pressed, behind the lock: its change, and its person as they are now.
struct Own {
    tx: Tx,
    change: Change,
    person: PersonRow,
}

async fn open(hub: &Hub, secret: &str, purpose: Purpose) -> Result<Own> {
    let (tx, hash) = (hub.db.begin().await?, base::secret::hash(secret));
    let working = async |tx: &Tx| {
        let link = pressed::working(tx, &hash, tx.now()).await?.filter(|link: &Pressed| link.purpose == purpose);
        link.ok_or(Fail::NotFound)
    };
    let link = working(&tx).await?;
    account::lock_sessions(&tx, link.person).await?;
    let link = working(&tx).await?;
    let change = address::find(&tx, link.about).await?.filter(|change| change.ended_at.is_none());
    let (change, person) = (change.ok_or(Fail::NotFound)?, rows::by_id(&tx, link.person).await?);
    if person.active { Ok(Own { tx, change, person }) } else { Err(Fail::NotFound) }
}

/// Until this transaction is over nobody else gets one of these addresses: whoever is invited with one takes the same lock.
async fn lock_addresses(tx: &Tx, change: &Change) -> Result<()> {
    let mut both = [&change.old_email, &change.new_email].map(|email| base::secret::hash(email));
    both.sort();
    for email in both {
        tx.one_at_a_time(&format!("invitation:{email}")).await?;
    }
    Ok(())
}

/// Whoever reads the new address says that it is theirs: it is the account's from now on. Links that were sent to the old one end. Done
/// already, nothing changes.
///
/// # Errors
/// [`Fail::NotFound`] where the link does nothing any more: also where somebody else has got the address meanwhile.
pub async fn confirm(hub: &Hub, secret: &str) -> Result<()> {
    let Own { tx, change, person } = open(hub, secret, Purpose::ConfirmAddress).await?;
    if change.changed_at.is_some() {
        return Ok(());
    }
    lock_addresses(&tx, &change).await?;
    let kept_back = address::is_kept_back(&tx, &change.new_email, Some(person.id), tx.now() - UNDO_ADDRESS).await?;
    if kept_back || person.email != change.old_email || rows::by_email(&tx, &change.new_email).await?.is_some() {
        return Err(Fail::NotFound);
    }
    rows::readdress(&tx, &person, &change.new_email).await?;
    address::changed(&tx, change.id).await?;
    links::end_all(&tx, person.id).await?;
    on_record(&tx, &person, acts::ADDRESS_CHANGED, "address-changed").await?;
    tx.commit().await
}

/// Whoever reads the old address sets it back, or stops what waits. Whoever asked for it had a session and the password: all sessions end,
/// the password is none any more, and what is answered is the secret of a link with which another one is set.
///
/// # Errors
/// [`Fail::NotFound`] where the link does nothing any more; [`Fail::Taken`] where somebody else has the address.
pub async fn undo(hub: &Hub, secret: &str) -> Result<String> {
    // Nobody's: what is typed is never this long, and nobody has it.
    let nobodys = Passwords::hash(base::secret::new_secret()).await?;
    let Own { tx, change, person } = open(hub, secret, Purpose::UndoAddress).await?;
    lock_addresses(&tx, &change).await?;
    address::undone(&tx, person.id, change.id).await?;
    if person.email != change.old_email {
        rows::readdress(&tx, &person, &change.old_email).await?;
    }
    rows::set_password(&tx, person.id, &nobodys).await?;
    account::end_sessions(&tx, person.id).await?;
    account::forget_devices(&tx, person.id).await?;
    links::end_all(&tx, person.id).await?;
    // Whose they are nobody knows.
    oidc::delete_all(&tx, person.id).await?;
    if passkeys::delete_all(&tx, person.id).await? {
        second_step::without_step(&tx, person.id).await?;
    }
    // Whoever had the account may have wanted to be rid of it.
    erasure::end(&tx, &themselves(&person), person.id).await?;
    let secret = base::secret::new_secret();
    let hash = base::secret::hash(&secret);
    let link = links::NewLink { hash: &hash, person: Some(person.id), purpose: "reset", letter: None };
    links::add(&tx, &link, tx.now() + RESET).await?;
    on_record(&tx, &person, acts::ADDRESS_UNDONE, "address-undone").await?;
    tx.commit().await?;
    Ok(secret)
}

/// On the network's record and on those of the own cities: that there is another address, not which.
async fn on_record(tx: &Tx, person: &PersonRow, act: store::Act, logged: &str) -> Result<()> {
    let (actor, subject) = (themselves(person), person.written());
    tx.event(&actor, act.code(), person.id.0, None).await?;
    tx.audit(&actor, act, &subject, "").await?;
    for city in cities_of(&roles::of(tx, person.id).await?) {
        rows::city::note(tx, city, &actor, act, &subject, "").await?;
    }
    account::log(tx, person.id, logged).await
}
