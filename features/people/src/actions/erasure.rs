//! An account is erased: asked for, taken back, closed at its day, and two days later of its owner nothing is left but a number.

use base::{Actor, Fail, PersonId, Result, Role, Time};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use store::{AuditEntry, Payload, Queue, Sql, Tx};
use web::Hub;
use web::personal::Kept;

use super::invitations::note as note_invitation;
use super::manage::changeable;
use super::roles::{lock_roles_of, on_record, told_of};
use super::session::themselves;
use super::terms;
use crate::acts;
use crate::letters::{ErasureAsked, ErasureClosed};
use crate::rows::erasures::{self, Erasure};
use crate::rows::pressed::{self, Purpose};
use crate::rows::{self, account, invitations, links, roles};
use crate::rules::{CLOSED_BEFORE_ERASED, ERASURE_WAITS, InvitationState, PersonRow, UNDO_ADDRESS, cities_of};

/// Closes an account at its day, and erases it later.
#[derive(Serialize, Deserialize)]
pub(crate) struct EraseAccount {
    pub erasure: i64,
}

impl Payload for EraseAccount {
    const KIND: &'static str = "people.erase-account";
    const QUEUE: Queue = Queue::Work;
}

/// Sees to those whose time has come and whose jobs have not: one that died, or was dropped.
pub(crate) async fn ask_again(hub: &Hub) -> Result<()> {
    for own in erasures::due(&hub.db.read(), hub.now()).await? {
        let tx = hub.db.begin().await?;
        tx.enqueue(&EraseAccount { erasure: own.id }).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// A day that is over for so long has come to nobody's notice: the hub stood still, or was brought back from a backup.
const LATE: TimeDelta = TimeDelta::days(1);
/// Then it waits for so long once more.
const PUT_OFF: TimeDelta = TimeDelta::days(3);

/// What happened to an account, in its owner's log.
const ASKED: &str = "erasure-asked";
/// It was taken back.
const KEPT: &str = "erasure-kept";

/// Somebody wants their own account erased. Asked twice, the second time changes and tells nothing.
///
/// # Errors
/// [`Fail::SignInAgain`]; [`Fail::Conflict`] for the last administrator.
pub(crate) async fn ask(hub: &Hub, actor: &Actor) -> Result<()> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    account::lock_sessions(&tx, person).await?;
    actor.must_be_recent(tx.now())?;
    begin(&tx, actor, person).await?;
    tx.commit().await
}

/// Somebody of the office does it for them, who wrote and asked.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not change this account, and for one's own; [`Fail::SignInAgain`];
/// [`Fail::Conflict`] for the last administrator.
pub(crate) async fn ask_for(hub: &Hub, actor: &Actor, id: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    changeable(&tx, actor, id).await?;
    if actor.id() == Some(id) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    begin(&tx, actor, id).await?;
    tx.commit().await
}

async fn begin(tx: &Tx, actor: &Actor, person: PersonId) -> Result<()> {
    if is_last_administrator(tx, person).await? {
        return Err(Fail::Conflict("last administrator".into()));
    }
    let asked_by = actor.id().ok_or(Fail::SignIn)?;
    if let Some(waits) = erasures::of(tx, person).await? {
        if asked_by == person && waits.is_by_office() {
            erasures::asked_by_owner(tx, waits.id).await?;
            note(tx, actor, person, acts::ERASURE_ASKED, ASKED).await?;
        }
        return Ok(());
    }
    let due_at = tx.now() + ERASURE_WAITS;
    let own = Erasure { id: tx.new_id(), person, asked_by, due_at, closed_at: None };
    erasures::add(tx, &own).await?;
    tx.enqueue_at(&EraseAccount { erasure: own.id }, due_at).await?;
    web::post::send(tx, &ErasureAsked { erasure: own.id }).await?;
    note(tx, actor, person, acts::ERASURE_ASKED, ASKED).await
}

async fn is_last_administrator(sql: &Sql, person: PersonId) -> Result<bool> {
    let runs_the_hub = roles::holds(sql, person, &Role::Administrator).await?;
    Ok(runs_the_hub && rows::other_administrators(sql, person.0).await? == 0)
}

async fn note(tx: &Tx, actor: &Actor, person: PersonId, act: store::Act, logged: &str) -> Result<()> {
    tx.event(actor, act.code(), person.0, None).await?;
    tx.audit(actor, act, &person.to_string(), "").await?;
    account::log(tx, person, logged).await
}

/// The account stays: its owner says so. Done already, nothing changes. False where it is too late, and it does not stay.
pub(crate) async fn keep(hub: &Hub, actor: &Actor) -> Result<bool> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    let stays = stay(&tx, actor, person).await?;
    tx.commit().await?;
    Ok(stays)
}

/// The same by somebody of the office: what the office asked for, not what its owner did.
///
/// # Errors
/// [`Fail::Forbidden`].
pub(crate) async fn let_be(hub: &Hub, actor: &Actor, id: PersonId) -> Result<bool> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    if erasures::of(&tx, id).await?.is_some_and(|own| !own.is_by_office()) {
        return Err(Fail::Forbidden);
    }
    let stays = stay(&tx, actor, id).await?;
    tx.commit().await?;
    Ok(stays)
}

/// The same by whoever reads the owner's letter.
///
/// # Errors
/// [`Fail::NotFound`] where the link does nothing any more.
pub(crate) async fn keep_by_letter(hub: &Hub, secret: &str) -> Result<()> {
    let (tx, hash) = (hub.db.begin().await?, base::secret::hash(secret));
    let link = pressed::working(&tx, &hash, tx.now()).await?;
    let link = link.filter(|link| link.purpose == Purpose::KeepAccount).ok_or(Fail::NotFound)?;
    account::lock_sessions(&tx, link.person).await?;
    let own = erasures::find(&tx, link.about).await?;
    own.filter(|own| own.waits(tx.now())).ok_or(Fail::NotFound)?;
    stay(&tx, &themselves(&rows::by_id(&tx, link.person).await?), link.person).await?;
    tx.commit().await
}

/// False where its day has come: then it is closed, however late the job comes.
async fn stay(tx: &Tx, actor: &Actor, person: PersonId) -> Result<bool> {
    if erasures::of(tx, person).await?.is_some_and(|own| !own.waits(tx.now())) {
        return Ok(false);
    }
    end(tx, actor, person).await?;
    Ok(true)
}

/// It is not to come any more, whatever stands of it.
pub(super) async fn end(tx: &Tx, actor: &Actor, person: PersonId) -> Result<()> {
    if erasures::end(tx, person).await? { note(tx, actor, person, acts::ERASURE_KEPT, KEPT).await } else { Ok(()) }
}

/// What waits for its time, of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Option<Erasure>> {
    erasures::of(sql, person).await
}

/// Closes the account, or erases it, where the time for that has come.
pub(crate) async fn go_on(hub: &Hub, kept: &Kept, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(own) = erasures::find(&tx, id).await? else { return Ok(()) };
    tx.one_at_a_time("administrators").await?;
    account::lock_sessions(&tx, own.person).await?;
    let Some(own) = erasures::find(&tx, id).await? else { return Ok(()) };
    match own.closed_at {
        None if own.due_at <= tx.now() => close(&tx, &own).await?,
        Some(at) if at + CLOSED_BEFORE_ERASED <= tx.now() => erase(&tx, kept, own.person).await?,
        _ => return Ok(()),
    }
    tx.commit().await
}

/// Nobody signs in any more, and no role is held. Those of the cities are told while there is a name to tell. What its owner cannot have
/// expected to come now is put off, and they are told anew: the last administrator is waited for, since without one nobody runs the
/// hub; whoever reads the address of before may set it back still; and a hub that stood still, or was brought back from a
/// backup, may not know that the account was to be kept.
async fn close(tx: &Tx, own: &Erasure) -> Result<()> {
    if is_last_administrator(tx, own.person).await? {
        return put_off(tx, own, ERASURE_WAITS).await;
    }
    if rows::address::can_be_undone(tx, own.person, tx.now() - UNDO_ADDRESS).await? {
        return put_off(tx, own, UNDO_ADDRESS).await;
    }
    if own.due_at + LATE < tx.now() {
        return put_off(tx, own, PUT_OFF).await;
    }
    let person = rows::by_id(tx, own.person).await?;
    let held = roles::of(tx, person.id).await?;
    let invited = invitations::open_by(tx, person.id).await?;
    let mut cities = cities_of(&held);
    cities.extend(invited.iter().map(|own| own.city));
    cities.sort();
    cities.dedup();
    lock_roles_of(tx, &cities).await?;
    withdraw_invitations(tx, person.id, &cities).await?;
    for row in &held {
        let told = told_of(tx, person.id, &row.role).await?;
        roles::take(tx, row, person.ready && person.active).await?;
        on_record(tx, &Actor::System, acts::ROLE_ENDED, person.id, &row.role, told).await?;
    }
    terms::call_off_those(tx, &Actor::System, person.id, |_| true).await?;
    account::end_sessions(tx, person.id).await?;
    account::forget_devices(tx, person.id).await?;
    links::end_all(tx, person.id).await?;
    if person.active {
        set_inactive(tx, &person, &cities_of(&held)).await?;
    }
    web::post::send(tx, &ErasureClosed { erasure: own.id }).await?;
    erasures::set_closed(tx, own.id).await?;
    tx.enqueue_at(&EraseAccount { erasure: own.id }, tx.now() + CLOSED_BEFORE_ERASED).await.map(|_| ())
}

async fn set_inactive(tx: &Tx, person: &PersonRow, cities: &[base::CityId]) -> Result<()> {
    rows::set_active(tx, person.id, false).await?;
    let (act, written) = (acts::DEACTIVATED, person.id.to_string());
    tx.event(&Actor::System, act.code(), person.id.0, None).await?;
    tx.audit(&Actor::System, act, &written, "").await?;
    for city in cities {
        rows::city::note(tx, *city, &Actor::System, act, &written, "").await?;
    }
    Ok(())
}

/// What they had invited to: nobody could say any more that they may. Of a city whose lock is not held it lapses in its time.
async fn withdraw_invitations(tx: &Tx, person: PersonId, locked: &[base::CityId]) -> Result<()> {
    for own in invitations::open_by(tx, person).await?.into_iter().filter(|own| locked.contains(&own.city)) {
        tx.move_to(&Actor::System, own.id, own.state, InvitationState::Withdrawn, "").await?;
        invitations::ended(tx, own.id).await?;
        note_invitation(tx, &Actor::System, own.city, acts::INVITATION_WITHDRAWN, own.id, &own.role).await?;
    }
    Ok(())
}

/// Closed later, of which they are told.
async fn put_off(tx: &Tx, own: &Erasure, by: TimeDelta) -> Result<()> {
    let due_at = tx.now() + by;
    erasures::put_off(tx, own.id, due_at).await?;
    tx.enqueue_at(&EraseAccount { erasure: own.id }, due_at).await?;
    web::post::send(tx, &ErasureAsked { erasure: own.id }).await
}

/// What features keep of somebody goes, as each says; of the account what others' rows lead to is left; and the record forgets them.
async fn erase(tx: &Tx, kept: &Kept, person: PersonId) -> Result<()> {
    let mut emails = rows::address::earlier(tx, person).await?;
    emails.push(rows::by_id(tx, person).await?.email);
    web::personal::erase(tx, kept, person, &emails).await?;
    for email in &emails {
        store::forget_dead_letters(tx, email).await?;
    }
    erasures::end(tx, person).await?;
    erasures::empty(tx, person).await?;
    tx.event(&Actor::System, acts::ERASED.code(), person.0, None).await?;
    tx.audit(&Actor::System, acts::ERASED, "", "").await?;
    tx.erase_from_audit(person).await
}

/// Takes out of the record what another node wrote at the very moment when somebody was erased.
pub(crate) async fn forget_again(hub: &Hub, since: Time) -> Result<()> {
    for person in erasures::since(&hub.db.read(), since).await? {
        if AuditEntry::names(&hub.db.read(), person).await? {
            let tx = hub.db.begin().await?;
            tx.erase_from_audit(person).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
