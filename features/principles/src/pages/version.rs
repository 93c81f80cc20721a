//! One version: what it says, in each of its languages, and what of it is in force today.

use askama::Template;
use axum::extract::Path;
use base::Lang;
use http::StatusCode;
use web::{Answer, Fields, Meta, Visit, page};

use super::Difference;
use super::current::sources;
use crate::compare::Compared;
use crate::rows;
use crate::rules::{Text, Version, best, lines};

#[derive(Template)]
#[template(path = "principles/version.html")]
struct VersionPage<'a> {
    v: &'a Visit,
    meta: Meta,
    version: Version,
    /// The languages that it has.
    languages: Vec<Lang>,
    text: Option<Text>,
    /// The version in force, where it is another one.
    newer: Option<Newer>,
}

web::framed!(VersionPage);

/// What is in force today.
struct Newer {
    version: Version,
    text: Text,
    /// What became of each principle; none where the two have nothing in common, and are better read beside each other.
    difference: Option<Difference>,
}

pub(crate) async fn get(visit: Visit, Path(name): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let version = rows::named(&sql, &name).await?;
    let languages = &visit.hub.network.languages;
    let texts = rows::texts_of(&sql, version.id).await?;
    let asked = Fields::parse(&visit.query).get("text").parse::<Lang>().ok();
    let asked = asked.filter(|lang| texts.iter().any(|text| text.lang == *lang));
    let text = best(&texts, asked.unwrap_or(visit.lang), languages).cloned();
    let newest = rows::in_force(&sql).await?.map(|now| now.version).filter(|newest| newest.id != version.id);
    let newer = match (newest, &text) {
        (Some(newest), Some(text)) => {
            let now = rows::texts_of(&sql, newest.id).await?;
            let difference = Difference::of(&texts, &now, text.lang);
            best(&now, text.lang, languages).cloned().map(|text| Newer { version: newest, text, difference })
        }
        _ => None,
    };
    let meta =
        Meta::titled(visit.t1("principles-of", "version", &version.name)).about(visit.t("principles-description"));
    let languages = texts.iter().map(|text| text.lang).collect();
    let template = VersionPage { v: &visit, meta, version, languages, text, newer };
    page(StatusCode::OK, &template, Some(super::topics()))
}

impl VersionPage<'_> {
    fn lines<'b>(&'b self, text: &'b Text) -> Vec<&'b str> {
        lines(&text.body)
    }

    fn sources(&self) -> Vec<(&str, &str)> {
        sources(&self.v.hub.network, &self.version)
    }

    fn is_shown(&self, lang: Lang) -> bool {
        self.text.as_ref().is_some_and(|text| text.lang == lang)
    }
}
