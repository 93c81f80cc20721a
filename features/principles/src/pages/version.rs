//! One version: what it says, and beside it what is in force.

use askama::Template;
use axum::extract::Path;
use http::StatusCode;
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
    /// The version in force, where it is another one. Word by word the two have too little in common to be read in one.
    newer: Option<(Version, Text)>,
}

web::framed!(VersionPage);

pub(crate) async fn get(visit: Visit, Path(name): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let version = rows::named(&sql, &name).await?;
    let languages = &visit.hub.network.languages;
    let text = best(&rows::texts_of(&sql, version.id).await?, visit.lang, languages).cloned();
    let newest = rows::newest(&sql).await?.filter(|newest| newest.id != version.id);
    let newer = match newest {
        Some(newest) => {
            let now = best(&rows::texts_of(&sql, newest.id).await?, visit.lang, languages).cloned();
            now.map(|now| (newest, now))
        }
        None => None,
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
}
