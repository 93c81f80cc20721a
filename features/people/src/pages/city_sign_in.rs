//! Signing in with the provider of one's city: which city, and on to it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::Fail;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use input::Fields;
use web::{Answer, Failure, Meta, Visit, kept_by_nobody, page, redirect};

use super::sign_in::next;
use crate::actions::single::{self, Going, Why, why_words};
use crate::rows::idps::IdpRow;
use crate::rows::oidc::Purpose;
use crate::rules::ASKED;
use crate::sessions::{sent_away, sent_of};

#[derive(Template)]
#[template(path = "people/city_sign_in_all.html")]
struct All<'a> {
    v: &'a Visit,
    meta: Meta,
    /// Slug and name of each.
    cities: Vec<(String, String)>,
    /// There are more than are shown.
    more: bool,
    /// `?next=…`, or nothing.
    query: String,
    /// Why they are here, where it is not of their own.
    why: Option<String>,
}

web::framed!(All);

#[derive(Template)]
#[template(path = "people/city_sign_in.html")]
struct One<'a> {
    v: &'a Visit,
    meta: Meta,
    slug: &'a str,
    city: &'a str,
    host: String,
    /// Why they are here, where it is not of their own.
    why: Option<String>,
    /// Nothing went wrong.
    required: bool,
    next: String,
}

web::framed!(One);

#[derive(Template)]
#[template(path = "people/going_on.html")]
struct GoingOn<'a> {
    v: &'a Visit,
    meta: Meta,
    host: String,
    to: String,
}

web::framed!(GoingOn);

/// What somebody is told who came back for nothing, as the address says it.
pub(super) fn why(visit: &Visit) -> Option<String> {
    Why::read(Fields::parse(&visit.query).get("why")).map(|why| visit.t(why_words(why.code())))
}

pub(crate) async fn all(visit: Visit) -> Answer {
    let (found, more) = single::offered(&visit.hub).await?;
    let mut cities: Vec<_> = found.iter().map(|city| (city.slug.clone(), city.name(visit.lang).to_owned())).collect();
    cities.sort_by_cached_key(|(_, name)| web::format::sort_key(name));
    let asked = Fields::parse(&visit.query);
    let query = match asked.get("next") {
        "" => String::new(),
        next => format!("?next={}", url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()),
    };
    let meta = Meta::titled(visit.t("city-sign-in-title")).hide();
    page(StatusCode::OK, &All { v: &visit, meta, cities, more, query, why: why(&visit) }, None)
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let fields = Fields::parse(&visit.query);
    let required = fields.get("why") == Why::Required.code();
    if visit.actor.person().is_some() && fields.get("why").is_empty() {
        return Ok(redirect(&next(&fields, &visit)).into_response());
    }
    let (city, idp) = match single::at(&visit.hub, &slug).await {
        // Nothing is here any more; why they were sent here still has to be told.
        Err(Fail::NotFound) if why(&visit).is_some() => {
            return Ok(redirect(&format!("{}?{}", visit.link("/sign-in/city"), visit.query)).into_response());
        }
        found => found?,
    };
    let template = One {
        v: &visit,
        meta: Meta::titled(visit.t1("city-sign-in-of", "city", city.name(visit.lang))).hide(),
        slug: &slug,
        city: city.name(visit.lang),
        host: idp.host(),
        why: why(&visit),
        required,
        next: fields.get("next").to_owned(),
    };
    kept_by_nobody(page(StatusCode::OK, &template, None))
}

pub(crate) async fn post(visit: Visit, headers: HeaderMap, Path(slug): Path<String>, fields: Fields) -> Answer {
    let (_, idp) = single::at(&visit.hub, &slug).await?;
    let to = next(&fields, &visit);
    match go_on(&visit, &headers, &idp, (Purpose::SignIn, &to)).await? {
        Ok(response) => Ok(response),
        Err(why) => {
            let place = visit.link(format!("/sign-in/city/{slug}"));
            let next: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
            Ok(redirect(&format!("{place}?next={next}&why={}", why.code())))
        }
    }
}

/// Whoever is signed in shows at their city's provider once more who they are.
pub(crate) async fn again(visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    visit.person()?;
    let to = next(&fields, &visit);
    let (_, idp) = single::for_proof(&visit.hub, &visit.actor).await?.ok_or(Fail::Forbidden)?;
    match go_on(&visit, &headers, &idp, (Purpose::Proof, &to)).await? {
        Ok(response) => Ok(response),
        Err(why) => Ok(redirect(&again_at(&visit, &to, why))),
    }
}

/// The page that asks once more, with what went wrong.
pub(super) fn again_at(visit: &Visit, to: &str, why: Why) -> String {
    let next: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("{}?next={next}&why={}", visit.link("/sign-in/again"), why.code())
}

/// Sends this browser to a provider. A page of ours in between: a form of this hub leads to this hub alone, as its browsers are told.
pub(super) async fn go_on(
    visit: &Visit,
    headers: &HeaderMap,
    idp: &IdpRow,
    (purpose, to): (Purpose, &str),
) -> Result<Result<Response, Why>, Failure> {
    // The same in all its windows.
    let browser = sent_of(&visit.hub, headers).unwrap_or_else(base::secret::new_secret);
    let own = match purpose {
        Purpose::SignIn => None,
        _ => Some((&*visit.actor, visit.session.as_deref().ok_or(Fail::SignIn)?)),
    };
    let going = Going { purpose, browser: &browser, lang: visit.lang, next: to, place: &visit.client, own };
    let to = match single::go(&visit.hub, idp, going).await? {
        Ok(to) => to,
        Err(why) => return Ok(Err(why)),
    };
    let refresh = HeaderValue::from_str(&format!("0; url={to}")).map_err(Fail::internal)?;
    let meta = Meta::titled(visit.t("city-going-on")).hide();
    let shown = page(StatusCode::OK, &GoingOn { v: visit, meta, host: idp.host(), to }, None);
    let mut response = kept_by_nobody(shown)?;
    response.headers_mut().insert(header::REFRESH, refresh);
    response.headers_mut().append(header::SET_COOKIE, sent_away(&visit.hub, &browser, ASKED.num_seconds()));
    Ok(Ok(response))
}
