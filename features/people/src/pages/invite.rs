//! Inviting somebody.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId};
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

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

web::framed!(Invite);

impl Invite<'_> {
    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default().with("lang", visit.lang)).await
}

pub(crate) async fn post(visit: Visit, mut fields: Fields) -> Answer {
    check(&visit)?;
    let named = super::picked(&visit, &mut fields).await?;
    match invite(&visit, &fields, named).await {
        Ok(id) => Ok(redirect(&visit.done_by_letter(format!("/office/people/{id}"), "invited")).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

async fn invite(visit: &Visit, fields: &Fields, named: Vec<FieldError>) -> Result<PersonId, Fail> {
    let newcomer = Newcomer::read(fields, &visit.hub.network.languages, visit.lang);
    let grant = RoleGrant::read(fields, &visit.hub.network);
    match (newcomer, grant, named) {
        (Ok(newcomer), Ok(grant), named) if named.is_empty() => {
            manage::invite(&visit.hub, &visit.actor, &newcomer, &grant).await
        }
        (newcomer, grant, named) => {
            let wrong = [newcomer.err(), grant.err()].into_iter().flatten().flatten();
            Err(Fail::Invalid(wrong.chain(named).collect()))
        }
    }
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    check(visit)?;
    let meta = Meta::titled(visit.t("invite-title")).hide();
    let form = Form::new(visit, filled);
    let lists = role_lists(visit, &form).await?;
    page(form.status(), &Invite { v: visit, meta, form, lists }, None)
}
