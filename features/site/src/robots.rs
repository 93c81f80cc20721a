//! What crawlers are asked to leave alone.

use std::fmt::Write;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::Lang;
use http::header;
use web::Hub;

/// Pages of one person, those that lead to nothing but a form, and the one search, which leads to pages that are found elsewhere.
const NOT_FOR_CRAWLERS: [&str; 10] =
    ["account", "ask", "media", "forgotten", "library/mine", "library/upload", "links/", "office", "search", "sign-"];
/// Lists that can be narrowed.
const LISTS: [&str; 8] = ["library", "cities", "news", "questions", "myths", "initiatives", "voices", "press"];

pub(crate) async fn robots(State(hub): State<Hub>) -> Response {
    let text = text(&hub.network.languages, &hub.address("/sitemap.xml"));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// As RFC 9309 reads it: of all rules that an address meets the longest counts, and an address that meets none may be
/// crawled. So a list may be, and each part of it (`?page=2`), but nothing that is narrowed, sorted or searched: those
/// combinations have no end, and lead to the same documents. Tables of a list (`library.csv`) are its rows once more.
/// Files may be crawled: what is not public is not there for a crawler.
fn text(languages: &[Lang], sitemap: &str) -> String {
    let mut text = String::from("User-agent: *\nAllow: /files/\nDisallow: /api/\n");
    for lang in languages {
        for list in LISTS {
            let own = format!("/{lang}/{list}");
            let _ = write!(
                text,
                "Disallow: {own}?\nAllow: {own}?page=\nDisallow: {own}?page=*&\nDisallow: {own}.\nDisallow: {own}/suggest\n"
            );
        }
        for page in NOT_FOR_CRAWLERS {
            let _ = writeln!(text, "Disallow: /{lang}/{page}");
        }
    }
    let _ = writeln!(text, "Sitemap: {sitemap}");
    text
}
