//! What the team publishes, over HTTP, with the features that it stands on.

mod addresses;
mod care;
mod first;
mod home;
mod hostile;
mod inserting;
mod offices;
mod pictures;
mod planned;
mod press;
mod publishing;
mod told;
mod translating;
mod tree;
mod voices;

use std::path::Path;

use testkit::{Client, Engine, Reply, Setup, TestHub};

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        library::feature(),
        ::pictures::feature(),
        ::editorial::feature(),
        contact::feature(),
        site::feature(),
        membership::feature(),
        principles::feature(),
    ]
}

/// Revisions of what the team writes: cities have texts as well, their names.
const OWN_REVISIONS: &str = "text_revisions WHERE kind <> 'city'";

/// A hub in which nothing is written yet but the names of cities.
async fn start(engine: Engine) -> TestHub {
    without_texts(TestHub::start(engine).await).await
}

/// The same, set up in another way.
async fn start_with(setup: Setup) -> TestHub {
    without_texts(setup.start().await).await
}

async fn without_texts(hub: TestHub) -> TestHub {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for table in [
        "editorial_addresses",
        "editorial_themes",
        "editorial_cities",
        "editorial_previews",
        "editorial_links",
        "editorial_social",
        "editorial_items",
        "text_parts WHERE kind <> 'city'",
        "text_revisions WHERE kind <> 'city'",
        "texts WHERE kind <> 'city'",
        "moves",
    ] {
        tx.exec(&format!("DELETE FROM {table}"), vec![]).await.expect("nothing is left");
    }
    tx.commit().await.expect("committed");
    hub.hub.cache.forget();
    hub
}

/// The path of what an answer leads to, behind `/en`, without its query.
fn place(reply: &Reply) -> String {
    let location = reply.location();
    location.split('?').next().unwrap_or_default().trim_start_matches("/en").to_owned()
}

/// Begins something in a language, as a draft; answers its place in the office.
async fn begin(client: &Client, kind: &str, lang: &str, title: &str, body: &str) -> String {
    let form = client.get(&format!("/en/office/editorial/new?kind={kind}")).await.is(200);
    let once = form.input("once").expect("a token");
    let fields =
        [("once", &*once), ("kind", kind), ("in", lang), ("title", title), ("summary", "In short."), ("body", body)];
    let reply = client.post("/en/office/editorial/new", &fields).await.leads_to("/en/office/editorial/");
    place(&reply)
}

/// Writes a text in a language, over what stands there, and does with it as said.
async fn write(client: &Client, place: &str, lang: &str, title: &str, body: &str, then: &str) -> Reply {
    let form = client.get(&format!("/en{place}?in={lang}")).await.is(200);
    let (revision, rendered) = (form.input("revision").expect("a revision"), form.input("rendered").expect("another"));
    let address = form.input("address").unwrap_or_default();
    let fields = [
        ("in", lang),
        ("revision", &*revision),
        ("rendered", &*rendered),
        ("title", title),
        ("summary", "In short."),
        ("body", body),
        ("address", &*address),
        ("do", then),
    ];
    client.post(&format!("/en{place}"), &fields).await
}

/// Something that readers have: its place in the office.
async fn published(client: &Client, kind: &str, lang: &str, title: &str, body: &str) -> String {
    let place = begin(client, kind, lang, title, body).await;
    write(client, &place, lang, title, body, "publish").await.leads_to(&format!("/en{place}?done=published"));
    place
}

/// How many rows this table has.
async fn rows(hub: &TestHub, table: &str) -> i64 {
    hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await
}

/// A network that asks for a second person.
fn careful(data: &Path) {
    let folder = data.join("network");
    if !folder.exists() {
        network::write_default(&folder).expect("the network");
    }
    let file = folder.join("network.toml");
    let text = std::fs::read_to_string(&file).expect("a text");
    std::fs::write(&file, format!("review = true\n{text}")).expect("written");
}
