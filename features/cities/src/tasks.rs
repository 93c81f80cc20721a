//! What waits for whoever leads a city: its own words.

use async_trait::async_trait;
use base::Result;
use chrono::TimeDelta;
use web::Visit;
use web::parts::{OfCity, Task, Tasks, Urgency};

use crate::rows;

/// After so long it is asked whether what a city says of itself is still right.
const OLD: TimeDelta = TimeDelta::days(365);

/// A city without words of its own, or with old ones.
pub(crate) struct Words;

#[async_trait]
impl Tasks for Words {
    async fn of_city(&self, visit: &Visit, city: &OfCity) -> Result<Vec<Task>> {
        if !visit.actor.leads(city.id) {
            return Ok(Vec::new());
        }
        let profiles = rows::profiles(&visit.hub.db.read(), city.id).await?;
        let own = profiles.iter().filter(|(_, profile)| !profile.by_team && !profile.summary.trim().is_empty());
        let (words, hint) = match own.filter_map(|(_, profile)| profile.updated_at).max() {
            None => (visit.t("task-city-words"), visit.t("task-city-words-hint")),
            Some(at) if at + OLD < visit.hub.now() => {
                (visit.t("task-city-words-old"), visit.t1("task-city-words-old-hint", "date", visit.date(&at)))
            }
            Some(_) => return Ok(Vec::new()),
        };
        let path = format!("/cities/{}/profile", city.slug);
        Ok(vec![Task { words, hint, path, icon: "city", urgency: Urgency::Someday, status: None }])
    }
}
