//! What an address may ask, and what of it stays: in links, in the key of a kept page, in what is said to the reader.

use reqwest::Method;
use testkit::{CITY, Client, Engine, Reply, TestHub, Who, run};

use testkit::scene::note;

/// Bytes of a page, whatever is asked of it. It was 12 MB.
const PAGE_BYTES: usize = 400_000;

/// A look without saying from where, or from where a browser says.
async fn look(visitor: &Client, path: &str, from: Option<&str>) -> Reply {
    look_saying(visitor, path, from.map(|site| ("sec-fetch-site", site)).as_slice()).await
}

/// A look with nothing said of where it comes from but this.
async fn look_saying(visitor: &Client, path: &str, said: &[(&'static str, &str)]) -> Reply {
    let (client, request) = visitor.request(Method::GET, path).build_split();
    let mut request = request.expect("a request");
    request.headers_mut().remove("origin");
    request.headers_mut().remove("referer");
    for (name, value) in said {
        request.headers_mut().insert(*name, value.parse().expect("a header"));
    }
    visitor.send(reqwest::RequestBuilder::from_parts(client, request)).await
}

async fn library() -> TestHub {
    let hub = TestHub::start(Engine::Sqlite).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("A plan of the town", "The text of the plan.").with("access", "public")).await;
    hub.settle().await;
    hub
}

#[test]
fn a_page_does_not_grow_with_its_query() {
    run(crate::features, async {
        let hub = library().await;
        let network = &hub.hub.network;
        let mut pairs: Vec<String> = network.themes.iter().map(|theme| format!("theme={}", theme.slug)).collect();
        pairs.truncate(base::limits::FILTER_VALUES);
        pairs.extend(network.regions.iter().map(|region| format!("region={}", region.slug)));
        let mut countries: Vec<&String> = network.countries.keys().collect();
        countries.sort();
        pairs.extend(countries.iter().take(base::limits::FILTER_VALUES).map(|code| format!("country={code}")));
        pairs.extend((1..=base::limits::FILTER_VALUES).map(|year| format!("year={year}")));
        let mut query = String::new();
        // As much as fits: the short ones first, they make the most links.
        pairs.sort_by_key(String::len);
        for pair in pairs {
            if query.len() + pair.len() < base::limits::ADDRESS_BYTES {
                query.push_str(&pair);
                query.push('&');
            }
        }
        for path in ["/en/library", "/en/cities"] {
            let reply = hub.visitor().get(&format!("{path}?{query}")).await.is(200);
            assert!(reply.body.len() < PAGE_BYTES, "{path}: {} bytes", reply.body.len());
            println!("{path}: {} bytes of query, {} bytes of page", query.len(), reply.body.len());
        }
    });
}

#[test]
fn links_carry_only_what_the_page_reads() {
    run(crate::features, async {
        let hub = library().await;
        let visitor = hub.visitor();
        visitor
            .get("/en/library?zz=1&q=plan&type=guide&page=1&evil=%22%3E")
            .await
            .is(200)
            .shows("\"/fr/library?q=plan&#38;type=guide&#38;page=1\"")
            .hides("zz=1")
            .hides("evil");
        visitor.get(&format!("/ar/cities/{CITY}?x=1")).await.is(200).shows(&format!("\"/en/cities/{CITY}\""));
        visitor
            .get(&format!("/en/cities/{CITY}/profile?in=fr&x=1"))
            .await
            .leads_to(&format!("/en/sign-in?next=%2Fen%2Fcities%2F{CITY}%2Fprofile%3Fin%3Dfr"));
        // A long query is not carried where it would make the next address too long.
        let long = format!("/en/cities/{CITY}/profile?in={}", "%C3%A9".repeat(300));
        let next = visitor.get(&long).await.is(303).location().to_owned();
        visitor.get(&next).await.is(200);
        let next = visitor.get("/api/v1/cities?limit=2").await.is(200).json()["next"].clone();
        assert!(next.as_str().is_some_and(|next| next.contains("limit=2")), "{next}");
        // What a page passes over a program is told: it may have meant a filter.
        visitor.get("/api/v1/cities?limit=2&zz=1").await.is(400);
    });
}

#[test]
fn what_was_done_is_told_only_to_who_comes_from_a_page_of_this_hub() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let own = format!("http://{}/en/account", hub.address);
        let site = |said: &'static str| ("sec-fetch-site", said);
        for (said, told) in [
            (vec![site("same-origin")], true),
            (vec![site("same-origin"), ("referer", "https://elsewhere.example/")], true),
            (vec![("referer", own.as_str())], true),
            // From a letter, a chat, a bookmark: a browser says that nobody led there.
            (vec![site("none")], false),
            (vec![site("none"), ("referer", own.as_str())], false),
            (vec![site("same-site"), ("referer", own.as_str())], false),
            (vec![site("cross-site")], false),
            (vec![("referer", "https://elsewhere.example/")], false),
            (vec![], false),
        ] {
            let reply = look_saying(&hub.visitor(), "/en/about?done=password", &said).await.is(200);
            assert_eq!(reply.text().contains("Your password is changed"), told, "{said:?}");
        }
    });
}

#[test]
fn nobody_walks_around_the_kept_pages() {
    run(crate::features, async {
        let hub = library().await;
        let visitor = hub.visitor();
        let is_kept = |key: &str| hub.hub.cache.get(key).is_some();
        for (path, key) in [
            ("/en/about?x=1", "/en/about?"),
            ("/en/funders?x=1", "/en/funders?"),
            ("/en/?x=1", "/en/?"),
            ("/en/cities?x=2&page=2", "/en/cities?page=2"),
            ("/en/library?type=guide&q=plan&q=b&x=3&type=&type=guide", "/en/library?q=plan&type=guide"),
            ("/sitemap.xml?x=1", "/sitemap.xml?"),
            ("/en/principles?done=nonsense", "/en/principles?"),
        ] {
            assert!(!is_kept(key), "{key} is new");
            visitor.get(path).await.is(200);
            assert!(is_kept(key), "{path} is kept as {key}");
        }
        // From elsewhere nothing is told, and the page is the kept one.
        let kept = look(&visitor, "/en/about", Some("cross-site")).await.is(200);
        let told = look(&visitor, "/en/about?done=saved", Some("cross-site")).await.is(200);
        assert_eq!((kept.header("etag"), kept.header("etag").is_empty()), (told.header("etag"), false));
    });
}

#[test]
fn a_message_cannot_be_planted_in_a_kept_page() {
    run(crate::features, async {
        let hub = library().await;
        let visitor = hub.visitor();
        for name in ["done", "d%6fne", "%64one", "d%6Fn%65"] {
            let path = format!("/en/library?{name}=uploaded");
            look(&visitor, &path, Some("same-origin")).await.is(200).shows("Your document is in the library.");
            look(&visitor, &path, Some("cross-site")).await.is(200).hides("Your document is in the library.");
            look(&visitor, &path, None).await.is(200).hides("Your document is in the library.");
            look(&visitor, "/en/library", Some("same-origin")).await.is(200).hides("Your document is in the library.");
        }
    });
}

#[test]
fn the_short_address_keeps_its_query_and_takes_no_form() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let visitor = hub.visitor();
        assert_eq!(visitor.get("/en?x=1").await.is(303).location(), "/en/?x=1");
        assert_eq!(visitor.get("/fr").await.is(303).location(), "/fr/");
        let status = visitor.post("/en?x=1", &[("a", "b")]).await.status;
        assert!(matches!(status, 404 | 405), "{status}");
    });
}

/// The index answers the first 10,000; the list ends there and says so.
#[test]
fn a_list_ends_where_it_can_be_listed() {
    run(crate::features, async {
        let hub = library().await;
        let everyone = base::Audience::EVERYONE;
        let entries = (0..find::MAX_WINDOW as i64 + 500).map(|number| find::Entry {
            id: -1 - number,
            audiences: vec![everyone],
            kind: find::number(library::KIND),
            title: format!("Zz {number}"),
            ..find::Entry::default()
        });
        hub.hub.index.apply(entries.collect(), Vec::new(), hub.hub.index.cursor()).expect("indexed");
        let page = hub.visitor().get("/en/library?sort=title").await.is(200).text();
        let pages = find::MAX_WINDOW / library::rules::SEARCH_ROWS;
        assert!(page.contains(&format!("sort=title&#38;page={pages}\"")), "the last page is offered");
        assert!(!page.contains(&format!("sort=title&#38;page={}\"", pages + 1)));
        assert!(page.contains("Only the first 10,000 are listed."), "it says that it is cut");
        hub.visitor().get("/en/cities").await.is(200).hides("are listed");
    });
}
