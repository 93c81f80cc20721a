//! Pages that are kept for visitors: each change reaches every page that shows it, and leaves the others.

use base::DocumentId;
use testkit::{CITY, Client, Engine, OTHER_CITY, TestHub, Who, both_engines, postgres_only};

use testkit::facts_form::{facts, send, set};
use testkit::scene::note;

both_engines!(
    what_a_city_says_is_on_its_own_pages,
    a_corrected_city_is_on_the_pages_of_its_neighbours_and_documents,
    an_edit_is_on_the_pages_of_related_documents,
    a_document_comes_to_its_related_ones_and_goes,
    a_document_that_moves_comes_back_to_its_related_ones,
    pages_with_little_data_are_kept_apart,
);

const THEME: &str = "counter-narratives";
const OTHER_THEME: &str = "youth-engagement";

/// A visitor's look at a page, after which it is kept.
async fn look(hub: &TestHub, path: &str) -> String {
    let text = hub.visitor().get(path).await.is(200).text();
    assert!(is_kept(hub, path), "{path} is not kept");
    text
}

fn is_kept(hub: &TestHub, path: &str) -> bool {
    hub.hub.cache.get(&format!("{path}?")).is_some()
}

async fn what_a_city_says_is_on_its_own_pages(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // The first data are followed: on PostgreSQL an open transaction of another test may have held that back.
    hub.settle().await;
    let (own, other) = (format!("/en/cities/{CITY}"), format!("/en/cities/{OTHER_CITY}"));
    let own_in_french = format!("/fr/cities/{CITY}");
    let others = [other.as_str(), "/en/", "/en/cities", "/en/library"];
    for path in others.into_iter().chain([own.as_str(), &own_in_french]) {
        look(&hub, path).await;
    }
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post(&format!("{own}/profile"), &[("in", "en"), ("summary", "A town by a river.")]).await.is(303);
    hub.follow().await;
    for path in others {
        assert!(is_kept(&hub, path), "{path} shows nothing of it");
    }
    for path in [&own, &own_in_french] {
        assert!(look(&hub, path).await.contains("A town by a river."), "{path}");
    }
}

async fn a_corrected_city_is_on_the_pages_of_its_neighbours_and_documents(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let document = lead.uploaded(&note("A plan", "What it is.").with("access", "public")).await;
    hub.settle().await;
    let neighbour = look(&hub, &format!("/en/cities/{CITY}")).await;
    let neighbours = neighbour.split("id=\"near\"").nth(1).expect("cities nearby");
    let neighbour = neighbours.split("/en/cities/").nth(1).and_then(|rest| rest.split('"').next()).expect("a city");
    // Where the city is named: it is near to one that is near to it, and its document says whose it is.
    let pages = ["/en/cities".to_owned(), format!("/en/library/{document}"), "/en/library".to_owned()];
    for path in &pages {
        look(&hub, path).await;
    }
    let named_near = look(&hub, &format!("/en/cities/{neighbour}")).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let path = format!("/en/cities/{CITY}/facts");
    let mut fields = facts(&central.get(&path).await.is(200));
    let name = fields.iter().find(|(name, _)| name == "name_en").map(|(_, name)| name.clone()).expect("a name");
    set(&mut fields, "name_en", "Aaa New Name");
    send(&central, &path, &fields).await.is(303);
    hub.settle().await;
    for path in &pages {
        assert!(look(&hub, path).await.contains("Aaa New Name"), "{path}");
    }
    assert!(named_near.contains(&format!(">{name}</a>")), "{neighbour} is near, and so has it nearby");
    let again = look(&hub, &format!("/en/cities/{neighbour}")).await;
    assert!(again.contains(">Aaa New Name</a>") && !again.contains(&format!(">{name}</a>")));
}

/// A document of the city and two of another one, of which the second has other themes.
async fn three(hub: &TestHub) -> [DocumentId; 3] {
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let public = |title: &str| note(title, &title.replace("plan", "text")).with("access", "public");
    let of_other = |title: &str| public(title).with("city", OTHER_CITY);
    let own = lead.uploaded(&public("Own plan").and("themes", THEME)).await;
    let related = other.uploaded(&of_other("Related plan").and("themes", THEME)).await;
    let stranger = other.uploaded(&of_other("Strange plan").and("themes", OTHER_THEME)).await;
    hub.settle().await;
    [own, related, stranger]
}

async fn edit(hub: &TestHub, id: DocumentId, title: &str, access: &str, theme: &str) {
    let lead = hub.signed_in(Who::OtherLead).await;
    edit_as(&lead, id, title, OTHER_CITY, access, theme).await;
}

async fn edit_as(client: &Client, id: DocumentId, title: &str, city: &str, access: &str, theme: &str) {
    let path = format!("/en/library/{id}/edit");
    let revision = client.get(&path).await.is(200).input("revision").unwrap_or_default();
    let fields = [
        ("title", title),
        ("city", city),
        ("type", "guide"),
        ("access", access),
        ("revision", &revision),
        ("themes", theme),
    ];
    client.post(&path, &fields).await.is(303);
}

async fn an_edit_is_on_the_pages_of_related_documents(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let [own, related, stranger] = three(&hub).await.map(|id| (id, format!("/en/library/{id}")));
    let city = format!("/en/cities/{OTHER_CITY}");
    assert!(look(&hub, &own.1).await.contains("Related plan"));
    for path in [&stranger.1, &city, "/en/", "/en/library"] {
        look(&hub, path).await;
    }
    edit(&hub, related.0, "Renamed plan", "public", THEME).await;
    assert!(is_kept(&hub, &stranger.1), "a page that shows nothing of it");
    for path in [&own.1, &city, "/en/", "/en/library"] {
        let text = look(&hub, path).await;
        assert!(text.contains("Renamed plan") && !text.contains("Related plan"), "{path}");
    }
}

async fn a_document_comes_to_its_related_ones_and_goes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let [own, _, stranger] = three(&hub).await;
    let page = format!("/en/library/{own}");
    let shows = async || look(&hub, &page).await.contains("Strange plan");
    assert!(!shows().await);
    edit(&hub, stranger, "Strange plan", "public", THEME).await;
    look(&hub, &page).await;
    hub.settle().await;
    assert!(shows().await, "its new theme");
    edit(&hub, stranger, "Strange plan", "members", THEME).await;
    assert!(!shows().await, "gone at once, before the index follows");
    edit(&hub, stranger, "Strange plan", "public", THEME).await;
    hub.settle().await;
    assert!(shows().await, "for everyone again");
    let lead = hub.signed_in(Who::OtherLead).await;
    lead.post(&format!("/en/library/{stranger}/withdraw"), &[]).await.is(303);
    assert!(!shows().await, "withdrawn: gone at once");
    lead.post(&format!("/en/library/{stranger}/restore"), &[]).await.is(303);
    hub.settle().await;
    assert!(shows().await, "put back");
    edit(&hub, stranger, "Strange plan", "public", OTHER_THEME).await;
    look(&hub, &page).await;
    hub.settle().await;
    assert!(!shows().await, "it left the theme");
}

async fn a_document_that_moves_comes_back_to_its_related_ones(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let [own, _, _] = three(&hub).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let of_network = note("Network plan", "What all do.").with("city", "").with("access", "public");
    let moving = central.uploaded(&of_network.and("themes", THEME)).await;
    hub.settle().await;
    let (page, city) = (format!("/en/library/{own}"), format!("/en/cities/{CITY}"));
    assert!(look(&hub, &page).await.contains("Network plan"));
    assert!(!look(&hub, &city).await.contains("Network plan"));
    edit_as(&central, moving, "Network plan", CITY, "public", THEME).await;
    // Until the index follows it counts as restricted: a page that is made now does not name it.
    look(&hub, &page).await;
    hub.settle().await;
    assert!(look(&hub, &page).await.contains("Network plan"));
    assert!(look(&hub, &city).await.contains("Network plan"));
}

async fn pages_with_little_data_are_kept_apart(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.settle().await;
    let (fast, slow) = (hub.visitor(), hub.visitor());
    let text = async |client: &Client, path: &str| client.get(path).await.is(200).text();
    let cities = format!("/en/cities/{CITY}");
    for path in ["/en/", "/en/cities", &cities] {
        let full = text(&fast, path).await;
        slow.post("/en/low-data/choice", &[("low", "1")]).await.leads_to("/en/low-data?done=low-data");
        let low = text(&slow, path).await;
        assert!(low.len() + 4_000 < full.len(), "{path}: {} of {}", low.len(), full.len());
        assert_eq!((text(&fast, path).await, text(&slow, path).await), (full.clone(), low), "{path}");
        slow.post("/en/low-data/choice", &[("low", "")]).await.leads_to("/en/low-data?done=full-data");
        assert_eq!(text(&slow, path).await, full, "{path}");
    }
    slow.get("/en/low-data").await.is(200).hides("You are using less data");
}

postgres_only!(what_is_published_is_read_on_another_node_within_a_second);

/// Published on one node, it is read on another one that kept the page: timed, the fastest of five, since other tests run beside.
async fn what_is_published_is_read_on_another_node_within_a_second() {
    let one = TestHub::start(Engine::Postgres).await;
    let other = one.beside().await;
    let (team, reader) = (one.signed_in(Who::CentralTeam).await, other.visitor());
    let following = other.keep_following();
    let mut took = Vec::new();
    for number in 0..5 {
        let title = format!("News number {number}");
        let begun = std::time::Instant::now();
        // An open transaction of another test may hold back what is followed, and a page is kept by nobody until then.
        while !is_kept(&other, "/en/news") {
            reader.get("/en/news").await.is(200).hides(&title);
            assert!(begun.elapsed() < std::time::Duration::from_secs(60), "the page is never kept");
        }
        crate::written::published_by(&team, "news", &title).await;
        let begun = std::time::Instant::now();
        while !reader.get("/en/news").await.is(200).text().contains(&title) {
            assert!(begun.elapsed() < std::time::Duration::from_secs(30), "{title} is never seen there");
            // Looked at again and again, but not so that nothing else is done.
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        took.push(begun.elapsed());
    }
    following.send(true).expect("it follows");
    took.sort();
    assert!(took[0] < std::time::Duration::from_secs(1), "{took:?}");
}
