//! How a city joins, with a contact form that becomes a letter to the network.

use askama::Template;
use axum::response::IntoResponse;
use base::limits::{LINE_CHARS, TEXT_CHARS};
use base::{Fail, FieldError, Lang};
use chrono::TimeDelta;
use http::StatusCode;
use store::Limit;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use super::text::{Text, text};
use crate::message::{self, Message};

/// Letters from one address of the net.
const LETTERS: Limit = Limit { tries: 10, within: TimeDelta::hours(1) };

#[derive(Template)]
#[template(path = "site/join.html")]
struct Join<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    form: Form<'a>,
}

/// Reads what was written in the form.
fn read(fields: &Fields, lang: Lang) -> Result<Message, Vec<FieldError>> {
    let message = Message {
        name: fields.line("name"),
        email: mail::normal(&fields.line("email")),
        city: fields.line("city"),
        lang: lang.code().to_owned(),
        text: fields.text("message"),
    };
    let mut errors = Vec::new();
    for (field, label, value, max) in [
        ("name", "join-name", &message.name, LINE_CHARS),
        ("city", "join-city", &message.city, LINE_CHARS),
        ("message", "join-message", &message.text, TEXT_CHARS),
    ] {
        if value.is_empty() {
            errors.push(FieldError::new(field, "error-required").with("label", label));
        } else if value.chars().count() > max {
            errors.push(FieldError::new(field, "error-too-long").with("max", max));
        }
    }
    if !mail::is_address(&message.email) {
        errors.push(FieldError::new("email", "error-email"));
    }
    if errors.is_empty() { Ok(message) } else { Err(errors) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default(), Vec::new())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let message = match read(&fields, visit.lang) {
        Ok(message) => message,
        Err(errors) => return show(&visit, fields, errors),
    };
    let place = format!("join:{}", base::secret::hash(&visit.client));
    visit.hub.parts.guard.pass(&visit.hub.db, &[(&place, LETTERS)]).await?;
    let tx = visit.hub.db.begin().await?;
    let done = visit.done("/join", "letter");
    // Sent twice (a double click), it is one letter; with another text it is another.
    let content = format!("{} {} {} {}", fields.get("once"), message.email, message.city, message.text);
    match store::remember(&tx, &visit.actor, &base::secret::hash(&content), &done).await {
        Ok(()) => {
            message::send(&tx, &message).await?;
            tx.commit().await?;
        }
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => {}
        Err(fail) => return Err(fail.into()),
    }
    Ok(redirect(&done).into_response())
}

fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let text = text(visit, "join")?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(&text.title).about(visit.t("join-description"));
    let form = Form::wrong(visit, fields, errors);
    // Each reader gets a token of their own: the page is not one to keep.
    page(status, &Join { v: visit, meta, text, form }, None)
}
