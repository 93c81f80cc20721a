//! What the people of a city are told of, each by their choice where it is no matter of safety.

use async_trait::async_trait;
use base::{CityId, Person, PersonId, Result, Role};
use cities::{Membership, Moved};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Event, Sql, Way};
use web::Hub;
use web::parts::{Notice, Told};
use web::post::{Post, Rank};

use crate::acts;
use crate::letters::{Audience, GlassTold, MembershipTold, Reader, RoleTold, merged, other_leads, others_of};
use crate::rows::requests;
use crate::rows::roles::{
    central_team, leads, leads_at, of, office_of, officers_of, people_lately_of, people_of, standing,
};
use crate::rules::{LATELY, RequestState, RoleRow, request_path, widest};

/// Keys of choices.
pub(crate) const KINDS: [&str; 6] = [ROLE, ROLE_WITHOUT_LEAD, GLASS, MEMBERSHIP, REQUEST, VACANT];
const ROLE: &str = "people.role";
const ROLE_WITHOUT_LEAD: &str = "people.role-without-lead";
const GLASS: &str = "people.glass";
const MEMBERSHIP: &str = "people.membership";
const REQUEST: &str = "people.account-request";
/// The event: somebody asks for an account.
pub(crate) const REQUESTED: &str = "account-request.received";
const VACANT: &str = "people.vacant";
/// The role of those who could object.
const LEAD: &str = "city-lead";

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

/// Somebody was given a role for a city, or lost one. Its leads choose how they are told, where there are several.
pub(crate) struct RoleInCity;

/// The same where nobody or one person alone could object: told to the city's only lead, and where there is none to
/// everyone of it, always.
pub(crate) struct RoleWithoutLead;

/// An administrator opened a city's own documents.
pub(crate) struct GlassInCity;

/// A city's membership was changed: always told to its people.
pub(crate) struct MembershipOfCity;

fn of_roles(event: &str) -> bool {
    [acts::INVITED, acts::ROLE_GRANTED].iter().any(|act| act.code() == event) || is_taken(event)
}

/// Somebody lost a role: it was taken, or its last day was over.
fn is_taken(event: &str) -> bool {
    [acts::ROLE_TAKEN, acts::ROLE_ENDED].iter().any(|act| act.code() == event)
}

/// Who is told of a role, by their choice or always. The city's leads as they were when it was done: whoever takes their
/// roles right afterwards silences nobody, and whoever comes afterwards is told in nobody's place. Where none of them has
/// an account that works, it is as if there had been none.
async fn concerned(sql: &Sql, event: &Event, always: bool) -> Result<Vec<PersonId>> {
    let (Some(city), person) = (event.city(), PersonId(event.subject)) else { return Ok(Vec::new()) };
    let Some(told) = event.data::<RoleChange>()?.told else { return Ok(Vec::new()) };
    let mut leads = match told {
        Audience::Everyone => Vec::new(),
        Audience::Lead | Audience::Leads => leads_at(sql, city, event.at).await?,
    };
    leads.retain(|lead| *lead != person);
    let by_choice = told == Audience::Leads && leads.len() > 1;
    match (by_choice, leads.is_empty()) {
        _ if by_choice == always => Ok(Vec::new()),
        (_, true) => others_of(sql, city, person, event.at - LATELY).await,
        (_, false) => Ok(leads),
    }
}

/// Whether somebody may still be told of a role: they are of the city, or led it shortly before it was done.
async fn is_still_of(sql: &Sql, event: &Event, person: PersonId) -> Result<bool> {
    match event.city() {
        Some(city) => Ok(standing(sql, person, city, event.at - LATELY).await?.is_some()),
        None => Ok(false),
    }
}

/// Changes of the same role of the same person.
fn same_role(event: &Event) -> Result<Option<String>> {
    let (city, role) = (event.city().map_or(0, |city| city.0), event.data::<RoleChange>()?.role);
    Ok(Some(format!("{} {city} {role}", event.subject)))
}

/// Whose daily letters are not to wait any longer: of whoever leads a city no more, and of whoever is now the only one
/// who leads it. An account that was closed gets no letter: what waits for it goes on waiting.
async fn in_haste(sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
    let person = PersonId(event.subject);
    let (mut people, mut cities) = (Vec::new(), Vec::new());
    if is_taken(&event.kind) && event.data::<RoleChange>()?.role == LEAD {
        people.push(person);
        cities.extend(event.city());
    } else if event.kind == acts::DEACTIVATED.code() {
        let held = of(sql, person).await?;
        cities.extend(held.iter().filter(|row| row.role.code() == LEAD).filter_map(|row| row.role.city()));
    }
    for city in cities {
        if let [only] = other_leads(sql, city, person).await?[..] {
            people.push(only);
        }
    }
    Ok(people)
}

async fn role_told(hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
    let Some(city) = event.city() else { return Ok(None) };
    let (person, role) = (PersonId(event.subject), event.data::<RoleChange>()?.role);
    let given = !is_taken(&event.kind);
    let told = RoleTold { to, person, role, scope: city.0.to_string(), given, ended: false };
    let letter = told.letter(hub, event.at - LATELY).await?;
    on_record_of(hub, city, letter).await
}

/// What a letter says, and that the city's record has it.
async fn on_record_of(hub: &Hub, city: CityId, letter: Option<Letter>) -> Result<Option<Told>> {
    let Some(letter) = letter else { return Ok(None) };
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

    /// Somebody of the city hears of it by the next day, whatever else each of them leaves to another.
    fn ways(&self) -> &'static [Way] {
        &[Way::AtOnce, Way::Daily]
    }

    /// A choice is the leads', where there are several; all others are told always or never.
    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CityLead(_)))
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        concerned(sql, event, false).await
    }

    async fn still(&self, _hub: &Hub, sql: &Sql, event: &Event, person: PersonId) -> Result<bool> {
        is_still_of(sql, event, person).await
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        same_role(event)
    }

    async fn hastens(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        in_haste(sql, event).await
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        role_told(hub, event, to).await
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

    fn ways(&self) -> &'static [Way] {
        &[]
    }

    fn concerns(&self, person: &Person) -> bool {
        is_of_a_city(person)
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        concerned(sql, event, true).await
    }

    async fn still(&self, _hub: &Hub, sql: &Sql, event: &Event, person: PersonId) -> Result<bool> {
        is_still_of(sql, event, person).await
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        same_role(event)
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        role_told(hub, event, to).await
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

    fn ways(&self) -> &'static [Way] {
        &[]
    }

    fn rank(&self) -> Rank {
        Rank::First
    }

    fn concerns(&self, person: &Person) -> bool {
        is_of_a_city(person)
    }

    /// All who hold a role for it, or held one lately, so that nobody can be kept from hearing of it by taking the role
    /// away first.
    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        match event.city() {
            Some(city) => people_lately_of(sql, city, event.at - LATELY).await,
            None => Ok(Vec::new()),
        }
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let Some(city) = event.city() else { return Ok(None) };
        let told = GlassTold { to, opening: event.data::<GlassBroken>()?.opening };
        let letter = told.write(hub, event.id).await?;
        on_record_of(hub, city, letter).await
    }
}

#[async_trait]
impl Notice for MembershipOfCity {
    fn kind(&self) -> &'static str {
        MEMBERSHIP
    }

    fn of(&self, event: &str) -> bool {
        event == cities::MEMBERSHIP_CHANGED || event == cities::MERGED
    }

    fn ways(&self) -> &'static [Way] {
        &[]
    }

    fn concerns(&self, person: &Person) -> bool {
        is_of_a_city(person)
    }

    /// Of a merge, also the officers of the region.
    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let Some(city) = event.city() else { return Ok(Vec::new()) };
        let mut people = people_of(sql, city).await?;
        if event.kind == cities::MERGED {
            let of = cities::by_ids(sql, &[city]).await?.remove(&city);
            let region = of.map(|city| city.region).unwrap_or_default();
            people.extend(officers_of(sql, &region).await?);
            people.sort();
            people.dedup();
        }
        Ok(people)
    }

    /// Changed several times while it waits, it is one letter, of what holds then.
    fn same(&self, event: &Event) -> Result<Option<String>> {
        let merge = if event.kind == cities::MERGED { " merged" } else { "" };
        Ok(event.city().map(|city| format!("{city}{merge}")))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let Some(city) = event.city() else { return Ok(None) };
        if event.kind == cities::MERGED {
            let letter = merged(hub, city, to, event).await?;
            return on_record_of(hub, city, letter).await;
        }
        let now = event.data::<Moved>()?.now;
        let Some(now) = Membership::parse(&now) else { return Ok(None) };
        let letter = MembershipTold { to, city, by: event.actor(), now }.letter(hub).await?;
        on_record_of(hub, city, letter).await
    }
}

/// Somebody asks for an account: told to the city's leads, and to the team where it has none.
pub(crate) struct RequestWaits;

#[async_trait]
impl Notice for RequestWaits {
    fn kind(&self) -> &'static str {
        REQUEST
    }

    fn of(&self, event: &str) -> bool {
        event == REQUESTED
    }

    fn concerns(&self, person: &Person) -> bool {
        let decides = |role: &Role| matches!(role, Role::CityLead(_) | Role::CentralTeam | Role::Administrator);
        person.roles.iter().any(decides)
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let Some(city) = event.city() else { return Ok(Vec::new()) };
        // Those who can decide.
        let of_old = |row: &&RoleRow| widest(std::slice::from_ref(*row), event.at).is_none();
        let mut leads: Vec<PersonId> = leads(sql, city).await?.iter().filter(of_old).map(|row| row.person).collect();
        leads.dedup();
        if leads.is_empty() { central_team(sql).await } else { Ok(leads) }
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some(own) = requests::find(&sql, event.subject).await?.filter(|own| own.state == RequestState::Waiting)
        else {
            return Ok(None);
        };
        let Some(city) = cities::by_ids(&sql, &[own.city]).await?.remove(&own.city) else { return Ok(None) };
        let Some(reader) = Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let path = request_path(&city.slug, own.id);
        let args = [("city", city.name(reader.lang).into())];
        let below = format!("\n{}\n", hub.address(&format!("/{}{path}", reader.lang)));
        // What a stranger typed stands on the page alone.
        Ok(Some(Told { letter: reader.letter(hub, "request", &args, &below), path }))
    }
}

/// Nobody leads a city any more: told to the office of its region.
pub(crate) struct CityVacant;

/// The cities that this event left without a lead.
async fn left_vacant(sql: &Sql, event: &Event) -> Result<Vec<CityId>> {
    let mut cities: Vec<CityId> = Vec::new();
    if is_taken(&event.kind) && event.data::<RoleChange>()?.role == LEAD {
        cities.extend(event.city());
    } else if event.kind == acts::DEACTIVATED.code() {
        let held = of(sql, PersonId(event.subject)).await?;
        cities.extend(held.iter().filter(|row| row.role.code() == LEAD).filter_map(|row| row.role.city()));
    }
    let mut vacant = Vec::new();
    for city in cities {
        if leads(sql, city).await?.is_empty() {
            vacant.push(city);
        }
    }
    Ok(vacant)
}

#[async_trait]
impl Notice for CityVacant {
    fn kind(&self) -> &'static str {
        VACANT
    }

    fn of(&self, event: &str) -> bool {
        is_taken(event) || event == acts::DEACTIVATED.code()
    }

    fn concerns(&self, person: &Person) -> bool {
        let serves = |role: &Role| matches!(role, Role::RegionalOfficer(_) | Role::CentralTeam | Role::Administrator);
        person.roles.iter().any(serves)
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let vacant = left_vacant(sql, event).await?;
        let mut office = Vec::new();
        for city in cities::by_ids(sql, &vacant).await?.into_values() {
            office.extend(office_of(sql, &city.region).await?);
        }
        office.sort();
        office.dedup();
        office.retain(|person| event.actor() != Some(*person));
        Ok(office)
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.city().map_or_else(|| format!("person {}", event.subject), |city| city.to_string())))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let vacant = left_vacant(&sql, event).await?;
        let cities = cities::by_ids(&sql, &vacant).await?;
        let Some(first) = vacant.first().and_then(|city| cities.get(city)) else { return Ok(None) };
        let Some(reader) = Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let named: Vec<String> = cities.values().map(|city| city.name(reader.lang).to_owned()).collect();
        let named = named.join(&hub.words.write(reader.lang, "list-comma", &[]));
        let path = first.path();
        let below = format!("\n{}\n", hub.address(&format!("/{}{path}", reader.lang)));
        Ok(Some(Told { letter: reader.letter(hub, "vacant", &[("city", (&named).into())], &below), path }))
    }
}

/// Holds a role for a city.
fn is_of_a_city(person: &Person) -> bool {
    person.roles.iter().any(|role| role.city().is_some())
}
