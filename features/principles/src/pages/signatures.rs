//! Who signed the principles: every member's signatures, each with the text that it is under. A name stands there by consent.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Lang, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Topics, Visit, page};

use crate::rows;
use crate::rules::{Signed, Version};

/// A signature of the list.
pub(crate) struct Row {
    signed: Signed,
    /// What the city is called here.
    city: String,
    /// The city's page, behind the language.
    path: String,
    version: Version,
    /// It is not the version in force.
    earlier: bool,
}

#[derive(Template)]
#[template(path = "principles/signatures.html")]
struct SignaturesPage<'a> {
    v: &'a Visit,
    meta: Meta,
    rows: Vec<Row>,
    around: Around,
}

web::framed!(SignaturesPage);

/// The list, from a place on.
pub(crate) struct Signatures {
    part: Page,
    at: usize,
}

impl List for Signatures {
    type Row = Row;
    const NAME: &str = "signatures";
    const COLUMNS: &[Column<Row>] = &[
        Column::new("signature-city").cell(|_, row| row.city.as_str().into()),
        Column::new("signature-position").cell(|_, row| row.signed.position.as_str().into()),
        Column::new("signature-name").cell(|_, row| row.signed.public_name().into()),
        Column::new("signature-version").cell(|_, row| row.version.name.as_str().into()),
        Column::new("signature-language").in_file().cell(|_, row| row.signed.lang.code().into()),
        Column::new("signature-text").in_file().cell(|_, row| row.signed.hash.as_str().into()),
        Column::new("signature-at").cell(|_, row| (&row.signed.signed_at).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Signatures> {
        let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
        Ok(Signatures { part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Row>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut ids: Vec<CityId> = found.iter().map(|signed| signed.city).collect();
        ids.sort();
        ids.dedup();
        let cities = cities::by_ids(&sql, &ids).await?;
        let versions = rows::versions(&sql).await?;
        Ok(Next { rows: found.into_iter().filter_map(|own| row(own, &cities, &versions, visit.lang)).collect(), more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let rows = self.next(visit, PAGE_ROWS).await?.rows;
        let total = usize::try_from(rows::count(&visit.hub.db.read()).await?).unwrap_or(0);
        let empty =
            Empty::new("book", "signatures-none", "signatures-none-hint").way("signatures-principles", "/principles");
        let around = Around::page::<Signatures>(visit, self.part, rows.len(), total, &empty);
        let title = self.part.title(visit, visit.t("signatures-title"), "");
        let meta = Meta::titled(title).about(visit.t("signatures-description"));
        let topics = Topics::of([rows::TOPIC, "cities"]);
        page(StatusCode::OK, &SignaturesPage { v: visit, meta, rows, around }, Some(topics))
    }
}

fn row(signed: Signed, cities: &HashMap<CityId, City>, versions: &[Version], lang: Lang) -> Option<Row> {
    let city = cities.get(&signed.city)?;
    let version = versions.iter().find(|own| own.id == signed.version)?.clone();
    let earlier = versions.first().is_some_and(|newest| newest.id != version.id);
    Some(Row { city: city.name(lang).to_owned(), path: city.path(), version, earlier, signed })
}

impl SignaturesPage<'_> {
    fn signed_at(&self, row: &Row) -> String {
        self.v.date(&row.signed.signed_at)
    }
}
