//! Where cities' providers send people back to. It has no language: each has the one in which they were sent away.

use axum::extract::Path;
use axum::response::Response;
use base::Lang;
use http::{HeaderMap, header};
use input::Fields;
use web::{Answer, Visit, redirect};

use super::city_sign_in::again_at;
use super::sign_in::{agent_of, lead_on};
use crate::actions::session::{Admitted, Browser};
use crate::actions::single::{self, Came, Ended, Returned, Why};
use crate::rows::oidc::Purpose;
use crate::sessions::{device, first_step, first_step_of, sent_of};

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>, headers: HeaderMap) -> Answer {
    let fields = Fields::parse(&visit.query);
    let (sent, first) = (sent_of(&visit.hub, &headers), first_step_of(&visit.hub, &headers));
    let device = device(&visit.hub, &headers);
    let back = Returned {
        city: &slug,
        state: fields.get("state"),
        code: fields.get("code"),
        error: fields.get("error"),
        iss: fields.get("iss"),
        sent: sent.as_deref(),
        first: first.as_deref(),
        browser: Browser { session: visit.session.as_deref(), device: device.as_deref(), agent: agent_of(&headers) },
        actor: &visit.actor,
    };
    match single::returned(&visit.hub, back).await? {
        Ended::In { admitted, lang, next } => Ok(come_in(&in_language(visit, lang), &admitted, &next)),
        Ended::Done { purpose, lang, next } => {
            let visit = in_language(visit, lang);
            Ok(redirect(&match purpose {
                Purpose::Link => visit.done("/account/city-sign-in", "city-linked"),
                Purpose::Test => visit.done(next, "city-tried"),
                Purpose::SignIn | Purpose::Proof => next,
            }))
        }
        Ended::Not { why, asked } => not(visit, why, asked).await,
    }
}

/// The same visit in the language in which somebody was sent away.
fn in_language(visit: Visit, lang: Lang) -> Visit {
    Visit { lang, ..visit }
}

/// A session, or the second step.
fn come_in(visit: &Visit, admitted: &Admitted, next: &str) -> Response {
    let mut response = lead_on(visit, admitted, next);
    if let Admitted::Whole(_) = admitted {
        response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, "", 0));
    }
    response
}

/// Back to where they came from, with what went wrong.
async fn not(visit: Visit, why: Why, asked: Option<Came>) -> Answer {
    let Some(came) = asked else {
        return Ok(redirect(&format!("{}?why={}", visit.link("/sign-in/city"), why.code())));
    };
    let visit = in_language(visit, came.lang);
    let written: String = url::form_urlencoded::byte_serialize(came.next.as_bytes()).collect();
    Ok(redirect(&match came.purpose {
        Purpose::Link => format!("{}?why={}", visit.link("/account/city-sign-in"), why.code()),
        Purpose::Test => format!("{}?why={}", visit.link(&came.next), why.code()),
        Purpose::Proof => again_at(&visit, &came.next, why),
        Purpose::SignIn => {
            let city = cities::by_ids(&visit.hub.db.read(), &[came.city]).await?.remove(&came.city);
            let place = match city {
                Some(city) => format!("/sign-in/city/{}", city.slug),
                None => "/sign-in/city".to_owned(),
            };
            format!("{}?next={written}&why={}", visit.link(place), why.code())
        }
    }))
}
