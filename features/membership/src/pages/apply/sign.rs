//! Signing the principles that are in force, on behalf of whoever has the mandate: by whoever writes the application, or by whoever got
//! the link for it, without an account.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use input::{Fields, Reader};
use principles::{Text, Version};
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page, redirect};

use super::{Opened, SIGNATURES, admit, home, open, open_by};
use crate::actions::apply::{self, Signing};
use crate::application::Part;
use crate::application_rows as rows;
use crate::letters::{SIGN_PAGE, sign_page};

#[derive(Template)]
#[template(path = "membership/apply_sign.html")]
struct SignPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    version: Version,
    text: Text,
    place: &'a str,
    /// The application's first page, behind the language; nothing for whoever only signs.
    home: Option<String>,
    path: String,
    /// For whom it is signed, and on which day.
    signed: Option<(String, String)>,
    /// It can still be signed.
    open: bool,
}

web::framed!(SignPage);

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    if !opened.own.state.is_written() {
        return Ok(home(&visit, &opened));
    }
    let fields = known(&visit, &opened).await?;
    show(&visit, &opened, false, fields).await
}

pub(crate) async fn get_alone(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open_by(&visit, SIGN_PAGE, &token).await?;
    show(&visit, &opened, true, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let opened = open(&visit, &token).await?;
    sign(&visit, &opened, false, fields).await
}

pub(crate) async fn post_alone(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let opened = open_by(&visit, SIGN_PAGE, &token).await?;
    sign(&visit, &opened, true, fields).await
}

/// Who gives the mandate signs, or somebody for them.
async fn known(visit: &Visit, opened: &Opened) -> Result<Fields> {
    let own = &opened.own;
    let written = rows::parts(&visit.hub.db.read(), own.id).await?.remove(&Part::Mandate).unwrap_or_default();
    let name = own.sign_name.clone().unwrap_or_else(|| written.fields.line("mandate_name"));
    let position = own.sign_position.clone().unwrap_or_else(|| written.fields.line("mandate_position"));
    let fields = Fields::default().with("sign_name", name).with("sign_position", position);
    Ok(if own.sign_named == Some(true) { fields.with("sign_named", "yes") } else { fields })
}

async fn sign(visit: &Visit, opened: &Opened, alone: bool, fields: Fields) -> Answer {
    let signed = match read(&fields) {
        Ok(signing) => {
            async {
                admit(visit, &opened.own, if alone { "sign-alone" } else { "sign" }, SIGNATURES).await?;
                apply::sign(&visit.hub, opened.own.link, &signing).await
            }
            .await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match signed {
        Ok(()) if alone => {
            let here = sign_page(&visit.hub, opened.own.link);
            Ok(redirect(&visit.done(here, "application-signed")).into_response())
        }
        Ok(()) => Ok(redirect(&visit.done(opened.path(visit, ""), "application-signed")).into_response()),
        Err(Fail::Conflict(_)) if !alone => Ok(home(visit, opened)),
        Err(Fail::Conflict(_)) => {
            let sent = FieldError::new("", "error-application-sent");
            show(visit, opened, alone, Filled::conflicting(fields, sent)).await
        }
        Err(fail) => show(visit, opened, alone, Filled::failed(fields, fail)?).await,
    }
}

fn read(fields: &Fields) -> std::result::Result<Signing, Vec<FieldError>> {
    let mut fields = fields.clone();
    fields.set("sign_name", base::letters::name(&fields.line("sign_name")));
    let mut reader = Reader::new(&fields);
    let name = reader.needed("sign_name", "application-sign-name");
    let position = reader.needed("sign_position", "application-sign-position");
    reader.check(fields.has("agree", "yes"), || FieldError::new("agree", "error-application-agree"));
    let (hash, named) = (fields.line("hash"), fields.has("sign_named", "yes"));
    reader.end(Signing { hash, name, position, named })
}

async fn show(visit: &Visit, opened: &Opened, alone: bool, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let now = principles::in_force(&sql).await?.ok_or(Fail::NotFound)?;
    let texts = principles::texts_of(&sql, now.version.id).await?;
    let text = principles::best(&texts, visit.lang, &visit.hub.network.languages).cloned().ok_or(Fail::NotFound)?;
    let filled = filled.into().with("hash", &text.hash);
    let own = &opened.own;
    let current = own.sign_version.is_some_and(|version| now.is_signed_by(version));
    let signed = own.sign_name.clone().zip(own.signed_at).filter(|_| current);
    let signed = signed.map(|(name, at)| (name, visit.date(&at)));
    let (home, path) = match alone {
        true => (None, sign_page(&visit.hub, own.link)),
        false => (Some(opened.path(visit, "")), opened.path(visit, "/principles")),
    };
    let meta = Meta::titled(visit.t("application-principles")).hide();
    let form = Form::new(visit, filled);
    let place = &opened.enquiry.place_written;
    let open = own.state.is_written();
    let version = now.version;
    let template = SignPage { v: visit, meta, form, version, text, place, home, path, signed, open };
    kept_by_nobody(page(template.form.status(), &template, None))
}

impl SignPage<'_> {
    /// Whoever has signed is at the end of it: the form for another signature does not look as if it waited for them.
    fn is_over(&self) -> bool {
        self.signed.is_some() && self.home.is_none() && !self.form.is_wrong()
    }

    fn lines(&self) -> Vec<&str> {
        principles::lines(&self.text.body)
    }
}
