//! Who funds the network: every contribution with its source.

use askama::Template;
use http::StatusCode;
use network::Funding;
use web::{Answer, Meta, Topics, Visit, page};

use super::text::{Text, text};

/// Kinds of contribution that there are words for; another stands as the network writes it.
pub(crate) const CONTRIBUTIONS: [&str; 4] = ["funding", "support", "voluntary or in-kind", "commissioned or in-kind"];

#[derive(Template)]
#[template(path = "site/funders.html")]
struct Funders<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    rows: Vec<Row<'a>>,
    funders: usize,
}

web::framed!(Funders);

struct Row<'a> {
    funding: &'a Funding,
    years: String,
    contribution: String,
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let text = text(&visit, "funders")?;
    let mut names: Vec<&str> = visit.hub.network.funding.iter().map(|funding| funding.funder.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let rows = visit
        .hub
        .network
        .funding
        .iter()
        .map(|funding| Row {
            funding,
            years: visit.years(funding.from_year, funding.to_year),
            contribution: contribution(&visit, funding),
        })
        .collect();
    let meta = Meta::titled(&text.title).about(visit.t("funders-description"));
    page(StatusCode::OK, &Funders { v: &visit, meta, text, rows, funders: names.len() }, Some(Topics::fixed()))
}

/// Known kinds of contribution in the reader's language, others as they stand.
fn contribution(visit: &Visit, funding: &Funding) -> String {
    let known = CONTRIBUTIONS.into_iter().find(|known| *known == funding.contribution);
    known.map_or_else(|| funding.contribution.clone(), |known| visit.t(contribution_words(known)))
}

/// Key of the words for a kind of contribution.
pub(crate) fn contribution_words(contribution: &str) -> String {
    format!("contribution-{}", contribution.replace(' ', "-"))
}
