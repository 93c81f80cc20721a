//! Who is told beside those whom `people` tells where a membership stands: a city that is to be suspended, so that it is heard; and the
//! office, of what a city says and does itself.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use cities::City;
use store::{Event, Sql, Way};
use web::Hub;
use web::parts::{Notice, Told};

use crate::actions::{ANSWERED, LEFT, PROPOSED, REPORTED};
use crate::force::DROPPED;
use crate::rules::{Decided, DecisionState};
use crate::{report_rows, rows};

/// Key of a choice.
pub(crate) const PROPOSAL: &str = "status.proposal";
/// Key of a choice.
pub(crate) const OFFICE: &str = "status.office";

/// Key of a choice.
pub(crate) const REPORT: &str = "status.report";

async fn of(sql: &Sql, event: &Event) -> Result<Option<(City, Decided)>> {
    let Some(id) = event.city() else { return Ok(None) };
    let Some(city) = cities::by_ids(sql, &[id]).await?.remove(&id) else { return Ok(None) };
    Ok(Some((city, rows::one(sql, id, event.subject).await?)))
}

/// That the city is suspended was proposed: its leads say what they have to say; or nothing comes of it.
pub(crate) struct ToBeSuspended;

#[async_trait]
impl Notice for ToBeSuspended {
    fn kind(&self) -> &'static str {
        PROPOSAL
    }

    fn of(&self, event: &str) -> bool {
        [PROPOSED, DROPPED].contains(&event)
    }

    /// A city is heard: nobody chooses to miss that.
    fn ways(&self) -> &'static [Way] {
        &[]
    }

    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CityLead(_)))
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        match event.city() {
            Some(city) => people::leads_of(sql, city).await,
            None => Ok(Vec::new()),
        }
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some((city, own)) = of(&sql, event).await? else { return Ok(None) };
        let Some(until) = own.heard_until else { return Ok(None) };
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let path = format!("/cities/{}/membership", city.slug);
        let day = web::format::day(until.0, reader.lang);
        let args = [("city", city.name(reader.lang).into()), ("day", (&day).into())];
        let page = hub.address(&format!("/{}{path}", reader.lang));
        let letter = match (event.kind == PROPOSED, own.state) {
            (true, DecisionState::Proposed) => {
                reader.letter(hub, "suspension-proposed", &args, &format!("\n{}\n\n{page}\n", own.reason))
            }
            // Whoever has left knows.
            (false, DecisionState::Dropped) if city.membership.is_member() => {
                reader.letter(hub, "suspension-dropped", &args[..1], &format!("\n{page}\n"))
            }
            _ => return Ok(None),
        };
        Ok(Some(Told { letter, path }))
    }
}

/// A city has answered, or leaves: the office is told, of an answer the central team.
pub(crate) struct CityWrote;

#[async_trait]
impl Notice for CityWrote {
    fn kind(&self) -> &'static str {
        OFFICE
    }

    fn of(&self, event: &str) -> bool {
        [ANSWERED, LEFT].contains(&event)
    }

    fn concerns(&self, person: &Person) -> bool {
        let answers = |role: &Role| matches!(role, Role::CentralTeam | Role::Administrator | Role::RegionalOfficer(_));
        person.roles.iter().any(answers)
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let Some((city, _)) = of(sql, event).await? else { return Ok(Vec::new()) };
        match event.kind == ANSWERED {
            true => people::central_team(sql).await,
            false => people::office_of(sql, &city.region).await,
        }
    }

    /// Said in several pieces while it waits, it is one letter.
    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some((city, own)) = of(&sql, event).await? else { return Ok(None) };
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let path = format!("/office/members/{}", city.slug);
        let below = format!("\n{}\n", hub.address(&format!("/{}{path}", reader.lang)));
        let day = own.from_day.map(|day| web::format::day(day.0, reader.lang)).unwrap_or_default();
        let args = [("city", city.name(reader.lang).into()), ("day", (&day).into())];
        let letter = match event.kind == ANSWERED {
            true if own.state == DecisionState::Proposed => reader.letter(hub, "city-answered", &args, &below),
            false if own.state == DecisionState::Decided => reader.letter(hub, "city-left", &args, &below),
            _ => return Ok(None),
        };
        Ok(Some(Told { letter, path }))
    }
}

/// Somebody reports that a city broke the principles: the central team finds out.
pub(crate) struct ReportWaits;

#[async_trait]
impl Notice for ReportWaits {
    fn kind(&self) -> &'static str {
        REPORT
    }

    fn of(&self, event: &str) -> bool {
        event == REPORTED
    }

    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CentralTeam | Role::Administrator))
    }

    async fn to(&self, _: &Hub, sql: &Sql, _: &Event) -> Result<Vec<PersonId>> {
        people::central_team(sql).await
    }

    /// The letter says that one waits, and nothing of what stands in it.
    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let own = report_rows::one(&sql, event.subject).await?;
        if own.closed_at.is_some() {
            return Ok(None);
        }
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let path = own.path();
        let below = format!("\n{}\n", hub.address(&format!("/{}{path}", reader.lang)));
        Ok(Some(Told { letter: reader.letter(hub, "breach-reported", &[], &below), path }))
    }
}
