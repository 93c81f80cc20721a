//! What a city's workspace shows of it: how it stands this year, kindly, with what helps.

use askama::Template;
use async_trait::async_trait;
use base::{Fail, Result};
use network::Expectation;
use web::Visit;
use web::parts::{OfCity, Side, WorkspacePart};

use crate::rules::{Line, Met, count, cure_path, cure_words, evidence_words, met_by};
use crate::standing;

#[derive(Template)]
#[template(path = "expectations/part.html")]
struct Part<'a> {
    v: &'a Visit,
    city: &'a OfCity,
    year: i64,
    met: usize,
    all: usize,
    lines: Vec<Line<'a>>,
}

/// The words of an expectation, in the reader's language.
pub(crate) fn text<'a>(visit: &Visit, own: &'a Expectation) -> &'a str {
    own.text(visit.lang)
}

/// What shows that it is met, in words.
pub(crate) fn shown(visit: &Visit, met: &Met) -> String {
    let words = visit.t(evidence_words(met.evidence));
    match &met.at {
        Some(at) => {
            visit.ta("finding-on", &[("what", words.as_str().into()), ("date", visit.date(at).as_str().into())])
        }
        None => words,
    }
}

/// How it can be met, in words: by the first of what it is met by.
pub fn cure(visit: &Visit, own: &Expectation) -> String {
    met_by(own).first().map(|by| visit.t(cure_words(*by))).unwrap_or_default()
}

impl Part<'_> {
    fn text(&self, line: &Line<'_>) -> String {
        text(self.v, line.expectation).to_owned()
    }

    fn shown(&self, met: &Met) -> String {
        shown(self.v, met)
    }

    fn cure(&self, line: &Line<'_>) -> String {
        cure(self.v, line.expectation)
    }

    fn way(&self, line: &Line<'_>) -> Option<String> {
        met_by(line.expectation).into_iter().find_map(|by| cure_path(by, &self.city.slug))
    }

    fn year(&self) -> String {
        self.year.to_string()
    }

    fn counted(&self) -> String {
        let (met, all) = (self.v.number(self.met as i64), self.v.number(self.all as i64));
        self.v.ta("expectations-counted", &[("met", met.as_str().into()), ("all", all.as_str().into())])
    }
}

/// The section of a workspace.
pub(crate) struct Standing;

#[async_trait]
impl WorkspacePart for Standing {
    fn side(&self) -> Side {
        Side::Aside
    }

    async fn part(&self, visit: &Visit, city: &OfCity) -> Result<Option<String>> {
        let hub = &visit.hub;
        if hub.network.expectations.is_empty() {
            return Ok(None);
        }
        let year = standing::year_at(&hub.network, &city.region, hub.now());
        let sql = hub.db.read();
        let mut lines = standing::of_cities(hub, &sql, &[city.id], year).await?.remove(&city.id).unwrap_or_default();
        lines.retain(|line| line.expected);
        let (met, all) = count(&lines);
        let part = Part { v: visit, city, year, met, all, lines };
        part.render().map(Some).map_err(Fail::internal)
    }
}
