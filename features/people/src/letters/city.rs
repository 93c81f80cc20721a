//! What a city's people, and the person concerned, are told of roles, accounts and broken glass.

use async_trait::async_trait;
use base::{CityId, Lang, PersonId, Result, Role, Time};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::Sql;
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use crate::rows::{self, glass, roles};
use crate::rules::{LATELY, role_of, role_words};

/// Somebody was given a role, or lost one.
#[derive(Serialize, Deserialize)]
pub(crate) struct RoleTold {
    pub to: PersonId,
    pub person: PersonId,
    /// The role as it is kept.
    pub role: String,
    pub scope: String,
    pub given: bool,
}

/// An account was deactivated.
#[derive(Serialize, Deserialize)]
pub(crate) struct DeactivatedTold {
    pub to: PersonId,
    pub person: PersonId,
    pub by: Option<PersonId>,
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
    /// The letter; to whoever is no person of the city and was none since `since`, nothing.
    pub(crate) async fn letter(&self, hub: &Hub, since: Time) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(role) = role_of(&self.role, &self.scope) else { return Ok(None) };
        let reader = Reader::of(hub, &sql, self.to).await?;
        let (Some(reader), Some(person)) = (reader, rows::find(&sql, self.person).await?) else { return Ok(None) };
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
                (false, false) => "own-taken",
                (false, true) => "own-taken-network",
            };
            return Ok(Some(reader.letter(hub, kind, &args[2..], "")));
        }
        let Some(city) = role.city() else { return Ok(None) };
        // Taken back meanwhile, or given again: then it is not so any more. And whoever has no more to do with the city
        // is not told of its people.
        if holds != self.given || !roles::is_of(&sql, self.to, city, since).await? {
            return Ok(None);
        }
        Ok(Some(reader.letter(hub, if self.given { "role" } else { "taken" }, &args, "")))
    }
}

/// Who of a city is told of what happens to somebody's roles for it, beside the person concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Audience {
    /// Its other leads, of whom each may leave it to another.
    Leads,
    /// The only other lead.
    Lead,
    /// There is no other lead: everyone else who holds a role for it or held one lately. So the people who stay hear of
    /// it, too, when their last lead goes.
    Everyone,
}

/// The city's leads but this person.
pub(crate) async fn other_leads(sql: &Sql, city: CityId, person: PersonId) -> Result<Vec<PersonId>> {
    let mut people: Vec<_> = roles::leads(sql, city).await?.iter().map(|row| row.person).collect();
    people.retain(|lead| *lead != person);
    Ok(people)
}

/// Everyone but this person who holds a role for the city, or held one since `since`.
pub(crate) async fn others_of(sql: &Sql, city: CityId, person: PersonId, since: Time) -> Result<Vec<PersonId>> {
    let mut people = roles::people_of(sql, city, since).await?;
    people.retain(|own| *own != person);
    Ok(people)
}

/// Those who are told now: the city's other leads; where it has none, everyone else.
pub(crate) async fn others(hub: &Hub, sql: &Sql, city: CityId, person: PersonId) -> Result<Vec<PersonId>> {
    let leads = other_leads(sql, city, person).await?;
    if leads.is_empty() { others_of(sql, city, person, hub.now() - LATELY).await } else { Ok(leads) }
}

/// What a role is held for, in words; empty for the network.
async fn place(hub: &Hub, sql: &Sql, role: &Role, lang: Lang) -> Result<String> {
    if let Role::RegionalOfficer(slug) = role {
        return Ok(hub.network.region(slug).map_or_else(|| slug.clone(), |region| region.label(lang).to_owned()));
    }
    match role.city() {
        Some(city) => Ok(city_name(sql, city, lang).await?),
        None => Ok(String::new()),
    }
}

async fn city_name(sql: &Sql, city: CityId, lang: Lang) -> Result<String> {
    let found = cities::by_ids(sql, &[city]).await?.remove(&city);
    Ok(found.map_or_else(|| city.to_string(), |city| city.name(lang).to_owned()))
}

#[async_trait]
impl Post for DeactivatedTold {
    const KIND: &'static str = "people.deactivated";

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let (Some(person), Some(to)) = (rows::find(&sql, self.person).await?, rows::find(&sql, self.to).await?) else {
            return Ok(None);
        };
        let own = self.to == self.person;
        if person.active || !(own || to.active) {
            return Ok(None);
        }
        let by = match self.by {
            Some(by) => rows::find(&sql, by).await?.map(|by| by.name).unwrap_or_default(),
            None => String::new(),
        };
        let reader = Reader::from(hub, to);
        let by = if by.is_empty() { hub.network.settings.hub_name.get(reader.lang).to_owned() } else { by };
        let args =
            [("person", (&person.name).into()), ("email", (&person.email).into()), ("administrator", (&by).into())];
        Ok(Some(reader.letter(hub, "deactivated", &args, "")))
    }
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
        Ok(Some(reader.letter(hub, "glass", &args, "")))
    }
}
