//! Changing what is said of a document.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{DocumentId, Fail};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{Lists, lists, named_city, this_year, titled};
use crate::access::Action;
use crate::actions::edit;
use crate::rows;
use crate::rules::{Document, Draft};

#[derive(Template)]
#[template(path = "library/edit.html")]
struct Edit<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
    form: Form<'a>,
    lists: Lists,
}

web::framed!(Edit);

async fn document(visit: &Visit, id: DocumentId) -> base::Result<Document> {
    rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Edit, id).await
}

/// The fields that people fill in.
const FIELDS: [(&str, &str); 8] = [
    ("title", "doc-title"),
    ("abstract", "doc-abstract"),
    ("city", "doc-city"),
    ("type", "doc-type"),
    ("language", "doc-language"),
    ("year", "doc-year"),
    ("themes", "themes"),
    ("access", "doc-access"),
];

/// The form as the document stands.
pub(super) async fn as_it_is(visit: &Visit, document: &Document) -> base::Result<Fields> {
    let sql = visit.hub.db.read();
    let city = match document.city {
        Some(city) => cities::by_ids(&sql, &[city]).await?.remove(&city).map(|city| city.slug).unwrap_or_default(),
        None => String::new(),
    };
    let mut fields = Fields::default()
        .with("title", &document.title)
        .with("abstract", &document.abstract_text)
        .with("city", city)
        .with("type", document.kind.code())
        .with("year", document.year.map(|year| year.to_string()).unwrap_or_default())
        .with("language", &document.language)
        .with("access", document.access().code())
        .with("revision", document.revision);
    for theme in rows::themes(&sql, &[document.id.0]).await?.remove(&document.id.0).unwrap_or_default() {
        fields.push("themes", theme);
    }
    Ok(fields)
}

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = document(&visit, id).await?;
    let fields = as_it_is(&visit, &document).await?;
    show(&visit, &document, fields).await
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>, mut fields: Fields) -> Answer {
    let document = document(&visit, id).await?;
    let city = named_city(&visit, &mut fields).await?;
    let draft = match (Draft::read(&fields, &visit.hub.network, this_year(&visit)), city) {
        (Ok(draft), None) => draft,
        (draft, city) => {
            let errors = draft.err().into_iter().flatten().chain(city).collect();
            return show(&visit, &document, Filled::wrong(fields, errors)).await;
        }
    };
    let revision = fields.get("revision").parse().unwrap_or(0);
    match edit::edit(&visit.hub, &visit.actor, id, revision, &draft).await {
        Ok(()) => Ok(redirect(&visit.done(document.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let document = self::document(&visit, id).await?;
            let now = as_it_is(&visit, &document).await?;
            show(&visit, &document, Filled::changed(fields, &now, &FIELDS)).await
        }
        Err(fail) => show(&visit, &document, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, document: &Document, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(titled(visit, visit.t("edit-title"), document)).hide();
    let form = Form::new(visit, filled).may_lack(&["abstract", "language", "year", "themes"]);
    let lists = lists(visit, form.value("city")).await?;
    page(form.status(), &Edit { v: visit, meta, document, form, lists }, None)
}
