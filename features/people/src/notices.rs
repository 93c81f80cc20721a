//! What the people of a city are told of, each by their choice where it is no matter of safety.

use async_trait::async_trait;
use base::{CityId, PersonId, Result};
use serde::{Deserialize, Serialize};
use store::{Event, Sql};
use web::Hub;
use web::parts::{Notice, Told};
use web::post::Post;

use crate::acts;
use crate::letters::{Audience, GlassTold, RoleTold, other_leads, others_of};
use crate::rows::roles::people_of;
use crate::rules::LATELY;

/// Keys of choices.
pub(crate) const KINDS: [&str; 3] = [ROLE, ROLE_WITHOUT_LEAD, GLASS];
const ROLE: &str = "people.role";
const ROLE_WITHOUT_LEAD: &str = "people.role-without-lead";
const GLASS: &str = "people.glass";

/// What the event of a role says.
#[derive(Serialize, Deserialize)]
pub(crate) struct RoleChange {
    /// Which role; the city is the event's.
    pub role: String,
    /// Who of the city is told; nobody of what the command line does, or where there is no city.
    pub told: Option<Audience>,
}

/// What the event of broken glass says.
#[derive(Serialize, Deserialize)]
pub(crate) struct GlassBroken {
    pub opening: i64,
}

/// Somebody was given a role for a city, or lost one. Its leads choose how they are told.
pub(crate) struct RoleInCity;

/// The same where the city had no other lead who could object: told to everyone of it, always.
pub(crate) struct RoleWithoutLead;

/// An administrator opened a city's own documents.
pub(crate) struct GlassInCity;

fn of_roles(event: &str) -> bool {
    [acts::INVITED, acts::ROLE_GRANTED, acts::ROLE_TAKEN].iter().any(|act| act.code() == event)
}

/// Who is told of a role now, by their choice or always. Leads as they are now: whoever has no more to do with the city
/// is not told of its people. Where none of those is left who would have been told, it is as if there had been none.
async fn concerned(sql: &Sql, event: &Event, always: bool) -> Result<Vec<PersonId>> {
    let (Some(city), person) = (event.city(), PersonId(event.subject)) else { return Ok(Vec::new()) };
    let Some(told) = event.data::<RoleChange>()?.told else { return Ok(Vec::new()) };
    let leads = other_leads(sql, city, person).await?;
    let without_lead = told == Audience::Everyone || leads.is_empty();
    match (always, without_lead) {
        (true, true) => others_of(sql, city, person, event.at - LATELY).await,
        (false, false) => Ok(leads),
        _ => Ok(Vec::new()),
    }
}

async fn role_told(hub: &Hub, event: &Event, to: PersonId, as_lead: bool) -> Result<Option<Told>> {
    let Some(city) = event.city() else { return Ok(None) };
    let (person, role) = (PersonId(event.subject), event.data::<RoleChange>()?.role);
    let given = event.kind != acts::ROLE_TAKEN.code();
    let told = RoleTold { to, person, role, scope: city.0.to_string(), given, as_lead };
    on_record_of(hub, city, &told, event).await
}

/// What a letter says, and that the city's record has it.
async fn on_record_of<T: Post>(hub: &Hub, city: CityId, told: &T, event: &Event) -> Result<Option<Told>> {
    let Some(letter) = told.write(hub, event.id).await? else { return Ok(None) };
    let city = cities::by_ids(&hub.db.read(), &[city]).await?.remove(&city);
    Ok(city.map(|city| Told { letter, path: format!("/cities/{}/record", city.slug) }))
}

#[async_trait]
impl Notice for RoleInCity {
    fn kind(&self) -> &'static str {
        ROLE
    }

    fn of(&self, event: &str) -> bool {
        of_roles(event)
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        concerned(sql, event, false).await
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        role_told(hub, event, to, true).await
    }
}

#[async_trait]
impl Notice for RoleWithoutLead {
    fn kind(&self) -> &'static str {
        ROLE_WITHOUT_LEAD
    }

    fn of(&self, event: &str) -> bool {
        of_roles(event)
    }

    fn must(&self) -> bool {
        true
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        concerned(sql, event, true).await
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        role_told(hub, event, to, false).await
    }
}

#[async_trait]
impl Notice for GlassInCity {
    fn kind(&self) -> &'static str {
        GLASS
    }

    fn of(&self, event: &str) -> bool {
        event == acts::GLASS_BROKEN.code()
    }

    fn must(&self) -> bool {
        true
    }

    /// All who hold a role for it, or held one lately, so that nobody can be kept from hearing of it by taking the role
    /// away first.
    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        match event.city() {
            Some(city) => people_of(sql, city, event.at - LATELY).await,
            None => Ok(Vec::new()),
        }
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let Some(city) = event.city() else { return Ok(None) };
        let told = GlassTold { to, opening: event.data::<GlassBroken>()?.opening };
        on_record_of(hub, city, &told, event).await
    }
}
