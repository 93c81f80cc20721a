//! The office decides about an enquiry: on a page of its own, which says what follows.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::enquiry::moved;
use super::{id, saw, seen};
use crate::actions::{Saw, decide};
use crate::rows;
use crate::rules::{
    Decided, Decision, Enquiry, REASONS, REDIRECTS, decision_hint_words, decision_words, outcome_label_words,
};
use crate::state::{EnquiryState, state_words};

#[derive(Template)]
#[template(path = "membership/decide.html")]
struct DecidePage<'a> {
    v: &'a Visit,
    meta: Meta,
    enquiry: &'a Enquiry,
    /// Others about the same place with which it could be dealt.
    others: Vec<Enquiry>,
    form: Form<'a>,
}

web::framed!(DecidePage);

pub(crate) async fn get(visit: Visit, Path(enquiry): Path<String>) -> Answer {
    let enquiry = rows::enquiry_for(&visit.hub.db.read(), &visit.actor, id(&enquiry)?).await?;
    show(&visit, &enquiry, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(enquiry): Path<String>, fields: Fields) -> Answer {
    let number = id(&enquiry)?;
    let enquiry = rows::enquiry_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let done = match Decided::read(&fields, saw(&fields).state) {
        Ok(decided) => {
            let (saw, once) = (saw(&fields), fields.get("once"));
            decide::decide(&visit.hub, &visit.actor, number, &decided, saw, once).await.map(|()| decided.decision)
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(decision) => Ok(redirect(&told(&visit, &enquiry, decision)).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, &enquiry, moved(fields, "decision")).await,
        Err(fail) => show(&visit, &enquiry, Filled::failed(fields, fail)?).await,
    }
}

/// Where whoever decided goes on, and what they are told.
fn told(visit: &Visit, enquiry: &Enquiry, decision: Decision) -> String {
    match decision {
        Decision::Spam | Decision::Reopen => visit.done(enquiry.path(), "enquiry-decided"),
        _ => visit.done_by_letter(enquiry.path(), "enquiry-decided-told"),
    }
}

/// What came back because something in it is wrong keeps what its sender saw.
fn as_seen(filled: Filled, now: Saw) -> Filled {
    if filled.is_wrong_only() { filled } else { seen(filled, now) }
}

async fn show(visit: &Visit, enquiry: &Enquiry, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    // As it is now: a form that came back because something was done shows what may be decided since.
    let enquiry = rows::enquiry_for(&sql, &visit.actor, enquiry.id).await?;
    if enquiry.erased_at.is_some() {
        return Err(Fail::NotFound.into());
    }
    let now = Saw { state: enquiry.state, message: rows::newest_message(&sql, enquiry.id).await? };
    let mut others = rows::alike(&sql, &visit.actor, &enquiry).await?;
    others.retain(|other| other.state.is_open() || other.state == EnquiryState::Invited);
    let meta = Meta::titled(visit.t1("enquiry-decide-title", "place", &enquiry.place_name)).hide();
    let form = Form::new(visit, as_seen(filled.into(), now)).may_lack(&["words"]);
    let template = DecidePage { v: visit, meta, enquiry: &enquiry, others, form };
    page(template.form.status(), &template, None)
}

impl DecidePage<'_> {
    fn state(&self) -> String {
        self.v.t(state_words(self.enquiry.state))
    }

    fn decisions(&self) -> Vec<Choice> {
        let offered = Decision::ALL.into_iter().filter(|own| own.is_for(self.enquiry.state));
        let offered = offered.filter(|own| *own != Decision::Merge || !self.others.is_empty());
        let choice = |own: Decision| Choice {
            value: own.code().into(),
            label: self.v.t(decision_words(own)),
            hint: self.v.t(decision_hint_words(own)),
        };
        offered.map(choice).collect()
    }

    fn is_open(&self) -> bool {
        self.enquiry.state.is_open()
    }

    fn outcomes(&self, of: &[&str]) -> Vec<Choice> {
        let own = of.iter().map(|own| Choice::new(own, self.v.t(outcome_label_words(own))));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(own).collect()
    }

    fn redirects(&self) -> Vec<Choice> {
        self.outcomes(&REDIRECTS)
    }

    fn reasons(&self) -> Vec<Choice> {
        self.outcomes(&REASONS)
    }

    /// The others, each by its place, who asked, and when.
    fn of(&self) -> Vec<Choice> {
        let named = |other: &Enquiry| {
            let when = self.v.date(&other.received_at);
            self.v.list([other.place_name.as_str(), other.name.as_str(), &when])
        };
        let others = self.others.iter().map(|other| Choice::new(other.written(), named(other)));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(others).collect()
    }

    /// The language in which its asker reads.
    fn language(&self) -> &'static str {
        self.enquiry.written_in(&self.v.hub.network).endonym()
    }
}
