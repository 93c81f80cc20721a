//! The people page of the back office: invite, roles, deactivate, send a link again.

use base::{Actor, Fail, PersonId, Result, Role};
use store::{Db, Sql, Tx};
use web::Hub;

use super::links::new_link;
use super::sign_in::hold;
use crate::access::{may_change, may_grant, may_manage};
use crate::letters::{deactivated_letter, link_letter, role_letter};
use crate::rows;
use crate::rules::{Newcomer, RoleGrant, role_of};

/// The role that a form named: its city by slug.
pub async fn resolve(sql: &Sql, grant: &RoleGrant) -> Result<Role> {
    Ok(match grant.role.as_str() {
        "administrator" => Role::Administrator,
        "central-team" => Role::CentralTeam,
        "regional-officer" => Role::RegionalOfficer(grant.region.clone()),
        role => {
            let city = cities::by_slug(sql, &grant.city).await.map_err(|fail| match fail {
                Fail::NotFound => Fail::field("city", "error-role-city"),
                other => other,
            })?;
            if role == "city-lead" { Role::CityLead(city.id()) } else { Role::Practitioner(city.id()) }
        }
    })
}

/// Puts somebody in with a role, in an open transaction.
async fn enter(tx: &Tx, actor: &Actor, newcomer: &Newcomer, role: &Role) -> Result<PersonId> {
    let id = PersonId(tx.new_id());
    rows::insert(tx, id, newcomer).await.map_err(|fail| match fail {
        Fail::Taken(rule) if rule == rows::EMAIL_TAKEN => Fail::field("email", "error-email-taken"),
        other => other,
    })?;
    rows::grant(tx, id, role).await?;
    tx.event(actor, "person.invited", id.0, role.city()).await?;
    tx.audit(actor, "person.invited", &id.to_string(), &written(tx, role).await?).await?;
    Ok(id)
}

/// Invites somebody: an account with a role, and a letter with a link.
///
/// # Errors
/// [`Fail::Invalid`] when the address has an account (who invites may know that).
pub async fn invite(hub: &Hub, actor: &Actor, newcomer: &Newcomer, grant: &RoleGrant) -> Result<PersonId> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    let role = resolve(&tx, grant).await?;
    if !may_grant(actor, &role) {
        return Err(Fail::Forbidden);
    }
    let id = enter(&tx, actor, newcomer, &role).await?;
    tell_leads(hub, &tx, "role", id, &role).await?;
    let person = rows::by_id(&tx, id).await?;
    let secret = new_link(&tx, &person, "invitation").await?;
    web::post::post(&tx, &link_letter(hub, "invitation", (&newcomer.email, &newcomer.name), newcomer.lang, &secret))
        .await?;
    tx.commit().await?;
    Ok(id)
}

/// Puts somebody in from the command line; answers the secret of a link to hand over.
pub async fn add(db: &Db, newcomer: &Newcomer, grant: &RoleGrant) -> Result<String> {
    let tx = db.begin().await?;
    let role = resolve(&tx, grant).await?;
    let id = enter(&tx, &Actor::System, newcomer, &role).await?;
    let secret = new_link(&tx, &rows::by_id(&tx, id).await?, "invitation").await?;
    tx.commit().await?;
    Ok(secret)
}

/// Loads somebody whom the actor may change, with their roles.
async fn changeable(tx: &Tx, actor: &Actor, id: PersonId) -> Result<Vec<Role>> {
    if !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    let person = rows::by_id(tx, id).await?;
    let roles: Vec<Role> =
        rows::roles(tx, person.id).await?.iter().filter_map(|row| role_of(&row.role, &row.scope)).collect();
    if may_change(actor, &roles) { Ok(roles) } else { Err(Fail::Forbidden) }
}

/// Tells a city's leads that somebody is given a role for it (`role`), or loses it (`taken`).
async fn tell_leads(hub: &Hub, tx: &Tx, kind: &str, id: PersonId, role: &Role) -> Result<()> {
    let Some(city_id) = role.city() else { return Ok(()) };
    let person = rows::by_id(tx, id).await?;
    let Some(city) = cities::by_ids(tx, &[city_id]).await?.remove(&city_id) else { return Ok(()) };
    for lead in rows::leads_of(tx, city_id).await?.iter().filter(|lead| lead.0 != person.email) {
        let letter = role_letter(hub, kind, lead, &person, role, city.name(lead.2));
        web::post::post(tx, &letter).await?;
    }
    Ok(())
}

/// A role for the record: what, and for which city or region.
async fn written(sql: &Sql, role: &Role) -> Result<String> {
    let place = match role {
        Role::RegionalOfficer(region) => region.clone(),
        _ => match role.city() {
            Some(city) => cities::by_ids(sql, &[city]).await?.remove(&city).map_or_else(String::new, |city| city.slug),
            None => String::new(),
        },
    };
    Ok(format!("{} {place}", role.code()).trim_end().to_owned())
}

/// Tells somebody, and the leads of their cities, that their account is deactivated.
async fn tell_of_end(hub: &Hub, tx: &Tx, actor: &Actor, id: PersonId, roles: &[Role]) -> Result<()> {
    let person = rows::by_id(tx, id).await?;
    let by = actor.person().map_or_else(String::new, |person| person.name.clone());
    let mut readers = vec![(person.email.clone(), person.name.clone(), person.lang())];
    for city in roles.iter().filter_map(Role::city) {
        readers.extend(rows::leads_of(tx, city).await?);
    }
    readers.sort();
    readers.dedup();
    for reader in &readers {
        web::post::post(tx, &deactivated_letter(hub, reader, &person, &by)).await?;
    }
    Ok(())
}

/// Gives somebody another role.
pub async fn grant(hub: &Hub, actor: &Actor, id: PersonId, grant: &RoleGrant) -> Result<()> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    let role = resolve(&tx, grant).await?;
    // A role for a city opens what is the city's own: nobody takes one for themselves, and the
    // city's leads are told of each.
    if !may_grant(actor, &role) || (role.city().is_some() && actor.id() == Some(id)) {
        return Err(Fail::Forbidden);
    }
    tell_leads(hub, &tx, "role", id, &role).await?;
    rows::grant(&tx, id, &role).await?;
    tx.event(actor, "role.granted", id.0, role.city()).await?;
    tx.audit(actor, "role.granted", &id.to_string(), &written(&tx, &role).await?).await?;
    tx.commit().await
}

/// Takes a role away.
///
/// # Errors
/// [`Fail::Conflict`] for the last administrator's.
pub async fn take(hub: &Hub, actor: &Actor, id: PersonId, role: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    changeable(&tx, actor, id).await?;
    let row = rows::role(&tx, id, role).await?;
    if row.role == "administrator" && rows::other_administrators(&tx, id.0).await? == 0 {
        return Err(Fail::Conflict("last administrator".into()));
    }
    rows::take(&tx, role).await?;
    if let Some(role) = role_of(&row.role, &row.scope) {
        tell_leads(hub, &tx, "taken", id, &role).await?;
        tx.event(actor, "role.taken", id.0, role.city()).await?;
        tx.audit(actor, "role.taken", &id.to_string(), &written(&tx, &role).await?).await?;
    }
    tx.commit().await
}

/// Lets somebody sign in, or no longer, at once.
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
    hold(&tx, id).await?;
    if !active {
        // While they still count among the leads of their cities.
        tell_of_end(hub, &tx, actor, id, &roles).await?;
    }
    rows::set_active(&tx, id, active).await?;
    let kind = if active { "person.activated" } else { "person.deactivated" };
    tx.event(actor, kind, id.0, None).await?;
    tx.audit(actor, kind, &id.to_string(), "").await?;
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
    let purpose = if person.ready { "reset" } else { "invitation" };
    let secret = new_link(&tx, &person, purpose).await?;
    web::post::post(&tx, &link_letter(hub, purpose, (&person.email, &person.name), person.lang(), &secret)).await?;
    tx.audit(actor, "person.link-sent", &id.to_string(), purpose).await?;
    tx.commit().await
}
