//! A city signs what is in force, by those who lead it or by whoever got the link for it.

use base::{Actor, CityId, Fail, Result, Time};
use chrono::TimeDelta;
use cities::City;
use store::Tx;
use web::Hub;

use super::note;
use crate::access::{may_enter, may_sign};
use crate::asked_rows::{self, SignLink};
use crate::rules::{Paper, Signature, Signed, Signing};
use crate::{acts, rows, signature_rows};

/// Days in which can be signed with a link.
pub(crate) const LINK_DAYS: i64 = 30;

/// Signatures of a city are given one after the other.
pub(super) fn lock(city: CityId) -> String {
    format!("principles of {city}")
}

/// Signs for this city.
///
/// # Errors
/// [`Fail::Forbidden`] for others than its leads; [`Fail::Invalid`] where the text that was read is not in force (any more).
pub(crate) async fn sign(hub: &Hub, actor: &Actor, city: &City, signing: &Signing) -> Result<()> {
    if !may_sign(actor, city) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(hub.now())?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&lock(city.id)).await?;
    // It may have left meanwhile.
    let city = &cities::by_ids(&tx, &[city.id])
        .await?
        .remove(&city.id)
        .filter(|own| may_sign(actor, own))
        .ok_or(Fail::Forbidden)?;
    if keep(&tx, actor, city, signing, How { signed_at: tx.now(), paper: "" }).await? {
        note(&tx, actor, acts::SIGNED, city, "").await?;
    }
    tx.commit().await
}

/// Enters what was signed on paper for this city, where that is what is in force.
///
/// # Errors
/// [`Fail::Forbidden`] for those who do not answer for it; [`Fail::Invalid`] where the text is not in force (any more), or was not yet on the
/// day of the paper.
pub(crate) async fn enter(hub: &Hub, actor: &Actor, city: &City, paper: &Paper) -> Result<()> {
    if !may_enter(actor, city) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(hub.now())?;
    let calendar = hub.network.calendar_of(&city.region);
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&lock(city.id)).await?;
    let now = rows::in_force(&tx).await?.ok_or(Fail::NotFound)?;
    if now.since.is_some_and(|since| paper.day < calendar.day_of(since)) {
        return Err(Fail::field("day", "error-paper-day"));
    }
    let how = How { signed_at: calendar.hour_of(paper.day, 12).min(tx.now()), paper: &paper.place };
    if keep(&tx, actor, city, &paper.signing, how).await? {
        note(&tx, actor, acts::ENTERED, city, &now.version.name).await?;
    }
    tx.commit().await
}

/// What this link opens: it, and the city for which can be signed.
///
/// # Errors
/// [`Fail::NotFound`] where it is too old, whoever made it does not lead the city any more, or the city is no member.
pub(crate) async fn open_link(hub: &Hub, sql: &store::Sql, id: i64) -> Result<(SignLink, City)> {
    let link = asked_rows::link(sql, id).await?;
    let city = cities::by_ids(sql, &[link.city]).await?.remove(&link.city).ok_or(Fail::NotFound)?;
    let fresh = link.made_at > hub.now() - TimeDelta::days(LINK_DAYS);
    if !fresh || !city.membership.is_member() {
        return Err(Fail::NotFound);
    }
    // Whoever does not lead the city any more has given nobody a link for it.
    let leads = people::leads_of(sql, city.id).await?;
    if link.made_by.is_some_and(|by| leads.contains(&by)) { Ok((link, city)) } else { Err(Fail::NotFound) }
}

/// Signs with a link, which then leads nowhere.
///
/// # Errors
/// Those of [`open_link`]; [`Fail::Conflict`] where it was used or replaced; [`Fail::Invalid`] where the text that was read is not in force.
pub(crate) async fn sign_by_link(hub: &Hub, link: i64, signing: &Signing) -> Result<()> {
    let tx = hub.db.begin().await?;
    let city = asked_rows::link(&tx, link).await?.city;
    tx.one_at_a_time(&lock(city)).await?;
    let (own, city) = open_link(hub, &tx, link).await?;
    // Of a city that nobody leads, its practitioners stand among those who are told: they give nobody a link.
    if !people::led(&tx, &[city.id]).await?.contains(&city.id) {
        return Err(Fail::NotFound);
    }
    if own.ended_at.is_some() {
        return Err(Fail::Conflict("principles_links.ended_at".to_owned()));
    }
    if keep(&tx, &Actor::Visitor, &city, signing, How { signed_at: tx.now(), paper: "" }).await? {
        let maker = own.made_by.map(|by| by.to_string()).unwrap_or_default();
        note(&tx, &Actor::Visitor, acts::SIGNED, &city, &maker).await?;
    }
    tx.commit().await
}

/// Makes a link for whoever signs; one before it leads nowhere any more.
///
/// # Errors
/// [`Fail::Forbidden`] for others than the leads of a member.
pub(crate) async fn make_link(hub: &Hub, actor: &Actor, city: &City) -> Result<()> {
    if !may_sign(actor, city) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(hub.now())?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&lock(city.id)).await?;
    asked_rows::end_links(&tx, city.id, tx.now()).await?;
    asked_rows::make_link(&tx, actor, city.id).await?;
    note(&tx, actor, acts::LINK_MADE, city, "").await?;
    tx.commit().await
}

/// When and how it was signed.
struct How<'a> {
    signed_at: Time,
    /// Where the paper is; empty where it is signed in the hub.
    paper: &'a str,
}

/// Keeps the signature, unless it is the last one once more; answers whether it is another one.
async fn keep(tx: &Tx, actor: &Actor, city: &City, signing: &Signing, how: How<'_>) -> Result<bool> {
    let newest = rows::in_force(tx).await?.ok_or(Fail::NotFound)?.version;
    let texts = rows::texts_of(tx, newest.id).await?;
    let read = texts.into_iter().find(|text| text.hash == signing.hash);
    let read = read.ok_or_else(|| Fail::field("", "error-sign-principles"))?;
    let last = signature_rows::last_of(tx, &[city.id]).await?.remove(&city.id);
    // A link that was signed with ends at that very moment.
    let ended_at = if how.paper.is_empty() { how.signed_at } else { tx.now() };
    asked_rows::end_links(tx, city.id, ended_at).await?;
    if last.is_some_and(|last| is_same(&last, signing) && last.paper == how.paper) {
        return Ok(false);
    }
    let signature = Signature {
        version: newest.id,
        lang: read.lang,
        hash: read.hash,
        name: signing.name.clone(),
        position: signing.position.clone(),
        named: signing.named,
        signed_at: how.signed_at,
        entered_by: actor.id(),
        paper: how.paper.to_owned(),
    };
    signature_rows::sign(tx, actor, city.id, &signature).await?;
    Ok(true)
}

fn is_same(last: &Signed, signing: &Signing) -> bool {
    let Signing { hash, name, position, named } = signing;
    (&last.hash, &last.name, &last.position, last.named) == (hash, name, position, *named)
}
