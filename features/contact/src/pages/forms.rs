//! The three forms: a question, something to share, anything else.

use askama::Template;
use axum::response::IntoResponse;
use base::Result;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use crate::form::{about, regions, send, themes};
use crate::purpose::{Purpose, title_words};

#[derive(Template)]
#[template(path = "contact/form.html")]
struct FormPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    purpose: Purpose,
    /// The page that is asked about: its address behind the language, and what it is called.
    about: Option<(String, String)>,
}

web::framed!(FormPage);

pub(crate) async fn ask(visit: Visit, offered: Offered) -> Answer {
    let about = about(&Fields::parse(&visit.query));
    let region = region_of(&visit, &about).await?;
    let fields = own(&visit).with("about", about).with("region", region);
    show(&visit, &offered, Purpose::Question, fields).await
}

pub(crate) async fn share(visit: Visit, offered: Offered) -> Answer {
    let fields = own(&visit);
    show(&visit, &offered, Purpose::Share, fields).await
}

pub(crate) async fn media(visit: Visit, offered: Offered) -> Answer {
    let fields = own(&visit);
    show(&visit, &offered, Purpose::Media, fields).await
}

pub(crate) async fn contact(visit: Visit, offered: Offered) -> Answer {
    let fields = own(&visit);
    show(&visit, &offered, Purpose::Contact, fields).await
}

pub(crate) async fn send_question(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    sent(visit, offered, Purpose::Question, fields).await
}

pub(crate) async fn send_practice(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    sent(visit, offered, Purpose::Share, fields).await
}

pub(crate) async fn send_enquiry(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    sent(visit, offered, Purpose::Media, fields).await
}

pub(crate) async fn send_message(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    sent(visit, offered, Purpose::Contact, fields).await
}

async fn sent(visit: Visit, offered: Offered, purpose: Purpose, fields: Fields) -> Answer {
    match send(&visit, &fields, purpose).await {
        Ok(done) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, &offered, purpose, Filled::failed(fields, fail)?).await,
    }
}

/// What is known of whoever is signed in.
fn own(visit: &Visit) -> Fields {
    match visit.actor.person() {
        Some(person) => Fields::default().with("name", &person.name).with("email", &person.email),
        None => Fields::default(),
    }
}

/// The region of the city that is asked about: its officer can answer best.
async fn region_of(visit: &Visit, about: &str) -> Result<String> {
    let Some(slug) = about.strip_prefix("/cities/") else { return Ok(String::new()) };
    let found = cities::by_slugs(&visit.hub.db.read(), &[slug.to_owned()]).await?;
    Ok(found.into_iter().find(|city| city.membership.is_member()).map(|city| city.region).unwrap_or_default())
}

async fn show(visit: &Visit, offered: &Offered, purpose: Purpose, filled: impl Into<Filled>) -> Answer {
    let lacks: &[&str] = if purpose == Purpose::Media { &[] } else { &["city", "region", "theme"] };
    let form = Form::new(visit, filled).may_lack(lacks);
    let path = about(&Fields::default().with("about", form.value("about")));
    let about = offered.title(visit, &path).await?.map(|title| (path, title));
    let meta = Meta::titled(visit.t(title_words(purpose))).hide();
    page(form.status(), &FormPage { v: visit, meta, form, purpose, about }, None)
}

impl FormPage<'_> {
    fn regions(&self) -> Vec<Choice> {
        regions(self.v)
    }

    fn themes(&self) -> Vec<Choice> {
        themes(self.v)
    }

    /// Whom the media reach, where the network names somebody.
    fn press_contact(&self) -> &str {
        &self.v.hub.network.settings.press_contact
    }

    fn of_subject(&self) -> bool {
        matches!(self.purpose, Purpose::Question | Purpose::Share)
    }
}
