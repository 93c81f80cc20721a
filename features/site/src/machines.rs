//! What machines ask for: sitemap, robots, health, the icon.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use std::time::{Duration, Instant};
use web::{Hub, Routes};

use crate::{robots, sitemap};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .plain("/sitemap.xml", sitemap::index)
        .plain("/sitemaps/{source}/{part}", sitemap::part)
        .plain("/robots.txt", robots::robots)
        .plain("/favicon.svg", favicon)
        .plain("/health/live", || async { "alive" })
        .plain("/health/ready", ready)
}

async fn favicon() -> Response {
    let svg = look::brand()
        .replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        .replace("var(--pin)", "#d13d1c")
        .replace("currentColor", "#0f262c")
        .replacen("<path", "<rect width=\"36\" height=\"36\" fill=\"#fbfcfb\"/><path", 1);
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], svg).into_response()
}

/// How long readiness waits for each thing that it asks.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long what was seen is told to others who ask.
const FRESH: Duration = Duration::from_millis(500);

/// Ready when a page can be made and an upload taken: the database answers and takes a write, the file store answers,
/// and the search index is filled. Tried, not believed. What is wrong stands in the log, for the operator; strangers are
/// told no more than that: how far the index is would say when something is written, also what they may not see.
async fn ready(State(hub): State<Hub>) -> Response {
    // Whoever asks again and again is told what was just seen.
    let mut seen = hub.seen.lock().await;
    if seen.as_ref().is_none_or(|(at, _)| at.elapsed() > FRESH) {
        *seen = Some((Instant::now(), look(&hub).await));
    }
    let wrong = seen.as_ref().map(|(_, wrong)| wrong.join("; ")).unwrap_or_default();
    drop(seen);
    if wrong.is_empty() {
        return Json(serde_json::json!({"status": "ready"})).into_response();
    }
    tracing::warn!(why = wrong, "not ready");
    web::Problem::new(StatusCode::SERVICE_UNAVAILABLE.as_u16(), &[]).into_response()
}

/// What stands against it.
async fn look(hub: &Hub) -> Vec<String> {
    let wrong = tokio::join!(
        in_time("the database is read", hub.db.answers()),
        in_time("the database is written", takes_writes(hub)),
        in_time("the file store answers", store_answers(hub)),
    );
    let mut wrong: Vec<String> = [wrong.0, wrong.1, wrong.2].into_iter().filter_map(Result::err).collect();
    if hub.index.cursor() == 0 {
        wrong.push("the search index is being built".to_owned());
    }
    wrong
}

/// On a task of its own: what else is asked meanwhile is not asked in its transaction.
async fn takes_writes(hub: &Hub) -> base::Result<()> {
    let db = hub.db.clone();
    tokio::spawn(async move { db.takes_writes(PATIENCE).await }).await.map_err(base::Fail::internal)?
}

/// A file store in which nothing can be put is none.
async fn store_answers(hub: &Hub) -> base::Result<()> {
    hub.blobs.stage_bytes(b"ready").await?;
    hub.blobs.has(&blobs::Hash::of(b"ready")).await.map(|_| ())
}

async fn in_time(what: &str, work: impl Future<Output = base::Result<()>>) -> Result<(), String> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fail)) => Err(format!("{what}: {fail}")),
        Err(_) => Err(format!("{what}: no answer within a second")),
    }
}
