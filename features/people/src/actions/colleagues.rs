//! The people of a city, as its leads see to them: what somebody does for it, and that they do so no more.

use base::{Actor, CityId, Fail, PersonId, Result, Role, Time};
use store::Tx;
use web::Hub;

use super::invitations::leads_now;
use super::roles::{lock_roles, on_record, tell, told_of};
use super::session::shorten_where_required;
use super::terms;
use crate::acts;
use crate::rows::account::lock_sessions;
use crate::rows::roles::Given;
use crate::rows::{self, links, roles};
use crate::rules::{RoleRow, Term, TermDays};

/// From now on, or from a day on, this is what somebody does for the city; nothing any more for none. Whoever does it already is told
/// nothing but another last day, and sees what they saw; whoever is given another role by it sees all of the city's own. Whoever leads it
/// for a time does afterwards what they did before. A lead may leave, too: nobody keeps them.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever does not lead the city; [`Fail::SignInAgain`]; [`Fail::NotFound`] where somebody is not of it;
/// [`Fail::Invalid`] for an account that is closed, and for days that cannot be.
pub async fn set_role(
    hub: &Hub,
    actor: &Actor,
    city: CityId,
    person: PersonId,
    role: Option<(Role, TermDays)>,
) -> Result<()> {
    let tx = hub.db.begin().await?;
    // The account first, then the city's roles: everybody takes them in this order.
    lock_sessions(&tx, person).await?;
    lock_roles(&tx, city).await?;
    if !leads_now(&tx, actor, city).await? || role.as_ref().is_some_and(|(role, _)| role.city() != Some(city)) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    let held = held_now(&tx, city, person).await?;
    // Taken away already: pressed twice, or another lead was faster.
    if held.is_empty() && role.is_some() {
        return Err(Fail::NotFound);
    }
    match &role {
        Some((role, days)) => {
            let term = terms::term(hub, &tx, role, *days).await?;
            set(hub, &tx, actor, (person, role), term, &held).await?;
        }
        None => {
            for row in &held {
                take(&tx, actor, person, row).await?;
            }
            // Whoever leaves does not come back by themselves.
            terms::call_off_those(&tx, actor, person, |own| own.role.city() == Some(city)).await?;
        }
    }
    shorten_where_required(&tx, person).await?;
    tx.commit().await
}

/// What somebody holds for the city now. What is over is taken first.
async fn held_now(tx: &Tx, city: CityId, person: PersonId) -> Result<Vec<RoleRow>> {
    for role in [Role::Practitioner(city), Role::CityLead(city)] {
        terms::end_if_over(tx, person, &role).await?;
    }
    let mut held = roles::of(tx, person).await?;
    held.retain(|row| row.role.city() == Some(city));
    Ok(held)
}

/// Gives this role, or says from when or until when it is held; what else they hold goes, but for what they do again after it.
async fn set(
    hub: &Hub,
    tx: &Tx,
    actor: &Actor,
    (person, role): (PersonId, &Role),
    term: Term,
    held: &[RoleRow],
) -> Result<()> {
    if terms::is_beyond(tx, actor, Some(person), role, term.ends_at).await? {
        return Err(Fail::field("until", "error-term-own"));
    }
    if term.begins_at.is_some() {
        may_be_given(tx, person).await?;
        return terms::plan(hub, tx, actor, (person, role), term, true).await;
    }
    match held.iter().find(|row| row.role == *role) {
        Some(own) => terms::set_end(hub, tx, actor, own, term.ends_at).await?,
        None => give(hub, tx, actor, (person, role), term).await?,
    }
    take_others(tx, actor, person, role, term.ends_at).await
}

/// Takes what else they hold for the city of this role, but for what they do again after it.
pub(super) async fn take_others(
    tx: &Tx,
    actor: &Actor,
    person: PersonId,
    role: &Role,
    ends_at: Option<Time>,
) -> Result<()> {
    let goes_on = |row: &RoleRow| ends_at.is_some() && matches!(row.role, Role::Practitioner(_));
    let held = roles::of(tx, person).await?;
    for row in held.iter().filter(|row| row.role.city() == role.city() && row.role != *role && !goes_on(row)) {
        take(tx, actor, person, row).await?;
    }
    Ok(())
}

async fn give(hub: &Hub, tx: &Tx, actor: &Actor, (person, role): (PersonId, &Role), term: Term) -> Result<()> {
    may_be_given(tx, person).await?;
    // Whoever holds a link that was handed over would take this role, too.
    links::end_handed_over(tx, person).await?;
    let told = told_of(tx, person, role).await?;
    let given = Given { ends_at: term.ends_at, ..Given::whole(tx.now()) };
    if let Some(id) = roles::grant(tx, person, role, given).await? {
        tell(tx, person, role, true).await?;
        on_record(tx, actor, acts::ROLE_GRANTED, person, role, told).await?;
        terms::began(hub, tx, actor, person, role, (id, given)).await?;
    }
    Ok(())
}

/// Is there somebody to hold it?
async fn may_be_given(tx: &Tx, person: PersonId) -> Result<()> {
    match rows::by_id(tx, person).await?.active {
        true => Ok(()),
        false => Err(Fail::field("role", "error-inactive")),
    }
}

async fn take(tx: &Tx, actor: &Actor, person: PersonId, row: &RoleRow) -> Result<()> {
    let told = told_of(tx, person, &row.role).await?;
    let own = rows::by_id(tx, person).await?;
    roles::take(tx, row, own.ready && own.active).await?;
    tell(tx, person, &row.role, false).await?;
    on_record(tx, actor, acts::ROLE_TAKEN, person, &row.role, told).await
}
