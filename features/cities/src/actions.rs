//! What is done with cities: one verb, one function, one transaction.

use std::sync::Arc;

use base::{Actor, CityId, Fail, Lang, Result};
use serde::{Deserialize, Serialize};
use store::{Act, Tx};
use web::Hub;
use web::finding::FOUND;
use web::parts::CityRecord;
use web::translated::{Brought, Saved};

use crate::access::Action;
use crate::found::PROFILE;
use crate::naming::LOCK;
use crate::rules::{City, Facts, Membership, Profile};
use crate::{acts, names, naming, rows};

/// The topic of the pages that show all of a city; those that list cities or name them have the
/// topic `cities`.
pub fn topic(city: CityId) -> String {
    format!("city:{city}")
}

/// Writes what a city says of itself in one language.
///
/// # Errors
/// [`Fail::NotFound`] without such a city, [`Fail::Forbidden`] for others than its lead and the
/// central team, [`Fail::Conflict`] when it was written since the form was opened.
pub async fn write_profile(hub: &Hub, actor: &Actor, slug: &str, lang: Lang, profile: &Profile) -> Result<City> {
    let tx = hub.db.begin().await?;
    let city = rows::city_for(&tx, actor, Action::EditProfile, slug).await?;
    let profile = Profile { by_team: !actor.works_for(city.id), ..profile.clone() };
    if !rows::save_profile(&tx, city.id, lang, &profile).await? {
        return Err(Fail::Conflict("city_profile.revision".into()));
    }
    tx.event(actor, "city.profile-written", city.id.0, Some(city.id)).await?;
    // Not `city`: no list and no document shows it. Only the city itself is found by it.
    tx.changed(PROFILE, city.id.0, false, &[topic(city.id), FOUND.to_owned()]).await?;
    tx.commit().await?;
    Ok(city)
}

/// What the event of a membership says: from where to where.
#[derive(Serialize, Deserialize)]
pub struct Moved {
    /// The code of where it stood.
    pub was: String,
    /// The code of where it stands.
    pub now: String,
}

/// The event of a membership that was changed.
pub const MEMBERSHIP_CHANGED: &str = "city.membership-changed";

const fn act_of(membership: Membership) -> Act {
    match membership {
        Membership::Active => acts::MEMBERSHIP_ACTIVE,
        Membership::Dormant => acts::MEMBERSHIP_DORMANT,
        Membership::Suspended => acts::MEMBERSHIP_SUSPENDED,
        Membership::Withdrawn => acts::MEMBERSHIP_WITHDRAWN,
        Membership::Merged => acts::MERGED,
    }
}

/// Corrects a city's facts.
///
/// # Errors
/// [`Fail::Conflict`] when they were changed since the form was opened.
pub async fn correct_facts(hub: &Hub, actor: &Actor, slug: &str, facts: &Facts) -> Result<City> {
    let tx = hub.db.begin().await?;
    // Where its membership stands is not changed beside it.
    tx.one_at_a_time(LOCK).await?;
    let city = rows::city_for(&tx, actor, Action::EditFacts, slug).await?;
    if !rows::save_facts(&tx, city.id, facts).await? {
        return Err(Fail::Conflict("city.revision".into()));
    }
    naming::write(&tx, actor, &hub.network, city.id, &facts.names).await?;
    texts::want(&tx, names::thing(city.id), city.membership.is_member()).await?;
    tx.event(actor, "city.facts-corrected", city.id.0, Some(city.id)).await?;
    tx.changed("city", city.id.0, false, &["cities".to_owned(), topic(city.id)]).await?;
    tx.commit().await?;
    Ok(city)
}

/// From now on a city's membership stands there; on record, also on the city's own. Whoever calls this has decided it: who may, and what
/// follows what, is theirs. Where it stands there already, nothing is done.
///
/// # Errors
/// [`Fail::NotFound`] without such a city, and for a record that went into another one.
pub async fn set_membership(
    tx: &Tx,
    records: &[Arc<dyn CityRecord>],
    actor: &Actor,
    city: CityId,
    now: Membership,
) -> Result<()> {
    tx.one_at_a_time(LOCK).await?;
    let city = rows::by_ids(tx, &[city]).await?.remove(&city).ok_or(Fail::NotFound)?;
    if city.membership == Membership::Merged {
        return Err(Fail::NotFound);
    }
    if city.membership == now {
        return Ok(());
    }
    rows::set_membership(tx, city.id, now).await?;
    texts::want(tx, names::thing(city.id), now.is_member()).await?;
    let moved = Moved { was: city.membership.code().to_owned(), now: now.code().to_owned() };
    tx.event_with(actor, MEMBERSHIP_CHANGED, city.id.0, Some(city.id), &moved).await?;
    noted(tx, records, actor, act_of(now), &city).await?;
    // Who is no member any more is not found from now on.
    let ends = city.membership.is_member() && !now.is_member();
    tx.changed("city", city.id.0, ends, &["cities".to_owned(), topic(city.id)]).await
}

/// On record, and on the city's own.
pub(crate) async fn noted(
    tx: &Tx,
    records: &[Arc<dyn CityRecord>],
    actor: &Actor,
    act: Act,
    city: &City,
) -> Result<()> {
    tx.audit(actor, act, &city.slug, "").await?;
    for record in records {
        record.note(tx, actor, act, city.id, &city.slug).await?;
    }
    Ok(())
}

/// Says what a city is called in another language: what came back from a translation office. An open form of its facts has been
/// overtaken by it.
///
/// # Errors
/// [`Fail::Conflict`] where somebody wrote since.
pub(crate) async fn translate_name(hub: &Hub, actor: &Actor, brought: &Brought<'_>, name: &str) -> Result<Saved> {
    let tx = hub.db.begin().await?;
    let city = rows::city_with_id(&tx, actor, Action::EditFacts, CityId(brought.item)).await?;
    tx.one_at_a_time(LOCK).await?;
    let number = naming::translate(&tx, actor, &hub.network, city.id, brought, name).await?;
    let wrote = number != brought.seen;
    if wrote {
        rows::touch(&tx, city.id).await?;
        tx.event(actor, "city.facts-corrected", city.id.0, Some(city.id)).await?;
        tx.changed("city", city.id.0, false, &["cities".to_owned(), topic(city.id)]).await?;
    }
    tx.commit().await?;
    Ok(Saved { number, live: true, wrote })
}
