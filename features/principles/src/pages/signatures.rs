//! Who signed the principles: every member's signatures, each with the text that it is under. A name stands there by consent.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Lang, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Topics, Visit, page};

use crate::rules::{InForce, Signed};
use crate::{rows, signature_rows};

/// A signature of the list.
pub(crate) struct Row {
    signed: Signed,
    /// What the city is called here.
    city: String,
    /// The city's page, behind the language.
    path: String,
    /// It does not hold for what is in force.
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
        Column::new("signature-version").cell(|_, row| row.signed.version_name.as_str().into()),
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
        let found = signature_rows::page(&sql, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut ids: Vec<CityId> = found.iter().map(|signed| signed.city).collect();
        ids.sort();
        ids.dedup();
        let cities = cities::by_ids(&sql, &ids).await?;
        let now = rows::in_force(&sql).await?;
        let now = now.as_ref();
        Ok(Next { rows: found.into_iter().filter_map(|own| row(own, &cities, now, visit.lang)).collect(), more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let rows = self.next(visit, PAGE_ROWS).await?.rows;
        let total = usize::try_from(signature_rows::count(&visit.hub.db.read()).await?).unwrap_or(0);
        let empty =
            Empty::new("book", "signatures-none", "signatures-none-hint").way("signatures-principles", "/principles");
        let around = Around::page::<Signatures>(visit, self.part, rows.len(), total, &empty);
        let title = self.part.title(visit, visit.t("signatures-title"), "");
        let meta = Meta::titled(title).about(visit.t("signatures-description"));
        let topics = Topics::of([rows::TOPIC, "cities"]);
        page(StatusCode::OK, &SignaturesPage { v: visit, meta, rows, around }, Some(topics))
    }
}

fn row(signed: Signed, cities: &HashMap<CityId, City>, now: Option<&InForce>, lang: Lang) -> Option<Row> {
    let city = cities.get(&signed.city)?;
    let earlier = now.is_none_or(|now| !now.is_signed_by(signed.version));
    Some(Row { city: city.name(lang).to_owned(), path: city.path(), earlier, signed })
}

impl SignaturesPage<'_> {
    fn signed_at(&self, row: &Row) -> String {
        self.v.date(&row.signed.signed_at)
    }
}
