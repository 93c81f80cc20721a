//! What crawlers may ask for, by a reader of robots.txt as RFC 9309 says, over the addresses that pages really have.

use testkit::scene::Scene;
use testkit::{CITY, Engine, Who, both_engines};

both_engines!(crawlers_come_to_what_is_public_and_to_nothing_without_end);

/// The rules for everybody: whether they allow, and for which addresses.
struct Robots(Vec<(bool, String)>);

impl Robots {
    fn read(text: &str) -> Robots {
        let rule = |line: &str| {
            let (name, path) = line.split_once(": ")?;
            matches!(name, "Allow" | "Disallow").then(|| (name == "Allow", path.to_owned()))
        };
        Robots(text.lines().filter_map(rule).collect())
    }

    /// The longest rule that the address meets counts; of two as long, the one that allows.
    fn allow(&self, address: &str) -> bool {
        let met = self.0.iter().filter(|(_, path)| meets(path, address));
        met.max_by_key(|(allows, path)| (path.len(), *allows)).is_none_or(|(allows, _)| *allows)
    }
}

/// `*` is any letters, `$` the end.
fn meets(path: &str, address: &str) -> bool {
    let (path, whole) = path.strip_suffix('$').map_or((path, false), |path| (path, true));
    let mut parts = path.split('*');
    let Some(mut rest) = parts.next().and_then(|first| address.strip_prefix(first)) else { return false };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    !whole || rest.is_empty()
}

#[test]
fn rules_are_read_as_the_standard_says() {
    let robots =
        Robots::read("User-agent: *\nAllow: /page\nDisallow: /*.php$\nDisallow: /page/x*y\nSitemap: http://a\n");
    for (address, allowed) in
        [("/", true), ("/page", true), ("/a.php", false), ("/a.php?b", true), ("/page/xy", false), ("/page/xz", true)]
    {
        assert_eq!(robots.allow(address), allowed, "{address}");
    }
}

async fn crawlers_come_to_what_is_public_and_to_nothing_without_end(engine: Engine) {
    let scene = Scene::set(engine).await;
    let visitor = scene.by(Who::Visitor);
    let robots = Robots::read(&visitor.get("/robots.txt").await.is(200).text());
    let link = regex::Regex::new("(?:href|src|action)=\"(/[^\"#]*)").expect("a pattern");
    let document = format!("/en/library/{}", scene.public);
    let (mut narrowed, mut files) = (0, 0);
    for page in ["/en/", "/en/library", "/fr/library?theme=counter-narratives", "/en/cities", "/ar/cities", &document] {
        let text = visitor.get(page).await.is(200).text().replace("&amp;", "&");
        for found in link.captures_iter(&text) {
            let address = &found[1];
            let query = address.split_once('?').map_or("", |(_, query)| query);
            let by_page = query.is_empty() || (query.starts_with("page=") && !query.contains('&'));
            let lists = ["library", "cities", "news", "questions", "myths", "initiatives"].iter().any(|list| {
                address.get(3..).is_some_and(|own| {
                    own.strip_prefix('/')
                        .and_then(|own| own.strip_prefix(list))
                        .is_some_and(|own| own.starts_with(['?', '.']))
                })
            });
            if address.starts_with("/files/") {
                assert!(robots.allow(address), "{page}: {address}");
                files += 1;
            } else if lists {
                assert_eq!(robots.allow(address), by_page && !address[3..].contains('.'), "{page}: {address}");
                narrowed += usize::from(!by_page);
            }
        }
    }
    assert!(narrowed > 10 && files > 0, "{narrowed} {files}");
    for source in ["pages", "cities", "documents"] {
        let sitemap = visitor.get(&format!("/sitemaps/{source}/1")).await.is(200).text();
        for address in sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split_once('<')) {
            let path = address.0.splitn(4, '/').nth(3).unwrap_or_default();
            assert!(robots.allow(&format!("/{path}")), "{path}");
        }
    }
    for address in
        ["/en/library", "/en/library?page=2", "/en/cities?page=2", &format!("/en/cities/{CITY}"), "/sitemap.xml"]
    {
        assert!(robots.allow(address), "{address}");
    }
    for address in [
        "/en/library?q=plan&page=2",
        "/en/library?page=2&theme=x",
        "/ar/library?theme=counter-narratives&year=2020",
        "/en/library.csv",
        "/en/library/suggest?q=a",
        "/en/search",
        "/ar/search?q=plan",
        "/en/library/upload?city=diffa",
        "/en/cities?region=europe",
        "/en/sign-in?next=/en/library",
        "/fr/forgotten",
        "/fr/office/jobs",
        "/en/account",
        "/en/ask?about=library/1",
        "/en/links/0f0f",
        "/api/v1/documents",
    ] {
        assert!(!robots.allow(address), "{address}");
    }
}
