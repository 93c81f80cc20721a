//! What a city signed, for its people and for those who answer for it; its leads sign here, and pass the link on to whoever signs.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use chrono::TimeDelta;
use cities::City;
use input::Fields;
use store::{Limit, Sql};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{Difference, Reading, read_again, seen};
use crate::access::{may_enter, may_sign};
use crate::actions::{self, LINK_DAYS};
use crate::compare::Compared;
use crate::notices::own_place;
use crate::pages::signature::link_place;
use crate::rules::{Asked, InForce, Signed, Signing, Text, lines};
use crate::{asked_rows, rows, signature_rows};

#[derive(Template)]
#[template(path = "principles/own.html")]
struct OwnPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    now: InForce,
    text: Text,
    signed: Vec<Signed>,
    /// Until when it has time; none where it is not asked.
    asked: Option<Asked>,
    /// What changed since the city signed.
    difference: Option<Difference>,
    /// For whoever signs without an account, and the day until which it can be used.
    link: Option<(String, String)>,
    form: Form<'a>,
}

web::framed!(OwnPage);

impl OwnPage<'_> {
    fn place(&self) -> String {
        own_place(&self.city.slug)
    }

    fn may_sign(&self) -> bool {
        may_sign(&self.v.actor, self.city)
    }

    fn lines(&self) -> Vec<&str> {
        lines(&self.text.body)
    }

    /// The last signature, where it holds for what is in force.
    fn holds(&self) -> Option<&Signed> {
        self.signed.first().filter(|own| self.now.is_signed_by(own.version))
    }

    fn is_over(&self, asked: &Asked) -> bool {
        asked.is_over(&self.v.hub.network, self.v.hub.now())
    }

    /// They enter what was signed on paper.
    fn paper(&self) -> Option<String> {
        may_enter(&self.v.actor, self.city).then(|| format!("/office/principles/{}/paper", self.city.slug))
    }

    /// They answer for the city, and it may have more time.
    fn more_time(&self) -> Option<String> {
        let may = self.asked.is_some() && may_enter(&self.v.actor, self.city);
        may.then(|| format!("/office/principles/{}/more-time", self.city.slug))
    }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = seen(&visit, &slug).await?;
    show(&visit, &city, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = seen(&visit, &slug).await?;
    if !may_sign(&visit.actor, &city) {
        return Err(Fail::Forbidden.into());
    }
    let signed = match Signing::read(&fields) {
        Ok(signing) => {
            async {
                admit(&visit, &city).await?;
                actions::sign(&visit.hub, &visit.actor, &city, &signing).await
            }
            .await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match signed {
        Ok(()) => Ok(redirect(&visit.done(own_place(&city.slug), "principles-signed")).into_response()),
        Err(fail) => show(&visit, &city, read_again(fields, fail)?).await,
    }
}

/// A city signs, and makes links, so often.
const TRIES: Limit = Limit { tries: 20, within: TimeDelta::hours(1) };

async fn admit(visit: &Visit, city: &City) -> Result<()> {
    let door = format!("principles-city:{}", city.id);
    visit.hub.guard.pass(&visit.hub.db, &[(&door, TRIES)]).await
}

pub(crate) async fn link(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = seen(&visit, &slug).await?;
    admit(&visit, &city).await?;
    actions::make_link(&visit.hub, &visit.actor, &city).await?;
    Ok(redirect(&visit.done(own_place(&city.slug), "principles-link")).into_response())
}

async fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let now = rows::in_force(&sql).await?.ok_or(Fail::NotFound)?;
    let signed = signature_rows::signed_by(&sql, city.id).await?;
    let before = signed.first().map(|own| own.version).filter(|own| *own != now.version.id);
    let read = Reading::of(visit, &sql, &now, before).await?;
    let asked = asked_rows::asked_of(&sql, &[city.id]).await?.remove(&city.id);
    let link = link_of(visit, &sql, city).await?;
    let mut filled = filled.into().with("hash", &read.text.hash);
    if let Some(last) = signed.first().filter(|_| !filled.is_wrong_only()) {
        filled = filled.with("sign_name", &last.name).with("sign_position", &last.position);
    }
    let form = Form::new(visit, filled);
    let Reading { text, difference } = read;
    let meta = Meta::titled(visit.t1("principles-of-city", "city", city.name(visit.lang))).hide();
    let template = OwnPage { v: visit, meta, city, now, text, signed, asked, difference, link, form };
    page(template.form.status(), &template, None)
}

/// The link for whoever signs, and the day until which it can be used; for those who may pass it on.
async fn link_of(visit: &Visit, sql: &Sql, city: &City) -> Result<Option<(String, String)>> {
    if !may_sign(&visit.actor, city) {
        return Ok(None);
    }
    let days = TimeDelta::days(LINK_DAYS);
    let link = asked_rows::link_of(sql, city.id, visit.hub.now() - days).await?;
    let address = |own: i64| visit.hub.address(&visit.link(link_place(&visit.hub, own)));
    Ok(link.map(|own| (address(own.id), visit.date(&(own.made_at + days)))))
}
