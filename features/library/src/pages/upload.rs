//! Uploading a document.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Upload, Visit, page, redirect};

use super::receive::{Received, receive};
use super::{Lists, lists, named_city, this_year};
use crate::access::may_upload_at_all;
use crate::actions::incoming::Incoming;
use crate::actions::upload::{self, Uploaded};
use crate::rules::Draft;

#[derive(Template)]
#[template(path = "library/upload.html")]
struct UploadPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    lists: Lists,
    /// The name of a file that was sent before the form came back.
    kept: Option<String>,
}

web::framed!(UploadPage);

fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if may_upload_at_all(&visit.actor) { Ok(()) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    let wished = Fields::parse(&visit.query);
    let fields = Fields::default().with("city", wished.get("city")).with("access", "members");
    show(&visit, fields, None).await
}

/// The form, of who may send it: asked before a byte of its file is kept.
async fn received(visit: &Visit, form: &mut Upload) -> base::Result<Received> {
    check(visit)?;
    receive(visit, form).await
}

pub(crate) async fn post(visit: Visit, mut form: Upload) -> Answer {
    let Received { mut fields, file, error, cut } = match received(&visit, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let city = named_city(&visit, &mut fields).await?;
    let draft = match (read(&visit, &fields, city, file.is_some(), error.clone()), error) {
        (Ok(draft), _) => draft,
        // The fields behind the file did not come: that they are empty is nobody's mistake.
        (Err(_), Some(error)) if cut => return show_again(&visit, Filled::wrong(fields, vec![error]), file).await,
        (Err(errors), _) => return show_again(&visit, Filled::wrong(fields, errors), file).await,
    };
    let Some(file) = file else { return Err(Fail::internal("a file that was there").into()) };
    match upload::upload(&visit.hub, &visit.actor, &draft, &file, fields.get("once")).await {
        Ok(uploaded) => Ok(redirect(&done(&visit, &uploaded)).into_response()),
        Err(fail) => {
            // What is wrong with the file itself is not kept.
            let of_file = matches!(&fail, Fail::Invalid(errors) if errors.iter().any(|error| error.field == "file"));
            show_again(&visit, Filled::failed(fields, fail)?, (!of_file).then_some(file)).await
        }
    }
}

/// What was filled in, or all that is wrong with it.
fn read(
    visit: &Visit,
    fields: &Fields,
    city: Option<FieldError>,
    has_file: bool,
    error: Option<FieldError>,
) -> Result<Draft, Vec<FieldError>> {
    let (draft, mut errors) = match Draft::read(fields, &visit.hub.network, this_year(visit)) {
        Ok(draft) => (Some(draft), Vec::new()),
        Err(errors) => (None, errors),
    };
    if error.is_none() && !has_file {
        errors.push(FieldError::new("file", "error-file-missing"));
    }
    errors.extend(city);
    errors.extend(error);
    if !fields.has("declared", "yes") {
        errors.push(FieldError::new("declared", "error-declared"));
    }
    if !input::is_token(fields.get("once")) {
        errors.push(FieldError::new("", "error-unreadable"));
    }
    draft.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Where it leads: to the document, which says so where the library had the same file.
fn done(visit: &Visit, uploaded: &Uploaded) -> String {
    let place = match uploaded.same {
        Some(same) => format!("/library/{}?same={same}", uploaded.id),
        None => format!("/library/{}", uploaded.id),
    };
    visit.done(place, "uploaded")
}

/// The form comes back with everything that was sent, the file too.
async fn show_again(visit: &Visit, filled: Filled, file: Option<Incoming>) -> Answer {
    let Some(file) = file else { return show(visit, filled, None).await };
    match upload::keep_for_form(&visit.hub, &visit.actor, &file).await {
        Ok(token) => show(visit, filled.with("kept", token), Some(file.facts.name)).await,
        // Too much for today: the form comes back without the file.
        Err(Fail::Invalid(more)) => show(visit, filled.and(more), None).await,
        Err(fail) => Err(fail.into()),
    }
}

async fn show(visit: &Visit, filled: impl Into<Filled>, kept: Option<String>) -> Answer {
    let meta = Meta::titled(visit.t("upload-title")).hide();
    let form = Form::new(visit, filled).may_lack(&["abstract", "language", "year", "themes"]);
    let lists = lists(visit, form.value("city")).await?;
    page(form.status(), &UploadPage { v: visit, meta, form, lists, kept }, None)
}
