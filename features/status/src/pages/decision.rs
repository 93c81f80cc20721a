//! One decision that waits: for a second person, or for its day. What the city said of it stands there.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId};
use cities::City;
use input::{Fields, Reader};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::history::{History, hands};
use super::{answered_for, office_place};
use crate::access::check;
use crate::actions::Agreed;
use crate::rules::{Answered, Decided, DecisionState, REASON_CHARS};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "status/decision.html")]
struct DecisionPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    own: &'a Decided,
    history: History,
    answers: Vec<Answered>,
    names: HashMap<PersonId, String>,
    form: Form<'a>,
}

web::framed!(DecisionPage);

impl DecisionPage<'_> {
    fn place(&self) -> String {
        office_place(self.city)
    }

    fn address(&self) -> String {
        format!("{}/decisions/{}", self.place(), self.own.written())
    }

    fn name(&self, person: &PersonId) -> &str {
        self.names.get(person).map_or("", String::as_str)
    }

    fn is_proposed(&self) -> bool {
        self.own.state == DecisionState::Proposed
    }

    /// The reader proposed it: somebody else decides.
    fn is_mine(&self) -> bool {
        self.own.entered_by.is_some() && self.own.entered_by == self.v.actor.id()
    }

    /// The last answer that stands on this page, as the form carries it.
    fn seen(&self) -> String {
        self.answers.last().map_or_else(String::new, |last| base::id::write_id(last.id))
    }

    fn choices(&self) -> Vec<Choice> {
        let agree = Choice::new("agree", self.v.t("decision-agree"));
        let drop = Choice::new("drop", self.v.t("decision-drop"));
        if self.is_proposed() && !self.is_mine() { vec![agree, drop] } else { vec![drop] }
    }
}

/// What somebody does with it.
#[derive(Clone, Copy)]
enum Do {
    Agree,
    Drop,
}

fn read(fields: &Fields) -> Result<(Do, String), Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let chosen = reader.one_of("do", "decision-do", |code| match code {
        "agree" => Some(Do::Agree),
        "drop" => Some(Do::Drop),
        _ => None,
    });
    let note = reader.needed_text("note", "decision-note", REASON_CHARS);
    reader.end((chosen.unwrap_or(Do::Drop), note))
}

pub(crate) async fn get(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    show(&visit, &slug, &id, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path((slug, id)): Path<(String, String)>, fields: Fields) -> Answer {
    let city = answered_for(&visit, &slug).await?;
    let number = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    check(&visit.actor, &city, rows::one(&visit.hub.db.read(), city.id, number).await?.decision)?;
    let (hub, actor) = (&visit.hub, &visit.actor);
    let done = match read(&fields) {
        Ok((Do::Agree, note)) => {
            let agreed = Agreed { heard: &note, seen: base::id::read_id(fields.get("seen")).unwrap_or(0) };
            actions::agree(hub, actor, &city, number, &agreed).await.map(|()| Do::Agree)
        }
        Ok((Do::Drop, note)) => actions::drop(hub, actor, &city, number, &note).await.map(|()| Do::Drop),
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    let place = office_place(&city);
    match done {
        Ok(Do::Agree) => Ok(redirect(&visit.done(place, "status-decided")).into_response()),
        Ok(Do::Drop) => Ok(redirect(&visit.done(place, "decision-dropped")).into_response()),
        Err(Fail::Conflict(_)) => {
            let moved = Filled::conflicting(fields, FieldError::new("", "error-decision-over"));
            show(&visit, &slug, &id, moved).await
        }
        Err(fail) => show(&visit, &slug, &id, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, slug: &str, id: &str, filled: impl Into<Filled>) -> Answer {
    let city = answered_for(visit, slug).await?;
    let number = base::id::read_id(id).ok_or(Fail::NotFound)?;
    let sql = visit.hub.db.read();
    let own = rows::one(&sql, city.id, number).await?;
    check(&visit.actor, &city, own.decision)?;
    let answers = rows::answers(&sql, own.id).await?;
    let said: Vec<PersonId> = answers.iter().map(|answer| answer.person).chain(hands(&own)).collect();
    let names = people::names(&sql, &said).await?;
    let history = History { lines: Vec::new(), names: names.clone(), city: city.id, place: None };
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t1("decide-of", "city", city.name(visit.lang))).hide();
    let template = DecisionPage { v: visit, meta, city: &city, own: &own, history, answers, names, form };
    page(template.form.status(), &template, None)
}
