//! Who of the office is told that something waits for them.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use store::{Event, Sql};
use web::Hub;
use web::parts::{Notice, Told};

use crate::application_state::ApplicationState;
use crate::letters;
use crate::rows;
use crate::rules::Enquiry;
use crate::state::EnquiryState;

/// Key of a choice.
pub(crate) const ENQUIRY: &str = "membership.enquiry";
/// The event: an enquiry came.
pub(crate) const RECEIVED: &str = "enquiry.received";
/// The event: an application was sent.
pub(crate) const SUBMITTED: &str = "application.submitted";
/// The event: its city is a member.
pub(crate) const ACCEPTED: &str = "application.accepted";
/// The event: its asker wrote.
pub(crate) const WRITTEN: &str = "enquiry.written";
/// The event: another office answers.
pub(crate) const HANDED_OVER: &str = "enquiry.handed-over";
/// The event: somebody else sees to it.
pub(crate) const ASSIGNED: &str = "enquiry.assigned";

/// Does this person answer enquiries, of any region?
pub(crate) fn answers(person: &Person) -> bool {
    let answers = |role: &Role| matches!(role, Role::CentralTeam | Role::Administrator | Role::RegionalOfficer(_));
    person.roles.iter().any(answers)
}

/// Whoever sees to an enquiry; while nobody does, all of its office. Not whoever did what is told.
pub(crate) async fn office_told(sql: &Sql, enquiry: &Enquiry, event: &Event) -> Result<Vec<PersonId>> {
    let mut office = people::office_of(sql, &enquiry.region).await?;
    if let Some(owner) = enquiry.owner.filter(|owner| office.contains(owner)) {
        office = vec![owner];
    }
    office.retain(|person| event.actor() != Some(*person));
    Ok(office)
}

/// An enquiry waits for the office: it came, its asker wrote, it was handed over.
pub(crate) struct EnquiryWaits;

#[async_trait]
impl Notice for EnquiryWaits {
    fn kind(&self) -> &'static str {
        ENQUIRY
    }

    fn of(&self, event: &str) -> bool {
        [RECEIVED, WRITTEN, HANDED_OVER, ASSIGNED].contains(&event)
    }

    fn concerns(&self, person: &Person) -> bool {
        answers(person)
    }

    /// Whoever sees to it; while nobody does, all of the office.
    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        office_told(sql, &rows::enquiry(sql, event.subject).await?, event).await
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let enquiry = rows::enquiry(&sql, event.subject).await?;
        // An application that its city writes or the office decides goes with its enquiry.
        let goes_on = enquiry.state.is_open() || enquiry.applies().is_some_and(ApplicationState::goes_on);
        let is_true = match event.kind.as_str() {
            ASSIGNED => goes_on && enquiry.owner == Some(to),
            HANDED_OVER => goes_on,
            // Beside its application nothing else tells that it was answered.
            WRITTEN => matches!(enquiry.state, EnquiryState::Received | EnquiryState::Invited),
            // Else somebody has answered since, or it was erased.
            _ => enquiry.state == EnquiryState::Received,
        };
        if is_true { told(hub, event, to, &enquiry).await } else { Ok(None) }
    }
}

async fn told(hub: &Hub, event: &Event, to: PersonId, enquiry: &Enquiry) -> Result<Option<Told>> {
    let Some(reader) = people::Reader::of(hub, &hub.db.read(), to).await? else { return Ok(None) };
    let address = hub.address(&format!("/{}{}", reader.lang, enquiry.path()));
    let country = hub.network.country_name(&enquiry.country, reader.lang).to_owned();
    let day = enquiry.due_on.map(|due| letters::day(due, reader.lang)).unwrap_or_default();
    let args = [("place", (&enquiry.place_name).into()), ("country", (&country).into()), ("day", (&day).into())];
    let below = format!("\n{address}\n");
    let letter = match event.kind.as_str() {
        WRITTEN => reader.letter(hub, "enquiry-written", &args[..2], &below),
        ASSIGNED | HANDED_OVER if enquiry.applies().is_some() => {
            reader.letter(hub, "application-with-you", &args[..2], &below)
        }
        // Its city was asked something: no day is due.
        ASSIGNED | HANDED_OVER if enquiry.due_on.is_none() => {
            reader.letter(hub, "enquiry-with-you", &args[..2], &below)
        }
        ASSIGNED => reader.letter(hub, "enquiry-assigned", &args, &below),
        _ => reader.letter(hub, "enquiry", &args, &below),
    };
    Ok(Some(Told { letter, path: enquiry.path() }))
}
