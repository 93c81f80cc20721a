//! Addresses: one for each language, and for ever.

use testkit::{Engine, Who, both_engines};

use crate::{begin, published, start, write};

both_engines!(
    an_earlier_address_leads_to_the_new_one,
    each_language_has_its_address_and_no_redirect_comes_back_to_itself,
    an_address_is_one_thing_s,
);

async fn an_earlier_address_leads_to_the_new_one(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "First title", "x").await;
    for address in ["second-title", "third-title"] {
        let form = team.get(&format!("/en{office}")).await.is(200);
        let revision = form.input("revision").expect("a revision");
        let fields = [
            ("in", "en"),
            ("revision", &*revision),
            ("title", "A title"),
            ("body", "x"),
            ("address", address),
            ("do", "publish"),
        ];
        team.post(&format!("/en{office}"), &fields).await.leads_to("/en/office/");
    }
    // Each leads there at once, not by way of the one between.
    for old in ["first-title", "second-title"] {
        let reply = visitor.get(&format!("/en/news/{old}")).await.is(301);
        assert_eq!(reply.location(), "/en/news/third-title");
    }
    visitor.get("/en/news/third-title").await.is(200);
    // And back: what was left is taken again, and nothing goes round.
    let form = team.get(&format!("/en{office}")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("title", "A title"),
        ("body", "x"),
        ("address", "first-title"),
        ("do", "publish"),
    ];
    team.post(&format!("/en{office}"), &fields).await.leads_to("/en/office/");
    visitor.get("/en/news/first-title").await.is(200);
    assert_eq!(visitor.get("/en/news/third-title").await.is(301).location(), "/en/news/first-title");
}

async fn each_language_has_its_address_and_no_redirect_comes_back_to_itself(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "Shared", "x").await;
    write(&team, &office, "fr", "Partagé", "x", "ready").await.leads_to("/en/office/");
    // The same word in two languages is one thing's.
    write(&team, &office, "ar", "Shared", "س", "ready").await.leads_to("/en/office/");
    for (asked, leads) in [
        ("/en/news/shared", None),
        ("/fr/news/partage", None),
        ("/ar/news/shared", None),
        ("/fr/news/shared", Some("/fr/news/partage")),
        ("/en/news/partage", Some("/en/news/shared")),
    ] {
        let reply = visitor.get(asked).await;
        match leads {
            None => drop(reply.is(200)),
            Some(leads) => assert_eq!(reply.is(301).location(), leads),
        }
    }
    let page = visitor.get("/en/news/shared").await.is(200);
    page.shows("hreflang=\"fr\" href=\"http").shows("/fr/news/partage");
    assert_eq!(visitor.get("/en/news/nothing").await.status, 404);
    assert_eq!(visitor.get("/en/myths/shared").await.status, 404, "a kind has its own");
}

async fn an_address_is_one_thing_s(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    published(&team, "news", "en", "The same title", "One.").await;
    published(&team, "news", "en", "The same title", "Two.").await;
    visitor.get("/en/news/the-same-title").await.is(200).shows("One.");
    visitor.get("/en/news/the-same-title-2").await.is(200).shows("Two.");
    let office = begin(&team, "news", "en", "Another", "Three.").await;
    let revision = team.get(&format!("/en{office}")).await.is(200).input("revision").expect("a revision");
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("title", "Another"),
        ("body", "Three."),
        ("address", "The same title!"),
        ("do", "draft"),
    ];
    team.post(&format!("/en{office}"), &fields).await.is(422).shows("Another page has this address");
    // Two drafts with one title: who publishes first has its address.
    let (one, two) =
        (begin(&team, "news", "en", "Wished for", "1").await, begin(&team, "news", "en", "Wished for", "2").await);
    write(&team, &one, "en", "Wished for", "1", "publish").await.leads_to("/en/office/");
    let second = write(&team, &two, "en", "Wished for", "2", "publish").await;
    second.leads_to("/en/office/");
    visitor.get("/en/news/wished-for").await.is(200).shows("<p>1</p>");
    visitor.get("/en/news/wished-for-2").await.is(200).shows("<p>2</p>");
}
