//! Roles: what a form names, who may be given one for a city, giving and taking.

use base::{Actor, CityId, Fail, FieldError, HeldFor, OrganisationId, PersonId, Result, Role, RoleKind};
use store::{Act, Sql, Tx};
use web::Hub;

use super::manage::changeable;
use super::session::shorten_where_required;
use super::terms;
use crate::access::{may_confirm, may_grant};
use crate::acts;
use crate::letters::{Audience, RoleTold, audience};
use crate::notices::RoleChange;
use crate::rows::coming::ComingRole;
use crate::rows::roles::Given;
use crate::rows::{self, links, roles};
use crate::rules::{LATELY, RoleGrant, RoleRow, TermDays, cities_of, widest};

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
        HeldFor::Organisation if grant.organisation.is_empty() => String::new(),
        HeldFor::Organisation => {
            let wrong = || Fail::field("organisation", "error-role-organisation");
            grant.organisation.parse::<OrganisationId>().map_err(|_| wrong())?.0.to_string()
        }
    };
    Role::of(&grant.role, &scope).ok_or_else(unknown)
}

/// A role as it is given: since when it counts as held, and from which document on it shows a city's own ones (none: all
/// of them).
///
/// Whoever holds no role for the city sees what comes after it only, until a lead of the city confirms them or the role is
/// new no more. And where a city has had people and has no lead who could object, only an administrator gives a role. What
/// was held for long and taken lately, by mistake, an administrator gives back as it was. The command line is outside of
/// this: who has it has the files.
///
/// # Errors
/// [`Fail::Invalid`] where it takes an administrator, or there is no such organisation (any more).
pub(crate) async fn as_given(tx: &Tx, actor: &Actor, person: PersonId, role: &Role) -> Result<Given> {
    let whole = Given::whole(tx.now());
    if let Some(organisation) = role.organisation()
        && !organisations::hold(tx, organisation).await?
    {
        return Err(Fail::field("organisation", "error-role-organisation"));
    }
    let Some(city) = role.city() else { return Ok(whole) };
    lock_roles(tx, city).await?;
    if matches!(actor, Actor::System) {
        return Ok(whole);
    }
    if actor.is_administrator() {
        if let Some(lost) = roles::lost(tx, person, role, tx.now() - LATELY).await? {
            return Ok(Given { since: lost.granted_at, ..whole });
        }
    } else if cannot_object(tx, city).await? {
        return Err(Fail::field("role", "error-role-no-lead"));
    }
    let own = roles::in_force(tx, person, city, tx.now()).await?;
    let sees_from = if own.is_empty() { Some(tx.new_id()) } else { widest(&own, tx.now()) };
    Ok(Given { sees_from, ..whole })
}

/// A city that has had people, and nobody leads it.
pub(crate) async fn cannot_object(sql: &Sql, city: CityId) -> Result<bool> {
    Ok(roles::leads(sql, city).await?.is_empty() && rows::city::has_had_people(sql, city).await?)
}

/// Whoever was invited sets a password. A role that waited for it for so long that nobody of the city need remember it
/// shows no more than one that is given now.
pub(crate) async fn take_up(tx: &Tx, person: PersonId) -> Result<()> {
    lock_roles_of(tx, &cities_of(&roles::of(tx, person).await?)).await?;
    for row in roles::of(tx, person).await? {
        if row.role.city().is_some() && row.granted_at + LATELY < tx.now() {
            roles::begin_anew(tx, row.id).await?;
        }
    }
    Ok(())
}

/// A lead of the city confirms somebody who was given a role from outside: they see what is older, too. Who is confirmed,
/// or new no more, stays so.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever does not lead the city, or is as new there; [`Fail::NotFound`] where they have no role.
pub async fn confirm(hub: &Hub, actor: &Actor, city: CityId, person: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    lock_roles(&tx, city).await?;
    let own = match actor.id() {
        Some(id) => roles::in_force(&tx, id, city, tx.now()).await?,
        None => Vec::new(),
    };
    let leads = own.iter().any(|row| row.role == Role::CityLead(city)) && widest(&own, tx.now()).is_none();
    if !leads || !may_confirm(actor, city) || actor.id() == Some(person) {
        return Err(Fail::Forbidden);
    }
    let held: Vec<RoleRow> =
        roles::of(&tx, person).await?.into_iter().filter(|row| row.role.city() == Some(city)).collect();
    // On record is the one that showed less.
    let limited = held.iter().find(|row| row.sees_from.is_some()).or(held.first());
    let role = limited.ok_or(Fail::NotFound)?.role.clone();
    if roles::show_all(&tx, city, person).await? {
        on_record(&tx, actor, acts::CONFIRMED, person, &role, None).await?;
    }
    tx.commit().await
}

/// Until this transaction is over, nobody else gives or takes a role of this city.
pub(super) async fn lock_roles(tx: &Tx, city: CityId) -> Result<()> {
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

/// A role for the record: what, and for which city, region or organisation.
pub(crate) async fn written(sql: &Sql, role: &Role) -> Result<String> {
    let place = match role {
        Role::RegionalOfficer(region) => region.clone(),
        Role::Partner(Some(organisation)) => organisation.to_string(),
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
pub(crate) async fn told_of(tx: &Tx, person: PersonId, role: &Role) -> Result<Option<Audience>> {
    match role.city() {
        Some(city) => audience(tx, city, person, tx.now()).await.map(Some),
        None => Ok(None),
    }
}

/// Asks for the letter to the person concerned.
pub(super) async fn tell(tx: &Tx, person: PersonId, role: &Role, given: bool) -> Result<()> {
    let (role, scope) = (role.code().to_owned(), role.scope());
    web::post::send(tx, &RoleTold { to: person, person, role, scope, given, ended: false }).await
}

/// Asks for the letter to whoever held a role whose last day is over.
pub(super) async fn tell_of_end(tx: &Tx, person: PersonId, role: &Role) -> Result<()> {
    let (role, scope) = (role.code().to_owned(), role.scope());
    web::post::send(tx, &RoleTold { to: person, person, role, scope, given: false, ended: true }).await
}

/// When a role begins that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// It has.
    Now,
    /// On its first day.
    Later,
}

/// Gives somebody another role, from a day on or now, until a day or without an end. One that is held already stays as it is but for another
/// last day, and nobody is told again.
///
/// # Errors
/// [`Fail::Invalid`] where the city has no lead who could object, and no administrator gives it; and for an account that
/// is deactivated: the city would be told that somebody is in who is not.
pub async fn grant(hub: &Hub, actor: &Actor, id: PersonId, grant: &RoleGrant, days: TermDays) -> Result<Begins> {
    let tx = hub.db.begin().await?;
    changeable(&tx, actor, id).await?;
    let role = resolve(&tx, actor, grant).await?;
    // A role for a city opens what is the city's own: nobody takes one for themselves.
    if !may_grant(actor, &role) || (role.city().is_some() && actor.id() == Some(id)) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    if let Some(city) = role.city() {
        lock_roles(&tx, city).await?;
    }
    terms::end_if_over(&tx, id, &role).await?;
    let term = terms::term(hub, &tx, &role, days).await?;
    if term.begins_at.is_some() {
        may_be_given(&tx, id).await?;
        terms::plan(hub, &tx, actor, (id, &role), term, false).await?;
        tx.commit().await?;
        return Ok(Begins::Later);
    }
    if let Some(own) = roles::of(&tx, id).await?.iter().find(|row| row.role == role) {
        if days.until.is_some() {
            terms::set_end(hub, &tx, actor, own, term.ends_at).await?;
        }
        tx.commit().await?;
        return Ok(Begins::Now);
    }
    may_be_given(&tx, id).await?;
    // Whoever holds a link that was handed over would take this role, too.
    links::end_handed_over(&tx, id).await?;
    let given = Given { ends_at: term.ends_at, ..as_given(&tx, actor, id, &role).await? };
    let told = told_of(&tx, id, &role).await?;
    let Some(own) = roles::grant(&tx, id, &role, given).await? else { return Ok(Begins::Now) };
    tell(&tx, id, &role, true).await?;
    on_record(&tx, actor, acts::ROLE_GRANTED, id, &role, told).await?;
    terms::began(hub, &tx, actor, id, &role, (own, given)).await?;
    shorten_where_required(&tx, id).await?;
    tx.commit().await?;
    Ok(Begins::Now)
}

/// Is there somebody to hold a role? The city would be told that somebody is in who is not.
async fn may_be_given(tx: &Tx, id: PersonId) -> Result<()> {
    if !rows::by_id(tx, id).await?.active {
        return Err(Fail::field("role", "error-inactive"));
    }
    match rows::is_unproved(tx, id).await? {
        true => Err(Fail::field("role", "error-unproved")),
        false => Ok(()),
    }
}

/// Takes a role away. The person concerned is told, and the city. One that was taken already stays so.
///
/// # Errors
/// [`Fail::Conflict`] for the last administrator's.
pub async fn take(hub: &Hub, actor: &Actor, id: PersonId, role: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time("administrators").await?;
    changeable(&tx, actor, id).await?;
    actor.must_be_recent(tx.now())?;
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
    let told = told_of(&tx, id, &role).await?;
    let person = rows::by_id(&tx, id).await?;
    roles::take(&tx, &row, person.ready && person.active).await?;
    tell(&tx, id, &role, false).await?;
    on_record(&tx, actor, acts::ROLE_TAKEN, id, &role, told).await?;
    // Whoever leaves does not come back by themselves.
    let same = |own: &ComingRole| own.role == role || (role.city().is_some() && own.role.city() == role.city());
    terms::call_off_those(&tx, actor, id, same).await?;
    shorten_where_required(&tx, id).await?;
    tx.commit().await
}
