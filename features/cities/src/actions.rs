//! What is done with cities: one verb, one function, one transaction.

use base::{Actor, CityId, Fail, Lang, Result};
use serde::Serialize;
use store::Act;
use web::Hub;

use crate::access::Action;
use crate::rules::{City, Facts, Membership, Profile};
use crate::{acts, rows};

/// The topic of the pages that show all of a city; those that list cities or name them have the
/// topic `cities`.
pub(crate) fn topic(city: CityId) -> String {
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
    // Not `city`: no list and no document shows it, so neither pages nor the index follow.
    tx.changed("city_profile", city.id.0, false, &[topic(city.id)]).await?;
    tx.commit().await?;
    Ok(city)
}

/// What the event of a membership says: from where to where.
#[derive(Serialize)]
struct Moved {
    was: &'static str,
    now: &'static str,
}

const fn act_of(membership: Membership) -> Act {
    match membership {
        Membership::Active => acts::MEMBERSHIP_ACTIVE,
        Membership::Dormant => acts::MEMBERSHIP_DORMANT,
        Membership::Suspended => acts::MEMBERSHIP_SUSPENDED,
        Membership::Withdrawn => acts::MEMBERSHIP_WITHDRAWN,
    }
}

/// Corrects a city's facts.
///
/// # Errors
/// [`Fail::Conflict`] when they were changed since the form was opened.
pub async fn correct_facts(hub: &Hub, actor: &Actor, slug: &str, facts: &Facts) -> Result<City> {
    let tx = hub.db.begin().await?;
    let city = rows::city_for(&tx, actor, Action::EditFacts, slug).await?;
    if !rows::save_facts(&tx, city.id, facts).await? {
        return Err(Fail::Conflict("city.revision".into()));
    }
    tx.event(actor, "city.facts-corrected", city.id.0, Some(city.id)).await?;
    if facts.membership != city.membership {
        let moved = Moved { was: city.membership.code(), now: facts.membership.code() };
        tx.event_with(actor, "city.membership-changed", city.id.0, Some(city.id), &moved).await?;
        tx.audit(actor, act_of(facts.membership), slug, "").await?;
    }
    tx.changed("city", city.id.0, false, &["cities".to_owned(), topic(city.id)]).await?;
    tx.commit().await?;
    Ok(city)
}
