//! What a city's people, and the person concerned, are told of roles, accounts and broken glass.

use async_trait::async_trait;
use base::{CityId, Lang, PersonId, Result, Role, Time};
use cities::Membership;
use mail::Letter;
use serde::{Deserialize, Deserializer, Serialize};
use store::{Event, Sql};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use crate::rows::roles::Standing;
use crate::rows::{self, glass, roles};
use crate::rules::{LATELY, RoleRow, cities_of, role_of, role_words};

/// Somebody was given a role, or lost one.
#[derive(Serialize, Deserialize)]
pub(crate) struct RoleTold {
    pub to: PersonId,
    pub person: PersonId,
    /// The role as it is kept.
    pub role: String,
    pub scope: String,
    pub given: bool,
    /// It was lost since its last day is over.
    #[serde(default)]
    pub ended: bool,
}

/// An account was closed, or opened again.
#[derive(Serialize, Deserialize)]
pub(crate) struct AccountTold {
    pub to: PersonId,
    pub person: PersonId,
    pub by: Option<PersonId>,
    /// Through which cities its reader hears of it; none for the owner.
    #[serde(default, alias = "city", deserialize_with = "each")]
    pub cities: Vec<CityId>,
}

/// Cities; also one, or none, as a letter that waited while the hub was brought up to date has it.
fn each<'de, D: Deserializer<'de>>(kept: D) -> std::result::Result<Vec<CityId>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        All(Vec<CityId>),
        One(Option<CityId>),
    }
    Ok(match Kept::deserialize(kept)? {
        Kept::All(cities) => cities,
        Kept::One(city) => city.into_iter().collect(),
    })
}

/// An account was deactivated.
#[derive(Serialize, Deserialize)]
pub(crate) struct DeactivatedTold(pub AccountTold);

/// An account was activated.
#[derive(Serialize, Deserialize)]
pub(crate) struct ActivatedTold(pub AccountTold);

/// Where a city's membership stands, after it was changed.
pub(crate) struct MembershipTold {
    pub to: PersonId,
    pub city: CityId,
    pub by: Option<PersonId>,
    pub now: Membership,
}

/// An administrator opened a city's own documents.
#[derive(Serialize, Deserialize)]
pub(crate) struct GlassTold {
    pub to: PersonId,
    pub opening: i64,
}

#[async_trait]
impl Post for RoleTold {
    const KIND: &'static str = "people.role";

    /// To the person concerned: given and taken several times while it waits, it is one letter, of what holds then.
    fn once(&self) -> Option<String> {
        (self.to == self.person).then(|| format!("{} {} {}", self.person, self.role, self.scope))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        self.letter(hub, hub.now() - LATELY).await
    }
}

impl RoleTold {
    /// The letter; to whoever is no person of the city, and did not lead it since `since` either, nothing.
    pub(crate) async fn letter(&self, hub: &Hub, since: Time) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(role) = role_of(&self.role, &self.scope) else { return Ok(None) };
        let reader = Reader::of(hub, &sql, self.to).await?;
        let person = rows::find_or_nameless(&sql, self.person).await?;
        let (Some(reader), Some(person)) = (reader, person) else { return Ok(None) };
        let holds = roles::holds(&sql, self.person, &role).await?;
        let place = place(hub, &sql, &role, reader.lang).await?;
        let name = hub.words.write(reader.lang, &role_words(role.code()), &[]);
        let args = [
            ("person", (&person.name).into()),
            ("email", (&person.email).into()),
            ("role", (&name).into()),
            ("city", (&place).into()),
        ];
        if self.to == self.person {
            let kind = match (holds, place.is_empty()) {
                (true, false) => "own-role",
                (true, true) => "own-role-network",
                (false, false) if self.ended => "own-ended",
                (false, true) if self.ended => "own-ended-network",
                (false, false) => "own-taken",
                (false, true) => "own-taken-network",
            };
            return Ok(Some(reader.letter(hub, kind, &args[2..], "")));
        }
        let Some(city) = role.city() else { return Ok(None) };
        // Taken back meanwhile, or given again: then it is not so any more. And whoever has no more to do with the city
        // is not told of its people.
        let standing = roles::standing(&sql, self.to, city, since).await?;
        let Some(standing) = standing.filter(|_| holds == self.given) else { return Ok(None) };
        let why = why(hub, reader.lang, standing, &place);
        if !self.given {
            return Ok(Some(reader.letter(hub, "taken", &args, &why)));
        }
        let end = hub.words.write(reader.lang, "letter-role-end", &[]);
        // Whoever is of the city no more may not open its record.
        let record = match standing {
            Standing::Holds => format!(
                "\n{}\n\n{}\n",
                hub.words.write(reader.lang, "letter-role-record", &[]),
                record_of(hub, &sql, city, reader.lang).await?
            ),
            Standing::Led => String::new(),
        };
        Ok(Some(reader.letter(hub, "role", &args, &format!("{record}\n{end}\n{why}"))))
    }
}

/// Why somebody gets a letter about a city for which they hold no role any more; nothing for its people.
fn why(hub: &Hub, lang: Lang, standing: Standing, city: &str) -> String {
    match standing {
        Standing::Holds => String::new(),
        Standing::Led => {
            format!("\n{}\n", hub.words.write(lang, "letter-why-former-lead", &[("city", city.into())]))
        }
    }
}

/// Who of a city is told of what happens to somebody's roles for it, beside the person concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Audience {
    /// Its other leads: several have led it for long, and each may leave it to another until the next day.
    Leads,
    /// Its other leads, of whom one has led it for long.
    Lead,
    /// No other has led it for long: everyone else who holds a role for it, and who led it lately. So the people who stay hear
    /// of it, too, when their last lead goes, and whoever led it can object to who follows.
    Everyone,
}

/// The city's leads but this person.
pub(crate) async fn other_leads(sql: &Sql, city: CityId, person: PersonId) -> Result<Vec<PersonId>> {
    let mut people: Vec<_> = roles::leads(sql, city).await?.iter().map(|row| row.person).collect();
    people.retain(|lead| *lead != person);
    Ok(people)
}

/// Everyone but this person who holds a role for the city, or led it since `since`.
pub(crate) async fn others_of(sql: &Sql, city: CityId, person: PersonId, since: Time) -> Result<Vec<PersonId>> {
    let mut people = roles::people_and_former_leads(sql, city, since).await?;
    people.retain(|own| *own != person);
    Ok(people)
}

/// Who of a city is told of what happens to the roles of this person, as it stands now. Whoever came to lead it lately is
/// told as well, and in nobody's place.
pub(crate) async fn audience(sql: &Sql, city: CityId, person: PersonId, now: Time) -> Result<Audience> {
    let leads = roles::leads(sql, city).await?;
    let of_old = |row: &&RoleRow| row.person != person && row.granted_at <= now - LATELY;
    Ok(match leads.iter().filter(of_old).count() {
        0 => Audience::Everyone,
        1 => Audience::Lead,
        _ => Audience::Leads,
    })
}

/// Those who are told now.
pub(crate) async fn others(hub: &Hub, sql: &Sql, city: CityId, person: PersonId) -> Result<Vec<PersonId>> {
    match audience(sql, city, person, hub.now()).await? {
        Audience::Leads | Audience::Lead => other_leads(sql, city, person).await,
        // Every lead is among them.
        Audience::Everyone => others_of(sql, city, person, hub.now() - LATELY).await,
    }
}

/// A role with what it is held for, in words: `City lead, Diffa`.
///
/// # Errors
/// When the database does not answer.
pub async fn with_place(hub: &Hub, sql: &Sql, role: &Role, lang: Lang) -> Result<String> {
    let name = hub.words.write(lang, &role_words(role.code()), &[]);
    let place = place(hub, sql, role, lang).await?;
    Ok(match place.is_empty() {
        true => name,
        false => hub.words.write(lang, "role-for", &[("role", (&name).into()), ("scope", (&place).into())]),
    })
}

/// What a role is held for, in words; empty for the network.
async fn place(hub: &Hub, sql: &Sql, role: &Role, lang: Lang) -> Result<String> {
    if let Role::RegionalOfficer(slug) = role {
        return Ok(hub.network.region(slug).map_or_else(|| slug.clone(), |region| region.label(lang).to_owned()));
    }
    if let Some(id) = role.organisation() {
        return Ok(organisations::names(hub, sql, &[id], lang).await?.remove(&id).unwrap_or_default());
    }
    match role.city() {
        Some(city) => Ok(city_name(sql, city, lang).await?),
        None => Ok(String::new()),
    }
}

/// The address of a city's record; empty where there is no such city.
async fn record_of(hub: &Hub, sql: &Sql, city: CityId, lang: Lang) -> Result<String> {
    let found = cities::by_ids(sql, &[city]).await?.remove(&city);
    Ok(found.map_or_else(String::new, |city| hub.address(&format!("/{lang}/cities/{}/record", city.slug))))
}

pub(super) async fn city_name(sql: &Sql, city: CityId, lang: Lang) -> Result<String> {
    let found = cities::by_ids(sql, &[city]).await?.remove(&city);
    Ok(found.map_or_else(|| city.to_string(), |city| city.name(lang).to_owned()))
}

#[async_trait]
impl Post for DeactivatedTold {
    const KIND: &'static str = "people.deactivated";

    fn once(&self) -> Option<String> {
        self.0.once()
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        self.0.letter(hub, false).await
    }
}

#[async_trait]
impl Post for ActivatedTold {
    const KIND: &'static str = "people.activated";

    fn once(&self) -> Option<String> {
        self.0.once()
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        self.0.letter(hub, true).await
    }
}

impl AccountTold {
    /// Closed and opened several times while it waits, it is one letter, of what holds then.
    fn once(&self) -> Option<String> {
        Some(format!("{} {}", self.to, self.person))
    }

    /// As what its reader hears of it, and through which of the cities: one that they are of still, else one that they led.
    async fn standing(&self, hub: &Hub, sql: &Sql) -> Result<Option<(Standing, CityId)>> {
        let mut led = None;
        for city in &self.cities {
            match roles::standing(sql, self.to, *city, hub.now() - LATELY).await? {
                Some(Standing::Holds) => return Ok(Some((Standing::Holds, *city))),
                Some(Standing::Led) => led = led.or(Some((Standing::Led, *city))),
                None => {}
            }
        }
        Ok(led)
    }

    /// The letter; nothing where the account is not as it says any more, or its reader has no more to do with it.
    async fn letter(&self, hub: &Hub, active: bool) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let (Some(person), Some(to)) = (rows::find(&sql, self.person).await?, rows::find(&sql, self.to).await?) else {
            return Ok(None);
        };
        let own = self.to == self.person;
        if person.active != active || !(own || to.active) {
            return Ok(None);
        }
        let reader = Reader::from(hub, to);
        let by = by_whom(hub, &sql, self.by, reader.lang).await?;
        let why = if own && active {
            meanwhile(hub, &sql, self.to, reader.lang).await?
        } else if own {
            String::new()
        } else {
            let Some((standing, city)) = self.standing(hub, &sql).await? else { return Ok(None) };
            why(hub, reader.lang, standing, &city_name(&sql, city, reader.lang).await?)
        };
        let args =
            [("person", (&person.name).into()), ("email", (&person.email).into()), ("administrator", (&by).into())];
        Ok(Some(reader.letter(hub, if active { "activated" } else { "deactivated" }, &args, &why)))
    }
}

/// Cities whose records a letter names at most.
const RECORDS: usize = 10;

/// Where somebody whose account was closed for a while reads what was done without their hearing of it.
async fn meanwhile(hub: &Hub, sql: &Sql, person: PersonId, lang: Lang) -> Result<String> {
    let cities = cities_of(&roles::of(sql, person).await?);
    if cities.is_empty() {
        return Ok(String::new());
    }
    let mut text = format!("\n{}\n\n", hub.words.write(lang, "letter-activated-meanwhile", &[]));
    for city in cities.into_iter().take(RECORDS) {
        text += &record_of(hub, sql, city, lang).await?;
        text.push('\n');
    }
    Ok(text)
}

/// Who did something, by name; the hub where nobody did.
async fn by_whom(hub: &Hub, sql: &Sql, by: Option<PersonId>, lang: Lang) -> Result<String> {
    let known = match by {
        Some(by) => rows::find(sql, by).await?.map(|by| by.name),
        None => None,
    };
    Ok(known.unwrap_or_else(|| hub.network.settings.hub_name.get(lang).to_owned()))
}

impl MembershipTold {
    /// The letter; nothing where the membership stands elsewhere by now, or its reader is no person of the city.
    pub(crate) async fn letter(&self, hub: &Hub) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let city = cities::by_ids(&sql, &[self.city]).await?.remove(&self.city);
        let Some(city) = city.filter(|city| city.membership == self.now) else {
            return Ok(None);
        };
        let Some(reader) = Reader::of(hub, &sql, self.to).await? else { return Ok(None) };
        let by = by_whom(hub, &sql, self.by, reader.lang).await?;
        let kind = match self.now {
            Membership::Active => "membership-active",
            Membership::Dormant => "membership-dormant",
            Membership::Suspended => "membership-suspended",
            // No decision leads to the last: of a merge its people are told as of such.
            Membership::Withdrawn | Membership::Merged => "membership-withdrawn",
        };
        let args = [("city", city.name(reader.lang).into()), ("by", (&by).into())];
        Ok(Some(reader.letter(hub, kind, &args, "")))
    }
}

/// Two records of a city were merged into this one, as the event says.
pub(crate) async fn merged(hub: &Hub, city: CityId, to: PersonId, event: &Event) -> Result<Option<Letter>> {
    let sql = hub.db.read();
    let ended = CityId(event.subject);
    let mut cities = cities::by_ids(&sql, &[city, ended]).await?;
    let (city, ended) = (cities.remove(&city), cities.remove(&ended));
    let (Some(city), Some(ended), Some(reader)) = (city, ended, Reader::of(hub, &sql, to).await?) else {
        return Ok(None);
    };
    let by = by_whom(hub, &sql, event.actor(), reader.lang).await?;
    let was = format!("{} ({})", ended.name(reader.lang), ended.slug);
    let args = [("city", city.name(reader.lang).into()), ("was", (&was).into()), ("by", (&by).into())];
    let address = hub.address(&format!("/{}{}", reader.lang, city.path()));
    Ok(Some(reader.letter(hub, "merged", &args, &format!("\n{address}\n"))))
}

#[async_trait]
impl Post for GlassTold {
    const KIND: &'static str = "people.glass";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let (reader, opening) = (Reader::of(hub, &sql, self.to).await?, glass::one(&sql, self.opening).await?);
        let (Some(reader), Some(opening)) = (reader, opening) else { return Ok(None) };
        let by = rows::find(&sql, opening.person).await?.map(|by| by.name).unwrap_or_default();
        let city = city_name(&sql, opening.city, reader.lang).await?;
        let args = [("administrator", (&by).into()), ("city", (&city).into()), ("reason", (&opening.reason).into())];
        let holds = roles::standing(&sql, self.to, opening.city, hub.now()).await? == Some(Standing::Holds);
        let why = || format!("\n{}\n", hub.words.write(reader.lang, "letter-why-lately", &[("city", (&city).into())]));
        Ok(Some(reader.letter(hub, "glass", &args, &if holds { String::new() } else { why() })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_before_is_read_with_its_city() {
        let cities = |rest: &str| {
            let kept = format!(r#"{{"to":"{}","person":"{}","by":null{rest}}}"#, PersonId(1), PersonId(2));
            let told: AccountTold = serde_json::from_str(&kept).expect("a letter");
            told.cities
        };
        let city = CityId(7);
        assert_eq!(cities(&format!(r#","city":"{city}""#)), [city]);
        assert!(cities(r#","city":null"#).is_empty() && cities("").is_empty());
        assert_eq!(cities(&format!(r#","cities":["{city}","{city}"]"#)), [city, city]);
    }
}
