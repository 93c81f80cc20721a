//! The application at a glance: where it stands, what is written, what is missing, and sending it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, Result};
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::super::written::Written;
use super::{Opened, SUBMITS, admit, home, open};
use crate::actions::apply::{self, Missing};
use crate::application::{Application, Part, PartRow, declined_words, part_words};
use crate::application_rows as rows;
use crate::application_state::{ApplicationState, application_stand_words};
use crate::letters::{day, own_page, sign_page};
use crate::rows as enquiries;
use crate::rules::{Enquiry, MessageKind};

/// Something that is to be done.
struct Task {
    words: String,
    path: String,
    /// It is right as it is.
    done: bool,
    /// Something of it is written.
    begun: bool,
    /// When it was saved.
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "membership/apply.html")]
struct Overview<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Application,
    enquiry: &'a Enquiry,
    tasks: Vec<Task>,
    /// Nothing is missing.
    whole: bool,
    /// What was sent, while it cannot be written in.
    written: Option<Written>,
    /// What the office wrote last.
    question: Option<String>,
    /// Where messages are, behind the language.
    thread: String,
    path: String,
}

web::framed!(Overview);

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    let Opened { own, enquiry } = &opened;
    let sql = visit.hub.db.read();
    let (written, files) = (rows::parts(&sql, own.id).await?, rows::files(&sql, own.id).await?);
    let newest = principles::in_force(&sql).await?;
    let missing = apply::missing_of(&visit.hub, own, &written, &files, newest.as_ref());
    let question = match own.state {
        ApplicationState::AskedBack | ApplicationState::Declined => newest_of_office(&sql, own.enquiry).await?,
        _ => None,
    };
    let tasks = tasks(&visit, &opened, &missing, &written, newest.is_some());
    let meta = Meta::titled(visit.t1("application-title", "place", &enquiry.place_written)).hide();
    let (thread, path) = (own_page(&visit.hub, own.enquiry), opened.path(&visit, ""));
    let whole = missing.is_nothing();
    let written = (!own.state.is_written()).then(|| Written::of(&visit, &written));
    let overview = Overview { v: &visit, meta, own, enquiry, tasks, whole, written, question, thread, path };
    kept_by_nobody(page(http::StatusCode::OK, &overview, None))
}

/// All that is to be done before it can be sent.
fn tasks(
    visit: &Visit,
    opened: &Opened,
    missing: &Missing,
    written: &HashMap<Part, PartRow>,
    principles: bool,
) -> Vec<Task> {
    let task = |part: Part| {
        let (done, begun) = (!missing.parts.contains(&part), written.contains_key(&part));
        // What was written and is not right yet says what is missing.
        let check = if begun && !done { "?check=yes" } else { "" };
        let path = opened.path(visit, &format!("/{}{check}", part.code()));
        let saved = written.get(&part).and_then(|row| row.saved_at).map(|at| visit.moment(&at));
        Task { words: visit.t(part_words(part)), path, done, begun, saved }
    };
    Part::ALL.into_iter().map(task).chain(others(visit, opened, missing, principles)).collect()
}

/// What is no form: files, and, where the network has principles, the signature.
fn others(visit: &Visit, opened: &Opened, missing: &Missing, principles: bool) -> Vec<Task> {
    let proof = Task {
        words: visit.t("application-proof"),
        path: opened.path(visit, "/proof"),
        done: !missing.proof,
        begun: !missing.proof,
        saved: None,
    };
    let signature = principles.then(|| Task {
        words: visit.t("application-principles"),
        path: opened.path(visit, "/principles"),
        done: !missing.signature,
        begun: opened.own.signed_at.is_some(),
        saved: None,
    });
    std::iter::once(proof).chain(signature).collect()
}

async fn newest_of_office(sql: &store::Sql, enquiry: i64) -> Result<Option<String>> {
    let messages = enquiries::messages(sql, enquiry).await?;
    Ok(messages.into_iter().rev().find(|one| one.kind == MessageKind::Office).map(|one| one.text))
}

impl Overview<'_> {
    fn stands(&self) -> String {
        self.v.t(application_stand_words(self.own.state))
    }

    /// The day by whose end the office answers.
    fn due(&self) -> Option<String> {
        let due = self.own.due_on.filter(|_| self.own.state == ApplicationState::Submitted)?;
        Some(day(due, self.v.lang))
    }

    fn is_written(&self) -> bool {
        self.own.state.is_written()
    }

    /// The office has it.
    fn is_decided_now(&self) -> bool {
        self.own.state == ApplicationState::Submitted
    }

    fn is_member(&self) -> bool {
        self.own.state == ApplicationState::Accepted
    }

    fn comes_back(&self) -> bool {
        self.own.state == ApplicationState::Declined
    }

    fn why(&self) -> Option<String> {
        let reason = Some(self.own.outcome.as_str()).filter(|own| !own.is_empty() && *own != "other")?;
        self.comes_back().then(|| self.v.t(declined_words(reason)))
    }

    fn signed(&self) -> Option<(String, String)> {
        Some((self.own.sign_name.clone()?, self.v.date(&self.own.signed_at?)))
    }

    /// For whoever signs, to be passed on: nothing else of the application is behind it.
    fn sign_link(&self) -> String {
        self.v.hub.address(&self.v.link(sign_page(&self.v.hub, self.own.link)))
    }
}

#[derive(Template)]
#[template(path = "membership/apply_submit.html")]
struct Submit<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    path: String,
    /// The office asked something.
    asked: bool,
    /// What is not done yet.
    undone: Vec<Task>,
    /// On whose behalf it is signed.
    signed: String,
}

web::framed!(Submit);

pub(crate) async fn ask(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    show(&visit, &opened, Fields::default()).await
}

async fn show(visit: &Visit, opened: &Opened, filled: impl Into<Filled>) -> Answer {
    if !opened.own.state.is_written() {
        return Ok(home(visit, opened));
    }
    let sql = visit.hub.db.read();
    let (written, files) = (rows::parts(&sql, opened.own.id).await?, rows::files(&sql, opened.own.id).await?);
    let newest = principles::in_force(&sql).await?;
    let missing = apply::missing_of(&visit.hub, &opened.own, &written, &files, newest.as_ref());
    let mut undone = tasks(visit, opened, &missing, &written, newest.is_some());
    undone.retain(|task| !task.done);
    let meta = Meta::titled(visit.t("application-submit")).hide();
    let form = Form::new(visit, filled).may_lack(&["message"]);
    let asked = opened.own.state == ApplicationState::AskedBack;
    let signed = opened.own.sign_name.clone().unwrap_or_default();
    let template = Submit { v: visit, meta, form, path: opened.path(visit, ""), asked, undone, signed };
    kept_by_nobody(page(template.form.status(), &template, None))
}

pub(crate) async fn submit(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let opened = open(&visit, &token).await?;
    let mut reader = Reader::new(&fields);
    let text = reader.text("message", "application-submit-message", TEXT_CHARS);
    let sent = match reader.end(text) {
        Ok(text) => {
            async {
                admit(&visit, &opened.own, "submit", SUBMITS).await?;
                apply::submit(&visit.hub, opened.own.link, &text).await
            }
            .await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match sent {
        Ok(()) => Ok(redirect(&visit.done(opened.path(&visit, ""), "application-sent")).into_response()),
        // The office has decided meanwhile: the page says what.
        Err(Fail::Conflict(_)) => Ok(home(&visit, &opened)),
        Err(fail) => show(&visit, &opened, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn again(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    match apply::again(&visit.hub, opened.own.link).await {
        Err(Fail::Conflict(_)) => Ok(home(&visit, &opened)),
        Err(fail) => Err(fail.into()),
        Ok(()) => Ok(redirect(&visit.done(opened.path(&visit, ""), "application-again")).into_response()),
    }
}
