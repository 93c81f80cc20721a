//! What machines ask for: sitemap, robots, health, the icon.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use std::fmt::Write;
use std::time::{Duration, Instant};
use web::parts::SITEMAP_PATHS;
use web::{Answer, Hub, Offered, Routes, Topics};

/// Addresses that one sitemap holds (sitemaps.org), in all languages together.
const ADDRESSES: usize = 50_000;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .plain("/sitemap.xml", sitemap)
        .plain("/robots.txt", robots)
        .plain("/favicon.svg", favicon)
        .plain("/health/live", || async { "alive" })
        .plain("/health/ready", ready)
}

/// One sitemap with all languages as alternates (sitemaps.org; Google's hreflang extension).
async fn sitemap(State(hub): State<Hub>, offered: Offered) -> Answer {
    let mut topics = Topics::default();
    let own = std::iter::once("/".to_owned()).chain(super::pages::STATIC.iter().map(|name| format!("/{name}")));
    let mut sources = vec![own.collect::<Vec<_>>()];
    for source in &offered.sitemap {
        let mut paths = source.paths(&hub).await?;
        if paths.len() > SITEMAP_PATHS {
            tracing::warn!(topics = ?source.topics(), "a part of the sitemap is cut at {SITEMAP_PATHS} addresses");
            paths.truncate(SITEMAP_PATHS);
        }
        sources.push(paths);
        topics.also(source.topics());
    }
    let all: usize = sources.iter().map(Vec::len).sum();
    let paths = fairly(sources, ADDRESSES / hub.network.languages.len().max(1));
    if paths.len() < all {
        tracing::warn!(all, listed = paths.len(), "the sitemap is cut: it holds no more addresses");
    }
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in &paths {
        let mut alternates = String::new();
        for lang in &hub.network.languages {
            let _ = write!(
                alternates,
                "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>",
                escape(&hub.address(&format!("/{lang}{path}")))
            );
        }
        for lang in &hub.network.languages {
            let _ =
                writeln!(xml, "<url><loc>{}</loc>{alternates}</url>", escape(&hub.address(&format!("/{lang}{path}"))));
        }
    }
    xml.push_str("</urlset>\n");
    let mut response = ([(header::CONTENT_TYPE, "application/xml")], xml).into_response();
    // Up to 50,000 addresses: made once, and again when one of them changes.
    response.extensions_mut().insert(topics);
    Ok(response)
}

/// So many of all, shared fairly: a source that has few keeps them all, and those that have more get as many as each
/// other.
fn fairly(mut sources: Vec<Vec<String>>, most: usize) -> Vec<String> {
    let mut left = most;
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|source| sources[*source].len());
    for (done, source) in order.iter().enumerate() {
        let share = left / (order.len() - done);
        sources[*source].truncate(share);
        left -= sources[*source].len();
    }
    sources.into_iter().flatten().collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Lists with filters are not to be crawled: their combinations have no end.
async fn robots(State(hub): State<Hub>) -> Response {
    let mut text = String::from("User-agent: *\nDisallow: /api/\nDisallow: /files/\n");
    for lang in &hub.network.languages {
        let _ = write!(
            text,
            "Disallow: /{lang}/library?\nDisallow: /{lang}/library.\nDisallow: /{lang}/cities?\nDisallow: /{lang}/cities.\nAllow: /{lang}/cities?page=\nDisallow: /{lang}/sign-in\nDisallow: /{lang}/office\nDisallow: /{lang}/account\n"
        );
    }
    let _ = writeln!(text, "Sitemap: {}", hub.address("/sitemap.xml"));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(sizes: &[usize], most: usize) -> Vec<usize> {
        let name = |source: usize, number: usize| format!("{source}/{number}");
        let sources = sizes.iter().enumerate().map(|(source, size)| (0..*size).map(|n| name(source, n)).collect());
        let listed = fairly(sources.collect(), most);
        (0..sizes.len())
            .map(|source| listed.iter().filter(|path| path.starts_with(&format!("{source}/"))).count())
            .collect()
    }

    #[test]
    fn sources_share_a_sitemap_fairly() {
        assert_eq!(counts(&[8, 14_000, 2_000], 16_666), [8, 14_000, 2_000], "all fit");
        assert_eq!(counts(&[8, 14_000, 15_000], 16_666), [8, 8_329, 8_329]);
        assert_eq!(counts(&[8, 15_000, 2_000, 15_000], 16_666), [8, 7_329, 2_000, 7_329]);
        assert_eq!(counts(&[], 10), Vec::<usize>::new());
    }
}
