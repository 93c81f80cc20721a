//! Addresses and queries that nobody typed.

use testkit::{Engine, Reply, TestHub, Who, both_engines, raw};

use testkit::scene::note;

both_engines!(
    a_query_of_10_kb,
    a_query_of_only_punctuation,
    a_query_of_unbalanced_quotes,
    unknown_facet_values,
    page_number_a_billion,
    malformed_percent_encoding,
    ids_that_are_none,
    an_address_of_20_kb,
    headers_that_are_not_text,
);

async fn library(engine: Engine) -> TestHub {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("A plan of the town", "The text of the plan.").with("access", "public")).await;
    hub.settle().await;
    hub
}

/// Never our own mistake.
#[track_caller]
fn fine(reply: Reply) -> Reply {
    assert!(reply.status < 500, "{}: {}\n{}", reply.asked, reply.status, reply.main());
    reply
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn everywhere(hub: &TestHub, query: &str) {
    for lang in ["en", "ar"] {
        for path in ["library", "cities", "library/suggest", "search", "search/suggest"] {
            fine(hub.visitor().get(&format!("/{lang}/{path}?q={query}")).await).is(200);
        }
    }
    fine(hub.visitor().get(&format!("/api/v1/documents?q={query}")).await);
    fine(hub.visitor().get(&format!("/api/v1/search?q={query}")).await);
    fine(hub.visitor().get(&format!("/api/v1/cities?q={query}")).await).is(200);
    let central = hub.signed_in(Who::CentralTeam).await;
    fine(central.get(&format!("/en/office/people?q={query}")).await).is(200);
    fine(central.get(&format!("/en/cities/diffa/place?q={query}")).await).is(200);
}

async fn a_query_of_10_kb(engine: Engine) {
    let hub = library(engine).await;
    let just = base::limits::ADDRESS_BYTES - "q=".len();
    everywhere(&hub, &"plan+".repeat(400)).await;
    everywhere(&hub, &"x".repeat(just)).await;
    everywhere(&hub, &encoded(&"ق".repeat(340))).await;
    let visitor = hub.visitor();
    for (lang, words) in [
        ("en", "This address asks for too much at once"),
        ("fr", "Cette adresse demande trop de choses à la fois"),
        ("ar", "عنوان هذه الصفحة يطلب أشياء كثيرة دفعة واحدة"),
    ] {
        for query in [format!("q={}", "x".repeat(just + 1)), format!("x={}", "y".repeat(10_000))] {
            let reply = visitor.get(&format!("/{lang}/library?{query}")).await.is(414).shows(words);
            assert!(reply.body.len() < 20_000, "the page does not repeat the query: {} bytes", reply.body.len());
        }
    }
    let problem = visitor.get(&format!("/api/v1/documents?after={}", "x".repeat(10_000))).await.is(414).json();
    assert_eq!(problem["status"], 414);
}

async fn a_query_of_only_punctuation(engine: Engine) {
    let hub = library(engine).await;
    for text in [
        "!?.,;:",
        "+ - * / ( ) [ ] { } ^ ~",
        "AND OR NOT",
        "\\",
        "%_%",
        "'; DROP TABLE documents; --",
        "\0\u{1}\u{7f}",
        "title:",
        "*:*",
        "\u{202e}\u{feff}",
    ] {
        everywhere(&hub, &encoded(text)).await;
    }
    hub.visitor().get("/en/library?q=plan").await.is(200).shows("One document");
}

async fn a_query_of_unbalanced_quotes(engine: Engine) {
    let hub = library(engine).await;
    for text in [
        "\"plan",
        "plan\"",
        "\"\"\"",
        "\"plan \"of \"the",
        "(plan",
        "plan)",
        "«plan",
        "[plan TO",
        "plan~9999",
        "plan^-1",
    ] {
        everywhere(&hub, &encoded(text)).await;
    }
    hub.visitor().get("/en/library?q=%22plan").await.is(200).shows("One document");
}

async fn unknown_facet_values(engine: Engine) {
    let hub = library(engine).await;
    let visitor = hub.visitor();
    for query in [
        "theme=atlantis",
        "type=atlantis",
        "language=xx",
        "region=atlantis",
        "country=ZZ",
        "year=abc",
        "year=-1",
        "year=99999999999999999999",
        "sort=sideways",
    ] {
        fine(visitor.get(&format!("/en/library?{query}")).await).is(200).shows("One document");
        fine(visitor.get(&format!("/en/cities?{query}")).await).is(200);
        fine(visitor.get(&format!("/api/v1/documents?{query}")).await);
    }
    fine(visitor.get("/en/library?city=atlantis").await).is(200).shows("No document");
    fine(visitor.get(&format!("/en/library?{}", "theme=counter-narratives&".repeat(80))).await).is(200);
    fine(visitor.get(&format!("/en/library?{}", "city=diffa&".repeat(180))).await).is(200);
    let many = |count: u32| (0..count).map(|number| format!("theme=t{number}&")).collect::<String>();
    fine(visitor.get(&format!("/en/library?{}", many(40))).await).is(200);
    // More values than count are refused, not cut: a part of them would look as if it were all.
    visitor.get(&format!("/en/library?{}", many(41))).await.is(414);
}

async fn page_number_a_billion(engine: Engine) {
    let hub = library(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for page in ["1000000000", "99999999999999999999999999", "-1", "0", "x", "1e9", "%00"] {
        for path in
            ["/en/library", "/en/cities", "/en/regions/west-central-africa", "/en/library/mine", "/en/office/people"]
        {
            fine(central.get(&format!("{path}?page={page}")).await).is(200);
        }
    }
    fine(hub.visitor().get("/en/library?page=1000000000").await).is(200).shows("This page of the list is empty");
    for limit in ["0", "-1", "101", "x", "99999999999999999999"] {
        fine(hub.visitor().get(&format!("/api/v1/documents?limit={limit}")).await).is(422);
    }
    for after in ["x", "%00", "zzzzzzzzzzzzz", "' OR 1=1"] {
        fine(hub.visitor().get(&format!("/api/v1/documents?after={}", encoded(after))).await);
        fine(hub.visitor().get(&format!("/api/v1/cities?after={}", encoded(after))).await);
    }
}

async fn malformed_percent_encoding(engine: Engine) {
    let hub = library(engine).await;
    for path in [
        "/en/library?q=%",
        "/en/library?q=%zz",
        "/en/library?q=%ff%fe",
        "/en/library?%q%=%&&&===",
        "/en/cities?q=%c3%28",
        "/en/cities?region=%ff",
    ] {
        let answer =
            raw(hub.address, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer:.200}");
    }
    for path in [
        "/en/cities/%ff",
        "/en/cities/%zz",
        "/%ff/",
        "/en/library/%00",
        "/en/cities/%2e%2e%2fadmin",
        "/files/%2e%2e%2f%2e%2e%2fhub.db",
        "/files/..%2f..%2fhub.db",
        "//etc/passwd",
        "/en/regions/%F0%28%8C%28",
        "/assets/../hub.db",
    ] {
        let answer =
            raw(hub.address, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer:.200}");
        assert!(!answer.contains("SQLite format"), "{path}");
    }
}

async fn ids_that_are_none(engine: Engine) {
    let hub = library(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for id in ["0000000000000", "zzzzzzzzzzzzz", "-1", "1", "x", "00000000000000", "%27", "7zzzzzzzzzzzz"] {
        for path in [
            format!("/en/library/{id}"),
            format!("/en/library/{id}/edit"),
            format!("/files/{id}"),
            format!("/files/{id}/thumbnail"),
            format!("/api/v1/documents/{id}"),
            format!("/en/office/people/{id}"),
        ] {
            let reply = fine(administrator.get(&path).await);
            assert!(matches!(reply.status, 400 | 404), "{path}: {}", reply.status);
        }
        for path in [
            format!("/en/office/jobs/{id}/retry"),
            format!("/en/office/people/{id}/deactivate"),
            format!("/en/library/{id}/withdraw"),
        ] {
            let reply = fine(administrator.post(&path, &[]).await);
            assert!(matches!(reply.status, 400 | 404), "{path}: {}", reply.status);
        }
    }
}

async fn an_address_of_20_kb(engine: Engine) {
    let hub = library(engine).await;
    fine(hub.visitor().get(&format!("/en/{}", "a".repeat(20_000))).await);
    fine(hub.visitor().get(&format!("/en/cities/{}", "a/".repeat(5_000))).await).is(414);
    fine(hub.visitor().get(&format!("/en/cities{}", "/a".repeat(900))).await).is(404);
    fine(hub.visitor().get(&format!("/en/cities{}", "/".repeat(1_800))).await).is(303);
}

async fn headers_that_are_not_text(engine: Engine) {
    let hub = library(engine).await;
    for header in [
        b"Cookie: hub_session=\xff\xfe; hub_lang=\xff".as_slice(),
        b"Cookie: hub_session=' OR 1=1 --; hub_lang=../..",
        b"Accept-Language: \xff,;;;q=q,,,en;q=99999999999999999999",
        b"Accept-Encoding: \xff",
        b"If-None-Match: \xff",
        b"Range: bytes=99999999999999999999999-",
        b"X-Forwarded-For: \xff, not an address",
    ] {
        for path in ["/", "/en/", "/en/library", "/en/account"] {
            let request =
                [format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n").as_bytes(), header, b"\r\n\r\n"]
                    .concat();
            let answer = raw(hub.address, &request).await;
            assert!(
                answer.starts_with("HTTP/1.1 2") || answer.starts_with("HTTP/1.1 3"),
                "{path} {}: {answer:.200}",
                String::from_utf8_lossy(header)
            );
        }
    }
}
