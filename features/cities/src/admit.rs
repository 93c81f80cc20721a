//! A city becomes a member: one that is new to the hub, or one that was a member before.

use std::sync::Arc;

use base::{Actor, CityId, Fail, Result};
use store::Tx;
use web::Hub;
use web::parts::CityRecord;

use crate::actions::{MEMBERSHIP_CHANGED, Moved, topic};
use crate::naming::LOCK;
use crate::rules::{City, Facts};
use crate::{acts, names, naming, rows};

/// What the source of a membership is called that came about in the hub: no document, its own application.
pub const OWN_SOURCE: &str = "application";

/// A city that was taken in.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// The city.
    pub city: City,
    /// It was a member before: its record, its people and its history are those of then.
    pub returned: bool,
}

/// Takes a city in as a member, in an open transaction. One that is the same place of the gazetteer as a city that is no member any
/// more is that city; so is the one that was `before`, where it has no place there. Whoever calls this has decided that it becomes a
/// member: who may is theirs to ask.
///
/// # Errors
/// [`Fail::Invalid`] where a member is this place already, or the one of before is one.
pub async fn admit(
    tx: &Tx,
    hub: &Hub,
    records: &[Arc<dyn CityRecord>],
    actor: &Actor,
    facts: &Facts,
    before: Option<CityId>,
) -> Result<Admitted> {
    tx.one_at_a_time(LOCK).await?;
    let here = match facts.place {
        Some(place) => rows::at_place(tx, place).await?,
        None => None,
    };
    let before = match (here, before) {
        (Some(city), _) => Some(city),
        (None, Some(id)) => Some(rows::by_ids(tx, &[id]).await?.remove(&id).ok_or(Fail::NotFound)?),
        (None, None) => None,
    };
    let (id, slug) = match &before {
        Some(city) if city.membership.is_member() => {
            return Err(Fail::field("place", "error-city-is-member"));
        }
        Some(city) => {
            comes_back(tx, actor, city, facts).await?;
            (city.id, city.slug.clone())
        }
        None => enter(tx, actor, facts).await?,
    };
    naming::write(tx, actor, &hub.network, id, &facts.names).await?;
    texts::want(tx, names::thing(id), true).await?;
    tx.audit(actor, acts::MEMBERSHIP_ACTIVE, &slug, "").await?;
    for record in records {
        record.note(tx, actor, acts::MEMBERSHIP_ACTIVE, id, &slug).await?;
    }
    tx.changed("city", id.0, false, &["cities".to_owned(), topic(id)]).await?;
    let city = rows::by_ids(tx, &[id]).await?.remove(&id).ok_or(Fail::NotFound)?;
    Ok(Admitted { city, returned: before.is_some() })
}

async fn enter(tx: &Tx, actor: &Actor, facts: &Facts) -> Result<(CityId, String)> {
    let id = CityId(tx.new_id());
    let slug = free_slug(tx, facts).await?;
    rows::insert(tx, id, &slug, OWN_SOURCE, facts).await?;
    tx.event(actor, "city.entered", id.0, Some(id)).await?;
    Ok((id, slug))
}

async fn comes_back(tx: &Tx, actor: &Actor, city: &City, facts: &Facts) -> Result<()> {
    let facts = Facts { revision: city.revision, ..facts.clone() };
    if !rows::save_facts(tx, city.id, &facts).await? {
        return Err(Fail::Conflict("city.revision".into()));
    }
    let moved = Moved { was: city.membership.code().to_owned(), now: facts.membership.code().to_owned() };
    tx.event_with(actor, MEMBERSHIP_CHANGED, city.id.0, Some(city.id), &moved).await
}

/// Cities of one name and country that are told apart by a number in their address.
const NAMESAKES: usize = 100;

/// An address that no city has yet.
async fn free_slug(tx: &Tx, facts: &Facts) -> Result<String> {
    let name = facts.names.iter().map(|own| slug(&own.name)).find(|slug| !slug.is_empty());
    let name = name.unwrap_or_else(|| facts.kind.clone());
    let with_country = format!("{name}-{}", facts.country.to_lowercase());
    let numbered = (2..NAMESAKES).map(|number| format!("{with_country}-{number}"));
    for slug in [name, with_country.clone()].into_iter().chain(numbered) {
        if rows::by_slugs(tx, std::slice::from_ref(&slug)).await?.is_empty() {
            return Ok(slug);
        }
    }
    Err(Fail::Conflict("cities.slug".into()))
}

/// A name as it stands in an address: its plain letters and digits; nothing of one that is in another script.
fn slug(name: &str) -> String {
    let folded = base::fold::fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join("-");
    // What is left of another script is not its name.
    if folded.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii()) { String::new() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_an_address() {
        assert_eq!(slug("Diffa"), "diffa");
        assert_eq!(slug("São  Paulo / Sé"), "sao-paulo-se");
        assert_eq!(slug("ديفا"), "");
        assert_eq!(slug("ديفا 2"), "");
        assert_eq!(slug("'s-Hertogenbosch"), "s-hertogenbosch");
    }
}
