//! How a city joins, with a contact form that becomes a letter to the network.

use askama::Template;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Lang};
use chrono::TimeDelta;
use input::{Fields, Reader};
use store::Limit;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::text::{Text, text};
use crate::message::{self, Message};

/// Letters from one place.
const LETTERS: Limit = Limit { tries: 10, within: TimeDelta::hours(1) };
/// Letters from one IPv6 /48, whose places are many and may be one person's.
const LETTERS_NETWORK: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };
/// Letters from everybody together: they all come into one mailbox.
const LETTERS_ALL: Limit = Limit { tries: 100, within: TimeDelta::hours(1) };

#[derive(Template)]
#[template(path = "site/join.html")]
struct Join<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    form: Form<'a>,
}

web::framed!(Join);

/// Reads what was written in the form.
fn read(fields: &Fields, lang: Lang) -> Result<Message, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let message = Message {
        name: reader.needed("name", "join-name"),
        email: mail::normal(&fields.line("email")),
        city: reader.needed("city", "join-city"),
        lang: lang.code().to_owned(),
        text: reader.needed_text("message", "join-message", TEXT_CHARS),
    };
    reader.check(mail::is_address(&message.email), || FieldError::new("email", "error-email"));
    reader.end(message)
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let done = visit.done("/join", "letter");
    match send(&visit, &fields, &done).await {
        Ok(()) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?),
    }
}

async fn send(visit: &Visit, fields: &Fields, done: &str) -> Result<(), Fail> {
    let message = read(fields, visit.lang).map_err(Fail::Invalid)?;
    let place = format!("join:{}", base::secret::hash(&visit.client));
    let network = web::client::network(&visit.client).map(|own| format!("join-network:{}", base::secret::hash(&own)));
    let mut doors = vec![(place.as_str(), LETTERS)];
    doors.extend(network.as_deref().map(|own| (own, LETTERS_NETWORK)));
    doors.push(("join-all", LETTERS_ALL));
    visit.hub.guard.pass(&visit.hub.db, &doors).await?;
    let tx = visit.hub.db.begin().await?;
    // Sent twice (a double click, or the same text once more after going back), it is one letter: the text tells, not
    // the form, which a browser may have fetched anew.
    let content = format!("{} {} {} {}", message.name, message.email, message.city, message.text);
    match store::remember(&tx, &visit.actor, &base::secret::hash(&content), done).await {
        Ok(()) => {
            message::send(&tx, &message).await?;
            tx.commit().await
        }
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => Ok(()),
        Err(fail) => Err(fail),
    }
}

fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let text = text(visit, "join")?;
    let meta = Meta::titled(&text.title).about(visit.t("join-description"));
    let form = Form::new(visit, filled);
    // Each reader gets a token of their own: the page is not one to keep.
    page(form.status(), &Join { v: visit, meta, text, form }, None)
}
