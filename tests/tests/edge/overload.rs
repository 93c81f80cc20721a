//! When more is asked than can be done, who comes last is told so at once, and when to come again.

use std::time::Instant;

use testkit::{Engine, Reply, TestHub, Who, both_engines, run};

use super::{AT_ONCE, unread_answer};
use testkit::scene::note;

both_engines!(a_database_that_fails_is_no_empty_list);

fn turned_away(reply: Reply) -> Reply {
    let reply = reply.is(503);
    assert_eq!(reply.header("retry-after"), "5", "{}", reply.asked);
    reply
}

#[test]
fn beyond_what_can_be_done_at_once_people_are_told() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let (visitor, lead) = (hub.visitor(), hub.signed_in(Who::CityLead).await);
        visitor.get("/en/about").await.is(200);
        let all = hub.hub.work.take_all_pages().expect("every place");
        let begun = Instant::now();
        for (lang, words) in [
            ("en", "Many people are using the hub right now"),
            ("fr", "Beaucoup de personnes utilisent la plateforme en ce moment"),
            ("ar", "يستخدم المنصة الآن عدد كبير من الناس"),
        ] {
            turned_away(visitor.get(&format!("/{lang}/library")).await).shows(words);
        }
        turned_away(lead.get("/en/account").await);
        let problem = turned_away(visitor.get("/api/v1/cities").await).json();
        assert_eq!(problem["status"], 503);
        visitor.get("/health/live").await.is(200).shows("alive");
        visitor.get("/en/about").await.is(200);
        lead.post("/en/account", &[("name", "Still works"), ("lang", "en")]).await.is(303);
        assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
        drop(all);
        visitor.get("/en/library").await.is(200);
    });
}

#[test]
fn beyond_so_much_on_its_way_people_are_told() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let central = hub.signed_in(Who::CentralTeam).await;
        let all = hub.hub.work.take_all_answers().expect("all of it");
        let large = "\"".repeat(50_000);
        let form = [("name", large.as_str()), ("lang", "en")];
        turned_away(central.post("/en/account", &form).await);
        central.get("/en/account").await.is(200);
        drop(all);
        central.post("/en/account", &form).await.is(422);
    });
}

#[test]
fn what_one_address_does_not_read_has_a_bound_in_bytes() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let (mut held, mut bytes) = (Vec::new(), 0);
        loop {
            let (stream, head) = unread_answer(hub.address, "").await;
            if head.starts_with("HTTP/1.1 503") {
                break;
            }
            assert!(head.starts_with("HTTP/1.1 422"), "{head}");
            bytes += length(&head);
            assert!(bytes <= web::work::ANSWERS_OF_ONE_BYTES, "{bytes} bytes are held for {}", held.len() + 1);
            held.push(stream);
        }
        assert!(held.len() > 10, "{} answers", held.len());
        // Whoever takes their answers, or goes, gets others.
        drop(held);
        let begun = Instant::now();
        while unread_answer(hub.address, "").await.1.starts_with("HTTP/1.1 503") {
            assert!(begun.elapsed() < AT_ONCE, "the room never comes back");
        }
    });
}

/// The length of an answer, by its head.
fn length(head: &str) -> usize {
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    line.and_then(|length| length.parse().ok()).unwrap_or_else(|| panic!("no length: {head}"))
}

#[test]
fn beyond_so_many_searches_people_are_told() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let (visitor, lead) = (hub.visitor(), hub.signed_in(Who::CityLead).await);
        let public = |title: &str| note(title, title).with("access", "public").with("themes", testkit::scene::THEME);
        let first = lead.uploaded(&public("A plan of wells")).await;
        lead.uploaded(&public("A plan of markets")).await;
        hub.settle().await;
        let all = hub.hub.work.take_all_searches().expect("every place");
        for path in [
            "/en/library?q=plan",
            "/fr/library",
            "/en/library/suggest?q=pl",
            "/api/v1/documents",
            "/en/search?q=plan",
            "/en/search/suggest?q=pl",
            "/api/v1/search",
        ] {
            turned_away(visitor.get(path).await);
        }
        visitor.get("/en/cities?q=oslo").await.is(200);
        visitor.get("/en/about").await.is(200);
        // A document's page goes without those that are related to it, and is not kept so.
        for client in [&visitor, &lead] {
            client
                .get(&format!("/en/library/{first}"))
                .await
                .is(200)
                .shows("A plan of wells")
                .hides("A plan of markets");
        }
        drop(all);
        for client in [&visitor, &lead] {
            client.get(&format!("/en/library/{first}")).await.is(200).shows("A plan of markets");
        }
        visitor.get("/en/library?q=plan").await.is(200);
    });
}

/// The list of documents of a city that cannot be looked up is an error, not a list without documents.
async fn a_database_that_fails_is_no_empty_list(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("Public", "A text.").with("access", "public")).await;
    hub.settle().await;
    let path = format!("/en/library?city={}", testkit::CITY);
    hub.visitor().get(&path).await.is(200).shows("One document");
    hub.hub.cache.forget();
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("ALTER TABLE cities RENAME TO cities_away", Vec::new()).await.expect("renamed");
    tx.commit().await.expect("committed");
    hub.visitor().get(&path).await.is(500);
    hub.visitor().get(&format!("/api/v1/documents?city={}", testkit::CITY)).await.is(500);
}

#[test]
fn a_question_with_a_body_that_never_comes_holds_nobody_up() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let mut held = Vec::new();
        for number in 0..160_u8 {
            let mut stream =
                super::connect_from([127, 0, 1, number / 30 + 2], hub.address).await.expect("the hub listens");
            let head = format!(
                "GET /en/library?q=slow{number} HTTP/1.1\r\nHost: {}\r\nContent-Length: 200000\r\n\r\nx",
                hub.address
            );
            tokio::io::AsyncWriteExt::write_all(&mut stream, head.as_bytes()).await.expect("sent");
            held.push(stream);
        }
        let begun = Instant::now();
        // Those who ask at the same moment may be told to come again; those who come afterwards are answered.
        while hub.visitor().get("/en/library?q=quick").await.status != 200 {
            assert!(begun.elapsed() < AT_ONCE, "nobody is answered");
        }
        hub.visitor().get("/health/ready").await.is(200);
        drop(held);
    });
}
