//! What a city's page is called, for others that name it.

use async_trait::async_trait;
use base::{Fail, Result};
use web::parts::Titles;
use web::{Hub, Visit};

use crate::access::Action;
use crate::rows;

/// Names of cities, by their addresses.
pub(crate) struct CityNames;

/// The city that a path names.
fn slug_of(path: &str) -> Option<&str> {
    path.strip_prefix("/cities/").filter(|slug| !slug.contains('/'))
}

#[async_trait]
impl Titles for CityNames {
    async fn title(&self, visit: &Visit, path: &str) -> Result<String> {
        let slug = path.strip_prefix("/cities/").ok_or(Fail::NotFound)?;
        let city = rows::city_for(&visit.hub.db.read(), &visit.actor, Action::See, slug).await?;
        Ok(city.name(visit.lang).to_owned())
    }

    async fn missing(&self, hub: &Hub, paths: &[String]) -> Result<Vec<String>> {
        let own: Vec<(&String, &str)> = paths.iter().filter_map(|path| Some((path, slug_of(path)?))).collect();
        let slugs: Vec<String> = own.iter().map(|(_, slug)| (*slug).to_owned()).collect();
        let cities = rows::named_by(&hub.db.read(), &slugs).await?;
        let there = |slug: &str| cities.get(slug).is_some_and(|city| city.membership.is_member());
        Ok(own.into_iter().filter(|(_, slug)| !there(slug)).map(|(path, _)| path.clone()).collect())
    }
}
