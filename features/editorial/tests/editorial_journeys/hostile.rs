//! What is sent to do harm, or by mistake.

use testkit::{Engine, Who, both_engines};

use crate::{OWN_REVISIONS, begin, published, rows, start, write};

both_engines!(
    what_is_written_cannot_run,
    a_markdown_of_a_megabyte_is_refused,
    ten_thousand_nested_lists_are_refused,
    mixed_directions_stay_within_their_text,
    a_list_of_ten_thousand_stays_within_the_budget,
    strangers_and_members_change_nothing,
);

async fn what_is_written_cannot_run(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let body = "<script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html;base64,PHM+) \
                <img src=x onerror=alert(1)> [c](JAVASCRIPT:x) ![d](https://example.org/pixel.png)";
    published(&team, "news", "en", "<b>Bold</b> & \"quoted\"", body).await;
    let page = visitor.get("/en/news/b-bold-b-quoted").await.is(200);
    let page = page
        .hides("<b>Bold")
        .hides("javascript:")
        .hides("JAVASCRIPT:")
        .hides("data:text")
        .hides("onerror")
        .hides("alert(1)</script>");
    drop(page.hides("example.org/pixel.png"));
    visitor.get("/en/news").await.is(200).hides("<b>Bold</b> &").shows("&#60;b&#62;Bold");
    let feed = visitor.get("/en/news.atom").await.is(200);
    feed.hides("<b>Bold").hides("javascript:");
}

async fn a_markdown_of_a_megabyte_is_refused(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A title", "x").await;
    let long = "word ".repeat(200_000);
    assert_eq!(write(&team, &office, "en", "A title", &long, "draft").await.status, 413);
    let longer_than_a_text = "word ".repeat(7_000);
    let reply = write(&team, &office, "en", "A title", &longer_than_a_text, "draft").await.is(422);
    reply.shows("30,000");
    assert_eq!(rows(&hub, OWN_REVISIONS).await, 1);
}

async fn ten_thousand_nested_lists_are_refused(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A title", "x").await;
    for nested in ["- ".repeat(10_000), "> ".repeat(10_000), "1. ".repeat(9_000)] {
        let reply = write(&team, &office, "en", "A title", &format!("{nested}x"), "draft").await.is(422);
        reply.shows("at most 12 levels");
    }
}

async fn mixed_directions_stay_within_their_text(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let title = "قائمة \u{202e}txt.exe\u{202c} 2026";
    published(&team, "news", "ar", title, "[رابط](https://example.org/a?b=\u{202e}c) نص English").await;
    let page = visitor.get("/ar/news").await.is(200);
    page.hides("\u{202e}");
}

async fn a_list_of_ten_thousand_stays_within_the_budget(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "The only one by hand", "x").await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for rows in [
        "INSERT INTO editorial_items (id, kind, state, shown, folded, published_at, created_at, changed_at) \
         SELECT n.n, 'news', 'live', i.shown, 'number ' || n.n, i.published_at, i.created_at, i.changed_at FROM n, editorial_items i WHERE i.id > 100000",
        "INSERT INTO texts (kind, item, lang, source, wanted, newest, ready, live, fingerprint) \
         SELECT 'news', n.n, 'en', t.source, t.wanted, 1, 1, 1, 'f' FROM n, texts t WHERE t.kind = 'news' AND t.item > 100000",
        "INSERT INTO text_revisions (kind, item, lang, number, fingerprint, rendered_fingerprint, confirmed, at) \
         SELECT 'news', n.n, 'en', 1, 'f', '', r.confirmed, r.at FROM n, text_revisions r WHERE r.kind = 'news' AND r.item > 100000",
        "INSERT INTO text_parts (kind, item, lang, number, part, body) \
         SELECT 'news', n.n, 'en', 1, p.part, 'Number ' || n.n FROM n, text_parts p WHERE p.kind = 'news' AND p.item > 100000",
    ] {
        // A thousand at a time, well within what a statement may take of a busy server.
        for before in 0..10 {
            let (first, last) = (before * 1_000 + 1, (before + 1) * 1_000);
            let many =
                format!("WITH RECURSIVE n(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM n WHERE n < {last}) ");
            tx.exec(&format!("{many}{rows}"), vec![]).await.expect("rows");
        }
    }
    // A hub that grew by the day knows how many rows it has.
    tx.exec("ANALYZE", vec![]).await.expect("counted");
    tx.commit().await.expect("committed");
    // The test client holds each page against its budget of statements.
    let visitor = hub.visitor();
    visitor.get("/en/news?page=300").await.is(200).shows("Number");
    visitor.get("/en/news").await.is(200).shows("The only one by hand");
    team.get("/en/office/editorial?page=200").await.is(200).shows("Number");
    team.get("/en/office/editorial?q=number+7777").await.is(200).shows("1 text");
    team.get("/en/office/translations").await.is(200).shows("20,002 translations wait");
    for path in ["/en/office/care", "/en/office/calendar", "/en/office/home"] {
        team.get(path).await.is(200);
    }
    visitor.get("/en/news.atom").await.is(200);
    visitor.get("/api/v1/news").await.is(200).shows("10001");
    let csv = visitor.get("/en/news.csv").await.is(200).text();
    assert!(
        csv.lines().count() >= 10_001,
        "each once, and the heads, as far as its window reaches: {}",
        csv.lines().count()
    );
}

async fn strangers_and_members_change_nothing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "x").await;
    let before = (rows(&hub, OWN_REVISIONS).await, rows(&hub, "moves").await, rows(&hub, "editorial_items").await);
    for who in [Who::Visitor, Who::Practitioner, Who::CityLead, Who::OtherLead, Who::RegionalOfficer] {
        let client = if who == Who::Visitor { hub.visitor() } else { hub.signed_in(who).await };
        for (path, fields) in [
            ("", vec![("in", "en"), ("revision", "1"), ("title", "Mine"), ("body", "x"), ("do", "publish")]),
            ("/publish", vec![("was", "live"), ("seen", "1")]),
            ("/withdraw", vec![("was", "live"), ("reason", "x")]),
            ("/back", vec![("reason", "x")]),
            ("/resume", vec![]),
            ("/confirm", vec![("in", "fr"), ("seen", "1"), ("rendered", "1")]),
            ("/restore", vec![("in", "en"), ("number", "1"), ("seen", "1")]),
            ("/facts", vec![("revision", "1")]),
        ] {
            let reply = client.post(&format!("/en{office}{path}"), &fields).await;
            assert!(matches!(reply.status, 303 | 403), "{} {path}: {}", who.name(), reply.status);
        }
        client.post("/en/office/editorial/new", &[("kind", "news"), ("title", "Mine")]).await;
    }
    let after = (rows(&hub, OWN_REVISIONS).await, rows(&hub, "moves").await, rows(&hub, "editorial_items").await);
    assert_eq!(before, after);
}
