//! What waits for those who see to people: a city's leads, and those who answer for cities.

use async_trait::async_trait;
use base::Result;
use web::Visit;
use web::parts::{OfCity, Task, Tasks, Urgency};

use crate::access::{may_bring_in, may_manage, regions_of};
use crate::rows::{contacts, requests, roles};
use crate::rules::LATELY;

/// Who asks to come, who waits to be confirmed, and that a lead is alone.
pub(crate) struct Colleagues;

#[async_trait]
impl Tasks for Colleagues {
    async fn of_city(&self, visit: &Visit, city: &OfCity) -> Result<Vec<Task>> {
        if !may_bring_in(&visit.actor, city.id) {
            return Ok(Vec::new());
        }
        let sql = visit.hub.db.read();
        let people = format!("/cities/{}/people", city.slug);
        let mut tasks = Vec::new();
        let asked = requests::count_of_city(&sql, city.id).await?;
        if asked > 0 {
            tasks.push(waits(visit.tn("task-requests", asked), String::new(), people.clone()));
        }
        let newcomers = roles::of_newcomers(&sql, city.id, visit.hub.now() - LATELY).await?;
        if !newcomers.is_empty() {
            let record = format!("/cities/{}/record", city.slug);
            tasks.push(waits(visit.t("task-newcomers"), visit.t("task-newcomers-hint"), record));
        }
        let held = roles::of_city(&sql, city.id).await?;
        let mut own: Vec<_> = held.iter().filter(|(person, _)| person.active).map(|(person, _)| person.id).collect();
        own.dedup();
        if own.len() < 2 {
            let (words, hint) = (visit.t("task-alone"), visit.t("task-alone-hint"));
            let path = format!("{people}#invite");
            tasks.push(Task { words, hint, path, icon: "people", urgency: Urgency::Someday, status: None });
        }
        Ok(tasks)
    }

    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        if !may_manage(&visit.actor) {
            return Ok(Vec::new());
        }
        let asked = requests::count_of_team(&visit.hub.db.read(), visit.hub.now()).await?;
        let path = "/office/account-requests".to_owned();
        let task = || waits(visit.tn("task-requests", asked), visit.t("task-requests-hint"), path);
        Ok((asked > 0).then(task).into_iter().collect())
    }
}

/// Who was asked whether they still work for a city, and has not come.
pub(crate) struct Silent;

#[async_trait]
impl Tasks for Silent {
    async fn of_city(&self, visit: &Visit, city: &OfCity) -> Result<Vec<Task>> {
        let Some(reader) = visit.actor.id().filter(|_| may_bring_in(&visit.actor, city.id)) else {
            return Ok(Vec::new());
        };
        let silent = contacts::unanswered_of(&visit.hub.db.read(), city.id, reader, visit.hub.now()).await?;
        let people = format!("/cities/{}/people", city.slug);
        let task = || waits(visit.tn("task-silent", silent), visit.t("task-silent-hint"), people);
        Ok((silent > 0).then(task).into_iter().collect())
    }

    async fn of_office(&self, visit: &Visit) -> Result<Vec<Task>> {
        if !visit.actor.answers_for_cities() {
            return Ok(Vec::new());
        }
        let regions = regions_of(visit);
        let silent = contacts::unanswered_leads(&visit.hub.db.read(), &regions, visit.hub.now()).await?;
        let path = "/office/contacts?silent=yes".to_owned();
        let task = || waits(visit.tn("task-silent-leads", silent), visit.t("task-silent-leads-hint"), path);
        Ok((silent > 0).then(task).into_iter().collect())
    }
}

fn waits(words: String, hint: String, path: String) -> Task {
    Task { words, hint, path, icon: "people", urgency: Urgency::Waits, status: None }
}
