//! A city's facts, corrected by the central team.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use http::StatusCode;
use web::form::Choice;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use crate::access::{Action, may};
use crate::rules::{City, Facts, KINDS, kind_words};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "cities/facts.html")]
struct FactsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
}

impl FactsPage<'_> {
    fn countries(&self) -> Vec<Choice> {
        let mut countries: Vec<_> = self
            .v
            .hub
            .network
            .countries
            .values()
            .map(|country| Choice::new(&country.iso2, country.name(self.v.lang)))
            .collect();
        countries.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
        countries
    }

    fn regions(&self) -> Vec<Choice> {
        self.v.hub.network.regions.iter().map(|region| Choice::new(&region.slug, region.label(self.v.lang))).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        KINDS.iter().map(|kind| Choice::new(kind, self.v.t(kind_words(kind)))).collect()
    }
}

async fn city_to_correct(visit: &Visit, slug: &str) -> base::Result<City> {
    let city = rows::by_slug(&visit.hub.db.read(), slug).await?;
    visit.person()?;
    if may(&visit.actor, Action::EditFacts, city.id()) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = city_to_correct(&visit, &slug).await?;
    let mut fields = Fields::default()
        .with("name_en", &city.name_en)
        .with("name_fr", &city.name_fr)
        .with("name_ar", &city.name_ar)
        .with("country", &city.country)
        .with("region", &city.region)
        .with("kind", &city.kind)
        .with("revision", city.revision);
    // A place picked from the gazetteer fills in what it knows.
    let picked = Fields::parse(&visit.query).get("place").parse().ok();
    let picked = match picked {
        Some(id) => rows::place(&visit.hub.db.read(), id).await?,
        None => None,
    };
    match picked {
        Some(place) => {
            fields.push("latitude", place.latitude);
            fields.push("longitude", place.longitude);
            fields.push("place", place.id);
            fields.push("place_source", "GeoNames");
            fields.push("population", if place.population > 0 { place.population.to_string() } else { String::new() });
            fields.push("population_source", if place.population > 0 { "GeoNames" } else { "" });
        }
        None => {
            fields.push("latitude", city.latitude);
            fields.push("longitude", city.longitude);
            fields.push("place", city.place.map(|id| id.to_string()).unwrap_or_default());
            fields.push("place_source", &city.place_source);
            fields.push("population", city.population.map(|number| number.to_string()).unwrap_or_default());
            fields.push("population_source", &city.population_source);
        }
    }
    show(&visit, &city, fields, Vec::new())
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city_to_correct(&visit, &slug).await?;
    match Facts::read(&fields, &visit.hub.network) {
        Ok(facts) => match actions::correct_facts(&visit.hub, &visit.actor, &slug, &facts).await {
            Ok(city) => Ok(redirect(&visit.done(city.path(), "saved")).into_response()),
            Err(Fail::Conflict(_)) => show(&visit, &city, fields, vec![FieldError::new("", "error-facts-changed")]),
            Err(fail) => Err(fail.into()),
        },
        Err(errors) => show(&visit, &city, fields, errors),
    }
}

fn show(visit: &Visit, city: &City, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t1("facts-title", "city", city.name(visit.lang))).hide();
    let form = Form::wrong(visit, fields, errors);
    page(status, &FactsPage { v: visit, meta, city, form }, None)
}
