//! Inviting somebody.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use http::StatusCode;
use web::form::Choice;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use super::{RoleLists, check, languages, role_lists};
use crate::actions::manage;
use crate::rules::{Newcomer, RoleGrant};

#[derive(Template)]
#[template(path = "people/invite.html")]
struct Invite<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    lists: RoleLists,
}

impl Invite<'_> {
    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let fields = Fields::default().with("lang", visit.lang);
    show(&visit, fields, Vec::new()).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    check(&visit)?;
    let newcomer = Newcomer::read(&fields, &visit.hub.network.languages, visit.lang);
    let grant = RoleGrant::read(&fields, &visit.hub.network);
    let (newcomer, grant) = match (newcomer, grant) {
        (Ok(newcomer), Ok(grant)) => (newcomer, grant),
        (newcomer, grant) => {
            let mut errors = newcomer.err().unwrap_or_default();
            errors.extend(grant.err().unwrap_or_default());
            return show(&visit, fields, errors).await;
        }
    };
    match manage::invite(&visit.hub, &visit.actor, &newcomer, &grant).await {
        Ok(id) => Ok(redirect(&visit.done(format!("/office/people/{id}"), "invited")).into_response()),
        Err(Fail::Invalid(errors)) => show(&visit, fields, errors).await,
        Err(fail) => Err(fail.into()),
    }
}

async fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>) -> Answer {
    check(visit)?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("invite-title")).hide();
    let lists = role_lists(visit).await?;
    page(status, &Invite { v: visit, meta, form: Form::wrong(visit, fields, errors), lists }, None)
}
