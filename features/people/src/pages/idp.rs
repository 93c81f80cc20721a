//! The provider with which a city's people sign in, for whoever leads it and for the team.

use askama::Template;
use axum::extract::Path;
use base::{Fail, Time};
use cities::City;
use http::HeaderMap;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::city_sign_in::{go_on, why};
use crate::access::{may_offer_sign_in, may_repair_sign_in, may_trust_sign_in};
use crate::actions::idps::{self, Change, Draft};
use crate::actions::single::{returns_to, signs_out_at};
use crate::provider::Said;
use crate::rows::idps::IdpRow;
use crate::rows::oidc::Purpose;
use crate::rules::{IdpState, idp_state_words};

#[derive(Template)]
#[template(path = "people/idp.html")]
struct Idp<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
    /// Where its provider sends people back to.
    returns_to: String,
    /// Where it says that somebody has signed out there.
    signs_out_at: String,
    why: Option<String>,
    own: Option<IdpRow>,
    /// What came back when the reader tried it.
    tried: Option<Said>,
    /// The other ways are open until then.
    repaired: Option<Time>,
    /// The reader leads the city: offers it, and requires it.
    may_offer: bool,
    /// The reader answers for the platform: believes it that it asks for a second step.
    may_trust: bool,
    /// The reader is of the team: opens the other ways.
    may_repair: bool,
}

web::framed!(Idp);

impl Idp<'_> {
    /// How it stands, in words.
    fn state(&self, own: &IdpRow) -> String {
        self.v.t(idp_state_words(own.state.code()))
    }

    fn is(&self, own: &IdpRow, code: &str) -> bool {
        own.state.code() == code
    }
}

async fn city(visit: &Visit, slug: &str) -> Result<City, Fail> {
    cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await
}

fn place(slug: &str) -> String {
    format!("/cities/{slug}/sign-in")
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = city(&visit, &slug).await?;
    let own = idps::of(&visit.hub, &visit.actor, city.id).await?;
    let as_it_is = match &own {
        Some(own) => Fields::default().with("issuer", &own.issuer).with("client", &own.client_id),
        None => Fields::default(),
    };
    show(&visit, &city, own, as_it_is)
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city(&visit, &slug).await?;
    let own = idps::of(&visit.hub, &visit.actor, city.id).await?;
    // Before anything is looked at: what waits for that page holds no secret.
    visit.actor.must_be_recent(visit.hub.now())?;
    let saved = match Draft::read(&visit.hub, &fields, own.is_some()) {
        Ok(draft) => idps::set(&visit.hub, &visit.actor, city.id, &draft).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match saved {
        Ok(()) => Ok(redirect(&visit.done(place(&slug), "saved"))),
        Err(fail) => {
            let mut fields = fields;
            fields.set("password", "");
            show(&visit, &city, own, Filled::failed(fields, fail)?)
        }
    }
}

pub(crate) async fn test(visit: Visit, headers: HeaderMap, Path(slug): Path<String>) -> Answer {
    let city = city(&visit, &slug).await?;
    let own = idps::of(&visit.hub, &visit.actor, city.id).await?.ok_or(Fail::NotFound)?;
    match go_on(&visit, &headers, &own, (Purpose::Test, &place(&slug))).await? {
        Ok(response) => Ok(response),
        Err(why) => Ok(redirect(&format!("{}?why={}", visit.link(place(&slug)), why.code()))),
    }
}

pub(crate) async fn change(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = city(&visit, &slug).await?;
    let own = idps::of(&visit.hub, &visit.actor, city.id).await?;
    let wished = Change::read(fields.get("do")).ok_or(Fail::NotFound)?;
    match idps::change(&visit.hub, &visit.actor, city.id, wished).await {
        Ok(()) => Ok(redirect(&visit.done(place(&slug), "saved"))),
        Err(fail) => {
            let as_it_is = own.as_ref().map_or_else(Fields::default, |own| {
                Fields::default().with("issuer", &own.issuer).with("client", &own.client_id)
            });
            show(&visit, &city, own, Filled::failed(as_it_is, fail)?)
        }
    }
}

fn show(visit: &Visit, city: &City, own: Option<IdpRow>, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let now = visit.hub.now();
    let required = own.as_ref().filter(|own| own.state == IdpState::Required);
    let template = Idp {
        v: visit,
        meta: Meta::titled(visit.t1("city-idp-title", "city", city.name(visit.lang))).hide(),
        city,
        form,
        returns_to: returns_to(&visit.hub, &city.slug),
        signs_out_at: signs_out_at(&visit.hub, &city.slug),
        why: why(visit),
        tried: own.as_ref().and_then(|own| idps::tried(&visit.hub, &visit.actor, own)),
        repaired: required.and_then(|own| own.repair_until.filter(|_| own.is_repaired(now))),
        may_offer: may_offer_sign_in(&visit.actor, city.id),
        may_trust: may_trust_sign_in(&visit.actor),
        may_repair: may_repair_sign_in(&visit.actor),
        own,
    };
    kept_by_nobody(page(template.form.status(), &template, None))
}
