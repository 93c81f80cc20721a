//! A document's page.

use askama::Template;
use axum::extract::Path;
use base::{Audience, DocumentId, Fail};
use http::StatusCode;
use web::form::Choice;
use web::{Answer, Fields, Meta, Topics, Visit, page};

use super::edit::as_it_is;
use super::language_choices;
use crate::access::{Action, may};
use crate::actions::search::related;
use crate::rows;
use crate::rules::Document;
use crate::topics;

/// Related documents named.
const RELATED: usize = 4;

#[derive(Template)]
#[template(path = "library/document.html")]
struct DocumentPage<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
    city: Option<&'a cities::City>,
    /// Its page is there for this reader.
    city_shown: bool,
    /// How the city is reached, as it says itself.
    reach: Vec<cities::Reach>,
    /// `(slug, label)`.
    themes: Vec<(String, String)>,
    related: Vec<Document>,
    /// Another document with the same file, told after an upload.
    same: Option<Document>,
    citation: String,
    may_edit: bool,
    may_withdraw: bool,
    /// The form that asks for its language, where the file did not tell it, for whoever may say it.
    ask_language: Option<AskLanguage>,
}

/// A question with one answer. It is sent as the form that describes the document is, with all else as it stands: the same rules
/// hold, and what somebody else changed meanwhile is shown.
struct AskLanguage {
    stands: Fields,
    languages: Vec<Choice>,
}

impl AskLanguage {
    async fn of(visit: &Visit, document: &Document) -> base::Result<Option<AskLanguage>> {
        let asked = document.lacks_language() && may(&visit.actor, Action::Edit, document);
        if !asked {
            return Ok(None);
        }
        let stands = as_it_is(visit, document).await?;
        Ok(Some(AskLanguage { stands, languages: language_choices(visit, visit.t("choose")) }))
    }

    /// What is sent along.
    fn hidden(&self) -> impl Iterator<Item = (&str, &str)> {
        self.stands.iter().filter(|(name, _)| *name != "language")
    }
}

web::framed!(DocumentPage);

impl DocumentPage<'_> {
    /// It was uploaded a moment ago: whoever brings one often brings more.
    fn just_uploaded(&self) -> bool {
        self.v.told.as_ref().is_some_and(|told| told.done == "uploaded")
    }

    fn says_little(&self) -> bool {
        self.themes.is_empty() || self.document.abstract_text.is_empty()
    }
}

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let sql = visit.hub.db.read();
    let document = rows::document_to_read(&visit.hub, &visit.actor, id).await?;
    let slugs = rows::themes(&sql, &[document.id.0]).await?.remove(&document.id.0).unwrap_or_default();
    let city = match document.city {
        Some(id) => cities::by_ids(&sql, &[id]).await?.remove(&id),
        None => None,
    };
    // A page without them is better than none: a search that has no place, or an index that is being built, takes nothing
    // else away. Such a page is not kept.
    let (related, whole) =
        match related(&visit.hub, &visit.actor, &visit.client, visit.lang, (&document, &slugs), RELATED).await {
            Ok(related) => (related, true),
            Err(Fail::Busy(_) | Fail::Unavailable(_)) => (Vec::new(), false),
            Err(fail) => return Err(fail.into()),
        };
    let same = match Fields::parse(&visit.query).get("same").parse::<DocumentId>() {
        Ok(same) if may(&visit.actor, Action::Edit, &document) => {
            rows::document_for(&sql, &visit.actor, Action::See, same).await.ok()
        }
        _ => None,
    };
    let city_shown =
        city.as_ref().is_some_and(|city| cities::access::may(&visit.actor, cities::access::Action::See, city));
    let mut topics = Topics(topics::of_page(&document, &slugs, &related));
    let reach = match city.as_ref().filter(|_| city_shown) {
        Some(city) => {
            topics.0.push(cities::topic(city.id));
            cities::reach(&visit, city.id).await?
        }
        None => Vec::new(),
    };
    let themes = slugs
        .into_iter()
        .filter_map(|slug| {
            let label = visit.hub.network.theme(&slug)?.label(visit.lang).to_owned();
            Some((slug, label))
        })
        .collect();
    let mut meta = Meta::titled(&document.title).about(description(&visit, &document, city.as_ref())).data(json_ld(
        &visit,
        &document,
        city.as_ref(),
        document.file_and_format()?.1.media_type(),
    ));
    meta.hidden = document.audience != Audience::EVERYONE || document.withdrawn;
    let template = DocumentPage {
        citation: citation(&visit, &document, city.as_ref()),
        may_edit: may(&visit.actor, Action::Edit, &document),
        may_withdraw: may(&visit.actor, Action::Withdraw, &document),
        ask_language: AskLanguage::of(&visit, &document).await?,
        city: city.as_ref(),
        city_shown,
        document: &document,
        v: &visit,
        meta,
        reach,
        themes,
        related,
        same,
    };
    page(StatusCode::OK, &template, whole.then_some(topics))
}

/// The first words of the abstract, or what it is.
fn description(visit: &Visit, document: &Document, city: Option<&cities::City>) -> String {
    if document.abstract_text.is_empty() {
        let of = city.map_or_else(|| visit.network_name(), |city| city.name(visit.lang));
        return format!("{}, {of}", visit.t(document.type_words()));
    }
    document.abstract_text.chars().take(200).collect()
}

/// Author, year, title, network, address.
fn citation(visit: &Visit, document: &Document, city: Option<&cities::City>) -> String {
    use chrono::Datelike;
    let author = city.map_or_else(|| visit.network_name().to_owned(), |city| city.name(visit.lang).to_owned());
    let year = document.year.unwrap_or_else(|| i64::from(document.created_at.year()));
    format!(
        "{author} ({year}). {}. {}. {}",
        document.title.trim_end_matches('.'),
        visit.hub_name(),
        visit.hub.address(&visit.here())
    )
}

fn json_ld(visit: &Visit, document: &Document, city: Option<&cities::City>, media_type: &str) -> serde_json::Value {
    let author = city.map_or_else(|| visit.network_name(), |city| city.name(visit.lang));
    let mut json = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": document.title,
        "url": visit.hub.address(&visit.here()),
        "author": {"@type": "Organization", "name": author},
        "encodingFormat": media_type,
    });
    if !document.abstract_text.is_empty() {
        json["abstract"] = document.abstract_text.clone().into();
    }
    if !document.language.is_empty() {
        json["inLanguage"] = document.language.clone().into();
    }
    if let Some(year) = document.year {
        json["datePublished"] = year.to_string().into();
    }
    json
}
