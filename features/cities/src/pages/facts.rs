//! A city's facts, corrected by the central team.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use crate::access::Action;
use crate::rows::PlaceRow;
use crate::rules::{City, Facts, KINDS, Membership, kind_words, membership_words};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "cities/facts.html")]
struct FactsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
}

web::framed!(FactsPage);

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

    fn memberships(&self) -> Vec<Choice> {
        let choice = |own: Membership| Choice::new(own.code(), self.v.t(membership_words(own)));
        Membership::ALL.map(choice).into()
    }
}

async fn city_to_correct(visit: &Visit, slug: &str) -> base::Result<City> {
    rows::city_for(&visit.hub.db.read(), &visit.actor, Action::EditFacts, slug).await
}

/// The fields that people fill in.
const FIELDS: [(&str, &str); 12] = [
    ("name_en", "facts-name-en"),
    ("name_fr", "facts-name-fr"),
    ("name_ar", "facts-name-ar"),
    ("country", "country"),
    ("region", "region"),
    ("kind", "city-kind"),
    ("membership", "facts-membership"),
    ("latitude", "facts-latitude"),
    ("longitude", "facts-longitude"),
    ("place_source", "facts-place-source"),
    ("population", "city-population"),
    ("population_source", "facts-population-source"),
];

/// The form as the facts stand.
fn as_they_are(city: &City) -> Fields {
    let population = city.population.map(|number| number.to_string()).unwrap_or_default();
    Fields::default()
        .with("name_en", &city.name_en)
        .with("name_fr", &city.name_fr)
        .with("name_ar", &city.name_ar)
        .with("country", &city.country)
        .with("region", &city.region)
        .with("kind", &city.kind)
        .with("membership", city.membership.code())
        .with("revision", city.revision)
        .with("latitude", city.latitude)
        .with("longitude", city.longitude)
        .with("place", city.place.map(|id| id.to_string()).unwrap_or_default())
        .with("place_source", &city.place_source)
        .with("population", population)
        .with("population_source", &city.population_source)
}

/// Fills in what the gazetteer knows of a place.
fn fill_in(fields: &mut Fields, place: &PlaceRow) {
    let known = place.population > 0;
    fields.set("latitude", place.latitude);
    fields.set("longitude", place.longitude);
    fields.set("place", place.id);
    fields.set("place_source", "GeoNames");
    fields.set("population", if known { place.population.to_string() } else { String::new() });
    fields.set("population_source", if known { "GeoNames" } else { "" });
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = city_to_correct(&visit, &slug).await?;
    let mut fields = as_they_are(&city);
    if let Ok(picked) = Fields::parse(&visit.query).get("place").parse()
        && let Some(place) = rows::place(&visit.hub.db.read(), picked).await?
    {
        fill_in(&mut fields, &place);
    }
    show(&visit, &city, fields)
}

pub(crate) async fn post(visit: Visit, offered: Offered, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city_to_correct(&visit, &slug).await?;
    let facts = match Facts::read(&fields, &visit.hub.network) {
        Ok(facts) => facts,
        Err(errors) => return show(&visit, &city, Filled::wrong(fields, errors)),
    };
    match actions::correct_facts(&visit.hub, &offered.city_records, &visit.actor, &slug, &facts).await {
        Ok(city) => Ok(redirect(&visit.done(city.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let city = city_to_correct(&visit, &slug).await?;
            let now = as_they_are(&city);
            show(&visit, &city, Filled::changed(fields, &now, &FIELDS))
        }
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t1("facts-title", "city", city.name(visit.lang))).hide();
    let form = Form::new(visit, filled);
    page(form.status(), &FactsPage { v: visit, meta, city, form }, None)
}
