//! The office enters what a city has done, takes it back, and agrees with it what it chooses.

use base::{Actor, CityId, Fail, Result};
use chrono::TimeDelta;
use cities::City;
use store::Tx;
use web::Hub;
use web::parts::Parts;

use crate::access::may_enter;
use crate::acts;
use crate::rows;
use crate::rules::{Draft, Evidence, met_by, year_of};

/// How long the same, entered again by the same hand, is the same press.
const SAME_PRESS: TimeDelta = TimeDelta::minutes(1);

/// The event: the office found that a city did not meet what is expected.
pub(crate) const MISSED: &str = "expectation.missed";

/// Until this transaction is over nobody else says how this city stands.
async fn lock(tx: &Tx, city: CityId) -> Result<()> {
    tx.one_at_a_time(&format!("expectations {city}")).await
}

fn check(actor: &Actor, city: &City) -> Result<()> {
    match actor {
        actor if may_enter(actor, city) => Ok(()),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// On record, and on the city's own.
async fn note(tx: &Tx, parts: &Parts, actor: &Actor, act: store::Act, city: &City, detail: &str) -> Result<()> {
    tx.audit(actor, act, &city.slug, detail).await?;
    for record in &parts.city_records {
        record.note(tx, actor, act, city.id, &city.slug).await?;
    }
    Ok(())
}

/// Enters that a city has met what is expected, or has not, of which its leads are told. Sent twice, it is one finding.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever does not answer for the city.
pub(crate) async fn enter(hub: &Hub, parts: &Parts, actor: &Actor, city: &City, draft: &Draft) -> Result<()> {
    check(actor, city)?;
    let tx = hub.db.begin().await?;
    lock(&tx, city.id).await?;
    if rows::was_entered(&tx, city.id, draft, actor.id(), tx.now() - SAME_PRESS).await? {
        return Ok(());
    }
    if !draft.path.is_empty() && rows::is_last(&tx, city.id, draft).await? {
        return Err(Fail::field("path", "error-finding-twice"));
    }
    rows::insert(&tx, city.id, draft, Evidence::Office, actor.id()).await?;
    let act = if draft.met { acts::FINDING_ENTERED } else { acts::FINDING_MISSED };
    note(&tx, parts, actor, act, city, &draft.expectation).await?;
    if !draft.met {
        tx.event(actor, MISSED, city.id.0, Some(city.id)).await?;
    }
    tx.commit().await
}

/// Takes a finding back. One that is taken back already stays so.
///
/// # Errors
/// As [`enter`].
pub(crate) async fn withdraw(hub: &Hub, parts: &Parts, actor: &Actor, city: &City, id: i64) -> Result<()> {
    check(actor, city)?;
    let tx = hub.db.begin().await?;
    lock(&tx, city.id).await?;
    let Some(expectation) = rows::withdraw(&tx, actor, city.id, id).await? else { return Ok(()) };
    note(&tx, parts, actor, acts::FINDING_WITHDRAWN, city, &expectation).await?;
    tx.commit().await
}

/// From now on the city has chosen these, of what is not expected of all, and no others. The same once more changes nothing.
///
/// # Errors
/// As [`enter`].
pub(crate) async fn agree(hub: &Hub, parts: &Parts, actor: &Actor, city: &City, chosen: &[String]) -> Result<()> {
    check(actor, city)?;
    let tx = hub.db.begin().await?;
    lock(&tx, city.id).await?;
    let before = rows::agreed(&tx, city.id).await?;
    let offered = hub.network.expectations.iter().filter(|own| !own.mandatory).map(|own| &own.slug);
    let now: Vec<&String> = offered.filter(|slug| chosen.contains(slug)).collect();
    if before.len() == now.len() && now.iter().all(|slug| before.contains(slug)) {
        return Ok(());
    }
    for slug in now.iter().filter(|slug| !before.contains(slug)) {
        rows::agree(&tx, actor, city.id, slug).await?;
    }
    for slug in before.iter().filter(|slug| !now.contains(slug)) {
        rows::end(&tx, city.id, slug).await?;
    }
    let all = now.iter().map(|slug| slug.as_str()).collect::<Vec<_>>().join(" ");
    note(&tx, parts, actor, acts::EXPECTATIONS_AGREED, city, &all).await?;
    tx.commit().await
}

/// Another feature writes its own evidence, in the transaction of what was done: that this city did, in this year, what is met by that, and
/// where it is to be seen (behind the language). The same once more is the same finding.
///
/// # Errors
/// When the database does not answer.
pub async fn found(tx: &Tx, hub: &Hub, city: CityId, evidence: Evidence, year: i64, path: &str) -> Result<()> {
    for own in hub.network.expectations.iter().filter(|own| met_by(own).contains(&evidence)) {
        let (expectation, path) = (own.slug.clone(), path.to_owned());
        let draft = Draft { expectation, year: year_of(own, year), met: true, note: String::new(), path };
        rows::insert(tx, city, &draft, evidence, None).await?;
    }
    Ok(())
}
