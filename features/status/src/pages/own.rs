//! How a city stands, for its people: kindly, with what helps; and what they have to say where it is to be suspended.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use cities::City;
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::history::{History, Standing};
use super::{own_place, seen};
use crate::rules::{Answered, Decided, Decision, DecisionState, REASON_CHARS};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "status/own.html")]
struct OwnPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    standing: Standing<'a>,
    history: History,
    /// What the city said of its suspension.
    answers: Vec<Answered>,
    /// What waits was entered by those who lead the city.
    is_own: bool,
    form: Form<'a>,
}

web::framed!(OwnPage);

impl OwnPage<'_> {
    fn place(&self) -> String {
        own_place(self.city)
    }

    /// That it is suspended is proposed.
    fn proposed(&self) -> Option<&Decided> {
        self.history.lines.iter().find(|own| own.state == DecisionState::Proposed)
    }

    fn leads(&self) -> bool {
        self.v.actor.leads(self.city.id)
    }

    /// The reader may answer; or has written something that came too late, and has it back.
    fn answers_here(&self) -> bool {
        self.leads() && (self.proposed().is_some() || self.form.is_wrong())
    }

    /// The reader may say that it leaves.
    fn may_leave(&self) -> bool {
        let open = self.history.lines.iter().filter(|own| own.is_open());
        self.leads() && Decision::Withdrawn.may_follow(self.city.membership) && open.into_iter().all(beside_leaving)
    }

    /// That it leaves waits for its day: its address, where the reader may take it back.
    fn taken_back_at(&self, own: &Decided) -> Option<String> {
        let waits = own.is_open() && own.decision == Decision::Withdrawn && self.leads() && self.is_own;
        waits.then(|| format!("{}/{}/take-back", self.place(), own.written()))
    }

    /// They answer for the city, in the office.
    fn office(&self) -> Option<String> {
        self.v.actor.answers_for(&self.city.region).then(|| super::office_place(self.city))
    }
}

fn beside_leaving(open: &Decided) -> bool {
    Decision::Withdrawn.may_be_beside(open)
}

pub(crate) async fn take_back(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let city = seen(&visit, &slug).await?;
    if !visit.actor.leads(city.id) {
        return Err(Fail::Forbidden.into());
    }
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    actions::drop(&visit.hub, &visit.actor, &city, id, "").await?;
    Ok(redirect(&visit.done(own_place(&city), "decision-dropped")).into_response())
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = seen(&visit, &slug).await?;
    show(&visit, &city, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = seen(&visit, &slug).await?;
    if !visit.actor.leads(city.id) {
        return Err(Fail::Forbidden.into());
    }
    let open = rows::proposed(&visit.hub.db.read(), city.id).await?;
    let said = match (read(&fields), open) {
        (Ok(text), Some(own)) => actions::answer(&visit.hub, &visit.actor, &city, own.id, &text).await,
        (Ok(_), None) => Err(Fail::Conflict("status_decisions.state".into())),
        (Err(errors), _) => Err(Fail::Invalid(errors)),
    };
    match said {
        Ok(()) => Ok(redirect(&visit.done(own_place(&city), "suspension-answered")).into_response()),
        Err(Fail::Conflict(_)) => {
            show(&visit, &city, Filled::conflicting(fields, FieldError::new("", "error-decision-over"))).await
        }
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?).await,
    }
}

fn read(fields: &Fields) -> Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let text = reader.needed_text("answer", "suspension-answer", REASON_CHARS);
    reader.end(text)
}

async fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let standing = Standing::of(visit, &sql, city.id, city.membership).await?;
    let history = History::of(&sql, city, None).await?;
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t1("membership-of", "city", city.name(visit.lang))).hide();
    let mut template = OwnPage { v: visit, meta, city, standing, history, answers: Vec::new(), is_own: false, form };
    if let Some(own) = template.history.lines.iter().find(|own| own.is_open() && own.decision == Decision::Withdrawn) {
        template.is_own = actions::is_of_city(&sql, own).await?;
    }
    if let Some(id) = template.proposed().map(|own| own.id) {
        template.answers = rows::answers(&sql, id).await?;
    }
    page(template.form.status(), &template, None)
}
