//! Guiding principles and what is expected of members.

use askama::Template;
use http::StatusCode;
use network::{Expectation, Principle};
use web::{Answer, Meta, Offered, Visit, page};

use super::text::{Text, text};

#[derive(Template)]
#[template(path = "site/principles.html")]
struct Principles<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    versions: Vec<(&'a str, Vec<&'a Principle>)>,
    expectations: &'a [Expectation],
}

web::framed!(Principles);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let network = &visit.hub.network;
    let text = text(&visit, &offered, "principles").await?;
    let mut versions: Vec<(&str, Vec<&Principle>)> = Vec::new();
    for principle in &network.principles {
        match versions.iter_mut().find(|(version, _)| *version == principle.version) {
            Some((_, principles)) => principles.push(principle),
            None => versions.push((&principle.version, vec![principle])),
        }
    }
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    let meta = Meta::titled(&text.title).about(visit.t("principles-description"));
    let topics = text.topics();
    let template = Principles { v: &visit, meta, text, versions, expectations: &network.expectations };
    page(StatusCode::OK, &template, Some(topics))
}
