//! The second step of signing in.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use http::{HeaderMap, header};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::sign_in::{Browser, CREDENTIAL, agent_of, enter, next, signed, with_session, without_credential};
use crate::actions::passkeys;
use crate::actions::second_step::{self, Second};
use crate::rules::is_like_a_code;
use crate::sessions::{device, first_step, first_step_of};

/// Seconds; of waits that are longer it is said what else to do.
const HOUR: u64 = 60 * 60;

#[derive(Template)]
#[template(path = "people/code.html")]
struct Code<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// Whose code is asked for.
    email: &'a str,
    /// They have passkeys.
    passkeys: bool,
    /// A password was set just now: nothing more is to be done with the link.
    password_set: bool,
    /// Where somebody else begins, who goes on to the same page.
    other: String,
}

web::framed!(Code);

/// To the first step: it was not given, or is over.
fn again(visit: &Visit, next: &str) -> Answer {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    // Said why: what was typed just now is gone.
    let over = visit.done("/sign-in", "first-step-over");
    Ok(redirect(&format!("{over}&next={next}")).into_response())
}

pub(crate) async fn get(visit: Visit, headers: HeaderMap) -> Answer {
    let fields = Fields::parse(&visit.query);
    if visit.actor.person().is_some() {
        return Ok(redirect(&next(&fields, &visit)).into_response());
    }
    show(&visit, &headers, fields).await
}

pub(crate) async fn post(visit: Visit, headers: HeaderMap, mut fields: Fields) -> Answer {
    let to = next(&fields, &visit);
    let Some(first) = first_step_of(&visit.hub, &headers) else { return again(&visit, &to) };
    let browser = Browser::of(&visit, &headers);
    if let Some(shown) = signed(&browser, &fields, CREDENTIAL) {
        return match enter(&visit, &headers, shown, Some(&first), &to).await {
            Ok(response) => Ok(response),
            Err(fail) => show(&visit, &headers, Filled::failed(without_credential(&fields), fail)?).await,
        };
    }
    if !is_like_a_code(fields.get("code")) {
        let wrong = FieldError::new("code", "error-code-none");
        return show(&visit, &headers, Filled::wrong(fields, vec![wrong])).await;
    }
    let device = device(&visit.hub, &headers);
    let second = Second {
        first: &first,
        code: fields.get("code"),
        device: device.as_deref(),
        session: visit.session.as_deref(),
        agent: agent_of(&headers),
    };
    let entered = second_step::enter(&visit.hub, second).await;
    // Whoever tries again reads a new one.
    fields.set("code", String::new());
    match entered {
        Ok(opened) => {
            let mut response = with_session(&visit, &opened, redirect(&to));
            response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, "", 0));
            Ok(response)
        }
        Err(Fail::SignIn) => again(&visit, &to),
        Err(Fail::TooMany(seconds)) => {
            let filled = match seconds > HOUR {
                true => Filled::no_more_today(fields, seconds, "error-code-today"),
                false => Filled::too_often(fields, seconds, "error-code-often"),
            };
            show(&visit, &headers, filled).await
        }
        Err(fail) => show(&visit, &headers, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, headers: &HeaderMap, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let asked = match first_step_of(&visit.hub, headers) {
        Some(secret) => second_step::asked(&visit.hub.db.read(), &secret, visit.hub.now()).await?,
        None => None,
    };
    let Some(person) = asked else {
        return again(visit, &next(&Fields::default().with("next", form.value("next")), visit));
    };
    let meta = Meta::titled(visit.t("code-title")).hide();
    let passkeys = passkeys::usable(&visit.hub, &visit.hub.db.read(), person.id).await?;
    let next = form.value("next");
    let password_set = next == visit.done("/cities/mine", "welcome");
    let written: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let other = format!("{}?next={written}", visit.link("/sign-in"));
    let code = Code { v: visit, meta, form, email: &person.email, passkeys, password_set, other };
    kept_by_nobody(page(code.form.status(), &code, None))
}
