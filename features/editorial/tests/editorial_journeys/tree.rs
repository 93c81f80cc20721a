//! Pages below pages, and those to which the menu and the foot lead.

use testkit::{Client, Engine, Reply, TestHub, Who, both_engines};

use crate::{published, start, write};

both_engines!(
    a_page_stands_below_another_and_leads_back,
    no_page_stands_below_itself,
    pages_stand_five_deep_at_most,
    the_menu_of_every_page_leads_to_what_was_put_there,
    the_menu_has_room_for_three,
    pages_that_every_network_has_stay_where_they_are,
    no_page_stands_below_the_home_page,
);

async fn put(client: &Client, office: &str, parent: &str, place: &str) -> Reply {
    let form = client.get(&format!("/en{office}/facts")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let parent = parent.rsplit('/').next().unwrap_or_default();
    let fields = [("revision", &*revision), ("position", "0"), ("parent", parent), ("place", place)];
    client.post(&format!("/en{office}/facts"), &fields).await
}

async fn page(team: &Client, title: &str) -> String {
    published(team, "page", "en", title, "Words.").await
}

async fn a_page_stands_below_another_and_leads_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let (above, below) = (page(&team, "Methods").await, page(&team, "Local planning").await);
    visitor.get("/en/pages/methods").await.is(200).hides("Local planning");
    put(&team, &below, &above, "").await.leads_to(&format!("/en{below}?done=saved"));
    let upper = visitor.get("/en/pages/methods").await.is(200).shows("More on this");
    upper.shows("href=\"/en/pages/local-planning\"");
    let lower = visitor.get("/en/pages/local-planning").await.is(200);
    lower.shows("<li><a href=\"/en/pages/methods\">Methods</a></li>");
    // Another title is seen in both.
    write(&team, &above, "en", "Our methods", "Words.", "publish").await.is(303);
    visitor.get("/en/pages/local-planning").await.is(200).shows(">Our methods</a>");
    // Whoever withdraws it is told what stands below.
    team.get(&format!("/en{above}/withdraw")).await.is(200).shows("These pages stand below it").shows("Local planning");
    team.get(&format!("/en{below}/withdraw")).await.is(200).hides("These pages stand below it");
    // What is withdrawn leads nowhere, and nowhere leads to it.
    team.post(&format!("/en{above}/withdraw"), &[("was", "live"), ("reason", "Old.")]).await.is(303);
    visitor.get("/en/pages/local-planning").await.is(200).hides("Our methods");
}

async fn no_page_stands_below_itself(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let (first, second) = (page(&team, "First").await, page(&team, "Second").await);
    put(&team, &first, &first, "").await.is(422).shows("cannot stand below itself");
    put(&team, &second, &first, "").await.is(303);
    team.get(&format!("/en{first}/facts")).await.is(200).hides(">Second</option>");
    put(&team, &first, &second, "").await.is(422).shows("cannot stand below itself");
    // Nor where two are put below each other at once.
    let (third, fourth) = (page(&team, "Third").await, page(&team, "Fourth").await);
    let (one, other) = tokio::join!(put(&team, &third, &fourth, ""), put(&team, &fourth, &third, ""));
    let mut both = [one.status, other.status];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
    // Only pages have pages below them.
    let news = published(&team, "news", "en", "News", "Words.").await;
    put(&team, &first, &news, "").await.is(422);
}

async fn pages_stand_five_deep_at_most(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let mut pages = Vec::new();
    for number in 0..7 {
        pages.push(page(&team, &format!("Page {number}")).await);
    }
    for pair in pages[..6].windows(2) {
        put(&team, &pair[1], &pair[0], "").await.is(303);
    }
    put(&team, &pages[6], &pages[5], "").await.is(422).shows("at most 5 levels");
    // Nor with what stands below what is put somewhere.
    put(&team, &pages[0], &pages[6], "").await.is(422).shows("at most 5 levels");
}

async fn the_menu_of_every_page_leads_to_what_was_put_there(engine: Engine) {
    let hub: TestHub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let doors = ["/en/", "/en/library", "/en/cities", "/en/news", "/en/accessibility", "/en/nowhere"];
    for door in doors {
        let _ = visitor.get(door).await.hides("/pages/our-work");
    }
    let office = page(&team, "Our work").await;
    put(&team, &office, "", "menu").await.is(303);
    // Pages that were kept before are made anew, on this node at once.
    for door in doors {
        let reply = visitor.get(door).await;
        assert_eq!(reply.text().matches("href=\"/en/pages/our-work\">Our work</a>").count(), 2, "{door}");
    }
    // In other languages by the best title that there is, and at the address of that language.
    visitor.get("/fr/library").await.is(200).shows("href=\"/fr/pages/our-work\" lang=\"en\" dir=\"ltr\">Our work</a>");
    write(&team, &office, "fr", "Nos travaux", "Des mots.", "ready").await.is(303);
    visitor.get("/fr/library").await.is(200).shows("href=\"/fr/pages/nos-travaux\">Nos travaux</a>");
    put(&team, &office, "", "foot-open").await.is(303);
    let text = visitor.get("/en/library").await.is(200).text();
    assert_eq!(text.matches("/en/pages/our-work").count(), 1);
    team.post(&format!("/en{office}/withdraw"), &[("was", "live"), ("reason", "Old.")]).await.is(303);
    for door in doors {
        let _ = visitor.get(door).await.hides("/pages/our-work");
    }
}

async fn the_menu_has_room_for_three(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    for number in 0..4 {
        let office = page(&team, &format!("Page {number}")).await;
        let reply = put(&team, &office, "", "menu").await;
        assert_eq!(reply.status, if number < 3 { 303 } else { 422 }, "{number}");
    }
}

async fn pages_that_every_network_has_stay_where_they_are(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    hub.settle().await;
    let list = team.get("/en/office/editorial?q=accessibility").await.is(200).text();
    let office = list
        .split("href=\"/en")
        .find(|part| part.starts_with("/office/editorial/") && !part.starts_with("/office/editorial/new"))
        .expect("a page");
    let office = office.split('"').next().expect("its place");
    team.get(&format!("/en{office}/facts")).await.is(200).hides("name=\"parent\"").hides("name=\"place\"");
    put(&team, office, "", "menu").await.is(422);
}

async fn no_page_stands_below_the_home_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    hub.settle().await;
    let home = base::id::write_id(hub.number("SELECT id AS n FROM editorial_items WHERE first = 'pages/home'").await);
    let own = page(&team, "Methods").await;
    team.get(&format!("/en{own}/facts")).await.is(200).shows("name=\"parent\"").hides(&format!("value=\"{home}\""));
    put(&team, &own, &home, "").await.is(422);
}
