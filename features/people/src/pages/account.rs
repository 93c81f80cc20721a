//! The own account: name, language, password, roles.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang, Role};
use http::StatusCode;
use web::form::Choice;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use super::sign_in::with_session;
use super::{languages, person};
use crate::actions::sign_in;
use crate::password::weakness;
use crate::rules::check_name;

#[derive(Template)]
#[template(path = "people/account.html")]
struct Account<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    roles: Vec<person::NamedRole>,
    own: Form<'a>,
    password: Form<'a>,
}

impl Account<'_> {
    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, None, None).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let me = visit.person()?;
    let name = fields.line("name");
    let mut errors: Vec<FieldError> = Vec::new();
    check_name(&name, &mut errors);
    let lang: Lang =
        fields.get("lang").parse().ok().filter(|lang| visit.hub.network.languages.contains(lang)).unwrap_or(me.lang);
    if !errors.is_empty() {
        return show(&visit, Some((fields, errors)), None).await;
    }
    sign_in::rename(&visit.hub, &visit.actor, &name, lang).await?;
    Ok(redirect(&format!("{}?done=saved", visit.link("/account"))).into_response())
}

pub(crate) async fn password(visit: Visit, fields: Fields) -> Answer {
    let me = visit.person()?;
    let new = fields.get("new").to_owned();
    if let Some(error) = weakness("new", &new, &me.email, &me.name) {
        return show(&visit, None, Some((fields, vec![error]))).await;
    }
    match sign_in::change_password(&visit.hub, &visit.actor, fields.get("old"), new).await {
        Ok(secret) => Ok(with_session(&visit, &secret, redirect(&format!("{}?done=password", visit.link("/account"))))),
        Err(Fail::Invalid(errors)) => show(&visit, None, Some((fields, errors))).await,
        Err(fail) => Err(fail.into()),
    }
}

async fn show(
    visit: &Visit,
    own: Option<(Fields, Vec<FieldError>)>,
    password: Option<(Fields, Vec<FieldError>)>,
) -> Answer {
    let me = visit.person()?;
    let roles: Vec<(i64, Role)> = me.roles.iter().map(|role| (0, role.clone())).collect();
    let roles = person::named(visit, roles).await?;
    let wrong = own.is_some() || password.is_some();
    let filled = Fields::default().with("name", &me.name).with("lang", me.lang);
    let (fields, errors) = own.unwrap_or((filled, Vec::new()));
    let (password_fields, password_errors) = password.unwrap_or_default();
    let template = Account {
        v: visit,
        meta: Meta::titled(visit.t("account-title")).hide(),
        email: &me.email,
        roles,
        own: Form::wrong(visit, fields, errors),
        password: Form::wrong(visit, password_fields, password_errors),
    };
    page(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template, None)
}
