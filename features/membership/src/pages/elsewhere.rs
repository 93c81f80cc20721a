//! Whoever asks for no local government is led to where they are served.

use askama::Template;
use axum::response::IntoResponse;
use http::StatusCode;
use input::Fields;
use web::{Answer, Meta, Visit, page, redirect};

use crate::rules::AskingFor;

#[derive(Template)]
#[template(path = "membership/elsewhere.html")]
struct Elsewhere<'a> {
    v: &'a Visit,
    meta: Meta,
    text: String,
    /// Ways on: words and addresses behind the language.
    ways: Vec<(String, &'static str)>,
}

web::framed!(Elsewhere);

pub(crate) async fn get(visit: Visit) -> Answer {
    let asking = AskingFor::parse(Fields::parse(&visit.query).get("for"));
    let (title, text) = match asking {
        Some(AskingFor::NationalGovernment) => (visit.t("elsewhere-national"), visit.t("elsewhere-national-text")),
        Some(AskingFor::Organisation) => (visit.t("elsewhere-organisation"), visit.t("elsewhere-organisation-text")),
        Some(AskingFor::Themselves) => (visit.t("elsewhere-themselves"), visit.t("elsewhere-themselves-text")),
        Some(AskingFor::LocalGovernment) | None => return Ok(redirect(&visit.link("/join")).into_response()),
    };
    let ways = ways(&visit, asking);
    page(StatusCode::OK, &Elsewhere { v: &visit, meta: Meta::titled(title).hide(), text, ways }, None)
}

/// Where they are served.
fn ways(visit: &Visit, asking: Option<AskingFor>) -> Vec<(String, &'static str)> {
    let first = match asking {
        Some(AskingFor::Themselves) => (visit.t("elsewhere-ask"), "/ask"),
        _ => (visit.t("elsewhere-partner"), "/contact"),
    };
    // What ministries know they share as partners.
    let share = (asking != Some(AskingFor::NationalGovernment)).then(|| (visit.t("elsewhere-share"), "/share"));
    std::iter::once(first).chain(share).chain([(visit.t("elsewhere-library"), "/library")]).collect()
}
