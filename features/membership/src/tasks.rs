//! What waits for those who answer enquiries and applications: theirs, and what nobody sees to.

use async_trait::async_trait;
use base::Result;
use store::Day;
use web::Visit;
use web::parts::{Task, Tasks, Urgency};

use crate::application_state::ApplicationState;
use crate::due::{self, Standing};
use crate::pages::{standing, standing_class};
use crate::prospects::state::ProspectState;
use crate::state::EnquiryState;
use crate::{application_rows, prospects, rows};

/// Of each kind so many stand at the desk; the rest in the queue.
const SHOWN: i64 = 20;

/// Enquiries to be answered, and applications to be decided.
pub(crate) struct Queues;

#[async_trait]
impl Tasks for Queues {
    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        if !visit.actor.answers_for_cities() {
            return Ok(Vec::new());
        }
        let (sql, network, now) = (visit.hub.db.read(), &visit.hub.network, visit.hub.now());
        // Theirs, and what nobody sees to.
        let owner = visit.actor.id().map(rows::Owner::PersonOrNobody);
        let query = rows::Query { states: vec![EnquiryState::Received], owner, ..rows::Query::default() };
        let enquiries = rows::page(&sql, &visit.actor, &query, SHOWN, 0).await?;
        let mut tasks: Vec<Task> = enquiries
            .iter()
            .map(|own| {
                let words = visit.t1("task-enquiry", "place", &own.place_name);
                task(visit, words, own.path(), due::standing_of(network, own, now))
            })
            .collect();
        let query = application_rows::Query { states: vec![ApplicationState::Submitted], owner };
        let applications = application_rows::page(&sql, &visit.actor, &query, SHOWN, 0).await?;
        tasks.extend(applications.iter().map(|listed| {
            let own = &listed.application;
            let stands = own.due_on.map(|day| due::standing(network.calendar(&own.calendar), now, day.0));
            let words = visit.t1("task-application", "place", &listed.enquiry.place_name);
            task(visit, words, own.path(), stands)
        }));
        Ok(tasks)
    }
}

/// Prospects with whom the reader is to speak by today.
pub(crate) struct ToSpeakWith;

#[async_trait]
impl Tasks for ToSpeakWith {
    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        if !visit.actor.answers_for_cities() {
            return Ok(Vec::new());
        }
        to_speak_with(visit).await
    }
}

async fn to_speak_with(visit: &Visit) -> Result<Vec<Task>> {
    // The day of the region's office, where the reader is of one.
    let region = visit.actor.regions().next().unwrap_or_default().to_owned();
    let today = visit.hub.network.calendar_of(&region).day_of(visit.hub.now());
    let query = prospects::rows::Query {
        states: vec![ProspectState::Open, ProspectState::Invited],
        owner: visit.actor.id(),
        or_nobody: true,
        until: Some(Day(today)),
        ..prospects::rows::Query::default()
    };
    let due = prospects::rows::page(&visit.hub.db.read(), &visit.actor, &query, SHOWN, 0).await?;
    let task = |own: prospects::rules::Prospect| Task {
        words: visit.t1("task-prospect", "place", &own.place_name),
        hint: String::new(),
        path: own.path(),
        icon: "people",
        urgency: if own.next_on == Some(Day(today)) { Urgency::Today } else { Urgency::Overdue },
        status: own.next_on.map(|day| ("status is-warn", visit.day(&day))),
    };
    Ok(due.into_iter().map(task).collect())
}

fn task(visit: &Visit, words: String, path: String, stands: Option<Standing>) -> Task {
    let urgency = match stands {
        Some(Standing::Overdue(_)) => Urgency::Overdue,
        Some(Standing::Today) => Urgency::Today,
        _ => Urgency::Waits,
    };
    let status = stands.map(|own| (standing_class(own), standing(visit, own)));
    Task { words, hint: String::new(), path, icon: "mail", urgency, status }
}
