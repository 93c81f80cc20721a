//! What a city's page is called, for others that name it.

use async_trait::async_trait;
use base::{Fail, Result};
use web::Visit;
use web::parts::Titles;

use crate::access::Action;
use crate::rows;

/// Names of cities, by their addresses.
pub(crate) struct CityNames;

#[async_trait]
impl Titles for CityNames {
    async fn title(&self, visit: &Visit, path: &str) -> Result<String> {
        let slug = path.strip_prefix("/cities/").ok_or(Fail::NotFound)?;
        let city = rows::city_for(&visit.hub.db.read(), &visit.actor, Action::See, slug).await?;
        Ok(city.name(visit.lang).to_owned())
    }
}
