//! Roles: what a form names, who may be given one for a city, giving and taking.

use base::{Actor, CityId, Fail, FieldError, HeldFor, PersonId, Result, Role, RoleKind};
use store::{Act, Sql, Tx};
use web::Hub;

use super::manage::changeable;
use crate::access::may_grant;
use crate::acts;
use crate::letters::{Audience, RoleTold, other_leads};
use crate::notices::RoleChange;
use crate::rows::{self, roles};
use crate::rules::{LATELY, RoleGrant, RoleRow, widest};

/// The role that a form named: its city by slug.
pub async fn resolve(sql: &Sql, actor: &Actor, grant: &RoleGrant) -> Result<Role> {
    let unknown = || Fail::Invalid(vec![FieldError::new("role", "error-choose").with("label", "role")]);
    let scope = match RoleKind::of(&grant.role).ok_or_else(unknown)?.held_for {
        HeldFor::Network => String::new(),
        HeldFor::Region => grant.region.clone(),
        HeldFor::City => {
            let city = cities::city_for(sql, actor, cities::access::Action::See, &grant.city).await.map_err(
                |fail| match fail {
                    Fail::NotFound => Fail::field("city", "error-role-city"),
                    other => other,
                },
            )?;
            city.id.0.to_string()
        }
    };
    Role::of(&grant.role, &scope).ok_or_else(unknown)
}

/// From which document on somebody who is given this role sees a city's own ones; none: all of them.
///
/// Nobody sees more of a city than those who could object to it: where it has no lead, only an administrator gives a
/// role, also to whoever holds another one there (who held this very role for long and lost it lately may have it back), and it shows only
/// what comes after it; where its leads are such newcomers themselves, as much as they see. The command line is outside
/// of this: who has it has the files.
///
/// # Errors
/// [`Fail::Invalid`] where it takes an administrator.
pub(crate) async fn sight(tx: &Tx, actor: &Actor, person: PersonId, role: &Role) -> Result<Option<i64>> {
    let Some(city) = role.city() else { return Ok(None) };
    lock_roles(tx, city).await?;
    if matches!(actor, Actor::System) {
        return Ok(None);
    }
    let own = roles::lately(tx, person, city, tx.now() - LATELY).await?;
    let leads = roles::leads(tx, city).await?;
    let back = own.iter().any(|row| row.role == *role);
    if leads.is_empty() && !back && !actor.is_administrator() {
        return Err(Fail::field("role", "error-role-no-lead"));
    }
    if own.is_empty() { Ok(of_a_stranger(tx, &leads)) } else { Ok(widest(&own, tx.now())) }
}

/// From which document on somebody sees a city's own ones of whom its leads know nothing yet.
fn of_a_stranger(tx: &Tx, leads: &[RoleRow]) -> Option<i64> {
    if leads.is_empty() { Some(tx.new_id()) } else { widest(leads, tx.now()) }
}

/// A role for a city that was at rest for long comes into force: of an account that is opened again, or of whoever was
/// invited long ago and sets a password now. It shows no more than one that was given now.
pub(crate) async fn awaken(tx: &Tx, row: &RoleRow, leads: &[RoleRow]) -> Result<()> {
    match of_a_stranger(tx, leads) {
        Some(from) => roles::begin_anew(tx, row.id, from.max(row.sees_from.unwrap_or(0))).await,
        None => Ok(()),
    }
}

/// Whoever was invited sets a password. A role that waited for it for so long that nobody of the city need remember it
/// shows no more than one that is given now.
pub(crate) async fn take_up(tx: &Tx, person: PersonId) -> Result<()> {
    lock_roles_of(tx, &cities_of(&roles::of(tx, person).await?)).await?;
    for row in roles::of(tx, person).await? {
        let Some(city) = row.role.city().filter(|_| row.granted_at + LATELY < tx.now()) else { continue };
        let leads = roles::leads(tx, city).await?;
        awaken(tx, &row, &leads).await?;
    }
    Ok(())
}

/// Somebody leads a city no more. Where nobody is left who led it before those who got a role there lately, nobody could
/// object to these any more: what is older than their roles is not shown to them as long as these are new.
///
/// Otherwise whoever runs the accounts would give a role while there is a lead, and close the lead's account before the
/// letter about it is read.
pub(crate) async fn left_unwatched(tx: &Tx, city: CityId, gone: PersonId) -> Result<()> {
    let since = tx.now() - LATELY;
    let watched = roles::leads(tx, city).await?.iter().any(|row| row.person != gone && row.granted_at <= since);
    if watched {
        return Ok(());
    }
    roles::limit_new(tx, city, gone, since).await
}

/// The cities of these roles, each once, in order.
pub(crate) fn cities_of(held: &[RoleRow]) -> Vec<CityId> {
    let mut cities: Vec<CityId> = held.iter().filter_map(|row| row.role.city()).collect();
    cities.sort();
    cities.dedup();
    cities
}

/// Until this transaction is over, nobody else gives or takes a role of this city.
async fn lock_roles(tx: &Tx, city: CityId) -> Result<()> {
    tx.one_at_a_time(&format!("roles:{city}")).await
}

/// The same for several cities, as [`cities_of`] orders them: whoever takes more than one takes them in one order, or
/// two would wait for each other.
pub(crate) async fn lock_roles_of(tx: &Tx, cities: &[CityId]) -> Result<()> {
    for city in cities {
        lock_roles(tx, *city).await?;
    }
    Ok(())
}

/// A role for the record: what, and for which city or region.
pub(crate) async fn written(sql: &Sql, role: &Role) -> Result<String> {
    let place = match role {
        Role::RegionalOfficer(region) => region.clone(),
        _ => match role.city() {
            Some(city) => cities::by_ids(sql, &[city]).await?.remove(&city).map_or_else(String::new, |city| city.slug),
            None => String::new(),
        },
    };
    Ok(format!("{} {place}", role.code()).trim_end().to_owned())
}

/// The event, of which those of the city are told, and the lines on record for something that was done with a role.
pub(crate) async fn on_record(
    tx: &Tx,
    actor: &Actor,
    act: Act,
    person: PersonId,
    role: &Role,
    told: Option<Audience>,
) -> Result<()> {
    let change = RoleChange { role: role.code().to_owned(), told };
    tx.event_with(actor, act.code(), person.0, role.city(), &change).await?;
    let written = written(tx, role).await?;
    tx.audit(actor, act, &person.to_string(), &written).await?;
    match role.city() {
        Some(city) => rows::city::note(tx, city, actor, act, &person.to_string(), &written).await,
        None => Ok(()),
    }
}

/// Who of the city is told, beside the person concerned: as it stands before the change.
pub(crate) async fn audience(tx: &Tx, person: PersonId, role: &Role) -> Result<Option<Audience>> {
    let Some(city) = role.city() else { return Ok(None) };
    Ok(Some(match other_leads(tx, city, person).await?.len() {
        0 => Audience::Everyone,
        1 => Audience::Lead,
        _ => Audience::Leads,
    }))
}

/// Asks for the letter to the person concerned.
async fn tell(tx: &Tx, person: PersonId, role: &Role, given: bool) -> Result<()> {
    let (role, scope) = (role.code().to_owned(), role.scope());
    web::post::send(tx, &RoleTold { to: person, person, role, scope, given }).await
}

/// Gives somebody another role. One that is held already stays as it is, and nobody is told again.
///
/// # Errors
/// [`Fail::Invalid`] where the city has no lead who could object, and no administrator gives it; and for an account that
/// is deactivated: the city would be told that somebody is in who is not.
pub async fn grant(hub: &Hub, actor: &Actor, id: PersonId, grant: &RoleGrant) -> Result<()> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    let role = resolve(&tx, actor, grant).await?;
    // A role for a city opens what is the city's own: nobody takes one for themselves.
    if !may_grant(actor, &role) || (role.city().is_some() && actor.id() == Some(id)) {
        return Err(Fail::Forbidden);
    }
    if roles::holds(&tx, id, &role).await? {
        return Ok(());
    }
    if !rows::by_id(&tx, id).await?.active {
        return Err(Fail::field("role", "error-inactive"));
    }
    let sees_from = sight(&tx, actor, id, &role).await?;
    let told = audience(&tx, id, &role).await?;
    if !roles::grant(&tx, id, &role, sees_from).await? {
        return Ok(());
    }
    tell(&tx, id, &role, true).await?;
    on_record(&tx, actor, acts::ROLE_GRANTED, id, &role, told).await?;
    tx.commit().await
}

/// Takes a role away. The person concerned is told, and the city. One that was taken already stays so.
///
/// # Errors
/// [`Fail::Conflict`] for the last administrator's.
pub async fn take(hub: &Hub, actor: &Actor, id: PersonId, role: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    changeable(&tx, actor, id).await?;
    let Some(row) = roles::find(&tx, id, role).await? else {
        return if roles::has_ended(&tx, id, role).await? { Ok(()) } else { Err(Fail::NotFound) };
    };
    if row.role == Role::Administrator && rows::other_administrators(&tx, id.0).await? == 0 {
        return Err(Fail::Conflict("last administrator".into()));
    }
    let role = row.role.clone();
    if let Some(city) = role.city() {
        lock_roles(&tx, city).await?;
    }
    let told = audience(&tx, id, &role).await?;
    let taken_up = rows::by_id(&tx, id).await?.ready;
    roles::take(&tx, &row, taken_up).await?;
    if let Role::CityLead(city) = role {
        left_unwatched(&tx, city, id).await?;
    }
    tell(&tx, id, &role, false).await?;
    on_record(&tx, actor, acts::ROLE_TAKEN, id, &role, told).await?;
    tx.commit().await
}
