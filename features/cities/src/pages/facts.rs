//! A city's facts, corrected by the central team.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{CityId, Fail, Lang, Result};
use input::Fields;
use texts::{Standing, State};
use web::form::{Choice, Labelled};
use web::words::language_words;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::access::Action;
use crate::rows::GazetteerPlace;
use crate::rules::{City, Facts, KINDS, kind_words};
use crate::{actions, names, rows};

#[derive(Template)]
#[template(path = "cities/facts.html")]
struct FactsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
    /// The languages of its names, that of the source first, with where the name stands beside the source.
    names: Vec<(Lang, State)>,
}

web::framed!(FactsPage);

impl FactsPage<'_> {
    /// What the language is called whose name stands in for what is left empty.
    fn source(&self) -> String {
        let source = self.names.first().map(|(lang, _)| lang.code()).unwrap_or_default();
        self.v.t(language_words(source))
    }

    /// The field of a name, and below it, where it waits for a translator, the box that says that it is right as it stands.
    fn name_field(&self, lang: Lang, state: State) -> String {
        let (name, right) = (names::field(lang), names::right_field(lang));
        let line = self.form.line_in(name, "facts-name", lang);
        let tick = match state {
            State::Missing => self.form.tick_in(right, "facts-name-same", lang),
            State::Behind => self.form.tick_in(right, "facts-name-right", lang),
            State::Current | State::Confirmed | State::Source => String::new(),
        };
        if tick.is_empty() { line } else { format!("<div class=\"stack-s\">{line}{tick}</div>") }
    }

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

async fn city_to_correct(visit: &Visit, slug: &str) -> Result<City> {
    rows::city_for(&visit.hub.db.read(), &visit.actor, Action::EditFacts, slug).await
}

/// The fields that people fill in, beside the names.
const FIELDS: [(&str, &str); 8] = [
    ("country", "country"),
    ("region", "region"),
    ("kind", "city-kind"),
    ("latitude", "facts-latitude"),
    ("longitude", "facts-longitude"),
    ("place_source", "facts-place-source"),
    ("population", "city-population"),
    ("population_source", "facts-population-source"),
];

/// The form as the facts stand.
fn as_they_are(city: &City, languages: &[Lang]) -> Fields {
    let population = city.population.map(|number| number.to_string()).unwrap_or_default();
    let named =
        |fields: Fields, lang: &Lang| fields.with(names::field(*lang), city.names.own(*lang).unwrap_or_default());
    let names = languages.iter().fold(Fields::default(), named);
    names
        .with("country", &city.country)
        .with("region", &city.region)
        .with("kind", &city.kind)
        .with("revision", city.revision)
        .with("latitude", city.latitude)
        .with("longitude", city.longitude)
        .with("place", city.place.map(|id| id.to_string()).unwrap_or_default())
        .with("place_source", &city.place_source)
        .with("population", population)
        .with("population_source", &city.population_source)
}

/// Fills in what the gazetteer knows of a place.
fn fill_in(fields: &mut Fields, place: &GazetteerPlace) {
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
    let mut fields = as_they_are(&city, &names::languages(&city.names, &visit.hub.network));
    if let Ok(picked) = Fields::parse(&visit.query).get("place").parse()
        && let Some(place) = rows::place(&visit.hub.db.read(), picked).await?
    {
        fill_in(&mut fields, &place);
    }
    show(&visit, &city, fields).await
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city_to_correct(&visit, &slug).await?;
    let languages = names::languages(&city.names, &visit.hub.network);
    let facts = match Facts::read(&fields, &visit.hub.network, &languages) {
        Ok(facts) => facts,
        Err(errors) => return show(&visit, &city, Filled::wrong(fields, errors)).await,
    };
    match actions::correct_facts(&visit.hub, &visit.actor, &slug, &facts).await {
        Ok(city) => Ok(redirect(&visit.done(city.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let city = city_to_correct(&visit, &slug).await?;
            let now = as_they_are(&city, &languages);
            let names = languages.iter().map(|lang| Labelled::in_language(names::field(*lang), "facts-name", *lang));
            let labelled = names.chain(FIELDS.iter().map(Labelled::from));
            show(&visit, &city, Filled::changed(fields, &now, labelled)).await
        }
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?).await,
    }
}

/// From the list of what waits for a translator, which knows a thing by its id, to the field of the name.
pub(crate) async fn of_id(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = base::id::read_id(&id).map(CityId).ok_or(Fail::NotFound)?;
    let city = rows::city_with_id(&visit.hub.db.read(), &visit.actor, Action::EditFacts, id).await?;
    let form = visit.link(format!("{}/facts", city.path()));
    let lang = Fields::parse(&visit.query).get("in").parse::<Lang>().ok();
    let field = lang.filter(|lang| names::languages(&city.names, &visit.hub.network).contains(lang)).map(names::field);
    Ok(redirect(&field.map_or_else(|| form.clone(), |field| format!("{form}#{field}"))).into_response())
}

/// Each language of the form, and where its name stands.
async fn standing(visit: &Visit, city: &City) -> Result<Vec<(Lang, State)>> {
    let (thing, languages) = (names::thing(city.id), names::languages(&city.names, &visit.hub.network));
    let all = texts::standing(&visit.hub.db.read(), &[thing], &languages).await?.remove(&thing).unwrap_or_default();
    let state = |lang: Lang| all.iter().find(|own: &&Standing| own.lang == lang).map_or(State::Source, |own| own.state);
    Ok(languages.into_iter().map(|lang| (lang, state(lang))).collect())
}

async fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t1("facts-title", "city", city.name(visit.lang))).hide();
    let form = Form::new(visit, filled);
    let names = standing(visit, city).await?;
    page(form.status(), &FactsPage { v: visit, meta, city, form, names }, None)
}
