//! The people with whom a city joins: each gets an account with a role, or their own account another role.

use base::{Actor, Fail, FieldError, PersonId, Result, Role};
use store::Tx;

use super::roles::{as_given, cannot_object, lock_roles, on_record, told_of};
use super::terms;
use crate::acts;
use crate::letters::{LinkAgain, RoleTold};
use crate::rows::account::lock_sessions;
use crate::rows::roles::Given;
use crate::rows::{self, links, roles};
use crate::rules::{Newcomer, UNDO_ADDRESS};

/// Brings the people of a city in that becomes a member, in an open transaction, and writes to them; answers who they are, in this order.
/// Whoever calls this has decided that the city joins, and these are those whom it named: who may is theirs to ask. `returned`: the
/// city was a member before, and has what its people of then kept; whoever comes now sees what comes after, as after any role.
///
/// # Errors
/// [`Fail::Invalid`] where somebody of them is whoever decides, where an account is closed, or somebody may still take back this address, and where
/// a city that comes back has nobody who could object and no administrator decides; [`Fail::SignInAgain`] where whoever decides
/// has not shown lately who they are.
pub async fn welcome(tx: &Tx, actor: &Actor, people: &[(Newcomer, Role)], returned: bool) -> Result<Vec<PersonId>> {
    actor.must_be_recent(tx.now())?;
    lock(tx, people).await?;
    let mut welcomed = Vec::with_capacity(people.len());
    for (newcomer, role) in people {
        welcomed.push(welcome_one(tx, actor, newcomer, role, returned).await?);
    }
    Ok(welcomed)
}

/// Until this transaction is over nobody else changes the accounts that there are, or gets one of these addresses: in the order in which
/// whoever changes their address takes both.
async fn lock(tx: &Tx, people: &[(Newcomer, Role)]) -> Result<()> {
    let mut accounts = Vec::new();
    for (newcomer, _) in people {
        accounts.extend(rows::by_email(tx, &newcomer.email).await?.map(|person| person.id));
    }
    accounts.sort();
    for account in accounts {
        lock_sessions(tx, account).await?;
    }
    let mut addresses: Vec<String> = people.iter().map(|(newcomer, _)| base::secret::hash(&newcomer.email)).collect();
    addresses.sort();
    for address in addresses {
        tx.one_at_a_time(&format!("invitation:{address}")).await?;
    }
    Ok(())
}

async fn welcome_one(tx: &Tx, actor: &Actor, newcomer: &Newcomer, role: &Role, returned: bool) -> Result<PersonId> {
    let own = rows::by_email(tx, &newcomer.email).await?;
    let (id, new) = match &own {
        Some(person) if !person.active => {
            let closed = FieldError::new("", "error-welcome-inactive").with("email", &newcomer.email);
            return Err(Fail::Invalid(vec![closed]));
        }
        Some(person) if rows::is_unproved(tx, person.id).await? => {
            let unproved = FieldError::new("", "error-welcome-unproved").with("email", &newcomer.email);
            return Err(Fail::Invalid(vec![unproved]));
        }
        Some(person) => (person.id, false),
        None => {
            if rows::address::is_kept_back(tx, &newcomer.email, None, tx.now() - UNDO_ADDRESS).await? {
                let kept = FieldError::new("", "error-welcome-kept").with("email", &newcomer.email);
                return Err(Fail::Invalid(vec![kept]));
            }
            let id = PersonId(tx.new_id());
            rows::insert(tx, id, newcomer).await?;
            (id, true)
        }
    };
    // A role for a city opens what is the city's own: nobody takes one for themselves.
    if actor.id() == Some(id) {
        return Err(Fail::Invalid(vec![FieldError::new("", "error-welcome-own")]));
    }
    if let Some(city) = role.city() {
        lock_roles(tx, city).await?;
    }
    terms::end_if_over(tx, id, role).await?;
    if roles::holds(tx, id, role).await? {
        terms::for_good(tx, actor, id, role).await?;
        return Ok(id);
    }
    if let Some(city) = role.city().filter(|_| returned && !actor.is_administrator())
        && cannot_object(tx, city).await?
    {
        return Err(Fail::Invalid(vec![FieldError::new("record", "error-welcome-no-lead")]));
    }
    // Whoever holds a link that was handed over would take this role, too.
    links::end_handed_over(tx, id).await?;
    let given = match returned {
        true => as_given(tx, actor, id, role).await?,
        false => Given::whole(tx.now()),
    };
    // The people of then hear of it as of any role.
    let told = if returned { told_of(tx, id, role).await? } else { None };
    roles::grant(tx, id, role, given).await?;
    let act = if new { acts::INVITED } else { acts::ROLE_GRANTED };
    on_record(tx, actor, act, id, role, told).await?;
    match own.is_some_and(|person| person.ready) {
        true => {
            let (role, scope) = (role.code().to_owned(), role.scope());
            web::post::send(tx, &RoleTold { to: id, person: id, role, scope, given: true, ended: false }).await?;
        }
        false => web::post::send(tx, &LinkAgain { person: id, invitation: true, by: actor.id() }).await?,
    }
    Ok(id)
}
