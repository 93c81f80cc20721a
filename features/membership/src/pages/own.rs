//! The page of whoever asked, without an account: where their enquiry stands, what was written, and where they answer.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Result};
use chrono::TimeDelta;
use input::{Fields, Reader};
use store::{Limit, State};
use web::guard;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use crate::actions::answer;
use crate::application_state::{ApplicationState, beside_words};
use crate::letters::{OWN_PAGE, day, own_page};
use crate::rules::{Enquiry, Message, MessageKind};
use crate::state::{EnquiryState, stand_words};
use crate::{due, rows};

/// Messages through the link of one enquiry.
const OWN_MESSAGES: Limit = Limit { tries: 10, within: TimeDelta::hours(1) };

#[derive(Template)]
#[template(path = "membership/own.html")]
struct Own<'a> {
    v: &'a Visit,
    meta: Meta,
    enquiry: &'a Enquiry,
    /// What its asker is told of where it stands.
    stands: String,
    messages: Vec<Message>,
    form: Form<'a>,
    path: String,
}

web::framed!(Own);

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let enquiry = open(&visit, &token).await?;
    show(&visit, &enquiry, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let enquiry = open(&visit, &token).await?;
    let mut reader = Reader::new(&fields);
    let text = reader.needed_text("message", "enquiry-own-message", TEXT_CHARS);
    let written = match reader.end(text) {
        Ok(text) => write(&visit, &enquiry, &text).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match written {
        Ok(()) => Ok(redirect(&visit.done(own_page(&visit.hub, enquiry.id), "enquiry-answered")).into_response()),
        Err(fail) => show(&visit, &enquiry, Filled::failed(fields, fail)?).await,
    }
}

async fn write(visit: &Visit, enquiry: &Enquiry, text: &str) -> Result<()> {
    // Whoever has the link is counted by it: nobody else keeps them from answering.
    let door = format!("enquiry:{}", enquiry.id);
    visit.hub.guard.pass(&visit.hub.db, &[(&door, OWN_MESSAGES)]).await?;
    answer::answer(&visit.hub, enquiry.id, text).await
}

pub(crate) async fn withdraw(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let enquiry = open(&visit, &token).await?;
    // What a city has worked on for weeks is not gone by one press.
    if has_application(&enquiry) && !fields.has("sure", "yes") {
        let asked = vec![FieldError::new("sure", "error-enquiry-withdraw-sure")];
        return show(&visit, &enquiry, Filled::wrong(fields, asked)).await;
    }
    match answer::withdraw(&visit.hub, enquiry.id).await {
        // It has come to another end meanwhile: the page says which.
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(own_page(&visit.hub, enquiry.id))).into_response()),
        Err(fail) => Err(fail.into()),
        Ok(()) => Ok(redirect(&visit.done(own_page(&visit.hub, enquiry.id), "enquiry-withdrawn")).into_response()),
    }
}

async fn open(visit: &Visit, token: &str) -> Result<Enquiry> {
    let id = guard::of_token(&visit.hub, OWN_PAGE, token).ok_or(Fail::NotFound)?;
    rows::own(&visit.hub.db.read(), id).await
}

async fn show(visit: &Visit, enquiry: &Enquiry, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let mut messages = rows::messages(&sql, enquiry.id).await?;
    messages.retain(|message| message.kind != MessageKind::Note);
    let stands = match (enquiry.applies(), enquiry.duplicate_of) {
        (Some(application), _) => visit.t(beside_words(application)),
        (None, Some(of)) if enquiry.state == EnquiryState::Duplicate => {
            joint(visit, rows::enquiry(&sql, of).await?.state)
        }
        _ => visit.t(stand_words(enquiry.state)),
    };
    let meta = Meta::titled(visit.t1("enquiry-own-title", "place", &enquiry.place_written)).hide();
    let form = Form::new(visit, filled);
    let path = own_page(&visit.hub, enquiry.id);
    let own = Own { v: visit, meta, enquiry, stands, messages, form, path };
    kept_by_nobody(page(own.form.status(), &own, None))
}

/// An application that is not given up goes with the enquiry that is taken back. A member's enquiry is not.
fn has_application(enquiry: &Enquiry) -> bool {
    let over = |state| matches!(state, ApplicationState::Withdrawn | ApplicationState::Accepted);
    enquiry.application_state.is_some_and(|state| !over(state))
}

/// What is told of the one with which an enquiry is dealt, in this state: that the city was invited concerns both. All else is between the
/// office and whoever asked there.
fn joint(visit: &Visit, main: EnquiryState) -> String {
    match main {
        EnquiryState::Invited => visit.t("enquiry-stand-duplicate-invited"),
        EnquiryState::Received | EnquiryState::AskedBack => visit.t(stand_words(EnquiryState::Duplicate)),
        _ => visit.t("enquiry-stand-duplicate-answered"),
    }
}

impl Own<'_> {
    /// The day by whose end the office answers.
    fn due(&self) -> Option<String> {
        let due = self.enquiry.due_on.filter(|_| self.enquiry.state == EnquiryState::Received)?;
        Some(day(due, self.v.lang))
    }

    /// That day is over.
    fn is_late(&self) -> bool {
        let standing = due::standing_of(&self.v.hub.network, self.enquiry, self.v.hub.now());
        matches!(standing, Some(due::Standing::Overdue(_)))
    }

    /// They may take it back.
    fn may_withdraw(&self) -> bool {
        !self.is_member() && self.enquiry.state.leads_to(EnquiryState::Withdrawn)
    }

    fn is_member(&self) -> bool {
        self.enquiry.application_state == Some(ApplicationState::Accepted)
    }

    /// With it goes an application.
    fn has_application(&self) -> bool {
        has_application(self.enquiry)
    }

    fn may_write(&self) -> bool {
        self.enquiry.state != EnquiryState::Spam
    }

    fn is_theirs(&self, message: &Message) -> bool {
        message.kind == MessageKind::Asker
    }
}
