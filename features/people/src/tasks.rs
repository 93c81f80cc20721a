//! What waits for those who see to people: a city's leads, and those who answer for cities.

use askama::Template;
use async_trait::async_trait;
use base::{CityId, Fail, Result};
use cities::City;
use web::Visit;
use web::parts::{DeskPart, OfCity, Task, Tasks, Urgency};

use crate::access::{answers_for_cities, may_bring_in, may_manage};
use crate::rows::{requests, roles};
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

fn waits(words: String, hint: String, path: String) -> Task {
    Task { words, hint, path, icon: "people", urgency: Urgency::Waits, status: None }
}

/// How many members each region has, and of how many nobody leads the work.
pub(crate) struct Leads;

#[derive(Template)]
#[template(path = "people/desk.html")]
struct LeadsPart<'a> {
    v: &'a Visit,
    regions: Vec<Counted<'a>>,
}

/// One region.
struct Counted<'a> {
    label: &'a str,
    members: i64,
    led: i64,
    vacant: i64,
}

/// The regions that this reader answers for.
pub(crate) fn regions_of(visit: &Visit) -> Vec<String> {
    let all = visit.hub.network.regions.iter().map(|region| region.slug.clone());
    all.filter(|slug| visit.actor.is_central() || visit.actor.serves(slug)).collect()
}

#[async_trait]
impl DeskPart for Leads {
    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        if !answers_for_cities(&visit.actor) {
            return Ok(None);
        }
        let sql = visit.hub.db.read();
        let mine = regions_of(visit);
        let members = cities::members_in(&sql, &mine).await?;
        let ids: Vec<CityId> = members.iter().map(|city| city.id).collect();
        let led = roles::led(&sql, &ids).await?;
        let count = |slug: &str| {
            let own: Vec<&City> = members.iter().filter(|city| city.region == slug).collect();
            let with = own.iter().filter(|city| led.contains(&city.id)).count() as i64;
            (own.len() as i64, with)
        };
        let regions = visit.hub.network.regions.iter().filter(|region| mine.contains(&region.slug));
        let counted = regions.map(|region| {
            let (members, led) = count(&region.slug);
            Counted { label: region.label(visit.lang), members, led, vacant: members - led }
        });
        LeadsPart { v: visit, regions: counted.collect() }.render().map(Some).map_err(Fail::internal)
    }
}
