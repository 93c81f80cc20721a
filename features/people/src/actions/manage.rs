//! The people page of the back office: invite, deactivate, send a link again.

use base::{Actor, Fail, PersonId, Result, Role};
use store::{Db, Tx};
use web::Hub;

use super::links::new_link;
use super::roles::{audience, on_record, resolve, sight};
use crate::access::{may_change, may_grant, may_manage};
use crate::acts;
use crate::letters::{Audience, DeactivatedTold, LinkAgain, others};
use crate::rows::{self, account, links};
use crate::rules::{Newcomer, RoleGrant};

/// Puts somebody in with a role, in an open transaction.
async fn enter(tx: &Tx, actor: &Actor, newcomer: &Newcomer, role: &Role, told: Option<Audience>) -> Result<PersonId> {
    let id = PersonId(tx.new_id());
    rows::insert(tx, id, newcomer).await.map_err(|fail| match fail {
        Fail::Taken(rule) if rule == rows::EMAIL_TAKEN => Fail::field("email", "error-email-taken"),
        other => other,
    })?;
    let sees_from = sight(tx, actor, id, role).await?;
    rows::roles::grant(tx, id, role, sees_from).await?;
    on_record(tx, actor, acts::INVITED, id, role, told).await?;
    Ok(id)
}

/// Invites somebody: an account with a role, and a letter with a link.
///
/// # Errors
/// [`Fail::Invalid`] when the address has an account (who invites may know that), and where the city has no lead who
/// could object and no administrator invites.
pub async fn invite(hub: &Hub, actor: &Actor, newcomer: &Newcomer, grant: &RoleGrant) -> Result<PersonId> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    let role = resolve(&tx, actor, grant).await?;
    if !may_grant(actor, &role) {
        return Err(Fail::Forbidden);
    }
    let told = audience(&tx, PersonId(0), &role).await?;
    let id = enter(&tx, actor, newcomer, &role, told).await?;
    web::post::send(&tx, &LinkAgain { person: id, invitation: true }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Puts somebody in from the command line; answers the secret of a link to hand over.
pub async fn add(db: &Db, newcomer: &Newcomer, grant: &RoleGrant) -> Result<String> {
    let tx = db.begin().await?;
    let role = resolve(&tx, &Actor::System, grant).await?;
    let id = enter(&tx, &Actor::System, newcomer, &role, None).await?;
    let secret = new_link(&tx, &rows::by_id(&tx, id).await?, "invitation").await?;
    tx.commit().await?;
    Ok(secret)
}

/// Loads the roles of somebody whom the actor may change.
pub(crate) async fn changeable(tx: &Tx, actor: &Actor, id: PersonId) -> Result<Vec<Role>> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    let person = rows::by_id(tx, id).await?;
    let roles: Vec<Role> = rows::roles::of(tx, person.id).await?.iter().map(|row| row.role.clone()).collect();
    if may_change(actor, &roles) { Ok(roles) } else { Err(Fail::Forbidden) }
}

/// Tells somebody, and their cities, that their account is deactivated.
async fn tell_of_end(hub: &Hub, tx: &Tx, actor: &Actor, id: PersonId, roles: &[Role]) -> Result<()> {
    let mut readers = vec![id];
    for city in roles.iter().filter_map(Role::city) {
        readers.extend(others(hub, tx, city, id).await?);
    }
    readers.sort();
    readers.dedup();
    for to in readers {
        web::post::send(tx, &DeactivatedTold { to, person: id, by: actor.id() }).await?;
    }
    Ok(())
}

/// Lets somebody sign in, or no longer, at once. Done twice, the second time changes and tells nothing.
///
/// # Errors
/// [`Fail::Conflict`] for the last administrator.
pub async fn set_active(hub: &Hub, actor: &Actor, id: PersonId, active: bool) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    let roles = changeable(&tx, actor, id).await?;
    if !active && roles.contains(&Role::Administrator) && rows::other_administrators(&tx, id.0).await? == 0 {
        return Err(Fail::Conflict("last administrator".into()));
    }
    rows::account::lock_sessions(&tx, id).await?;
    if rows::by_id(&tx, id).await?.active == active {
        return Ok(());
    }
    if !active {
        // While they still count among the leads of their cities.
        tell_of_end(hub, &tx, actor, id, &roles).await?;
        account::end_sessions(&tx, id).await?;
        account::forget_devices(&tx, id).await?;
        links::end_all(&tx, id).await?;
    }
    rows::set_active(&tx, id, active).await?;
    let act = if active { acts::ACTIVATED } else { acts::DEACTIVATED };
    tx.event(actor, act.code(), id.0, None).await?;
    tx.audit(actor, act, &id.to_string(), "").await?;
    let mut cities: Vec<_> = roles.iter().filter_map(Role::city).collect();
    cities.sort();
    cities.dedup();
    for city in cities {
        rows::city::note(&tx, city, actor, act, &id.to_string(), "").await?;
    }
    tx.commit().await
}

/// Sends a link again.
pub async fn send_link(hub: &Hub, actor: &Actor, id: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    let person = rows::by_id(&tx, id).await?;
    if !person.active {
        return Err(Fail::Conflict("not active".into()));
    }
    web::post::send(&tx, &LinkAgain { person: id, invitation: false }).await?;
    tx.audit(actor, acts::LINK_SENT, &id.to_string(), if person.ready { "reset" } else { "invitation" }).await?;
    tx.commit().await
}
