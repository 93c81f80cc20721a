//! The people of a city, as its leads see to them: what somebody does for it, and that they do so no more.

use base::{Actor, CityId, Fail, PersonId, Result, Role};
use store::Tx;
use web::Hub;

use super::invitations::leads_now;
use super::roles::{lock_roles, on_record, tell, told_of};
use super::session::shorten_where_required;
use crate::acts;
use crate::rows::account::lock_sessions;
use crate::rows::roles::Given;
use crate::rows::{self, links, roles};
use crate::rules::RoleRow;

/// From now on this is what somebody does for the city; nothing any more for none. Whoever does it already is told nothing, and sees
/// what they saw; whoever is given another role by it sees all of the city's own. A lead may leave, too: nobody keeps them.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever does not lead the city; [`Fail::SignInAgain`]; [`Fail::NotFound`] where somebody is not of it;
/// [`Fail::Invalid`] for an account that is closed.
pub async fn set_role(hub: &Hub, actor: &Actor, city: CityId, person: PersonId, role: Option<Role>) -> Result<()> {
    let tx = hub.db.begin().await?;
    // The account first, then the city's roles: everybody takes them in this order.
    lock_sessions(&tx, person).await?;
    lock_roles(&tx, city).await?;
    if !leads_now(&tx, actor, city).await? || role.as_ref().is_some_and(|role| role.city() != Some(city)) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    let mut held = roles::of(&tx, person).await?;
    held.retain(|row| row.role.city() == Some(city));
    if held.is_empty() {
        // Taken away already: pressed twice, or another lead was faster.
        return if role.is_none() { Ok(()) } else { Err(Fail::NotFound) };
    }
    if let Some(role) = &role {
        give(&tx, actor, person, role, &held).await?;
    }
    for row in held.iter().filter(|row| Some(&row.role) != role.as_ref()) {
        take(&tx, actor, person, row).await?;
    }
    shorten_where_required(&tx, person).await?;
    tx.commit().await
}

async fn give(tx: &Tx, actor: &Actor, person: PersonId, role: &Role, held: &[RoleRow]) -> Result<()> {
    if held.iter().any(|row| row.role == *role) {
        return Ok(());
    }
    if !rows::by_id(tx, person).await?.active {
        return Err(Fail::field("role", "error-inactive"));
    }
    // Whoever holds a link that was handed over would take this role, too.
    links::end_handed_over(tx, person).await?;
    let told = told_of(tx, person, role).await?;
    if roles::grant(tx, person, role, Given { since: tx.now(), sees_from: None }).await? {
        tell(tx, person, role, true).await?;
        on_record(tx, actor, acts::ROLE_GRANTED, person, role, told).await?;
    }
    Ok(())
}

async fn take(tx: &Tx, actor: &Actor, person: PersonId, row: &RoleRow) -> Result<()> {
    let told = told_of(tx, person, &row.role).await?;
    let own = rows::by_id(tx, person).await?;
    roles::take(tx, row, own.ready && own.active).await?;
    tell(tx, person, &row.role, false).await?;
    on_record(tx, actor, acts::ROLE_TAKEN, person, &row.role, told).await
}
