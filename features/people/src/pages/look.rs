//! Looking at the hub as somebody with a role.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, ROLES};
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{RoleLists, picked, role_lists};
use crate::actions::look;
use crate::rules::{RoleGrant, role_words};

#[derive(Template)]
#[template(path = "people/look.html")]
struct Look<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    lists: RoleLists,
}

web::framed!(Look);

impl Look<'_> {
    /// The roles as which this reader may look.
    fn roles(&self) -> Vec<Choice> {
        let actor = &self.v.actor;
        let kinds = ROLES.iter().filter(|kind| match kind.code {
            "administrator" => false,
            "central-team" => actor.is_administrator(),
            "regional-officer" => actor.is_central(),
            _ => true,
        });
        kinds.map(|kind| Choice::new(kind.code, self.v.t(role_words(kind.code)))).collect()
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, mut fields: Fields) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let session = visit.session.clone().ok_or(Fail::SignIn)?;
    let wrong = picked(&visit, &mut fields).await?;
    let done = match RoleGrant::read(&fields, &visit.hub.network) {
        Ok(grant) if wrong.is_empty() => look::begin(&visit.hub, &visit.actor, &session, &grant).await,
        read => Err(Fail::Invalid(read.err().into_iter().flatten().chain(wrong).collect())),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.link("/")).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn stop(visit: Visit) -> Answer {
    let session = visit.session.clone().ok_or(Fail::SignIn)?;
    look::stop(&visit.hub, &visit.actor, &session).await?;
    Ok(redirect(&visit.link("/office/look")).into_response())
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let form = Form::new(visit, filled).may_lack(&["city", "region", "organisation"]);
    let lists = role_lists(visit, &form).await?;
    let meta = Meta::titled(visit.t("menu-look")).hide();
    page(form.status(), &Look { v: visit, meta, form, lists }, None)
}
