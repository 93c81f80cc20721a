//! One version: what it says, and how it differs from what is in force.

use askama::Template;
use axum::extract::Path;
use http::StatusCode;
use texts::{Piece, Side};
use web::{Answer, Meta, Visit, page};

use super::current::sources;
use crate::rows;
use crate::rules::{Text, Version, best, lines};

#[derive(Template)]
#[template(path = "principles/version.html")]
struct VersionPage<'a> {
    v: &'a Visit,
    meta: Meta,
    version: Version,
    text: Option<Text>,
    /// The version in force, where it is another one, with what of the text is not in it and the other way round.
    newer: Option<(Version, Vec<Piece>)>,
}

web::framed!(VersionPage);

pub(crate) async fn get(visit: Visit, Path(name): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let version = rows::named(&sql, &name).await?;
    let languages = &visit.hub.network.languages;
    let text = best(&rows::texts_of(&sql, version.id).await?, visit.lang, languages).cloned();
    let newest = rows::newest(&sql).await?.filter(|newest| newest.id != version.id);
    let newer = match (newest, &text) {
        (Some(newest), Some(text)) => {
            let now = rows::texts_of(&sql, newest.id).await?;
            // Only what is in one language has a difference that can be read.
            let now = now.into_iter().find(|now| now.lang == text.lang);
            now.map(|now| (newest, texts::difference(&text.body, &now.body)))
        }
        _ => None,
    };
    let meta =
        Meta::titled(visit.t1("principles-of", "version", &version.name)).about(visit.t("principles-description"));
    let template = VersionPage { v: &visit, meta, version, text, newer };
    page(StatusCode::OK, &template, Some(super::topics()))
}

impl VersionPage<'_> {
    fn lines<'b>(&'b self, text: &'b Text) -> Vec<&'b str> {
        lines(&text.body)
    }

    fn sources(&self) -> Vec<(&str, &str)> {
        sources(&self.v.hub.network, &self.version)
    }

    fn is_gone(&self, piece: &Piece) -> bool {
        piece.side == Side::Before
    }

    fn is_new(&self, piece: &Piece) -> bool {
        piece.side == Side::After
    }
}
