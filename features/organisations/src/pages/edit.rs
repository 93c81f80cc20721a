//! The form of an organisation: a new one, and what is kept of one.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Lang, OrganisationId, Result};
use cities::City;
use input::Fields;
use web::form::{Choice, Labelled};
use web::words::language_words;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::list::{city_of, of_city};
use crate::access::Action;
use crate::rules::{Draft, Organisation, name_field};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "organisations/form.html")]
struct EditPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// The city whose it is to be, or is; none: the network's.
    city: Option<&'a City>,
    /// The one that is corrected; none for a new one.
    own: Option<&'a Organisation>,
}

web::framed!(EditPage);

/// The fields beside the names, in the order of the page.
const FIELDS: [(&str, &str); 7] = [
    ("other_lang", "organisation-other-lang"),
    ("other_name", "organisation-other-name"),
    ("acronym", "organisation-acronym"),
    ("kind", "organisation-kind"),
    ("country", "country"),
    ("website", "organisation-website"),
    ("ended_on", "organisation-ended"),
];

/// Fields that may stay empty; names one by one, of which one is needed.
const OPTIONAL: [&str; 6] = ["other_lang", "other_name", "acronym", "country", "website", "ended_on"];

pub(crate) async fn new(visit: Visit) -> Answer {
    visit.actor.must_be_central()?;
    show(&visit, None, None, Fields::default()).await
}

pub(crate) async fn add(visit: Visit, fields: Fields) -> Answer {
    visit.actor.must_be_central()?;
    enter(&visit, None, fields).await
}

/// The city of which the reader writes the organisations.
async fn city_to_write(visit: &Visit, slug: &str) -> Result<City> {
    let city = city_of(visit, slug).await?;
    if visit.actor.leads(city.id) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn new_of_city(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = city_to_write(&visit, &slug).await?;
    show(&visit, Some(&city), None, Fields::default().with("country", &city.country)).await
}

pub(crate) async fn add_of_city(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city_to_write(&visit, &slug).await?;
    enter(&visit, Some(&city), fields).await
}

async fn enter(visit: &Visit, city: Option<&City>, fields: Fields) -> Answer {
    let done = match read(visit, &fields) {
        Ok(draft) => actions::add(&visit.hub, &visit.actor, city.map(|city| city.id), &draft).await,
        Err(fail) => Err(fail),
    };
    match done {
        Ok(id) => Ok(redirect(&visit.done(crate::rules::path(id), "organisation-added")).into_response()),
        Err(fail) => show(visit, city, None, Filled::failed(fields, fail)?).await,
    }
}

fn read(visit: &Visit, fields: &Fields) -> Result<Draft> {
    let today = visit.hub.now().date_naive();
    Draft::read(fields, &visit.hub.network, today).map_err(Fail::Invalid)
}

/// The one to correct, with the city whose it is.
async fn own(visit: &Visit, id: OrganisationId) -> Result<(Organisation, Option<City>)> {
    let sql = visit.hub.db.read();
    let own = rows::organisation_for(&sql, &visit.actor, Action::Write, id).await?;
    let city = cities::by_ids(&sql, own.city.as_slice()).await?.into_values().next();
    Ok((own, city))
}

pub(crate) async fn get(visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let (own, city) = own(&visit, id).await?;
    let fields = as_it_is(&visit, &own);
    show(&visit, city.as_ref(), Some(&own), fields).await
}

pub(crate) async fn correct(visit: Visit, Path(id): Path<OrganisationId>, fields: Fields) -> Answer {
    let (own, city) = own(&visit, id).await?;
    let revision = fields.get("revision").parse().unwrap_or(0);
    let done = match read(&visit, &fields) {
        Ok(draft) => actions::correct(&visit.hub, &visit.actor, id, revision, &draft).await,
        Err(fail) => Err(fail),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(own.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let (own, city) = self::own(&visit, id).await?;
            let now = as_it_is(&visit, &own);
            let languages = visit.hub.network.languages.iter();
            let names = languages.map(|lang| Labelled::in_language(name_field(*lang), "organisation-name-in", *lang));
            let filled = Filled::changed(fields, &now, names.chain(FIELDS.iter().map(Labelled::from)));
            show(&visit, city.as_ref(), Some(&own), filled).await
        }
        Err(fail) => show(&visit, city.as_ref(), Some(&own), Filled::failed(fields, fail)?).await,
    }
}

/// The form as it stands.
fn as_it_is(visit: &Visit, own: &Organisation) -> Fields {
    let languages = &visit.hub.network.languages;
    let mut fields = Fields::default();
    for lang in languages {
        let name = own.names.iter().find(|(own, _)| own == lang).map(|(_, name)| name.as_str());
        fields.set(name_field(*lang), name.unwrap_or_default());
    }
    let other = own.names.iter().find(|(lang, _)| !languages.contains(lang));
    fields
        .with("other_lang", other.map(|(lang, _)| lang.to_string()).unwrap_or_default())
        .with("other_name", other.map(|(_, name)| name.clone()).unwrap_or_default())
        .with("acronym", &own.acronym)
        .with("kind", own.kind.code())
        .with("country", &own.country)
        .with("website", &own.website)
        .with("ended_on", own.ended_on.map(|day| day.0.to_string()).unwrap_or_default())
        .with("revision", own.revision)
}

async fn show(visit: &Visit, city: Option<&City>, own: Option<&Organisation>, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&OPTIONAL);
    let title = match own {
        Some(own) => visit.t1("organisation-correct", "name", own.named(visit.lang, &visit.hub.network.languages).1),
        None => visit.t("organisation-new"),
    };
    let template = EditPage { v: visit, meta: Meta::titled(title).hide(), form, city, own };
    page(template.form.status(), &template, None)
}

impl EditPage<'_> {
    /// The list, behind the language.
    fn list(&self) -> String {
        self.city.map_or_else(|| "/office/organisations".to_owned(), of_city)
    }

    fn back(&self) -> String {
        self.own.map_or_else(|| self.list(), Organisation::path)
    }

    fn title(&self) -> String {
        match self.city {
            Some(city) => self.v.t1("organisations-of", "city", city.name(self.v.lang)),
            None => self.v.t("menu-organisations"),
        }
    }

    fn names(&self) -> String {
        let languages = self.v.hub.network.languages.iter();
        languages.map(|lang| self.form.line_in(name_field(*lang), "organisation-name-in", *lang)).collect()
    }

    /// All languages that are none of the network's.
    fn languages(&self) -> Vec<Choice> {
        let own = &self.v.hub.network.languages;
        let others = base::lang::NAMES.iter().filter_map(|(code, _)| code.parse::<Lang>().ok());
        let others = others.filter(|lang| !own.contains(lang));
        let mut choices: Vec<Choice> =
            others.map(|lang| Choice::new(lang, self.v.t(language_words(lang.code())))).collect();
        choices.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
        choices.insert(0, Choice::new("", self.v.t("choose")));
        choices
    }

    fn kinds(&self) -> Vec<Choice> {
        let choose = Choice::new("", self.v.t("choose"));
        std::iter::once(choose).chain(super::kinds(self.v)).collect()
    }

    fn countries(&self) -> Vec<Choice> {
        let network = &self.v.hub.network;
        let mut choices: Vec<Choice> =
            network.countries.values().map(|own| Choice::new(&own.iso2, own.name(self.v.lang))).collect();
        choices.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
        choices.insert(0, Choice::new("", self.v.t("organisation-no-country")));
        choices
    }
}
