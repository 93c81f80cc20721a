//! Membership over HTTP, with the features that it stands on.

mod answering;
mod asking;
mod deciding;

use std::io::Write;
use std::path::Path;

use testkit::{Client, Engine, Reply, Setup, TestHub};

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        cities::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        search::feature(),
        site::feature(),
        membership::feature(),
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
        2445488,Diffa,,NE,Diffa,13.3,12.6,50000\n\
        2437798,Zinder,,NE,Zinder,13.8,8.9,230000\n\
        11,Santa Rosa,,BO,Beni,-14.1,-66.8,3000\n\
        12,Santa Rosa,,BO,Santa Cruz,-17.1,-63.6,18000\n\
        13,Santa Rosa,,US,California,38.4,-122.7,180000";
    gzip(data, "places.csv.gz", places);
    gzip(data, "places-alternates.csv.gz", "geonames_id,name\n2437798,زندر\n2445488,ديفا");
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
