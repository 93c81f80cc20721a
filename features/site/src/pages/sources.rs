//! Where facts, shapes and names come from, and their licences.

use askama::Template;
use http::StatusCode;
use network::Source;
use web::{Answer, Meta, Offered, Visit, page};

use super::text::{Text, text};

#[derive(Template)]
#[template(path = "site/sources.html")]
struct Sources<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    sources: &'a [Source],
}

web::framed!(Sources);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let text = text(&visit, &offered, "sources").await?;
    let meta = Meta::titled(&text.title).about(visit.t("sources-description"));
    let topics = text.topics();
    page(StatusCode::OK, &Sources { v: &visit, meta, text, sources: &visit.hub.network.sources }, Some(topics))
}
