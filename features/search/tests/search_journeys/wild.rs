//! What people and programs type.

use testkit::{Engine, TestHub, Who, both_engines};

use crate::{asked, found, published};

both_engines!(whatever_is_typed_is_answered, what_is_found_cannot_run, pages_end_where_hits_end);

async fn whatever_is_typed_is_answered(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    hub.settle().await;
    let long = "guillemot ".repeat(200);
    for words in [
        "!?.,;:«»؟،",
        "\u{202e}\u{2066}diffa\u{2069}\u{202c}",
        "javascript:alert(1)",
        "\"",
        "-",
        "*",
        "title:",
        "OR OR OR",
        "a* b* c* d*",
        "\0\u{1}\u{7f}",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "%00%ff",
        "👩‍👩‍👧‍👦",
        &long,
    ] {
        for lang in ["en", "ar"] {
            let page = visitor.get(&asked(lang, words, "")).await.is(200);
            drop(page.hides("<script>alert").hides("href=\"javascript:"));
        }
        visitor.get(&asked("en", words, "").replace("/en/search", "/en/search/suggest")).await.is(200);
        if !words.is_empty() {
            visitor.get(&asked("en", words, "").replace("/en/search", "/api/v1/search")).await.is(200);
        }
    }
    // Longer than any address that is read.
    let status = visitor.get(&asked("en", &"x".repeat(10_000), "")).await.status;
    assert!(matches!(status, 200 | 414), "{status}");
    // As typed, whatever stands between the letters.
    let page = visitor.get(&asked("en", "\u{202e}\u{2066}diffa\u{2069}", "&kind=city")).await.is(200);
    assert_eq!(found(&page.text()).first().map(|(_, title)| title.as_str()), Some("Diffa"));
    // Values of nothing narrow nothing.
    visitor
        .get("/en/search?kind=person&theme=x&region=y&sort=z&words=w&page=v")
        .await
        .is(200)
        .shows("Your language first");
}

async fn what_is_found_cannot_run(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let body = "<script>alert(1)</script> guillemot [a](javascript:alert(1)) <img src=x onerror=alert(1)> & more";
    published(&team, "news", "en", "<b>Bold</b> & \"guillemot\"", body).await;
    hub.settle().await;
    for lang in ["en", "fr", "ar"] {
        let page = visitor.get(&asked(lang, "guillemot", "")).await.is(200).shows("&lt;b&gt;Bold&lt;/b&gt; &amp; ");
        drop(page.hides("<b>Bold").hides("javascript:").hides("onerror=").hides("alert(1)</script>"));
    }
}

async fn pages_end_where_hits_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    hub.settle().await;
    let first = visitor.get("/en/search?kind=question").await.is(200);
    let second = visitor.get("/en/search?kind=city&page=2").await.is(200);
    assert!(!found(&first.text()).is_empty() && found(&second.text()).len() == 20);
    let (one, two) = (visitor.get("/en/search?kind=city").await.is(200).text(), second.text());
    assert!(found(&one).iter().all(|city| !found(&two).contains(city)), "a thing is on one page");
    for page in ["500", "501", "1000000000", "99999999999999999999999"] {
        let reply = visitor.get(&format!("/en/search?kind=question&page={page}")).await.is(200);
        drop(reply.shows("This page of the list is empty").shows("Go to the first page"));
    }
    for page in ["0", "-1", "x", ""] {
        let reply = visitor.get(&format!("/en/search?kind=question&page={page}")).await.is(200);
        assert_eq!(found(&reply.text()), found(&first.text()), "{page}");
    }
    let json = visitor.get("/api/v1/search?kind=city&limit=1&after=9999").await.is(200).json();
    assert_eq!((json["items"].as_array().map(Vec::len), &json["next"]), (Some(0), &serde_json::Value::Null));
}
