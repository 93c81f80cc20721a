//! The own account: name, language, password, roles, sessions, and what happened to it.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang, Role, Time};
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::sign_in::with_session;
use super::{languages, person};
use crate::actions::own;
use crate::password::weakness;
use crate::rows::account::{self, LogRow};
use crate::rules::check_name;

/// What happened lately that the page shows.
const LOGGED: i64 = 10;

#[derive(Template)]
#[template(path = "people/account.html")]
struct Account<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    roles: Vec<person::NamedRole>,
    own: Form<'a>,
    password: Form<'a>,
    sessions: Vec<Session>,
    log: Vec<LogRow>,
}

web::framed!(Account);

/// One of the own sessions.
struct Session {
    name: String,
    created_at: Time,
    /// Of another browser that came back after signing in, to the hour.
    seen_at: Option<Time>,
    this: bool,
}

impl Account<'_> {
    /// The words for something that happened to the account.
    fn happened(&self, kind: &str) -> String {
        self.v.t(match kind {
            "password-set" => "happened-password-set",
            "password-changed" => "happened-password-changed",
            _ => "happened-signed-in",
        })
    }

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
        return show(&visit, Some(Filled::wrong(fields, errors)), None).await;
    }
    own::rename(&visit.hub, &visit.actor, &name, lang).await?;
    Ok(redirect(&visit.done("/account", "saved")).into_response())
}

pub(crate) async fn password(visit: Visit, fields: Fields) -> Answer {
    let me = visit.person()?;
    let new = fields.get("new").to_owned();
    if let Some(error) = weakness("new", &new, &me.email, &me.name) {
        return show(&visit, None, Some(Filled::wrong(fields, vec![error]))).await;
    }
    match own::change_password(&visit.hub, &visit.actor, fields.get("old"), new).await {
        Ok(opened) => Ok(with_session(&visit, &opened, redirect(&visit.done("/account", "password")))),
        Err(fail) => show(&visit, None, Some(Filled::failed(fields, fail)?)).await,
    }
}

/// Ends one session.
pub(crate) async fn end_session(visit: Visit, Path(name): Path<String>) -> Answer {
    own::end_session(&visit.hub, &visit.actor, &name).await?;
    Ok(redirect(&visit.done("/account", "session-ended")).into_response())
}

/// Ends all sessions but this one.
pub(crate) async fn end_others(visit: Visit) -> Answer {
    visit.person()?;
    let this = visit.session.clone().ok_or(Fail::SignIn)?;
    own::end_other_sessions(&visit.hub, &visit.actor, &this).await?;
    Ok(redirect(&visit.done("/account", "sessions-ended")).into_response())
}

async fn sessions(visit: &Visit) -> base::Result<Vec<Session>> {
    let found = account::sessions(&visit.hub.db.read(), visit.person()?.id, visit.hub.now()).await?;
    Ok(found
        .into_iter()
        .map(|row| {
            let this = visit.session.as_deref().is_some_and(|secret| row.is(secret));
            Session {
                name: row.name().to_owned(),
                created_at: row.created_at,
                seen_at: row.seen_at.filter(|seen| !this && *seen > row.created_at),
                this,
            }
        })
        .collect())
}

async fn show(visit: &Visit, own: Option<Filled>, password: Option<Filled>) -> Answer {
    let me = visit.person()?;
    let roles: Vec<(i64, Role)> = me.roles.iter().map(|role| (0, role.clone())).collect();
    let roles = person::named(visit, roles).await?;
    let as_it_is = || Fields::default().with("name", &me.name).with("lang", me.lang).into();
    let own = Form::new(visit, own.unwrap_or_else(as_it_is));
    let password = Form::new(visit, password.unwrap_or_else(|| Fields::default().into()));
    let template = Account {
        v: visit,
        meta: Meta::titled(visit.t("account-title")).hide(),
        email: &me.email,
        roles,
        sessions: sessions(visit).await?,
        log: account::logged(&visit.hub.db.read(), me.id, LOGGED).await?,
        own,
        password,
    };
    page(template.own.status().max(template.password.status()), &template, None)
}
