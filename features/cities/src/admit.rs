//! A city becomes a member: one that is new to the hub, or one that was a member before.

use std::sync::Arc;

use base::{Actor, CityId, Fail, FieldError, Result};
use store::Tx;
use web::Hub;
use web::parts::CityRecord;

use crate::actions::{noted, set_membership, topic};
use crate::naming::LOCK;
use crate::rules::{City, Facts, Membership};
use crate::{acts, names, naming, rows};

/// What the source of a membership is called that came about in the hub: no document, its own application.
pub const OWN_SOURCE: &str = "application";

/// The same of one that the network's team entered from its own list of members.
pub const LISTED_SOURCE: &str = "list";

/// A city that was taken in.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// The city.
    pub city: City,
    /// It was a member before: its record, its people and its history are those of then.
    pub returned: bool,
}

/// What whoever decides knows of the record that a city has, or has not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// The city that was a member before, and comes back.
    pub before: Option<CityId>,
    /// A member of the same name in the same country is another local government.
    pub is_other: bool,
    /// It stands in the network's own list of members.
    pub is_listed: bool,
}

/// Takes a city in as a member, in an open transaction. One that comes back is the record of before with its names and facts, which the
/// central team corrects. Whoever calls this has decided that it becomes a member: who may is theirs to ask, but for a city that comes
/// back: one that had left is brought back by the central team and by its own region's officer, one that was suspended by the
/// central team alone.
///
/// # Errors
/// [`Fail::Invalid`] where a member is this place already, or has this name and is not said to be another one; where the place is that
/// of a former member that was not named; where the name that is needed is not in Latin letters; where this actor may not bring a former member back.
pub async fn admit(
    tx: &Tx,
    hub: &Hub,
    records: &[Arc<dyn CityRecord>],
    actor: &Actor,
    facts: &Facts,
    known: Known,
) -> Result<Admitted> {
    tx.one_at_a_time(LOCK).await?;
    let here = match facts.place {
        Some(place) => rows::at_place(tx, place).await?,
        None => None,
    };
    if here.as_ref().is_some_and(|city| city.membership.is_member()) {
        return Err(Fail::field("", "error-city-is-member"));
    }
    if here.is_some_and(|city| Some(city.id) != known.before) {
        return Err(Fail::field("record", "error-city-record"));
    }
    let id = match known.before {
        Some(id) => comes_back(tx, records, actor, id).await?,
        None => {
            let names: Vec<&str> = facts.names.iter().map(|own| own.name.as_str()).collect();
            if !known.is_other
                && let Some(member) = rows::member_named(tx, &names, &facts.country).await?
            {
                let name = member.name(hub.network.languages[0]).to_owned();
                return Err(Fail::Invalid(vec![FieldError::new("is_other", "error-city-named").with("city", name)]));
            }
            let source = if known.is_listed { LISTED_SOURCE } else { OWN_SOURCE };
            let id = enter(tx, records, actor, facts, source).await?;
            naming::write(tx, actor, &hub.network, id, &facts.names).await?;
            texts::want(tx, names::thing(id), true).await?;
            tx.changed("city", id.0, false, &["cities".to_owned(), topic(id)]).await?;
            id
        }
    };
    let city = rows::by_ids(tx, &[id]).await?.remove(&id).ok_or(Fail::NotFound)?;
    Ok(Admitted { city, returned: known.before.is_some() })
}

async fn enter(tx: &Tx, records: &[Arc<dyn CityRecord>], actor: &Actor, facts: &Facts, source: &str) -> Result<CityId> {
    let id = CityId(tx.new_id());
    let slug = free_slug(tx, facts).await?;
    rows::insert(tx, id, &slug, source, facts).await?;
    let city = rows::by_ids(tx, &[id]).await?.remove(&id).ok_or(Fail::NotFound)?;
    tx.event(actor, "city.entered", id.0, Some(id)).await?;
    noted(tx, records, actor, acts::MEMBERSHIP_ACTIVE, &city).await?;
    Ok(id)
}

/// The city that was a member before is one again.
async fn comes_back(tx: &Tx, records: &[Arc<dyn CityRecord>], actor: &Actor, id: CityId) -> Result<CityId> {
    let city = rows::by_ids(tx, &[id]).await?.remove(&id).ok_or(Fail::NotFound)?;
    if city.membership.is_member() {
        return Err(Fail::field("", "error-city-is-member"));
    }
    let had_left = city.membership == Membership::Withdrawn;
    if !(actor.is_central() || had_left && actor.serves(&city.region)) {
        return Err(Fail::field("record", "error-city-returns-by-central"));
    }
    set_membership(tx, records, actor, id, Membership::Active).await?;
    Ok(id)
}

/// Deletes a city that was entered by mistake, and with which nobody has gone on: whoever calls this has seen to it, and has let go what
/// names it elsewhere. On record.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &Tx, actor: &Actor, city: &City) -> Result<()> {
    tx.one_at_a_time(LOCK).await?;
    texts::forget(tx, names::thing(city.id)).await?;
    rows::delete(tx, city.id).await?;
    tx.audit(actor, acts::FORGOTTEN, &city.slug, "").await?;
    tx.event(actor, acts::FORGOTTEN.code(), city.id.0, Some(city.id)).await?;
    tx.changed("city", city.id.0, true, &["cities".to_owned(), topic(city.id)]).await
}

/// Cities of one name and country that are told apart by a number in their address.
const NAMESAKES: usize = 100;

/// A name from which the address of a page can be made: one in Latin letters.
pub fn is_plain_name(name: &str) -> bool {
    !slug(name).is_empty()
}

/// An address that no city has yet, from the name that is needed. Only where that is in a language of another script it is
/// made from another name.
async fn free_slug(tx: &Tx, facts: &Facts) -> Result<String> {
    if let Some(needed) = facts.names.first().filter(|own| !own.lang.is_rtl() && !is_plain_name(&own.name)) {
        return Err(Fail::field(crate::name_field(needed.lang), "error-city-name-letters"));
    }
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
        assert_eq!(slug("Łódź Tromsø Diyarbakır Þórshöfn Straße"), "lodz-tromso-diyarbakir-thorshofn-strasse");
    }
}
