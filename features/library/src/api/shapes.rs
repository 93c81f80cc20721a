//! What is answered of documents. The comments stand in the document for machines.

use std::collections::HashMap;

use base::CityId;
use find::Facet;
use schemars::JsonSchema;
use serde::Serialize;
use web::Hub;
use web::api::{Counts, List};

use crate::rules::{Access, Document, LANGUAGES, TYPES, YEARS, term};

/// A document.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Document")]
pub(super) struct ApiDocument {
    /// In addresses.
    id: String,
    /// In the document's own language.
    title: String,
    /// What it is about, in its own language.
    #[serde(rename = "abstract")]
    abstract_text: String,
    /// Slug of its city; null: of the network.
    city: Option<String>,
    /// What it is.
    #[serde(rename = "type")]
    kind: DocumentType,
    /// Slugs of its themes.
    themes: Vec<String>,
    /// The year that it is of.
    year: Option<i64>,
    /// BCP 47 code; null while it is unknown.
    language: Option<String>,
    /// Who may see it.
    #[schemars(extend("enum" = Access::ALL.map(Access::code)))]
    access: String,
    /// How many pages it has, where its file states them.
    pages: Option<i64>,
    /// What its file is.
    format: String,
    /// The name of its file.
    file_name: String,
    /// Bytes of its file.
    size: i64,
    /// SHA-256 of its file, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    sha256: String,
    /// When it came in.
    #[schemars(extend("format" = "date-time"))]
    created_at: String,
    /// When it was last changed.
    #[schemars(extend("format" = "date-time"))]
    updated_at: String,
    /// Its page.
    #[schemars(url)]
    url: String,
    /// Its file.
    #[schemars(url)]
    file: String,
}

/// A part of the list.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentList {
    #[serde(flatten)]
    pub list: List<ApiDocument, DocumentFacets>,
    /// Of the total those that have all the words of `q`; the others lack some, and come after them unless a sort is given. With
    /// words and the first part only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_all_words: Option<i64>,
}

/// What a document is.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = TYPES))]
pub(super) struct DocumentType(String);

/// BCP 47 code of a language that documents can be said to be in.
#[derive(JsonSchema)]
#[schemars(extend("enum" = LANGUAGES.map(|(code, _)| code).as_slice()))]
#[expect(dead_code, reason = "it is only described: what a document is in may also be found in its text")]
pub(super) struct DocumentLanguage(String);

#[derive(JsonSchema)]
#[schemars(inline, extend("minimum" = YEARS.start(), "maximum" = YEARS.end()))]
#[expect(dead_code, reason = "it is only described: `Query::read` reads it")]
pub(super) struct Year(i64);

/// Documents.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentFacets {
    /// By code of the country of their city.
    country: Counts,
    /// By code of their language.
    language: Counts,
    /// By slug of the region of their city.
    region: Counts,
    /// By slug of their themes.
    theme: Counts,
    /// By what they are.
    #[serde(rename = "type")]
    kind: Counts,
    /// By year.
    year: Counts,
}

/// Orders that can be asked for.
pub(super) const SORTS: [&str; 5] = ["date", "oldest", "title", "city", "language"];

#[derive(JsonSchema)]
#[schemars(inline, extend("enum" = SORTS))]
#[expect(dead_code, reason = "it is only described: `Query::read` reads it")]
pub(super) struct Sorted(String);

impl ApiDocument {
    /// These documents, with what stands beside them.
    pub(super) fn all(
        hub: &Hub,
        documents: Vec<Document>,
        mut themes: HashMap<i64, Vec<String>>,
        cities: &HashMap<CityId, cities::City>,
    ) -> Vec<ApiDocument> {
        let whole = |document: Document| {
            let city = document.city.and_then(|id| cities.get(&id)).map(|city| city.slug.clone());
            let own = themes.remove(&document.id.0).unwrap_or_default();
            ApiDocument::new(hub, document, own, city)
        };
        documents.into_iter().map(whole).collect()
    }

    pub(super) fn new(hub: &Hub, document: Document, themes: Vec<String>, city: Option<String>) -> ApiDocument {
        let lang = hub.network.languages[0];
        ApiDocument {
            id: document.id.to_string(),
            access: document.access().code().to_owned(),
            url: hub.address(&format!("/{lang}{}", document.path())),
            file: hub.address(&document.file_path()),
            city,
            themes,
            title: document.title,
            abstract_text: document.abstract_text,
            kind: DocumentType(document.kind.code().to_owned()),
            year: document.year,
            language: Some(document.language).filter(|code| !code.is_empty()),
            pages: document.pages,
            format: document.format,
            file_name: document.file_name,
            size: document.size,
            sha256: document.file,
            created_at: document.created_at.to_rfc3339(),
            updated_at: document.updated_at.to_rfc3339(),
        }
    }
}

impl DocumentFacets {
    pub(super) fn new(hub: &Hub, found: &Facets) -> DocumentFacets {
        let network = &hub.network;
        DocumentFacets {
            country: named(found, Facet::Country, network.countries.keys().map(String::as_str)),
            language: named(found, Facet::Language, LANGUAGES.into_iter().map(|(code, _)| code)),
            region: named(found, Facet::Region, network.regions.iter().map(|region| region.slug.as_str())),
            theme: named(found, Facet::Theme, network.themes.iter().map(|theme| theme.slug.as_str())),
            kind: named(found, Facet::Type, TYPES.into_iter()),
            year: Counts(counted(found, Facet::Year).map(|(year, count)| (year.to_string(), count)).collect()),
        }
    }
}

/// Counts of each facet, as the index has them.
type Facets = HashMap<Facet, Vec<(u64, usize)>>;

/// The index counts by numbers; these are the names behind them.
fn named<'a>(found: &Facets, facet: Facet, names: impl Iterator<Item = &'a str>) -> Counts {
    let names: HashMap<u64, &str> = names.map(|name| (term(name), name)).collect();
    let counts = counted(found, facet);
    Counts(counts.filter_map(|(value, count)| Some(((*names.get(&value)?).to_owned(), count))).collect())
}

fn counted(found: &Facets, facet: Facet) -> impl Iterator<Item = (u64, i64)> {
    let counts = found.get(&facet).into_iter().flatten();
    counts.map(|(value, count)| (*value, i64::try_from(*count).unwrap_or(i64::MAX)))
}
