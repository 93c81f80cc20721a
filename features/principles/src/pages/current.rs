//! The guiding principles that are in force, and what is expected of members.

use askama::Template;
use http::StatusCode;
use network::{Expectation, Network};
use site::Text as SiteText;
use web::{Answer, Meta, Offered, Topics, Visit, page};

use crate::rules::{Text, Version, best, lines};
use crate::{rows, signature_rows};

#[derive(Template)]
#[template(path = "principles/current.html")]
struct Current<'a> {
    v: &'a Visit,
    meta: Meta,
    text: SiteText,
    current: Option<(Version, Text)>,
    earlier: Vec<Version>,
    signatures: i64,
    expectations: &'a [Expectation],
}

web::framed!(Current);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let text = site::text(&visit, &offered, "principles").await?;
    let sql = visit.hub.db.read();
    let mut versions = rows::versions(&sql).await?;
    let current = match versions.is_empty() {
        true => None,
        false => {
            let newest = versions.remove(0);
            let texts = rows::texts_of(&sql, newest.id).await?;
            best(&texts, visit.lang, &visit.hub.network.languages).cloned().map(|text| (newest, text))
        }
    };
    let signatures = signature_rows::count_in_force(&sql).await?;
    let meta = Meta::titled(&text.title).about(visit.t("principles-description"));
    let mut topics = text.topics();
    topics.0.extend(super::topics().0);
    // How many have signed changes with who is a member.
    topics.0.extend(Topics::of(["cities"]).0);
    let expectations = &visit.hub.network.expectations;
    let current = Current { v: &visit, meta, text, current, earlier: versions, signatures, expectations };
    page(StatusCode::OK, &current, Some(topics))
}

/// The sources of a version: id and title of each that the network names.
pub(super) fn sources<'a>(network: &'a Network, version: &'a Version) -> Vec<(&'a str, &'a str)> {
    let known = version.source.split(';').filter_map(|id| network.source(id));
    known.map(|source| (source.id.as_str(), source.title.as_str())).collect()
}

impl Current<'_> {
    fn lines<'b>(&'b self, text: &'b Text) -> Vec<&'b str> {
        lines(&text.body)
    }

    fn sources<'b>(&'b self, version: &'b Version) -> Vec<(&'b str, &'b str)> {
        sources(&self.v.hub.network, version)
    }
}
