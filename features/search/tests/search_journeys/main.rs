//! The one search over HTTP, with all that is found by it.

mod finding;
mod hidden;
mod kept;
mod upgrade;
mod wild;

use testkit::{Client, Reply};

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        search::feature(),
        site::feature(),
    ]
}

/// The address of the page of the search in a language, asked for these words and more.
fn asked(lang: &str, words: &str, more: &str) -> String {
    let words = url::form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>();
    format!("/{lang}/search?q={words}{more}")
}

/// What is found: of each the kind in words and the title, in order, without marks.
fn found(page: &str) -> Vec<(String, String)> {
    let hit = regex::Regex::new(r"(?s)<li><p class=.meta.><b>(.*?)</b>.*?<bdi>(.*?)</bdi>");
    let plain = |text: &str| text.replace("<mark>", "").replace("</mark>", "");
    hit.expect("a pattern").captures_iter(page).map(|hit| (plain(&hit[1]), plain(&hit[2]))).collect()
}

/// The titles of what is found with these words.
async fn titles(client: &Client, lang: &str, words: &str) -> Vec<String> {
    let page = client.get(&asked(lang, words, "")).await.is(200).text();
    found(&page).into_iter().map(|(_, title)| title).collect()
}

/// Begins something in a language, as a draft; answers its place in the office.
async fn begin(client: &Client, kind: &str, lang: &str, title: &str, body: &str) -> String {
    let form = client.get(&format!("/en/office/editorial/new?kind={kind}")).await.is(200);
    let once = form.input("once").expect("a token");
    let fields =
        [("once", &*once), ("kind", kind), ("in", lang), ("title", title), ("summary", "In short."), ("body", body)];
    let reply = client.post("/en/office/editorial/new", &fields).await.leads_to("/en/office/editorial/");
    reply.location().split('?').next().unwrap_or_default().trim_start_matches("/en").to_owned()
}

/// Writes a text in a language, over what stands there, and does with it as said.
async fn write(client: &Client, place: &str, lang: &str, title: &str, body: &str, then: &str) -> Reply {
    let form = client.get(&format!("/en{place}?in={lang}")).await.is(200);
    let (revision, rendered) = (form.input("revision").expect("a revision"), form.input("rendered").expect("another"));
    let fields = [
        ("in", lang),
        ("revision", &*revision),
        ("rendered", &*rendered),
        ("title", title),
        ("summary", "In short."),
        ("body", body),
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

/// Takes back what readers have.
async fn withdraw(client: &Client, place: &str) {
    let form = client.get(&format!("/en{place}/withdraw")).await.is(200);
    let was = form.input("was").expect("a state");
    let fields = [("was", &*was), ("reason", "It was wrong.")];
    client.post(&format!("/en{place}/withdraw"), &fields).await.is(303);
}
