//! Membership over HTTP, with the features that it stands on.

mod answering;
mod applying;
mod asking;
mod deciding;
mod joining;
mod prospects;

use std::io::Write;
use std::path::Path;

use testkit::{Client, Engine, Reply, Setup, TestHub};

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
        membership::feature(),
        expectations::feature(),
        status::feature(),
        principles::feature(),
    ]
}

/// What somebody writes who asks for a city that is no member.
const ENQUIRY: [(&str, &str); 8] = [
    ("for", "local-government"),
    ("country", "NE"),
    ("place", "Zinder"),
    ("kind", "city"),
    ("name", "Aminatou"),
    ("position", "Assistant to the mayor"),
    ("email", "aminatou@zinder.example"),
    ("mandate", "asked"),
];

/// The form as it was filled in, with these fields otherwise, and this message.
fn enquiry<'a>(message: &'a str, others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = ENQUIRY.iter().copied().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    own.chain([("message", message)]).chain(others.iter().copied()).collect()
}

/// Asks, and answers the path of the asker's own page.
async fn ask(hub: &TestHub, message: &str, others: &[(&str, &str)]) -> String {
    let sent = hub.write_to(&hub.visitor(), "/en/join", &enquiry(message, others)).await.is(303);
    sent.location().split('?').next().unwrap_or_default().to_owned()
}

/// The office's path of the newest enquiry.
async fn newest(hub: &TestHub) -> String {
    let id = hub.number("SELECT MAX(id) AS n FROM enquiries").await;
    format!("/en/office/enquiries/{}", base::id::write_id(id))
}

/// What a page of the office says that its reader has seen, and the form's own token: as each form of it carries them.
struct Seen([(&'static str, String); 3]);

impl Seen {
    async fn on(client: &Client, path: &str) -> Seen {
        let page = client.get(path).await.is(200);
        Seen(["was", "seen", "once"].map(|name| (name, page.input(name).expect("a hidden field"))))
    }

    /// With these fields beside it.
    fn and<'a>(&'a self, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str())).chain(fields.iter().copied()).collect()
    }
}

/// Sends a form of the office as it stands on its page, with these fields.
async fn send(client: &Client, path: &str, fields: &[(&str, &str)]) -> Reply {
    client.post(path, &Seen::on(client, path).await.and(fields)).await
}

fn gzip(data: &Path, name: &str, text: &str) {
    let file = std::fs::File::create(data.join("network").join(name)).expect("a file");
    let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::default());
    gzip.write_all(text.as_bytes()).expect("written");
    gzip.finish().expect("compressed");
}

/// A small gazetteer: a member, a city that is none and has an Arabic name, and two of one name.
fn with_places(data: &Path) {
    let places = "geonames_id,name,ascii_name,country,admin1,latitude,longitude,population\n\
        2445704,Diffa,,NE,Diffa,13.3,12.6,50000\n\
        2437798,Zinder,,NE,Zinder,13.8,8.9,230000\n\
        11,Santa Rosa,,BO,Beni,-14.1,-66.8,3000\n\
        12,Santa Rosa,,BO,Santa Cruz,-17.1,-63.6,18000\n\
        13,Santa Rosa,,US,California,38.4,-122.7,180000";
    gzip(data, "places.csv.gz", places);
    gzip(data, "places-alternates.csv.gz", "geonames_id,name\n2437798,زندر\n2445704,ديفا");
}

/// A hub with that gazetteer, loaded.
async fn hub_with_places(engine: Engine) -> TestHub {
    let hub = Setup::new(engine).prepare(with_places).start().await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&cities::LoadPlaces::ALL).await.expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
    hub
}

/// Invites the newest enquiry's city, and answers the path of its application's private link, out of the letter.
async fn invited(hub: &TestHub, officer: &Client) -> String {
    let decide = format!("{}/decide", newest(hub).await);
    send(officer, &decide, &[("decision", "invite")]).await.is(303);
    private_link(hub).await
}

/// The private link in the newest letter that has one.
async fn private_link(hub: &TestHub) -> String {
    let letters = hub.letters().await;
    let with_link = letters.iter().rev().find_map(|letter| letter.text.split("/en/apply/").nth(1));
    let token = with_link.expect("a link").split_whitespace().next().unwrap_or_default().to_owned();
    format!("/en/apply/{token}")
}

/// What a city writes of itself.
const OF_CITY: [(&str, &str); 4] = [
    ("background", "A town at the edge of the desert."),
    ("challenges", "Rumours travel fast."),
    ("approaches", "Youth houses with the schools."),
    ("terms_lang", "en"),
];

/// Whom it names.
const CONTACTS: [(&str, &str); 8] = [
    ("name_1", "Aïssa Moussa"),
    ("position_1", "Adviser to the mayor"),
    ("email_1", "aissa@zinder.example"),
    ("kind_1", "mandated"),
    ("name_2", "Ibrahim Sani"),
    ("position_2", "Social worker"),
    ("email_2", "ibrahim@zinder.example"),
    ("kind_2", "practitioner"),
];

/// Who gives the mandate.
const MANDATE: [(&str, &str); 3] =
    [("mandate_name", "عمر ساني"), ("mandate_position", "Mayor"), ("mandate_on", "2026-11-02")];

/// A form of the application as it stands on its page, with these fields.
async fn fill(client: &Client, path: &str, fields: &[(&str, &str)]) -> Reply {
    let revision = client.get(path).await.is(200).input("revision").expect("a revision");
    let own = fields.iter().copied().chain([("revision", revision.as_str()), ("do", "next")]);
    client.post(path, &own.collect::<Vec<_>>()).await
}

/// Signs the principles as their page shows them.
async fn sign(client: &Client, path: &str, fields: &[(&str, &str)]) -> Reply {
    let hash = client.get(path).await.is(200).input("hash").expect("a fingerprint");
    let own = fields.iter().copied().chain([("hash", hash.as_str())]);
    client.post(path, &own.collect::<Vec<_>>()).await
}

/// On whose behalf it is signed.
const SIGNATURE: [(&str, &str); 3] = [("sign_name", "عمر ساني"), ("sign_position", "Mayor"), ("agree", "yes")];

/// Sends a file that proves the mandate.
async fn prove(client: &Client, path: &str, bytes: &[u8]) -> Reply {
    client.send_files(&format!("{path}/proof"), &testkit::Upload::new("", "letter.pdf", bytes)).await
}

/// Writes all of an application and sends it.
async fn applied(hub: &TestHub, path: &str) {
    let client = hub.visitor();
    fill(&client, &format!("{path}/city"), &OF_CITY).await.leads_to(path);
    fill(&client, &format!("{path}/contacts"), &CONTACTS).await.leads_to(path);
    fill(&client, &format!("{path}/mandate"), &MANDATE).await.leads_to(path);
    prove(&client, path, b"%PDF-1.7 a letter of the mayor").await.leads_to(path);
    sign(&client, &format!("{path}/principles"), &SIGNATURE).await.leads_to(path);
    client.get(&format!("{path}/submit")).await.is(200);
    client.post(&format!("{path}/submit"), &[("message", "")]).await.leads_to(path);
    hub.settle().await;
}

/// The office's path of the newest application.
async fn newest_application(hub: &TestHub) -> String {
    let id = hub.number("SELECT MAX(id) AS n FROM applications").await;
    format!("/en/office/applications/{}", base::id::write_id(id))
}

/// The form with which the office accepts, as it stands on its page, with the fields that only somebody can know.
async fn acceptance(client: &Client, path: &str) -> Vec<(String, String)> {
    let page = client.get(&format!("{path}/accept")).await.is(200);
    let names = [
        "was",
        "seen",
        "once",
        "place",
        "name_en",
        "latitude",
        "longitude",
        "place_source",
        "population",
        "population_source",
    ];
    let mut fields: Vec<(String, String)> =
        names.into_iter().map(|name| (name.to_owned(), page.input(name).unwrap_or_default())).collect();
    for (name, value) in [("country", "NE"), ("region", testkit::REGION), ("kind", "city"), ("mandate_read", "yes")] {
        fields.push((name.to_owned(), value.to_owned()));
    }
    fields
}

/// Accepts with these fields.
async fn accept(client: &Client, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(&format!("{path}/accept"), &fields).await
}
