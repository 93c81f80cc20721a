//! The own profile: what it shows, and to whom.

use askama::Template;
use axum::response::IntoResponse;
use base::Fail;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{fields_of_work, languages, themes};
use crate::actions;
use crate::rows::{self, At};
use crate::rules::{Profile, Sent, Shown, shown_hint_words, shown_words};

/// What somebody who shows themselves may leave out.
const MAY_LACK: [&str; 7] = ["profession", "about", "themes", "language-1", "language-2", "language-3", "language-4"];
/// Where it is.
const PLACE: &str = "/account/profile";
/// The fields that may have been changed meanwhile, with the words of their labels.
const LABELLED: [(&str, &str); 10] = [
    ("shown", "directory-shown"),
    ("field", "directory-field"),
    ("position", "directory-position"),
    ("profession", "directory-profession"),
    ("about", "directory-about"),
    ("language-1", "directory-language-1"),
    ("language-2", "directory-language-2"),
    ("language-3", "directory-language-3"),
    ("language-4", "directory-language-4"),
    ("themes", "directory-themes"),
];

#[derive(Template)]
#[template(path = "directory/edit.html")]
struct EditPage<'a> {
    v: &'a Visit,
    meta: Meta,
    profile: &'a Profile,
    form: Form<'a>,
}

web::framed!(EditPage);

impl EditPage<'_> {
    fn shown(&self) -> Vec<Choice> {
        let choice = |own: Shown| Choice {
            hint: self.v.t(shown_hint_words(own.code())),
            ..Choice::new(own.code(), self.v.t(shown_words(own.code())))
        };
        Shown::ALL.map(choice).into()
    }

    fn fields(&self) -> Vec<Choice> {
        fields_of_work(self.v, self.v.t("choose"))
    }

    fn languages(&self) -> Vec<Choice> {
        languages(self.v, self.v.t("directory-language-none"))
    }

    fn themes(&self) -> Vec<Choice> {
        themes(self.v, None)
    }
}

/// The reader's profile; an empty one where they have written none.
pub(super) async fn own(visit: &Visit) -> base::Result<Profile> {
    let me = visit.person()?;
    let own = rows::own(&visit.hub.db.read(), me.id, &At::of(&visit.hub)).await?;
    Ok(own.unwrap_or_else(|| Profile::empty(me.id, &me.name)))
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let profile = own(&visit).await?;
    show(&visit, &profile, profile.fields())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    visit.person()?;
    let sent = match Sent::read(&fields, &visit.hub.network) {
        Ok(sent) => sent,
        Err(errors) => return show(&visit, &own(&visit).await?, Filled::wrong(fields, errors)),
    };
    let revision = fields.get("revision").parse().unwrap_or(0);
    match actions::save(&visit.hub, &visit.actor, &sent, revision).await {
        Ok(()) if sent.shown == Shown::Nobody => Ok(redirect(&visit.done(PLACE, "directory-hidden")).into_response()),
        Ok(()) => {
            Ok(redirect(&visit.done(format!("/people/{}", visit.person()?.id), "directory-saved")).into_response())
        }
        Err(Fail::Conflict(_)) => {
            let now = own(&visit).await?;
            show(&visit, &now, Filled::changed(fields, &now.fields(), &LABELLED))
        }
        Err(fail) => show(&visit, &own(&visit).await?, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, profile: &Profile, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&MAY_LACK);
    let meta = Meta::titled(visit.t("directory-own")).hide();
    page(form.status(), &EditPage { v: visit, meta, profile, form }, None)
}
