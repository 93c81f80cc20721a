//! What is published, as JSON.

use axum::Json;
use axum::response::IntoResponse;
use base::Lang;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Text;

use web::api::Operation;
use web::{Answer, Fields, Hub, Routes, Visit};

use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE};

/// Something that the team publishes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Published")]
struct ApiItem {
    /// Its id, for ever.
    id: String,
    /// When readers had it first (RFC 3339, UTC).
    #[schemars(extend("format" = "date-time"))]
    published_at: String,
    /// The day on which somebody looked last whether it is true.
    reviewed_on: Option<String>,
    /// Ids of the network's sources.
    sources: Vec<String>,
    /// Of a question: what it is about.
    section: Option<String>,
    /// Its words in each language that it has.
    texts: Vec<ApiText>,
}

/// A part of what is published of a kind.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PublishedList")]
struct ApiList {
    /// What is in this part.
    items: Vec<ApiItem>,
    /// How many there are in all parts together; counted for the first part only.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
    /// The address of the next part; null: this is the last one.
    next: Option<String>,
}

/// The words of something in one language.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PublishedText")]
struct ApiText {
    /// BCP 47.
    language: &'static str,
    /// The others render it.
    source: bool,
    /// The source says something else since.
    behind: bool,
    /// Its title; of a question the question, of a myth what is claimed.
    title: String,
    /// In short; of a myth what is true. May be empty.
    summary: String,
    /// All of it, in Markdown.
    body: String,
    /// Its page.
    #[schemars(url)]
    url: String,
}

impl ApiItem {
    fn new(hub: &Hub, item: &Item, texts: &[Text]) -> ApiItem {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        ApiItem {
            id: base::id::write_id(item.id),
            published_at: item.published_at.unwrap_or(item.changed_at).to_rfc3339(),
            reviewed_on: some(&item.reviewed_on),
            sources: item.source_ids().map(str::to_owned).collect(),
            section: some(&item.section),
            texts: texts.iter().map(|text| ApiText::new(hub, item, text)).collect(),
        }
    }
}

impl ApiText {
    fn new(hub: &Hub, item: &Item, text: &Text) -> ApiText {
        let lang: Lang = text.lang;
        ApiText {
            language: lang.code(),
            source: text.source,
            behind: text.behind,
            title: text.get(TITLE).to_owned(),
            summary: text.get(SUMMARY).to_owned(),
            body: crate::lines::words_alone(text.get(BODY)),
            url: hub.address(&format!("/{lang}{}", item.path(text.get(ADDRESS)))),
        }
    }
}

pub(crate) fn routes() -> Routes {
    let list = |path, name, what| Operation::new::<ApiList>(path, name, what, "A part of the list").in_parts();
    Routes::default()
        .api(list("/api/v1/news", "listNews", "News, in the order in which it was begun"), news)
        .api(list("/api/v1/questions", "listQuestions", "Questions with their answers"), questions)
        .api(list("/api/v1/myths", "listMyths", "Myths, with what is true"), myths)
        .api(list("/api/v1/initiatives", "listInitiatives", "Initiatives of the network"), initiatives)
}

async fn news(visit: Visit) -> Answer {
    part(&visit, Kind::News, "/api/v1/news").await
}

async fn questions(visit: Visit) -> Answer {
    part(&visit, Kind::Question, "/api/v1/questions").await
}

async fn myths(visit: Visit) -> Answer {
    part(&visit, Kind::Myth, "/api/v1/myths").await
}

async fn initiatives(visit: Visit) -> Answer {
    part(&visit, Kind::Initiative, "/api/v1/initiatives").await
}

async fn part(visit: &Visit, kind: Kind, path: &'static str) -> Answer {
    let (hub, fields) = (&visit.hub, Fields::parse(&visit.query));
    web::json::no_empty(&fields)?;
    let limit = web::json::limit(&fields)?;
    let after = match fields.get("after") {
        "" => 0,
        written => {
            base::id::read_id(written).ok_or_else(|| base::Fail::field("after", "an address that `next` gave"))?
        }
    };
    let sql = hub.db.read();
    let mut items = rows::shown_after(&sql, kind, hub.now(), after, limit as i64 + 1).await?;
    let more = items.len() > limit;
    items.truncate(limit);
    let things: Vec<_> = items.iter().map(Item::thing).collect();
    let texts = texts::live(&sql, &things, &[TITLE, SUMMARY, BODY, ADDRESS]).await?;
    let total = match after {
        0 => Some(rows::count(&sql, kind, &rows::Narrowed::default(), hub.now()).await?),
        _ => None,
    };
    let next = items.last().filter(|_| more).map(|last| web::json::next(path, &fields, &base::id::write_id(last.id)));
    let of = |item: &Item| texts.get(&item.thing()).map(Vec::as_slice).unwrap_or_default();
    let items = items.iter().map(|item| ApiItem::new(hub, item, of(item))).collect();
    Ok(Json(ApiList { items, total, next }).into_response())
}
