//! Roles that begin and end at their time.

use base::{Actor, CityId, Fail, Result, Time};
use serde::{Deserialize, Serialize};
use store::{Payload, Queue, Sql, Tx};
use web::Hub;

use super::colleagues;
use super::invitations::{as_they_are, leads_now};
use super::roles::{as_given, lock_roles, on_record, tell, tell_of_end, told_of};
use super::session::shorten_where_required;
use super::terms::{began, end_if_over, is_beyond, note};
use crate::access::{may_change, may_grant};
use crate::acts;
use crate::letters::RoleEnds;
use crate::rows::account::lock_sessions;
use crate::rows::coming::{self, ComingRole};
use crate::rows::roles::Given;
use crate::rows::{self, links, roles};
use crate::rules::RoleRow;

/// Gives a role that was to come, at its time.
#[derive(Serialize, Deserialize)]
pub(crate) struct BeginRole {
    pub coming: i64,
}

impl Payload for BeginRole {
    const KIND: &'static str = "people.begin-role";
    const QUEUE: Queue = Queue::Work;
}

/// Takes a role whose last day is over.
#[derive(Serialize, Deserialize)]
pub(crate) struct EndRole {
    pub role: i64,
}

impl Payload for EndRole {
    const KIND: &'static str = "people.end-role";
    const QUEUE: Queue = Queue::Work;
}

/// Says to whoever holds a role that it is over soon.
#[derive(Serialize, Deserialize)]
pub(crate) struct RemindOfEnd {
    pub role: i64,
    /// Of this end: of another one another word is said.
    pub ends_at: Time,
}

impl Payload for RemindOfEnd {
    const KIND: &'static str = "people.remind-of-end";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(format!("{} {}", self.role, self.ends_at.timestamp()))
    }
}

/// Gives what was to come, where its time has come. Whoever said so must be able to give it now: what they could not is dropped.
pub(crate) async fn begin_in_time(hub: &Hub, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(own) = coming::find(&tx, id).await? else { return Ok(()) };
    lock_sessions(&tx, own.person).await?;
    if let Some(city) = own.role.city() {
        lock_roles(&tx, city).await?;
    }
    let due = coming::find(&tx, id).await?.filter(|own| own.begins_at <= tx.now());
    let Some(own) = due else { return Ok(()) };
    coming::end(&tx, id).await?;
    let by = as_they_are(hub, &tx, own.given_by).await?;
    let given = match &by {
        Some(by) => as_can_be_given(&tx, by, &own).await?,
        None => None,
    };
    match (by, given) {
        (Some(by), Some(given)) => begin(hub, &tx, &by, &own, given).await?,
        _ => note(&tx, &Actor::System, acts::ROLE_NOT_BEGUN, own.person, &own.role, "").await?,
    }
    tx.commit().await
}

/// How it is given now, where whoever said so may give it and somebody is there to hold it.
async fn as_can_be_given(tx: &Tx, by: &Actor, own: &ComingRole) -> Result<Option<Given>> {
    let person = rows::by_id(tx, own.person).await?;
    if !person.active || rows::is_unproved(tx, own.person).await? || own.ends_at.is_some_and(|end| end <= tx.now()) {
        return Ok(None);
    }
    if is_beyond(tx, by, Some(own.person), &own.role, own.ends_at).await? {
        return Ok(None);
    }
    let held = roles::of(tx, own.person).await?;
    let changes = may_change(by, &held.iter().map(|row| row.role.clone()).collect::<Vec<_>>());
    let given = match own.role.city() {
        Some(city) if is_of_member(tx, city).await? && leads_now(tx, by, city).await? => Given::whole(tx.now()),
        // A role for a city opens what is the city's own: nobody takes one for themselves.
        Some(_) if by.id() == Some(own.person) => return Ok(None),
        Some(city) if is_of_member(tx, city).await? && changes && may_grant(by, &own.role) => {
            match as_given(tx, by, own.person, &own.role).await {
                Err(Fail::Invalid(_)) => return Ok(None),
                given => given?,
            }
        }
        None if changes && may_grant(by, &own.role) => Given::whole(tx.now()),
        _ => return Ok(None),
    };
    Ok(Some(Given { ends_at: own.ends_at, ..given }))
}

/// Whose membership is over brings nobody in any more.
async fn is_of_member(sql: &Sql, city: CityId) -> Result<bool> {
    Ok(cities::by_ids(sql, &[city]).await?.remove(&city).is_some_and(|city| city.membership.is_member()))
}

async fn begin(hub: &Hub, tx: &Tx, by: &Actor, own: &ComingRole, given: Given) -> Result<()> {
    end_if_over(tx, own.person, &own.role).await?;
    links::end_handed_over(tx, own.person).await?;
    let told = told_of(tx, own.person, &own.role).await?;
    let Some(id) = roles::grant(tx, own.person, &own.role, given).await? else {
        // Held by now, as somebody said later.
        return note(tx, &Actor::System, acts::ROLE_NOT_BEGUN, own.person, &own.role, "").await;
    };
    tell(tx, own.person, &own.role, true).await?;
    on_record(tx, by, acts::ROLE_GRANTED, own.person, &own.role, told).await?;
    began(hub, tx, by, own.person, &own.role, (id, given)).await?;
    if own.replaces {
        colleagues::take_others(tx, by, own.person, &own.role, given.ends_at).await?;
    }
    shorten_where_required(tx, own.person).await
}

/// Takes a role whose last day is over. One that was prolonged meanwhile stays.
pub(crate) async fn end_in_time(hub: &Hub, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(row) = roles::one(&tx, id).await? else { return Ok(()) };
    lock_sessions(&tx, row.person).await?;
    if let Some(city) = row.role.city() {
        lock_roles(&tx, city).await?;
    }
    let Some(row) = roles::one(&tx, id).await?.filter(|row| !row.holds(tx.now())) else { return Ok(()) };
    end(&tx, &row).await?;
    shorten_where_required(&tx, row.person).await?;
    tx.commit().await
}

/// As when somebody takes it: its holder is told, and the city.
pub(super) async fn end(tx: &Tx, row: &RoleRow) -> Result<()> {
    let told = told_of(tx, row.person, &row.role).await?;
    let person = rows::by_id(tx, row.person).await?;
    roles::take(tx, row, person.ready && person.active).await?;
    tell_of_end(tx, row.person, &row.role).await?;
    on_record(tx, &Actor::System, acts::ROLE_ENDED, row.person, &row.role, told).await
}

/// Tells whoever holds a role that it is over soon, where it is over then still.
pub(crate) async fn remind(hub: &Hub, job: &RemindOfEnd) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(row) = roles::one(&tx, job.role).await?.filter(|row| row.ends_at == Some(job.ends_at)) else {
        return Ok(());
    };
    web::post::send(&tx, &RoleEnds { person: row.person, role: row.id }).await?;
    tx.commit().await
}
