//! Cards of cities in the team's texts.

use askama::Template;
use async_trait::async_trait;
use base::{Actor, Fail, Result};
use web::Visit;
use web::parts::{Choices, Choosable, Embed, Named};

use crate::access::{Action, may};
use crate::rows;
use crate::rules::City;

pub(crate) struct Cards;

#[derive(Template)]
#[template(path = "cities/embed.html")]
struct Card<'a> {
    v: &'a Visit,
    city: &'a City,
    caption: &'a str,
}

impl Card<'_> {
    fn place(&self) -> String {
        place(self.v, self.city)
    }
}

/// Country and region of a city.
fn place(visit: &Visit, city: &City) -> String {
    let region = visit.hub.network.region(&city.region).map(|region| region.label(visit.lang));
    let country = visit.hub.network.country_name(&city.country, visit.lang);
    visit.list([Some(country), region].into_iter().flatten())
}

#[async_trait]
impl Embed for Cards {
    fn name(&self) -> &'static str {
        "city"
    }

    fn words(&self) -> &'static str {
        "embed-city"
    }

    async fn draw(&self, visit: &Visit, named: &[Named]) -> Result<Vec<Option<String>>> {
        let slugs: Vec<String> = named.iter().map(|own| own.key.clone()).collect();
        let cities = rows::named_by(&visit.hub.db.read(), &slugs).await?;
        let one = |own: &Named| {
            let city = cities.get(&own.key).filter(|city| may(&visit.actor, Action::See, city))?;
            Some(Card { v: visit, city, caption: own.caption.trim() }.render().map_err(Fail::internal))
        };
        named.iter().map(|own| one(own).transpose()).collect()
    }

    fn path(&self, key: &str) -> Option<String> {
        Some(format!("/cities/{key}"))
    }

    fn topics(&self, _: &str) -> Vec<String> {
        vec!["cities".to_owned()]
    }

    async fn choose(&self, visit: &Visit, words: &str, limit: usize) -> Result<Choices> {
        // One more than are shown tells whether there are more.
        let found = rows::many(&visit.hub.db.read(), &Actor::Visitor, words, visit.lang, limit as i64 + 1).await?;
        let more = found.len() > limit;
        let members = found.into_iter().filter(|city| city.membership.is_member());
        let one = |city: City| Choosable {
            label: city.name(visit.lang).to_owned(),
            note: place(visit, &city),
            key: city.slug,
        };
        Ok(Choices { found: members.take(limit).map(one).collect(), more, among: None })
    }
}
