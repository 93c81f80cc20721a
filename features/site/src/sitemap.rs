//! Every public address for search engines: an index, and a sitemap for each part of each source (sitemaps.org).

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::{Fail, Lang, Result};
use http::header;
use std::fmt::Write;
use std::sync::Arc;
use web::parts::{SitemapSource, some_of};
use web::{Answer, Hub, Offered, Topics};

/// Addresses behind the language in one sitemap. With three languages as alternates each takes some 1 to 2 kB of it, and
/// whatever is larger than [`web::KEPT_BYTES`] is made anew for everybody who asks.
const PART: i64 = 500;
/// Sitemaps that an index may name.
const PARTS: i64 = 50_000;

/// The index of all sitemaps.
pub(crate) async fn index(State(hub): State<Hub>, offered: Offered) -> Answer {
    let mut topics = Topics::default();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut left = PARTS;
    for source in sources(&offered) {
        let parts = ((source.count(&hub).await? + PART - 1) / PART).min(left);
        left -= parts;
        for part in 1..=parts {
            let address = hub.address(&format!("/sitemaps/{}/{part}", source.name()));
            let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escape(&address));
        }
        topics.also(source.topics());
    }
    xml.push_str("</sitemapindex>\n");
    Ok(answer(xml, topics))
}

/// One part of what a source has, with all languages as alternates (Google's hreflang extension).
pub(crate) async fn part(
    State(hub): State<Hub>,
    offered: Offered,
    Path((name, part)): Path<(String, String)>,
) -> Answer {
    let source = sources(&offered).find(|source| source.name() == name).ok_or(Fail::NotFound)?;
    let place = part.parse::<i64>().ok().filter(|place| (1..=PARTS).contains(place) && place.to_string() == part);
    let from = (place.ok_or(Fail::NotFound)? - 1) * PART;
    let pages = source.in_languages(&hub, from, PART).await?;
    if pages.is_empty() {
        return Err(Fail::NotFound.into());
    }
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let address = |(lang, path): (Lang, String)| (lang, hub.address(&format!("/{lang}{path}")));
        entries(&mut xml, &page.into_iter().map(address).collect::<Vec<_>>());
    }
    xml.push_str("</urlset>\n");
    let mut topics = Topics::default();
    topics.also(source.topics());
    // Made once, and again when one of them changes.
    Ok(answer(xml, topics))
}

/// The same page at each of these addresses.
fn entries(xml: &mut String, addresses: &[(Lang, String)]) {
    let alternates = addresses.iter().fold(String::new(), |mut links, (lang, address)| {
        let _ = write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", escape(address));
        links
    });
    for (_, address) in addresses {
        let _ = writeln!(xml, "<url><loc>{}</loc>{alternates}</url>", escape(address));
    }
}

fn answer(xml: String, topics: Topics) -> axum::response::Response {
    let mut response = ([(header::CONTENT_TYPE, "application/xml")], xml).into_response();
    response.extensions_mut().insert(topics);
    response
}

/// The network's own pages, then what features have.
fn sources(offered: &Offered) -> impl Iterator<Item = Arc<dyn SitemapSource>> + '_ {
    let own: Arc<dyn SitemapSource> = Arc::new(OwnPages);
    std::iter::once(own).chain(offered.sitemap.iter().cloned())
}

/// Home and the pages that every network has.
struct OwnPages;

#[async_trait::async_trait]
impl SitemapSource for OwnPages {
    fn name(&self) -> &'static str {
        "pages"
    }

    fn topics(&self) -> &'static [&'static str] {
        &[]
    }

    async fn count(&self, _: &Hub) -> Result<i64> {
        Ok(super::pages::STATIC.len() as i64 + 1)
    }

    async fn paths(&self, _: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let pages = super::pages::STATIC.iter().map(|name| format!("/{name}"));
        let all = std::iter::once("/".to_owned()).chain(pages);
        Ok(some_of(all, from, most))
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_part_with_long_addresses_can_be_kept() {
        let address = format!("https://{}.example.org/fr/library/{}", "h".repeat(63), "d".repeat(24));
        let addresses = Lang::SHIPPED.map(|lang| (lang, address.clone()));
        let mut xml = String::new();
        for _ in 0..PART {
            entries(&mut xml, &addresses);
        }
        assert!(xml.len() + 1_000 < web::KEPT_BYTES, "{} bytes", xml.len());
    }
}
