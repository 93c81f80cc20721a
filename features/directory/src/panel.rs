//! Who of a city shows themselves to the reader, on the city's page: the people behind what works there.

use askama::Template;
use async_trait::async_trait;
use base::{CityId, Fail, Result};
use web::Visit;
use web::parts::CityPanel;

use crate::access::may_look;
use crate::actions::may_see_city;
use crate::pages::field;
use crate::rows::{self, At};
use crate::rules::Profile;

/// People that are shown at once; of more the directory tells.
const SHOWN: usize = 12;

#[derive(Template)]
#[template(path = "directory/city_panel.html")]
struct Panel<'a> {
    v: &'a Visit,
    people: Vec<Profile>,
    more: bool,
}

impl Panel<'_> {
    fn field(&self, code: &str) -> String {
        field(self.v, code)
    }
}

pub(crate) struct PeopleOfCity;

#[async_trait]
impl CityPanel for PeopleOfCity {
    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>> {
        if !may_look(&visit.actor) || !may_see_city(&visit.hub, &visit.actor).await? {
            return Ok(None);
        }
        let most = SHOWN as i64 + 1;
        let mut people = rows::of_city(&visit.hub.db.read(), &visit.actor, city, &At::of(&visit.hub), most).await?;
        if people.is_empty() {
            return Ok(None);
        }
        let more = people.len() > SHOWN;
        people.truncate(SHOWN);
        Panel { v: visit, people, more }.render().map(Some).map_err(Fail::internal)
    }

    fn topics(&self, _city: CityId) -> Vec<String> {
        // Visitors, for whom pages are kept, never see it.
        Vec::new()
    }
}
