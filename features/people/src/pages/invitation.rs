//! What the link of an invitation leads to: a password for whoever has no account, accepting for whoever is signed in with theirs.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use cities::City;
use http::{HeaderMap, StatusCode};
use input::Fields;
use web::guard;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::sign_in::{agent_of, lead_on};
use crate::actions::invitations::{self, Opens};
use crate::letters::INVITATION_PAGE;
use crate::password::weakness;
use crate::rows;
use crate::rows::invitations::InvitationRow;
use crate::rules::{check_name, role_words};

#[derive(Template)]
#[template(path = "people/invitation.html")]
struct InvitationPage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a InvitationRow,
    /// Who invites.
    by: String,
    city: City,
    what: What,
    form: Form<'a>,
}

web::framed!(InvitationPage);

/// What is to be done with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Password,
    SignIn,
    Accept,
    Other,
    Accepted,
}

impl InvitationPage<'_> {
    /// Who invites, for which city, and as what.
    fn offered(&self) -> String {
        let role = self.v.t(role_words(&self.own.role));
        let args = [
            ("by", self.by.as_str().into()),
            ("city", self.city.name(self.v.lang).into()),
            ("role", role.as_str().into()),
        ];
        self.v.ta("invitation-text", &args)
    }

    fn is(&self, what: &str) -> bool {
        what == match self.what {
            What::Password => "password",
            What::SignIn => "sign-in",
            What::Accept => "accept",
            What::Other => "other",
            What::Accepted => "accepted",
        }
    }

    /// Where somebody signs in who comes back here then.
    fn sign_in(&self) -> String {
        let next: String = url::form_urlencoded::byte_serialize(self.v.here().as_bytes()).collect();
        format!("{}?next={next}", self.v.link("/sign-in"))
    }
}

#[derive(Template)]
#[template(path = "people/invitation_gone.html")]
struct Gone<'a> {
    v: &'a Visit,
    meta: Meta,
    /// The account with its address is closed.
    closed: bool,
}

web::framed!(Gone);

fn gone(visit: &Visit, closed: bool) -> Answer {
    let meta = Meta::titled(visit.t("invitation-gone")).hide();
    kept_by_nobody(page(StatusCode::GONE, &Gone { v: visit, meta, closed }, None))
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    match opened(&visit, &token).await? {
        Ok((own, What::Accepted)) => at_work(&visit, &own).await,
        Ok((own, what)) => {
            let fields = Fields::default().with("name", &own.name);
            show(&visit, &own, what, fields).await
        }
        Err(closed) => gone(&visit, closed),
    }
}

/// What this link opens; else whether that is because the account is closed.
async fn opened(visit: &Visit, token: &str) -> Result<Result<(InvitationRow, What), bool>> {
    let Some(link) = guard::of_token(&visit.hub, INVITATION_PAGE, token) else { return Ok(Err(false)) };
    Ok(match invitations::opens(&visit.hub, &visit.actor, link).await? {
        None => Err(false),
        Some(Opens::Closed) => Err(true),
        Some(Opens::Accepted(own)) => Ok((own, What::Accepted)),
        Some(Opens::Password(own)) => Ok((own, What::Password)),
        Some(Opens::SignIn(own)) => Ok((own, What::SignIn)),
        Some(Opens::Accept(own)) => Ok((own, What::Accept)),
        Some(Opens::Other(own)) => Ok((own, What::Other)),
    })
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, headers: HeaderMap, fields: Fields) -> Answer {
    let (own, what) = match opened(&visit, &token).await? {
        Ok(opened) => opened,
        Err(closed) => return gone(&visit, closed),
    };
    match what {
        What::Accept => accept(&visit, &own).await,
        What::Accepted => at_work(&visit, &own).await,
        What::Password => come_in(&visit, &own, &headers, fields).await,
        // In somebody else's session nothing is accepted; without one nothing that an account has.
        What::Other | What::SignIn => show(&visit, &own, what, fields).await,
    }
}

/// Accepted already: the city's page.
async fn at_work(visit: &Visit, own: &InvitationRow) -> Answer {
    let city = cities::by_ids(&visit.hub.db.read(), &[own.city]).await?.remove(&own.city).ok_or(Fail::NotFound)?;
    Ok(redirect(&visit.done(city.path(), "invitation-accepted")).into_response())
}

async fn accept(visit: &Visit, own: &InvitationRow) -> Answer {
    match invitations::accept(&visit.hub, &visit.actor, visit.session.as_deref().unwrap_or_default(), own.link).await {
        Ok(_) => at_work(visit, own).await,
        Err(Fail::NotFound) => gone(visit, false),
        Err(fail) => Err(fail.into()),
    }
}

async fn come_in(visit: &Visit, own: &InvitationRow, headers: &HeaderMap, fields: Fields) -> Answer {
    let name = base::letters::name(&fields.line("name"));
    let mut errors = Vec::new();
    check_name(&name, &mut errors);
    errors.extend(weakness("password", fields.get("password"), &own.email, &name));
    if !errors.is_empty() {
        return show(visit, own, What::Password, Filled::wrong(fields, errors)).await;
    }
    let password = fields.get("password").to_owned();
    match invitations::come_in(&visit.hub, own.link, &name, password, agent_of(headers)).await {
        Ok(admitted) => Ok(lead_on(visit, &admitted, &visit.done("/cities/mine", "welcome"))),
        Err(Fail::NotFound) => gone(visit, false),
        // Somebody has taken the account up meanwhile: they sign in with it.
        Err(Fail::Conflict(_)) => show(visit, own, What::SignIn, Fields::default()).await,
        Err(fail) => show(visit, own, What::Password, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, own: &InvitationRow, what: What, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let city = cities::by_ids(&sql, &[own.city]).await?.remove(&own.city).ok_or(Fail::NotFound)?;
    let by = rows::names(&sql, &[own.by_person]).await?.remove(&own.by_person).unwrap_or_default();
    let meta = Meta::titled(visit.t1("invitation-title", "city", city.name(visit.lang))).hide();
    let form = Form::new(visit, filled);
    let template = InvitationPage { v: visit, meta, own, by, city, what, form };
    kept_by_nobody(page(template.form.status(), &template, None))
}
