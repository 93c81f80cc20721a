//! With which cities' providers the own account is connected.

use askama::Template;
use axum::extract::Path;
use base::{Fail, Time};
use http::HeaderMap;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::city_sign_in::{go_on, why};
use crate::actions::single::{self, Own};
use crate::rows::oidc::{LinkRow, Purpose};

const PLACE: &str = "/account/city-sign-in";

#[derive(Template)]
#[template(path = "people/city_links.html")]
struct CityLinks<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// Why somebody who was sent to a provider came back for nothing.
    why: Option<String>,
    cities: Vec<Connected>,
    /// Links that open nothing any more, each with who was there.
    others: Vec<(LinkRow, String)>,
}

web::framed!(CityLinks);

/// A city of theirs, and whether they are connected there.
struct Connected {
    slug: String,
    name: String,
    host: String,
    link: Option<LinkRow>,
}

impl CityLinks<'_> {
    /// When it was used last.
    fn used(&self, at: &Time) -> String {
        self.v.t1("passkey-used", "when", self.v.date(at))
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default()).await
}

pub(crate) async fn connect(visit: Visit, headers: HeaderMap, Path(slug): Path<String>) -> Answer {
    visit.person()?;
    let (_, idp) = single::at(&visit.hub, &slug).await?;
    match go_on(&visit, &headers, &idp, (Purpose::Link, PLACE)).await? {
        Ok(response) => Ok(response),
        Err(why) => Ok(redirect(&format!("{}?why={}", visit.link(PLACE), why.code()))),
    }
}

pub(crate) async fn delete(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    match single::unlink(&visit.hub, &visit.actor, this, id).await {
        Ok(()) => Ok(redirect(&visit.done(PLACE, "city-unlinked"))),
        Err(fail) => show(&visit, Filled::failed(Fields::default(), fail)?).await,
    }
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    visit.person()?;
    let form = Form::new(visit, filled);
    let Own { cities, others } = single::own(&visit.hub, &visit.actor).await?;
    let cities = cities.into_iter().map(|(city, idp, link)| Connected {
        name: city.name(visit.lang).to_owned(),
        slug: city.slug,
        host: idp.host(),
        link,
    });
    let template = CityLinks {
        v: visit,
        meta: Meta::titled(visit.t("city-links-title")).hide(),
        why: why(visit),
        cities: cities.collect(),
        others: others.into_iter().map(|link| (link.clone(), link.issuer)).collect(),
        form,
    };
    kept_by_nobody(page(template.form.status(), &template, None))
}
