//! What a city says of itself, written by its lead, once per language.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang};
use http::StatusCode;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use crate::access::{Action, may};
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

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let city = rows::by_slug(&sql, &slug).await?;
    visit.person()?;
    if !may(&visit.actor, Action::EditProfile, city.id()) {
        return Err(Fail::Forbidden.into());
    }
    let writing = language(&visit, &Fields::parse(&visit.query));
    let profile = rows::profiles(&sql, city.id())
        .await?
        .into_iter()
        .find(|(lang, _)| *lang == writing)
        .map(|(_, profile)| profile)
        .unwrap_or_default();
    let fields = Fields::default()
        .with("summary", profile.summary)
        .with("website", profile.website)
        .with("contact", profile.contact)
        .with("revision", profile.revision);
    show(&visit, &city, writing, fields, Vec::new())
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    visit.person()?;
    let writing = language(&visit, &fields);
    let city = rows::by_slug(&visit.hub.db.read(), &slug).await?;
    if !may(&visit.actor, Action::EditProfile, city.id()) {
        return Err(Fail::Forbidden.into());
    }
    match Profile::read(&fields) {
        Ok(profile) => match actions::write_profile(&visit.hub, &visit.actor, &slug, writing, &profile).await {
            Ok(city) => Ok(redirect(&visit.done(city.path(), "saved")).into_response()),
            Err(Fail::Conflict(_)) => {
                show(&visit, &city, writing, fields, vec![FieldError::new("", "error-profile-changed")])
            }
            Err(fail) => Err(fail.into()),
        },
        Err(errors) => show(&visit, &city, writing, fields, errors),
    }
}

/// The language that is written in: `in=`, else that of the page.
fn language(visit: &Visit, fields: &Fields) -> Lang {
    fields.get("in").parse().ok().filter(|lang| visit.hub.network.languages.contains(lang)).unwrap_or(visit.lang)
}

fn show(visit: &Visit, city: &City, writing: Lang, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t1("profile-title", "city", city.name(visit.lang))).hide();
    let form = Form::wrong(visit, fields, errors);
    page(status, &ProfilePage { v: visit, meta, city, form, writing }, None)
}
