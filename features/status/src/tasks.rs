//! What waits: that a city says what it has to say of its suspension, and that a second person decides.

use async_trait::async_trait;
use base::Result;
use web::Visit;
use web::parts::{OfCity, Task, Tasks, Urgency};

use crate::{report_rows, rows};

/// Suspensions that are proposed.
pub(crate) struct Suspensions;

#[async_trait]
impl Tasks for Suspensions {
    async fn of_city(&self, visit: &Visit, city: &OfCity) -> Result<Vec<Task>> {
        if !visit.actor.leads(city.id) {
            return Ok(Vec::new());
        }
        let sql = visit.hub.db.read();
        let Some(proposed) = rows::proposed(&sql, city.id).await? else { return Ok(Vec::new()) };
        let answered = rows::answered(&sql, proposed.id).await? > 0;
        let day = proposed.heard_until.map(|day| visit.day(&day)).unwrap_or_default();
        let task = Task {
            words: visit.t("task-answer-suspension"),
            hint: visit.t1("task-answer-suspension-hint", "day", day),
            path: format!("/cities/{}/membership", city.slug),
            icon: "alert",
            urgency: if answered { Urgency::Someday } else { Urgency::Waits },
            status: None,
        };
        Ok(vec![task])
    }

    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        let Some(me) = visit.actor.id().filter(|_| visit.actor.is_central()) else { return Ok(Vec::new()) };
        let sql = visit.hub.db.read();
        let waiting = rows::waiting_for(&sql, me).await?;
        let ids: Vec<_> = waiting.iter().map(|own| own.city).collect();
        let cities = cities::by_ids(&sql, &ids).await?;
        let task = |own: &crate::rules::Decided| {
            let city = cities.get(&own.city)?;
            Some(Task {
                words: visit.t1("task-decide-suspension", "city", city.name(visit.lang)),
                hint: visit.t("task-decide-suspension-hint"),
                path: format!("/office/members/{}/decisions/{}", city.slug, own.written()),
                icon: "alert",
                urgency: Urgency::Waits,
                status: None,
            })
        };
        let mut tasks: Vec<Task> = waiting.iter().filter_map(task).collect();
        let reports = report_rows::count(&sql, false).await?;
        if reports > 0 {
            let (words, path) = (visit.tn("task-breach-reports", reports), "/office/breach-reports".to_owned());
            tasks.push(Task { words, hint: String::new(), path, icon: "alert", urgency: Urgency::Waits, status: None });
        }
        Ok(tasks)
    }
}
