//! What is done later: whoever answers is reminded, on the day by whose end an enquiry is due, and on the next working day.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, PersonId, Result};
use serde::{Deserialize, Serialize};
use store::{Day, Does, Done, Handler, Payload, Queue, Tx, handler};
use web::Hub;

use crate::application::Application;
use crate::due::{self, Clock};
use crate::letters::{Reminded, application_waits_since, waits_since};
use crate::rules::Enquiry;
use crate::{application_rows, rows};

/// Reminds the office of an enquiry, if it still waits since the clock that ends on this day.
#[derive(Serialize, Deserialize)]
pub(crate) struct Remind {
    enquiry: i64,
    /// Of the application that follows it.
    #[serde(default)]
    application: Option<i64>,
    due_on: String,
    /// It is over that day.
    #[serde(default)]
    overdue: bool,
}

impl Payload for Remind {
    const KIND: &'static str = "membership.remind";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        let of = base::id::write_id(self.application.unwrap_or(self.enquiry));
        Some(format!("{of} {} {}", self.due_on, self.overdue))
    }
}

/// The office is reminded in the morning of the due day, unless it has answered.
pub(crate) async fn remind(tx: &Tx, hub: &Hub, enquiry: &Enquiry, clock: Clock) -> Result<()> {
    let calendar = due::calendar_of(&hub.network, enquiry);
    let job = Remind { enquiry: enquiry.id, application: None, due_on: clock.due.to_string(), overdue: false };
    tx.enqueue_at(&job, calendar.hour_of(clock.due, due::REMIND_HOUR)).await
}

/// The same of an application.
pub(crate) async fn remind_of(tx: &Tx, hub: &Hub, own: &Application, clock: Clock) -> Result<()> {
    let calendar = hub.network.calendar(&own.calendar);
    let due_on = clock.due.to_string();
    let job = Remind { enquiry: own.enquiry, application: Some(own.id), due_on, overdue: false };
    tx.enqueue_at(&job, calendar.hour_of(clock.due, due::REMIND_HOUR)).await
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<Remind>(Reminder(hub.clone()))]
}

struct Reminder(Hub);

#[async_trait]
impl Does<Remind> for Reminder {
    async fn work(&self, job: Remind, _id: i64) -> Result<Done> {
        let tx = self.0.db.begin().await?;
        let enquiry = match rows::enquiry(&tx, job.enquiry).await {
            Err(Fail::NotFound) => return Ok(Done::Yes),
            enquiry => enquiry?,
        };
        let Some((due, calendar)) = job.waits(&tx, &enquiry).await? else { return Ok(Done::Yes) };
        for person in reminded(&tx, &enquiry, job.overdue).await? {
            let (application, due_on) = (job.application, job.due_on.clone());
            let letter = Reminded { enquiry: enquiry.id, application, due_on, person };
            web::post::send(&tx, &letter).await?;
        }
        if !job.overdue {
            let calendar = self.0.network.calendar(&calendar);
            let next = calendar.hour_of(calendar.after(due.0, 1), due::REMIND_HOUR);
            tx.enqueue_at(&Remind { overdue: true, ..job }, next).await?;
        }
        tx.commit().await?;
        Ok(Done::Yes)
    }
}

impl Remind {
    /// By when it is due, and by whose calendar; none where nothing waits any more.
    async fn waits(&self, tx: &Tx, enquiry: &Enquiry) -> Result<Option<(Day, String)>> {
        let Some(application) = self.application else {
            return Ok(waits_since(enquiry, &self.due_on).map(|due| (due, enquiry.calendar.clone())));
        };
        let own = application_rows::application(tx, application).await?;
        Ok(application_waits_since(&own, &self.due_on).map(|due| (due, own.calendar)))
    }
}

/// Who is reminded: whoever sees to it; while nobody does, and once it is late, all of the office.
async fn reminded(tx: &Tx, enquiry: &Enquiry, overdue: bool) -> Result<Vec<PersonId>> {
    let office = people::office_of(tx, &enquiry.region).await?;
    match enquiry.owner.filter(|owner| !overdue && office.contains(owner)) {
        Some(owner) => Ok(vec![owner]),
        None => Ok(office),
    }
}
