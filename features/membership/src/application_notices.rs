//! Who of the office is told of applications: that one waits, and that its city is a member.

use async_trait::async_trait;
use base::{Person, PersonId, Result};
use store::{Event, Sql};
use web::Hub;
use web::parts::{Notice, Told};

use crate::application_state::ApplicationState;
use crate::letters::day;
use crate::notices::{ACCEPTED, SUBMITTED, answers, office_told};
use crate::{application_rows, rows};

/// Key of a choice.
pub(crate) const APPLICATION: &str = "membership.application";
/// Key of a choice.
pub(crate) const MEMBER: &str = "membership.member";

/// An application waits for the office.
pub(crate) struct ApplicationWaits;

#[async_trait]
impl Notice for ApplicationWaits {
    fn kind(&self) -> &'static str {
        APPLICATION
    }

    fn of(&self, event: &str) -> bool {
        event == SUBMITTED
    }

    fn concerns(&self, person: &Person) -> bool {
        answers(person)
    }

    /// Whoever sees to it; while nobody does, all of the office.
    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let own = application_rows::application(sql, event.subject).await?;
        office_told(sql, &rows::enquiry(sql, own.enquiry).await?, event).await
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let own = application_rows::application(&sql, event.subject).await?;
        let Some(due) = own.due_on.filter(|_| own.state == ApplicationState::Submitted) else { return Ok(None) };
        let enquiry = rows::enquiry(&sql, own.enquiry).await?;
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let country = hub.network.country_name(&enquiry.country, reader.lang).to_owned();
        let day = day(due, reader.lang);
        let args = [("place", (&enquiry.place_name).into()), ("country", (&country).into()), ("day", (&day).into())];
        let below = format!("\n{}\n", hub.address(&format!("/{}{}", reader.lang, own.path())));
        Ok(Some(Told { letter: reader.letter(hub, "application", &args, &below), path: own.path() }))
    }
}

/// A city became a member.
pub(crate) struct BecameMember;

#[async_trait]
impl Notice for BecameMember {
    fn kind(&self) -> &'static str {
        MEMBER
    }

    fn of(&self, event: &str) -> bool {
        event == ACCEPTED
    }

    fn concerns(&self, person: &Person) -> bool {
        answers(person)
    }

    /// All of its office.
    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let own = application_rows::application(sql, event.subject).await?;
        let enquiry = rows::enquiry(sql, own.enquiry).await?;
        let mut office = people::office_of(sql, &enquiry.region).await?;
        office.retain(|person| event.actor() != Some(*person));
        Ok(office)
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some(city) = event.city() else { return Ok(None) };
        let Some(city) = cities::by_ids(&sql, &[city]).await?.remove(&city) else { return Ok(None) };
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let args = [("city", city.name(reader.lang).into())];
        let below = format!("\n{}\n", hub.address(&format!("/{}{}", reader.lang, city.path())));
        Ok(Some(Told { letter: reader.letter(hub, "member", &args, &below), path: city.path() }))
    }
}
