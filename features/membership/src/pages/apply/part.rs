//! One part of an application: saved as it is written, right or not, and looked at when somebody goes on.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::{Opened, SAVES, admit, home, open};
use crate::actions::apply::{self, Saved};
use crate::application::{
    CONTACT_NAMES, CityPart, ContactKind, Contacts, Part, PartRow, check_mandate, contact_kind_words, kept_of,
    part_words,
};
use crate::application_rows as rows;
use crate::rules::Enquiry;
use crate::terms;

#[derive(Template)]
#[template(path = "membership/apply_part.html")]
struct PartPage<'a> {
    v: &'a Visit,
    meta: Meta,
    part: Part,
    enquiry: &'a Enquiry,
    form: Form<'a>,
    /// The application's first page, and this one, behind the language.
    home: String,
    path: String,
}

web::framed!(PartPage);

pub(crate) async fn city(visit: Visit, Path(token): Path<String>) -> Answer {
    get(&visit, &token, Part::City).await
}

pub(crate) async fn contacts(visit: Visit, Path(token): Path<String>) -> Answer {
    get(&visit, &token, Part::Contacts).await
}

pub(crate) async fn mandate(visit: Visit, Path(token): Path<String>) -> Answer {
    get(&visit, &token, Part::Mandate).await
}

pub(crate) async fn post_city(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    post(&visit, &token, Part::City, fields).await
}

pub(crate) async fn post_contacts(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    post(&visit, &token, Part::Contacts, fields).await
}

pub(crate) async fn post_mandate(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    post(&visit, &token, Part::Mandate, fields).await
}

async fn get(visit: &Visit, token: &str, part: Part) -> Answer {
    let opened = open(visit, token).await?;
    if !opened.own.state.is_written() {
        return Ok(home(visit, &opened));
    }
    let kept = rows::parts(&visit.hub.db.read(), opened.own.id).await?.remove(&part).unwrap_or_default();
    let fields = as_it_is(&opened, part, &kept);
    let errors = match Fields::parse(&visit.query).has("check", "yes") {
        true => wrong(visit, &opened, part, &fields),
        false => Vec::new(),
    };
    match errors.is_empty() {
        true => show(visit, &opened, part, fields),
        false => show(visit, &opened, part, Filled::wrong(fields, errors)),
    }
}

/// The form as it is kept; before anything is, with what is known.
fn as_it_is(opened: &Opened, part: Part, kept: &PartRow) -> Fields {
    let mut fields = kept.fields.clone().with("revision", kept.revision);
    if part == Part::City && fields.get("terms_lang").is_empty() {
        fields.set("terms_lang", opened.enquiry.lang);
    }
    fields
}

fn wrong(visit: &Visit, opened: &Opened, part: Part, fields: &Fields) -> Vec<FieldError> {
    let network = &visit.hub.network;
    let today = network.calendar(&opened.own.calendar).day_of(visit.hub.now());
    let errors = match part {
        Part::City => CityPart::read(fields, &terms::languages(&network.languages)).err(),
        Part::Contacts => Contacts::read(fields).err(),
        Part::Mandate => check_mandate(fields, today).err(),
    };
    errors.unwrap_or_default()
}

async fn post(visit: &Visit, token: &str, part: Part, fields: Fields) -> Answer {
    let opened = open(visit, token).await?;
    let how = fields.get("do").to_owned();
    match save(visit, &opened, part, &fields).await {
        Ok(Saved::Changed(now)) => {
            let now = as_it_is(&opened, part, &now);
            show(visit, &opened, part, Filled::changed(fields, &now, part.fields()))
        }
        Ok(Saved::Yes) => go_on(visit, &opened, part, fields, &how).await,
        Err(Fail::Conflict(_)) => {
            let sent = FieldError::new("", "error-application-sent");
            show(visit, &opened, part, Filled::conflicting(fields, sent))
        }
        Err(fail) => show(visit, &opened, part, Filled::failed(fields, fail)?),
    }
}

async fn save(visit: &Visit, opened: &Opened, part: Part, fields: &Fields) -> base::Result<Saved> {
    let kept = kept_of(part, fields).map_err(Fail::Invalid)?;
    admit(visit, &opened.own, "save", SAVES).await?;
    let read = fields.get("revision").parse().unwrap_or(0);
    apply::save(&visit.hub, opened.own.link, part, &kept, read).await
}

/// It is kept. Whoever goes on sees what is missing; whoever comes back later does not.
async fn go_on(visit: &Visit, opened: &Opened, part: Part, fields: Fields, how: &str) -> Answer {
    let here = opened.path(visit, &format!("/{}", part.code()));
    if how == "draft" {
        return Ok(redirect(&visit.link(here)).into_response());
    }
    let errors = if how == "later" { Vec::new() } else { wrong(visit, opened, part, &fields) };
    if errors.is_empty() {
        return Ok(redirect(&visit.done(opened.path(visit, ""), "application-saved")).into_response());
    }
    let kept = rows::parts(&visit.hub.db.read(), opened.own.id).await?.remove(&part).unwrap_or_default();
    let saved = FieldError::new("", "error-application-saved");
    let errors = std::iter::once(saved).chain(errors).collect();
    show(visit, opened, part, Filled::wrong(fields, errors).with("revision", kept.revision))
}

fn show(visit: &Visit, opened: &Opened, part: Part, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t(part_words(part))).hide();
    let form = Form::new(visit, filled).may_lack(&OPTIONAL);
    let (home, path) = (opened.path(visit, ""), opened.path(visit, &format!("/{}", part.code())));
    let template = PartPage { v: visit, meta, part, enquiry: &opened.enquiry, form, home, path };
    kept_by_nobody(page(template.form.status(), &template, None))
}

const OPTIONAL: [&str; 8] =
    ["reason", "organisation_1", "organisation_2", "name_3", "position_3", "email_3", "kind_3", "organisation_3"];

impl PartPage<'_> {
    fn languages(&self) -> Vec<Choice> {
        terms::languages(&self.v.hub.network.languages).iter().map(|lang| Choice::new(lang, lang.endonym())).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        let kinds = ContactKind::ALL.map(|own| Choice::new(own.code(), self.v.t(contact_kind_words(own))));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(kinds).collect()
    }

    /// The fields of each contact, with what it is called.
    fn contacts(&self) -> Vec<(String, [&'static str; 5])> {
        let first = self.v.t("application-contact-first");
        let second = self.v.t("application-contact-second");
        let third = self.v.t("application-contact-third");
        [first, second, third].into_iter().zip(CONTACT_NAMES).collect()
    }
}
