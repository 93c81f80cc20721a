//! From when until when somebody holds a role: what is to come, and its last day.

use base::{Actor, Fail, PersonId, Result, Role, Time};
use store::{Act, Tx};
use web::Hub;

use super::in_time::{BeginRole, EndRole, RemindOfEnd, end};
use super::invitations::leads_now;
use super::manage::changeable;
use super::roles::{lock_roles, written};
use crate::access::{may_grant, may_manage};
use crate::acts;
use crate::calendars::calendar;
use crate::letters::RoleEnds;
use crate::rows::account::lock_sessions;
use crate::rows::coming::{self, ComingRole};
use crate::rows::roles::Given;
use crate::rows::{self, roles};
use crate::rules::{ENDS_SOON, RoleRow, Term, TermDays, last_day};

/// The term of this role, as somebody wishes it.
///
/// # Errors
/// [`Fail::Invalid`] for days that cannot be; for the last day of an administrator, without whom nobody runs the hub.
pub(super) async fn term(hub: &Hub, tx: &Tx, role: &Role, days: TermDays) -> Result<Term> {
    if *role == Role::Administrator && days.until.is_some() {
        return Err(Fail::field("until", "error-term-administrator"));
    }
    days.at(calendar(hub, tx, role).await?, tx.now()).map_err(|error| Fail::Invalid(vec![error]))
}

/// Takes this role of this person, where its last day is over and nobody has come to take it yet: whoever gives it anew gives it
/// anew. Their account is locked, and the roles of its city.
pub(super) async fn end_if_over(tx: &Tx, person: PersonId, role: &Role) -> Result<()> {
    let held = roles::of(tx, person).await?;
    match held.iter().find(|row| row.role == *role && !row.holds(tx.now())) {
        Some(over) => end(tx, over).await,
        None => Ok(()),
    }
}

/// Whoever leads a city for a time gives no lead's role beyond that time, and nothing to themselves: is this beyond it? What somebody holds
/// for as long already is no gift. `person`: none where it is not known yet who takes it.
pub(super) async fn is_beyond(
    tx: &Tx,
    by: &Actor,
    person: Option<PersonId>,
    role: &Role,
    ends_at: Option<Time>,
) -> Result<bool> {
    let (Some(city), Some(id)) = (role.city(), by.id()) else { return Ok(false) };
    if !matches!(role, Role::CityLead(_)) && person != Some(id) {
        return Ok(false);
    }
    let own = roles::in_force(tx, id, city, tx.now()).await?;
    let leads = own.iter().filter(|row| matches!(row.role, Role::CityLead(_)));
    let Some(limit) = leads.filter_map(|row| row.ends_at).max() else { return Ok(false) };
    let lasts = |end: Option<Time>| match (end, ends_at) {
        (None, _) => true,
        (Some(held), Some(wished)) => held >= wished,
        (Some(_), None) => false,
    };
    let held = match person {
        Some(person) => roles::of(tx, person).await?,
        None => Vec::new(),
    };
    Ok(!lasts(Some(limit)) && !held.iter().any(|row| row.role == *role && lasts(row.ends_at)))
}

/// A role was given: its end is waited for and told, and what was to come of it before then is not to come any more.
pub(super) async fn began(
    hub: &Hub,
    tx: &Tx,
    actor: &Actor,
    person: PersonId,
    role: &Role,
    given: (i64, Given),
) -> Result<()> {
    let (id, given) = given;
    call_off_those(tx, actor, person, |own| is_before(own, role, given.ends_at)).await?;
    let Some(ends_at) = given.ends_at else { return Ok(()) };
    wait_for_end(tx, id, Some(ends_at)).await?;
    let day = last_day(calendar(hub, tx, role).await?, ends_at).to_string();
    note(tx, actor, acts::ROLE_END_SET, person, role, &day).await?;
    web::post::send(tx, &RoleEnds { person, role: id }).await
}

/// It is to begin before this role is over.
fn is_before(own: &ComingRole, role: &Role, ends_at: Option<Time>) -> bool {
    own.role == *role && ends_at.is_none_or(|end| own.begins_at < end)
}

/// What was to come, as far as it is one of those, is not to come.
pub(super) async fn call_off_those(
    tx: &Tx,
    actor: &Actor,
    person: PersonId,
    those: impl Fn(&ComingRole) -> bool,
) -> Result<()> {
    for own in coming::of(tx, person).await?.into_iter().filter(those) {
        coming::end(tx, own.id).await?;
        note(tx, actor, acts::ROLE_CALLED_OFF, person, &own.role, "").await?;
    }
    Ok(())
}

/// The jobs at the end of a role.
async fn wait_for_end(tx: &Tx, role: i64, ends_at: Option<Time>) -> Result<()> {
    let Some(ends_at) = ends_at else { return Ok(()) };
    tx.enqueue_at(&EndRole { role }, ends_at).await?;
    let soon = ends_at - ENDS_SOON;
    if soon > tx.now() {
        tx.enqueue_at(&RemindOfEnd { role, ends_at }, soon).await?;
    }
    Ok(())
}

/// Puts down what is to come, in the place of what was to come of this role before. The same once more changes nothing.
///
/// # Errors
/// [`Fail::Invalid`] where they hold it still when it would begin.
pub(super) async fn plan(
    hub: &Hub,
    tx: &Tx,
    actor: &Actor,
    (person, role): (PersonId, &Role),
    term: Term,
    replaces: bool,
) -> Result<()> {
    let (Some(begins_at), Some(given_by)) = (term.begins_at, actor.id()) else { return Err(Fail::Forbidden) };
    let held = roles::of(tx, person).await?;
    if held.iter().any(|row| row.role == *role && row.holds(begins_at)) {
        return Err(Fail::field("from", "error-term-held"));
    }
    if let Some(before) = coming::same(tx, person, role).await? {
        if (before.begins_at, before.ends_at, before.given_by) == (begins_at, term.ends_at, given_by) {
            return Ok(());
        }
        coming::end(tx, before.id).await?;
    }
    let (id, role, ends_at) = (tx.new_id(), role.clone(), term.ends_at);
    let own = ComingRole { id, person, role, begins_at, ends_at, replaces, given_by };
    coming::add(tx, &own).await?;
    tx.enqueue_at(&BeginRole { coming: own.id }, begins_at).await?;
    let day = calendar(hub, tx, &own.role).await?.day_of(begins_at);
    note(tx, actor, acts::ROLE_PLANNED, person, &own.role, &day.to_string()).await
}

/// A line on record, and on that of the city: nobody is told by it.
pub(super) async fn note(tx: &Tx, actor: &Actor, act: Act, person: PersonId, role: &Role, day: &str) -> Result<()> {
    let written = format!("{} {day}", written(tx, role).await?);
    tx.audit(actor, act, &person.to_string(), written.trim_end()).await?;
    match role.city() {
        Some(city) => rows::city::note(tx, city, actor, act, &person.to_string(), written.trim_end()).await,
        None => Ok(()),
    }
}

/// From now on this is the last day of a role; none: it has none. Whoever holds it is told. The same once more changes nothing.
pub(super) async fn set_end(hub: &Hub, tx: &Tx, actor: &Actor, row: &RoleRow, ends_at: Option<Time>) -> Result<()> {
    if row.ends_at == ends_at {
        return Ok(());
    }
    roles::set_end(tx, row.id, ends_at).await?;
    call_off_those(tx, actor, row.person, |own| is_before(own, &row.role, ends_at)).await?;
    wait_for_end(tx, row.id, ends_at).await?;
    let calendar = calendar(hub, tx, &row.role).await?;
    let day = ends_at.map(|end| last_day(calendar, end).to_string()).unwrap_or_default();
    end_was_set(tx, actor, row, &day).await
}

async fn end_was_set(tx: &Tx, actor: &Actor, row: &RoleRow, day: &str) -> Result<()> {
    note(tx, actor, acts::ROLE_END_SET, row.person, &row.role, day).await?;
    web::post::send(tx, &RoleEnds { person: row.person, role: row.id }).await
}

/// Whoever is given for good what they hold until a day holds it for good.
pub(super) async fn for_good(tx: &Tx, actor: &Actor, person: PersonId, role: &Role) -> Result<()> {
    let held = roles::of(tx, person).await?;
    let Some(row) = held.iter().find(|row| row.role == *role && row.ends_at.is_some()) else { return Ok(()) };
    roles::set_end(tx, row.id, None).await?;
    call_off_those(tx, actor, person, |own| own.role == *role).await?;
    end_was_set(tx, actor, row, "").await
}

/// The office says until when somebody holds a role.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not change this account, and for what they hold for a city themselves; [`Fail::SignInAgain`];
/// [`Fail::NotFound`] for what nobody holds; [`Fail::Invalid`] for a day that cannot be.
pub async fn limit(hub: &Hub, actor: &Actor, id: PersonId, role: i64, days: TermDays) -> Result<()> {
    let tx = hub.db.begin().await?;
    let held = changeable(&tx, actor, id).await?;
    let row = held.into_iter().find(|row| row.id == role && row.holds(tx.now())).ok_or(Fail::NotFound)?;
    if row.role.city().is_some() && actor.id() == Some(id) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    if let Some(city) = row.role.city() {
        lock_roles(&tx, city).await?;
    }
    let term = term(hub, &tx, &row.role, TermDays { from: None, ..days }).await?;
    set_end(hub, &tx, actor, &row, term.ends_at).await?;
    tx.commit().await
}

/// What was to come is not to come: said by those who may give it.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::SignInAgain`]. What is not to come already stays so.
pub async fn call_off(hub: &Hub, actor: &Actor, person: PersonId, id: i64) -> Result<()> {
    let nothing = || if may_call_off_any(actor) { Ok(()) } else { Err(Fail::Forbidden) };
    let tx = hub.db.begin().await?;
    let own = coming::find(&tx, id).await?.filter(|own| own.person == person);
    let Some(own) = own else { return nothing() };
    lock_sessions(&tx, person).await?;
    let by_city = match own.role.city() {
        Some(city) => {
            lock_roles(&tx, city).await?;
            leads_now(&tx, actor, city).await?
        }
        None => false,
    };
    if !(by_city || may_manage(actor) && may_grant(actor, &own.role)) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    // Somebody else was faster, or its day came.
    if !coming::end(&tx, id).await? {
        return Ok(());
    }
    note(&tx, actor, acts::ROLE_CALLED_OFF, own.person, &own.role, "").await?;
    tx.commit().await
}

/// Whoever calls roles off at all: they may know that there is none.
fn may_call_off_any(actor: &Actor) -> bool {
    let leads = |role: &Role| matches!(role, Role::CityLead(_));
    may_manage(actor) || actor.person().is_some_and(|person| person.roles.iter().any(leads))
}
