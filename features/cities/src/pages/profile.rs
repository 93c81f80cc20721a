//! What a city says of itself, written by its lead, once per language.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Lang};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::access::Action;
use crate::rules::{City, Profile};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "cities/profile.html")]
struct ProfilePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
    writing: Lang,
}

web::framed!(ProfilePage);

/// The fields that people fill in.
const FIELDS: [(&str, &str); 3] =
    [("summary", "profile-summary"), ("website", "profile-website"), ("contact", "profile-contact")];

async fn city_to_write_of(visit: &Visit, slug: &str) -> base::Result<City> {
    rows::city_for(&visit.hub.db.read(), &visit.actor, Action::EditProfile, slug).await
}

/// The form as the page stands in this language.
async fn as_it_is(visit: &Visit, city: &City, writing: Lang) -> base::Result<Fields> {
    let profiles = rows::profiles(&visit.hub.db.read(), city.id).await?;
    let own = profiles.into_iter().find(|(lang, _)| *lang == writing).map(|(_, profile)| profile).unwrap_or_default();
    Ok(Fields::default()
        .with("summary", own.summary)
        .with("website", own.website)
        .with("contact", own.contact)
        .with("revision", own.revision))
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = city_to_write_of(&visit, &slug).await?;
    let writing = language(&visit, &Fields::parse(&visit.query));
    let fields = as_it_is(&visit, &city, writing).await?;
    show(&visit, &city, writing, fields)
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city_to_write_of(&visit, &slug).await?;
    let writing = language(&visit, &fields);
    let profile = match Profile::read(&fields, |address| visit.hub.settings.leads_here(address)) {
        Ok(profile) => profile,
        Err(errors) => return show(&visit, &city, writing, Filled::wrong(fields, errors)),
    };
    match actions::write_profile(&visit.hub, &visit.actor, &slug, writing, &profile).await {
        Ok(city) => Ok(redirect(&visit.done(city.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let now = as_it_is(&visit, &city, writing).await?;
            show(&visit, &city, writing, Filled::changed(fields, &now, &FIELDS))
        }
        Err(fail) => show(&visit, &city, writing, Filled::failed(fields, fail)?),
    }
}

/// The language that is written in: `in=`, else that of the page.
fn language(visit: &Visit, fields: &Fields) -> Lang {
    fields.get("in").parse().ok().filter(|lang| visit.hub.network.languages.contains(lang)).unwrap_or(visit.lang)
}

fn show(visit: &Visit, city: &City, writing: Lang, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t1("profile-title", "city", city.name(visit.lang))).hide();
    let form = Form::new(visit, filled).may_lack(&["website", "contact"]);
    page(form.status(), &ProfilePage { v: visit, meta, city, form, writing }, None)
}
