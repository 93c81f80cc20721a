//! News as an Atom feed (RFC 4287), in a language, of all themes or of some.

use std::fmt::Write;

use axum::response::IntoResponse;
use base::Time;
use http::header;
use web::{Answer, Fields, Topics, Visit};

use crate::kinds::{Kind, kinds_words};
use crate::rows::{self, Entry, Narrowed};
use crate::rules::{ADDRESS, BODY, SUMMARY, TITLE};

/// Entries of a feed.
const ENTRIES: i64 = 30;

pub(crate) async fn news(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    let narrowed = Narrowed { year: None, themes: themes(&visit, &fields) };
    let items = rows::page(&visit.hub.db.read(), Kind::News, &narrowed, visit.hub.now(), ENTRIES, 0).await?;
    let entries = rows::entries(&visit, items, &[TITLE, SUMMARY, BODY, ADDRESS]).await?;
    let mut response =
        ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed(&visit, &entries)).into_response();
    response.extensions_mut().insert(Topics::of([Kind::News.topic()]));
    Ok(response)
}

/// The themes that the query names, those that there are.
pub(crate) fn themes(visit: &Visit, fields: &Fields) -> Vec<String> {
    let known = fields.all("theme").into_iter().filter(|slug| visit.hub.network.theme(slug).is_some());
    known.map(str::to_owned).collect()
}

fn feed(visit: &Visit, entries: &[Entry]) -> String {
    let hub = &visit.hub;
    let query = if visit.query.is_empty() { String::new() } else { format!("?{}", visit.query) };
    let own = hub.address(&format!("{}{query}", visit.here()));
    let page = hub.address(&format!("{}{query}", visit.link(Kind::News.path())));
    let title = format!("{} · {}", visit.t(kinds_words(Kind::News)), visit.hub_name());
    let changed = |entry: &Entry| entry.text.at.max(entry.item.published_at.unwrap_or(entry.text.at));
    let updated = entries.iter().map(changed).max().unwrap_or_default();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\" xml:base=\"{}\">\n\
         <id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n\
         <author><name>{}</name></author>\n",
        visit.lang,
        escape(&hub.address("/")),
        escape(&own),
        escape(&title),
        stamp(updated),
        escape(&own),
        escape(&page),
        escape(visit.network_name()),
    );
    for entry in entries {
        let address = hub.address(&visit.link(entry.path()));
        let published = entry.item.published_at.unwrap_or(entry.text.at);
        let html = crate::render::html(visit, entry.text.get(BODY));
        // An entry keeps its name when its address changes, so that no reader sees it twice.
        let _ = writeln!(
            xml,
            "<entry xml:lang=\"{}\"><id>{}</id><title>{}</title><link href=\"{}\"/><published>{}</published><updated>{}</updated>\
             <summary>{}</summary><content type=\"html\">{}</content></entry>",
            entry.text.lang,
            escape(&hub.address(&format!("/{}/news#{}", visit.lang, base::id::write_id(entry.item.id)))),
            escape(entry.text.get(TITLE)),
            escape(&address),
            stamp(published),
            stamp(changed(entry)),
            escape(entry.text.get(SUMMARY)),
            escape(&html),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

fn stamp(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// A text in XML; characters that XML 1.0 does not have are left out.
fn escape(text: &str) -> String {
    let known = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t' | '\r');
    let text: String = text.chars().filter(known).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
