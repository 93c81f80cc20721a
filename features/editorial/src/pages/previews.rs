//! Links for readers outside: the office's page of them, and what they open.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::PersonId;
use http::{HeaderValue, StatusCode, header};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::id;
use super::moves::{open, title_of};
use super::shown::{by, names};
use crate::previews::{self, Preview};
use crate::rules::Item;
use crate::state::ItemState;
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "editorial/previews.html")]
struct PreviewsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
    previews: Vec<Preview>,
    names: HashMap<PersonId, String>,
}

web::framed!(PreviewsPage);

#[derive(Template)]
#[template(path = "editorial/preview_over.html")]
struct PreviewOver<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(PreviewOver);

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    show(&visit, item, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    match actions::share_preview(&visit.hub, &visit.actor, item.id, fields.get("once")).await {
        Ok(item) => Ok(redirect(&visit.done(format!("{}/previews", item.office()), "preview-shared")).into_response()),
        Err(fail) => show(&visit, item, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn revoke(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = actions::revoke_preview(&visit.hub, &visit.actor, id(&item)?, id(fields.get("preview"))?).await?;
    Ok(redirect(&visit.done(format!("{}/previews", item.office()), "preview-revoked")).into_response())
}

async fn show(visit: &Visit, item: Item, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let previews = previews::open_of(&sql, item.id, visit.hub.db.clock().now()).await?;
    let names = names(&sql, previews.iter().map(|preview| preview.created_by)).await?;
    let title = title_of(visit, &item).await?;
    let meta = Meta::titled(visit.t1("previews-title", "title", &title)).hide();
    let form = Form::new(visit, filled);
    let template = PreviewsPage { v: visit, meta, item, title, form, previews, names };
    page(template.form.status(), &template, None)
}

impl PreviewsPage<'_> {
    fn by(&self, preview: &Preview) -> String {
        by(self.v, &self.names, preview.created_by)
    }

    /// The whole address, as it is given away: of the page in the reader's language.
    fn address(&self, preview: &Preview) -> String {
        self.v.hub.address(&self.v.link(preview.path(&self.v.hub)))
    }

    fn number(&self, preview: &Preview) -> String {
        base::id::write_id(preview.id)
    }
}

/// What a link opens: the newest words of one thing. Nobody keeps it, no machine lists it, and no other site learns its address.
pub(crate) async fn shared(visit: Visit, offered: Offered, Path(token): Path<String>) -> Answer {
    let preview = previews::of_token(&visit.hub, &token).await?;
    let item = rows::item(&visit.hub.db.read(), preview.item).await?;
    let now = visit.hub.now();
    // A consent that has ended has ended for those too who have a link.
    let ended = item.ends_at.is_some_and(|end| end <= now);
    let opens = preview.opens(now) && item.state != ItemState::Withdrawn && !ended;
    let answer = if opens {
        super::item::newest(&visit, &offered, item, visit.lang, Some(preview.ends_at)).await
    } else {
        let meta = Meta::titled(visit.t("preview-over")).hide();
        page(StatusCode::GONE, &PreviewOver { v: &visit, meta }, None)
    };
    answer.map(|mut response| {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
        response
    })
}
