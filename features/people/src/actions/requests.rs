//! Officials of a member ask for an account; its leads decide, and the team where it has none.

use base::{Actor, CityId, Fail, FieldError, Result, Role, Time};
use cities::City;
use store::Tx;
use web::Hub;

use super::invitations::{count, invite_in, leads_now, note};
use super::roles::lock_roles;
use crate::access::{may_bring_in, may_manage};
use crate::acts;
use crate::letters::{RequestAnswered, RequestReceived};
use crate::notices::REQUESTED;
use crate::rows::requests::{self, RequestRow};
use crate::rows::{self, invitations, roles};
use crate::rules::{AccountRequest, Newcomer, RequestState};

/// Keeps a request, and tells those who decide. To every address the answer is the same: whoever has an account already, is invited, or
/// has asked before, reads it in a letter.
///
/// # Errors
/// [`Fail::Invalid`] where the city is no member (any more), or too many wait.
pub async fn ask(hub: &Hub, city: &City, asked: &AccountRequest) -> Result<()> {
    let tx = hub.db.begin().await?;
    lock_roles(&tx, city.id).await?;
    if !city.membership.is_member() {
        return Err(Fail::field("city", "error-request-city"));
    }
    // Of every address alike: else it would be told which are known.
    if requests::count_of_city(&tx, city.id).await? >= requests::WAITING {
        return Err(Fail::field("", "error-request-many"));
    }
    if !is_known(&tx, city.id, &asked.newcomer.email).await? {
        let id = tx.new_id();
        requests::insert(&tx, id, city.id, asked).await?;
        tx.event(&Actor::Visitor, REQUESTED, id, Some(city.id)).await?;
    }
    let letter =
        RequestReceived { email: asked.newcomer.email.clone(), city: city.id, lang: asked.newcomer.lang.to_string() };
    web::post::send(&tx, &letter).await?;
    tx.commit().await
}

/// Nothing is to be decided of this address: they are of the city, invited, or have asked.
async fn is_known(tx: &Tx, city: CityId, email: &str) -> Result<bool> {
    if requests::waiting_for(tx, city, email).await?.is_some()
        || invitations::open_for(tx, city, email).await?.is_some()
    {
        return Ok(true);
    }
    let Some(person) = rows::by_email(tx, email).await? else { return Ok(false) };
    Ok(roles::of(tx, person.id).await?.iter().any(|row| row.role.city() == Some(city)))
}

/// May this actor decide about requests of this city: its leads, and the team where none of them can?
pub(crate) async fn may_decide(tx: &Tx, actor: &Actor, city: CityId) -> Result<bool> {
    if leads_now(tx, actor, city).await? {
        return Ok(true);
    }
    Ok(may_manage(actor) && roles::decided(tx, &[city], tx.now()).await?.is_empty())
}

/// A request that waits, behind the lock of the city's roles, for whoever decides.
async fn decided(tx: &Tx, actor: &Actor, city: CityId, id: i64) -> Result<RequestRow> {
    lock_roles(tx, city).await?;
    if !may_decide(tx, actor, city).await? {
        return Err(Fail::Forbidden);
    }
    let own = requests::of_city(tx, city, id).await?;
    if own.state == RequestState::Waiting { Ok(own) } else { Err(Fail::Conflict("account_requests.state".to_owned())) }
}

/// Whoever asked is invited, to this role.
///
/// # Errors
/// [`Fail::Conflict`] where it was decided already; those of an invitation.
pub async fn confirm(hub: &Hub, actor: &Actor, city: &City, id: i64, role: &Role) -> Result<()> {
    // Whoever decides nothing counts for nothing.
    if !may_bring_in(actor, city.id) && !may_manage(actor) {
        return Err(Fail::Forbidden);
    }
    count(hub, actor, &requests::of_city(&hub.db.read(), city.id, id).await?.email).await?;
    let tx = hub.db.begin().await?;
    let own = decided(&tx, actor, city.id, id).await?;
    let newcomer = Newcomer { name: own.name.clone(), email: own.email.clone(), lang: own.lang };
    tx.move_to(actor, id, own.state, RequestState::Confirmed, "").await?;
    requests::ended(&tx, id, actor.id(), "").await?;
    invite_in(&tx, actor, city, &newcomer, role, Some(id), !hub.mailer.leaves()).await.map_err(of_no_field)?;
    tx.commit().await
}

/// The form of a decision has no field for the address.
fn of_no_field(fail: Fail) -> Fail {
    match fail {
        Fail::Invalid(errors) => Fail::Invalid(
            errors
                .into_iter()
                .map(|error| if error.field == "email" { FieldError { field: "", ..error } } else { error })
                .collect(),
        ),
        other => other,
    }
}

/// Whoever asked is told that they get no account, with what is written to them.
///
/// # Errors
/// [`Fail::Conflict`] where it was decided already.
pub async fn decline(hub: &Hub, actor: &Actor, city: CityId, id: i64, answer: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = decided(&tx, actor, city, id).await?;
    tx.move_to(actor, id, own.state, RequestState::Declined, "").await?;
    requests::ended(&tx, id, actor.id(), answer).await?;
    note(&tx, actor, city, acts::REQUEST_DECLINED, id, "").await?;
    web::post::send(&tx, &RequestAnswered { request: id }).await?;
    tx.commit().await
}

/// Nobody waits any more for those that nobody has decided since before this time; whoever asked is told.
pub(crate) async fn lapse(hub: &Hub, before: Time) -> Result<bool> {
    let mut done = false;
    for own in requests::silent(&hub.db.read(), before).await? {
        let tx = hub.db.begin().await?;
        lock_roles(&tx, own.city).await?;
        if requests::of_city(&tx, own.city, own.id).await?.state != RequestState::Waiting {
            continue;
        }
        tx.move_to(&Actor::System, own.id, RequestState::Waiting, RequestState::Lapsed, "").await?;
        requests::ended(&tx, own.id, None, "").await?;
        web::post::send(&tx, &RequestAnswered { request: own.id }).await?;
        tx.commit().await?;
        done = true;
    }
    Ok(done)
}
