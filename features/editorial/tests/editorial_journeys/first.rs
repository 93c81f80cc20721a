//! The network's first texts.

use testkit::{Engine, TestHub, both_engines};

use crate::{OWN_REVISIONS, rows, start};

both_engines!(the_first_texts_are_brought_once, the_lists_are_files_and_json_too);

async fn bring(hub: &TestHub) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&::editorial::BringFirst {}).await.expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
}

async fn the_first_texts_are_brought_once(engine: Engine) {
    let hub = start(engine).await;
    bring(&hub).await;
    let items = rows(&hub, "editorial_items").await;
    assert_eq!(items, 37, "8 pages with home, 16 questions, 7 myths, 6 initiatives");
    assert_eq!(rows(&hub, "texts WHERE kind <> 'city'").await, 3 * items, "in three languages");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM editorial_items WHERE shown AND state = 'live'").await, items);
    bring(&hub).await;
    assert_eq!(rows(&hub, "editorial_items").await, items);
    assert_eq!(rows(&hub, OWN_REVISIONS).await, 3 * items);
    let visitor = hub.visitor();
    for (lang, list, title) in [
        ("en", "questions", "Who pays for the network?"),
        ("fr", "questions", "Qui finance le réseau"),
        ("fr", "initiatives", "Réponse aux incidents conduite par la ville"),
        ("ar", "myths", "الشبكة ضد النشاط المدني."),
    ] {
        visitor.get(&format!("/{lang}/{list}")).await.is(200).shows(title);
    }
    // What stands there is all there is, in each language, and each leads to the page in the reader's language.
    let question = visitor.get("/fr/questions/qui-finance-le-reseau").await.is(200);
    question
        .shows("href=\"/fr/funders\"")
        .shows("hreflang=\"en\" href=")
        .shows("who-pays-for-the-network")
        .hides("pas encore disponible");
}

async fn the_lists_are_files_and_json_too(engine: Engine) {
    let hub = start(engine).await;
    bring(&hub).await;
    let visitor = hub.visitor();
    for (list, count) in [("questions", 16), ("myths", 7), ("initiatives", 6), ("news", 0)] {
        let answer = visitor.get(&format!("/api/v1/{list}?limit=100")).await.is(200).json();
        assert_eq!(answer["total"], count, "{list}");
        let items = answer["items"].as_array().expect("items");
        assert!(items.iter().all(|item| item["texts"].as_array().is_some_and(|texts| texts.len() == 3)), "{list}");
        let csv = visitor.get(&format!("/en/{list}.csv")).await.is(200).text();
        assert!(csv.lines().count() > count, "{list}: {csv}");
        visitor.get(&format!("/en/{list}.xlsx")).await.is(200);
    }
    let first = visitor.get("/api/v1/questions?limit=10").await.is(200).json();
    let rest = visitor.get(first["next"].as_str().expect("more")).await.is(200).json();
    assert_eq!((rest["items"].as_array().map(Vec::len), rest["next"].is_null()), (Some(6), true));
    assert_eq!(visitor.get("/api/v1/news?theme=x").await.status, 400, "a parameter that it does not know");
    let feed = visitor.get("/en/news.atom").await.is(200).text();
    assert!(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""), "{feed}");
    let map = visitor.get("/sitemaps/editorial/1").await.is(200).text();
    assert!(map.contains("/fr/questions/qui-finance-le-reseau") && map.contains("/en/myths<"), "{map}");
    assert!(!map.contains("/fr/questions/who-pays-for-the-network"), "one address for each language");
}
