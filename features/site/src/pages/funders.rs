//! Who funds the network: every contribution with its source.

use askama::Template;
use http::StatusCode;
use network::Funding;
use web::{Answer, Meta, Offered, Visit, page};

use super::text::{Text, text};

/// Kinds of contribution that there are words for; another stands as the network writes it.
pub(crate) const CONTRIBUTIONS: [&str; 4] = ["funding", "support", "voluntary or in-kind", "commissioned or in-kind"];

#[derive(Template)]
#[template(path = "site/funders.html")]
struct Funders<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    funders: Vec<Funder<'a>>,
    /// Contributions of all of them.
    rows: usize,
}

web::framed!(Funders);

/// A funder with all that it contributed.
struct Funder<'a> {
    name: &'a str,
    /// The page of the member that it is, behind the language.
    member: Option<String>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    funding: &'a Funding,
    years: String,
    contribution: String,
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let text = text(&visit, &offered, "funders").await?;
    let mut funders: Vec<Funder> = Vec::new();
    for funding in &visit.hub.network.funding {
        let years = visit.years(funding.from_year, funding.to_year);
        let row = Row { funding, years, contribution: contribution(&visit, funding) };
        let member = (!funding.member.is_empty()).then(|| format!("/cities/{}", funding.member));
        match funders.iter_mut().find(|funder| funder.name == funding.name) {
            Some(funder) => funder.rows.push(row),
            None => funders.push(Funder { name: &funding.name, member, rows: vec![row] }),
        }
    }
    let rows = funders.iter().map(|funder| funder.rows.len()).sum();
    let meta = Meta::titled(&text.title).about(visit.t("funders-description"));
    let topics = text.topics();
    page(StatusCode::OK, &Funders { v: &visit, meta, text, funders, rows }, Some(topics))
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
