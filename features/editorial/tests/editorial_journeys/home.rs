//! The home page: its head is a text, its parts are chosen.

use testkit::{Client, Engine, Reply, Setup, TestHub, Who, both_engines};

use crate::{careful, published, start, start_with, write};

both_engines!(
    the_team_chooses_the_parts_and_their_order,
    readers_have_what_is_published_and_a_preview_is_kept_by_nobody,
    who_composes_second_sees_it,
    a_second_person_publishes_where_the_network_asks_for_it,
    the_head_is_a_text_in_each_language,
    an_earlier_layout_comes_back,
    only_the_team_composes,
);

async fn compose(client: &Client, parts: &[(&str, &str)]) -> Reply {
    let form = client.get("/en/office/home").await.is(200);
    let seen = form.input("seen").expect("a number");
    let mut fields = vec![("seen", &*seen)];
    fields.extend(parts.iter().copied());
    client.post("/en/office/home", &fields).await
}

/// The number of the draft that can be published.
async fn seen(client: &Client) -> String {
    let page = client.get("/en/office/home").await.is(200).text();
    let form = page.split("/en/office/home/publish").nth(1).expect("a draft");
    let seen = form.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    seen.expect("a number").to_owned()
}

async fn publish(client: &Client) -> Reply {
    let seen = seen(client).await;
    client.post("/en/office/home/publish", &[("seen", &*seen)]).await
}

/// The headings of the home page, in their order.
async fn headings(client: &Client) -> Vec<String> {
    let text = client.get("/en/").await.is(200).text();
    let main = text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a page").to_owned();
    let heads = main.split("<h2 id=\"").skip(1);
    heads.filter_map(|part| Some(part.split('"').next()?.to_owned())).collect()
}

async fn the_team_chooses_the_parts_and_their_order(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    published(&team, "news", "en", "News of today", "Words.").await;
    let before = headings(&visitor).await;
    assert_eq!((before.first().map(String::as_str), before.last().map(String::as_str)), (Some("nums"), Some("money")));
    assert!(before.contains(&"news".to_owned()), "{before:?}");
    let wanted = [("place-funders", "1"), ("place-news", "2"), ("place-figures", "")];
    compose(&team, &wanted).await.leads_to("/en/office/home?done=home-kept");
    assert_eq!(headings(&visitor).await, before, "a draft is nobody's");
    publish(&team).await.leads_to("/en/office/home?done=home-published");
    assert_eq!(headings(&visitor).await, ["money", "news"]);
    // What one publishes there shows as before.
    published(&team, "news", "en", "News of tomorrow", "Words.").await;
    visitor.get("/en/").await.is(200).shows("News of tomorrow");
    for wrong in ["0", "100", "x"] {
        compose(&team, &[("place-news", wrong)]).await.is(422).shows("enter a whole number");
    }
    compose(&team, &[]).await.is(422).shows("at least one part");
    assert_eq!(headings(&visitor).await, ["money", "news"]);
}

async fn readers_have_what_is_published_and_a_preview_is_kept_by_nobody(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    compose(&team, &[("place-funders", "1"), ("do", "preview")]).await.leads_to("/en/office/home/preview");
    let page = team.get("/en/office/home/preview").await.is(200);
    assert!(page.header("cache-control").contains("no-store"));
    let _ = page.shows("A preview").shows("id=\"money\"").hides("id=\"nums\"").shows("noindex");
    visitor.get("/en/").await.is(200).shows("id=\"nums\"").hides("A preview");
    // Pressed twice it is published once.
    let draft = [("seen", &*seen(&team).await)];
    let press = || team.post("/en/office/home/publish", &draft);
    let (one, other) = tokio::join!(press(), press());
    assert_eq!((one.status, other.status), (303, 303));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'home.published'").await, 1);
}

async fn who_composes_second_sees_it(engine: Engine) {
    let hub = start(engine).await;
    let (first, second) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let form = second.get("/en/office/home").await.is(200).input("seen").expect("a number");
    compose(&first, &[("place-news", "1")]).await.is(303);
    let fields = [("seen", &*form), ("place-funders", "3")];
    let refused = second.post("/en/office/home", &fields).await.is(409);
    let now = refused.input("seen").expect("a number");
    let refused = refused.shows("Somebody else kept another draft");
    assert_eq!(refused.input("place-funders").as_deref(), Some("3"), "nothing is lost");
    second.post("/en/office/home", &[("seen", &*now), ("place-funders", "3")]).await.is(303);
    // What is kept twice is one.
    let count = hub.number("SELECT COUNT(*) AS n FROM home_layouts").await;
    compose(&second, &[("place-funders", "9")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM home_layouts").await, count);
}

async fn a_second_person_publishes_where_the_network_asks_for_it(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    compose(&author, &[("place-funders", "1")]).await.is(303);
    publish(&author).await.is(422).shows("Somebody else of the team has to publish it");
    publish(&other).await.is(303);
    assert_eq!(headings(&hub.visitor()).await, ["money"]);
}

async fn the_head_is_a_text_in_each_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.settle().await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let id = hub.number("SELECT id AS n FROM editorial_items WHERE first = 'pages/home'").await;
    let office = format!("/office/editorial/{}", base::id::write_id(id));
    let before = visitor.get("/fr/").await.is(200).text();
    write(&team, &office, "en", "Cities at work", "What we do, [in short](/about).", "publish").await.is(303);
    let page = visitor.get("/en/").await.is(200);
    let _ = page.shows(">Cities at work</h1>").shows("<a href=\"/en/about\">in short</a>");
    let head = |text: &str| text.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).map(str::to_owned);
    assert_eq!(head(&visitor.get("/fr/").await.is(200).text()), head(&before), "until it is translated");
    let moved = visitor.get("/en/pages/home").await;
    assert_eq!((moved.status, moved.location()), (301, "/en/"));
}

async fn an_earlier_layout_comes_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    for place in ["place-funders", "place-regions"] {
        compose(&team, &[(place, "1")]).await.is(303);
        publish(&team).await.is(303);
    }
    assert_eq!(headings(&visitor).await.len(), 1);
    let page = team.get("/en/office/home").await.is(200);
    let (layout, seen) = (page.input("layout").expect("an earlier one"), page.input("seen").expect("a number"));
    let back = team.post("/en/office/home/restore", &[("layout", &*layout), ("seen", &*seen)]).await;
    back.leads_to("/en/office/home?done=home-kept");
    publish(&team).await.is(303);
    assert_eq!(headings(&visitor).await, ["money"]);
}

async fn only_the_team_composes(engine: Engine) {
    let hub = start(engine).await;
    for who in [Who::Practitioner, Who::CityLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        for path in ["/en/office/home", "/en/office/home/preview"] {
            assert_eq!(client.get(path).await.status, 403, "{} {path}", who.name());
        }
        for path in ["/en/office/home", "/en/office/home/publish", "/en/office/home/restore"] {
            assert_eq!(client.post(path, &[("seen", "0")]).await.status, 403, "{} {path}", who.name());
        }
    }
}
