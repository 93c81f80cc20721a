//! Documents as lists have them, with the cells of their files. What is in a document is in none of these.

use base::{CityId, Result};
use store::Sql;
use web::Visit;
use web::list::Column;

use crate::rows;
use crate::rules::Document;

/// A document with what is known of it elsewhere.
pub(crate) struct Listed {
    pub document: Document,
    pub city: Option<cities::City>,
    themes: Vec<String>,
}

impl Listed {
    /// These; their cities and their themes are read for all at once.
    pub(super) async fn of(sql: &Sql, documents: Vec<Document>) -> Result<Vec<Listed>> {
        let mut ids: Vec<CityId> = documents.iter().filter_map(|document| document.city).collect();
        ids.sort();
        ids.dedup();
        let cities = cities::by_ids(sql, &ids).await?;
        let ids: Vec<i64> = documents.iter().map(|document| document.id.0).collect();
        let mut themes = rows::themes(sql, &ids).await?;
        let listed = documents.into_iter().map(|document| Listed {
            city: document.city.and_then(|city| cities.get(&city)).cloned(),
            themes: themes.remove(&document.id.0).unwrap_or_default(),
            document,
        });
        Ok(listed.collect())
    }

    /// Its themes, as they are called here.
    fn themes(&self, visit: &Visit) -> String {
        let label = |slug: &String| Some(visit.hub.network.theme(slug)?.label(visit.lang));
        self.themes.iter().filter_map(label).collect::<Vec<_>>().join("; ")
    }

    /// Key of the words for its state, where only those see it who look after it.
    pub(super) fn state_words(&self) -> &'static str {
        match &self.document {
            document if document.withdrawn => "mine-withdrawn",
            document if document.is_being_read() => "mine-reading",
            document if document.trouble().is_some() => "mine-unread",
            document if document.lacks_language() => "mine-language",
            _ => "mine-ready",
        }
    }

    /// How its state is drawn, and with which icon.
    pub(super) fn state_look(&self) -> (&'static str, &'static str) {
        match self.state_words() {
            "mine-reading" => ("is-info", "clock"),
            "mine-language" => ("is-info", "info"),
            "mine-ready" => ("is-ok", "check"),
            _ => ("is-warn", "alert"),
        }
    }
}

pub(super) const TITLE: Column<Listed> = Column::new("doc-title").cell(|_, row| row.document.title.as_str().into());
pub(super) const ACCESS: Column<Listed> =
    Column::new("doc-access").cell(|v, row| v.t(row.document.access_words()).into());
pub(super) const STATE: Column<Listed> = Column::new("mine-state").cell(|v, row| v.t(row.state_words()).into());
pub(super) const ADDED: Column<Listed> = Column::new("doc-added").cell(|_, row| (&row.document.created_at).into());
pub(super) const CITY: Column<Listed> = Column::new("doc-city").in_file().cell(|v, row| match &row.city {
    Some(city) => city.name(v.lang).into(),
    None => v.t("doc-of-network").into(),
});
pub(super) const COUNTRY: Column<Listed> = Column::new("country").in_file().cell(|v, row| match &row.city {
    Some(city) => v.hub.network.country_name(&city.country, v.lang).into(),
    None => "".into(),
});
pub(super) const TYPE: Column<Listed> =
    Column::new("doc-type").in_file().cell(|v, row| v.t(row.document.type_words()).into());
pub(super) const YEAR: Column<Listed> = Column::new("doc-year").in_file().cell(|_, row| row.document.year.into());
pub(super) const LANGUAGE: Column<Listed> =
    Column::new("doc-language").in_file().cell(|_, row| row.document.language_name().into());
pub(super) const THEMES: Column<Listed> = Column::new("themes").in_file().cell(|v, row| row.themes(v).into());
pub(super) const PAGE: Column<Listed> =
    Column::new("doc-address").in_file().cell(|v, row| v.hub.address(&v.link(row.document.path())).into());
