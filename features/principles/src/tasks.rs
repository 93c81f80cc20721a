//! What waits: that a city signs what is in force; for the office, the draft of the next version.

use async_trait::async_trait;
use base::Result;
use chrono::Days;
use web::Visit;
use web::parts::{OfCity, Task, Tasks, Urgency};

use crate::notices::own_place;
use crate::{asked_rows, draft_rows};

/// Days before its time is over from which it presses.
const PRESSES_DAYS: u64 = 30;

/// Signatures that cities were asked for.
pub(crate) struct Signatures;

#[async_trait]
impl Tasks for Signatures {
    async fn of_city(&self, visit: &Visit, city: &OfCity) -> Result<Vec<Task>> {
        if !visit.actor.leads(city.id) {
            return Ok(Vec::new());
        }
        let sql = visit.hub.db.read();
        let Some(asked) = asked_rows::asked_of(&sql, &[city.id]).await?.remove(&city.id) else { return Ok(Vec::new()) };
        let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
        let urgency = match () {
            () if today > asked.until.0 => Urgency::Overdue,
            () if today == asked.until.0 => Urgency::Today,
            () if today + Days::new(PRESSES_DAYS) >= asked.until.0 => Urgency::Waits,
            () => Urgency::Someday,
        };
        let hint = match urgency {
            Urgency::Overdue => visit.t1("task-principles-over", "day", visit.day(&asked.until)),
            _ => visit.t1("task-principles-until", "day", visit.day(&asked.until)),
        };
        let (words, path) = (visit.t("task-principles-sign"), own_place(&city.slug));
        Ok(vec![Task { words, hint, path, icon: "book", urgency, status: None }])
    }

    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        if !visit.actor.is_central() {
            return Ok(Vec::new());
        }
        let Some(draft) = draft_rows::draft(&visit.hub.db.read()).await? else { return Ok(Vec::new()) };
        let words = visit.t1("task-principles-draft", "version", draft.wording.name);
        let (hint, path) = (String::new(), "/office/principles/draft".to_owned());
        Ok(vec![Task { words, hint, path, icon: "book", urgency: Urgency::Someday, status: None }])
    }
}
