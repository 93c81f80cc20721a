//! The people page of the back office: invite, deactivate, send a link again.

use std::collections::BTreeMap;

use base::{Actor, CityId, Fail, PersonId, Result, Role};
use store::{Db, Sql, Tx};
use web::Hub;

use super::erasure;
use super::links::new_link;
use super::roles::{as_given, cannot_object, lock_roles_of, on_record, resolve, told_of};
use super::terms;
use crate::access::{may_change, may_grant, may_manage};
use crate::acts;
use crate::letters::{AccountTold, ActivatedTold, DeactivatedTold, LinkAgain, others};
use crate::rows::{self, account, erasures, links};
use crate::rules::{LATELY, Newcomer, RoleGrant, RoleRow, SAME_PRESS, UNDO_ADDRESS, cities_of};

/// What the owner's page says of a link that was sent.
pub(crate) const LINK_SENT: &str = "link-sent";
/// And of one that was handed over.
pub(crate) const LINK_HANDED_OVER: &str = "link-handed-over";

/// Puts somebody in with a role, in an open transaction. Of what the command line does nobody is told.
async fn enter(tx: &Tx, actor: &Actor, newcomer: &Newcomer, role: &Role) -> Result<PersonId> {
    let taken = || Fail::field("email", "error-email-taken");
    // Whoever had it lately may set it back.
    if rows::address::is_kept_back(tx, &newcomer.email, None, tx.now() - UNDO_ADDRESS).await? {
        return Err(taken());
    }
    let id = PersonId(tx.new_id());
    rows::insert(tx, id, newcomer).await.map_err(|fail| match fail {
        Fail::Taken(rule) if rule == rows::EMAIL_TAKEN => taken(),
        other => other,
    })?;
    let given = as_given(tx, actor, id, role).await?;
    // As it stands before, and once nobody else can change it any more.
    let told = if matches!(actor, Actor::System) { None } else { told_of(tx, id, role).await? };
    rows::roles::grant(tx, id, role, given).await?;
    on_record(tx, actor, acts::INVITED, id, role, told).await?;
    Ok(id)
}

/// Invites somebody: an account with a role, and a letter with a link. Sent twice, it is one invitation.
///
/// # Errors
/// [`Fail::Invalid`] when the address has an account (who invites may know that), and where the city has no lead who
/// could object and no administrator invites.
pub async fn invite(hub: &Hub, actor: &Actor, newcomer: &Newcomer, grant: &RoleGrant) -> Result<PersonId> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("invitation:{}", base::secret::hash(&newcomer.email))).await?;
    let role = resolve(&tx, actor, grant).await?;
    if !may_grant(actor, &role) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    if let Some(id) = rows::invited(&tx, newcomer, &role, tx.now() - SAME_PRESS).await? {
        return Ok(id);
    }
    let id = enter(&tx, actor, newcomer, &role).await?;
    web::post::send(&tx, &LinkAgain { person: id, invitation: true, by: actor.id() }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Puts somebody in from the command line; answers the secret of a link to hand over.
pub async fn add(db: &Db, newcomer: &Newcomer, grant: &RoleGrant) -> Result<String> {
    let tx = db.begin().await?;
    let role = resolve(&tx, &Actor::System, grant).await?;
    let id = enter(&tx, &Actor::System, newcomer, &role).await?;
    let secret = new_link(&tx, &rows::by_id(&tx, id).await?, "invitation").await?;
    tx.commit().await?;
    Ok(secret)
}

/// Loads the roles of somebody whom the actor may change. Until this transaction is over nobody else changes the account
/// or what it holds: what is decided is decided on these.
pub(crate) async fn changeable(tx: &Tx, actor: &Actor, id: PersonId) -> Result<Vec<RoleRow>> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    account::lock_sessions(tx, id).await?;
    let person = rows::by_id(tx, id).await?;
    let held = rows::roles::of(tx, person.id).await?;
    let roles: Vec<Role> = held.iter().map(|row| row.role.clone()).collect();
    if may_change(actor, &roles) { Ok(held) } else { Err(Fail::Forbidden) }
}

/// Who is told that an account is closed or opened, and through which cities: its owner, and of each of their cities the
/// other leads; where it has none, everyone who could object.
async fn told_of_account(
    hub: &Hub,
    tx: &Tx,
    id: PersonId,
    cities: &[CityId],
) -> Result<BTreeMap<PersonId, Vec<CityId>>> {
    let mut readers = BTreeMap::from([(id, Vec::new())]);
    for city in cities {
        for to in others(hub, tx, *city, id).await? {
            readers.entry(to).or_default().push(*city);
        }
    }
    Ok(readers)
}

/// Tells them.
async fn tell(hub: &Hub, tx: &Tx, actor: &Actor, id: PersonId, cities: &[CityId], active: bool) -> Result<()> {
    for (to, cities) in told_of_account(hub, tx, id, cities).await? {
        let told = AccountTold { to, person: id, by: actor.id(), cities };
        if active {
            web::post::send(tx, &ActivatedTold(told)).await?;
        } else {
            web::post::send(tx, &DeactivatedTold(told)).await?;
        }
    }
    Ok(())
}

/// Lets somebody sign in, or no longer, at once. Done twice, the second time changes and tells nothing.
///
/// # Errors
/// [`Fail::Conflict`] for the last administrator; [`Fail::Invalid`] where a role for a city without a lead would come
/// into force that rested for long, and no administrator does it.
pub async fn set_active(hub: &Hub, actor: &Actor, id: PersonId, active: bool) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    let held = changeable(&tx, actor, id).await?;
    actor.must_be_recent(tx.now())?;
    let runs_the_hub = held.iter().any(|row| row.role == Role::Administrator);
    if !active && runs_the_hub && rows::other_administrators(&tx, id.0).await? == 0 {
        return Err(Fail::Conflict("last administrator".into()));
    }
    if rows::by_id(&tx, id).await?.active == active {
        return Ok(());
    }
    let cities = cities_of(&held);
    lock_roles_of(&tx, &cities).await?;
    if active {
        come_into_force(&tx, actor, id).await?;
        open_again(&tx, actor, id).await?;
    } else {
        account::end_sessions(&tx, id).await?;
        account::forget_devices(&tx, id).await?;
        links::end_all(&tx, id).await?;
        terms::call_off_those(&tx, actor, id, |_| true).await?;
    }
    tell(hub, &tx, actor, id, &cities, active).await?;
    rows::set_active(&tx, id, active).await?;
    let act = if active { acts::ACTIVATED } else { acts::DEACTIVATED };
    tx.event(actor, act.code(), id.0, None).await?;
    tx.audit(actor, act, &id.to_string(), "").await?;
    for city in cities {
        rows::city::note(&tx, city, actor, act, &id.to_string(), "").await?;
    }
    tx.commit().await
}

/// An account that was closed to be erased is kept by whoever opens it: one whose owner asked for it by an administrator alone. What
/// has not been closed yet waits on.
async fn open_again(tx: &Tx, actor: &Actor, id: PersonId) -> Result<()> {
    let Some(own) = erasures::of(tx, id).await?.filter(|own| own.closed_at.is_some()) else { return Ok(()) };
    if !own.is_by_office() && !actor.is_administrator() {
        return Err(Fail::field("", "error-activate-erasure"));
    }
    erasure::end(tx, actor, id).await
}

/// The roles for cities of an account that is opened again. Closed lately, it comes back as it was; otherwise as somebody
/// who is given these roles now.
async fn come_into_force(tx: &Tx, actor: &Actor, id: PersonId) -> Result<()> {
    for row in rows::roles::of(tx, id).await? {
        let Some(city) = row.role.city() else { continue };
        // Closed lately, and new no more by then: somebody who was of the city for days only is as new as before.
        let closed = rows::city::closed_at(tx, city, id).await?.filter(|at| *at >= tx.now() - LATELY);
        if closed.is_some_and(|at| row.sees_from.is_none() || row.granted_at + LATELY <= at) {
            continue;
        }
        if !actor.is_administrator() && cannot_object(tx, city).await? {
            return Err(Fail::field("", "error-activate-no-lead"));
        }
        rows::roles::begin_anew(tx, row.id).await?;
    }
    Ok(())
}

/// Makes a link that whoever invited somebody hands over, where no letter leaves the hub; earlier ones stop working.
/// Answers its secret. Pressed twice, it is another link, and one line on record.
///
/// # Errors
/// [`Fail::Invalid`] where letters leave, for an account that is deactivated, and for one that has a password: its owner
/// alone asks for another. [`Fail::Forbidden`] where somebody else gave what the account holds, but for administrators:
/// whoever has the link has the role.
pub async fn hand_over(hub: &Hub, actor: &Actor, id: PersonId) -> Result<String> {
    let tx = hub.db.begin().await?;
    let held = changeable(&tx, actor, id).await?;
    if !may_hand_over(&tx, actor, id).await? {
        return Err(Fail::Forbidden);
    }
    let person = rows::by_id(&tx, id).await?;
    if hub.mailer.leaves() || person.ready || !person.active {
        return Err(Fail::field("", "error-hand-over"));
    }
    actor.must_be_recent(tx.now())?;
    let secret = new_link(&tx, &person, "invitation").await?;
    if !account::was_logged(&tx, id, LINK_HANDED_OVER, tx.now() - SAME_PRESS).await? {
        let act = acts::LINK_HANDED_OVER;
        tx.event(actor, act.code(), id.0, None).await?;
        tx.audit(actor, act, &id.to_string(), "").await?;
        account::log(&tx, id, LINK_HANDED_OVER).await?;
        for city in cities_of(&held) {
            rows::city::note(&tx, city, actor, act, &id.to_string(), "").await?;
        }
    }
    tx.commit().await?;
    Ok(secret)
}

/// Nobody else gave this account anything, or an administrator asks.
pub(crate) async fn may_hand_over(sql: &Sql, actor: &Actor, id: PersonId) -> Result<bool> {
    Ok(actor.is_administrator() || !rows::was_given_by_others(sql, id, actor.id()).await?)
}

/// Sends a link again. Pressed twice, one is sent.
///
/// # Errors
/// [`Fail::Invalid`] for an account that is deactivated: its link would not work.
pub async fn send_link(hub: &Hub, actor: &Actor, id: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    let person = rows::by_id(&tx, id).await?;
    if !person.active {
        return Err(Fail::field("", "error-inactive"));
    }
    if account::was_logged(&tx, id, LINK_SENT, tx.now() - SAME_PRESS).await? {
        return Ok(());
    }
    web::post::send(&tx, &LinkAgain { person: id, invitation: false, by: actor.id() }).await?;
    tx.event(actor, acts::LINK_SENT.code(), id.0, None).await?;
    tx.audit(actor, acts::LINK_SENT, &id.to_string(), if person.ready { "reset" } else { "invitation" }).await?;
    account::log(&tx, id, LINK_SENT).await?;
    tx.commit().await
}
