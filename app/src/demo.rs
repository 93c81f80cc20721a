//! `strong-cities demo`: a separate hub full of invented people and documents, marked as such on
//! every page, so that a newcomer can try everything in a minute.

mod picture;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::{Actor, Fail, Lang, Result, SystemClock};
use chrono::Days;
use extract::samples;
use people::actions::session::Admitted;
use people::actions::{links, manage};
use people::{Newcomer, RoleGrant, TermDays};
use serde::Deserialize;
use web::{Fields, Hub, Parts};

use crate::features::features;
use crate::say::say;
use server::{Settings, make_folder, open, serve, told_to_stop};

/// The password of everyone in the demonstration. It works on this machine only.
const PASSWORD: &str = "three quiet markets";

/// The file that says that a data folder holds a demonstration.
const MARK: &str = "demonstration";

/// Somebody of the demonstration: address, name, role, city, region.
const PEOPLE: [(&str, &str, &str, &str, &str); 8] = [
    ("administrator@demo.example", "Demo Administrator", "administrator", "", ""),
    ("central@demo.example", "Demo Central Team", "central-team", "", ""),
    ("officer@demo.example", "Demo Regional Officer", "regional-officer", "", "west-central-africa"),
    ("lead.oslo@demo.example", "Demo Lead of Oslo", "city-lead", "oslo", ""),
    ("lead.diffa@demo.example", "Demo Lead of Diffa", "city-lead", "diffa", ""),
    ("lead.saida@demo.example", "Demo Lead of Saida", "city-lead", "saida", ""),
    ("practitioner.oslo@demo.example", "Demo Practitioner in Oslo", "practitioner", "oslo", ""),
    ("practitioner.diffa@demo.example", "Demo Practitioner in Diffa", "practitioner", "diffa", ""),
];

#[derive(Deserialize)]
struct Documents {
    document: Vec<Document>,
}

/// A document of the demonstration.
#[derive(Deserialize)]
pub struct Document {
    /// In its language, as all its texts.
    pub title: String,
    /// What it is about.
    #[serde(rename = "abstract")]
    pub abstract_text: String,
    /// BCP 47.
    pub language: String,
    format: String,
    /// One of the library's types.
    #[serde(rename = "type")]
    pub kind: String,
    /// Slugs.
    pub themes: Vec<String>,
    /// Slug; empty: of the network.
    pub city: String,
    /// That it is of.
    pub year: i64,
    access: String,
    /// Its text.
    pub paragraphs: Vec<String>,
}

/// All documents of the demonstration.
///
/// # Errors
/// When they cannot be read: our own mistake.
pub fn documents() -> Result<Vec<Document>> {
    let all: Documents = toml::from_str(include_str!("../demo/documents.toml")).map_err(Fail::internal)?;
    Ok(all.document)
}

#[derive(Deserialize)]
struct Profiles {
    profile: Vec<Written>,
}

/// What a city says of itself.
#[derive(Deserialize)]
struct Written {
    city: String,
    lang: String,
    summary: String,
    website: String,
    contact: String,
}

/// Does this data folder hold a demonstration?
pub(crate) fn is_in(data: &Path) -> bool {
    data.join(MARK).exists()
}

/// Fills the demonstration's folder if it is empty, and serves it.
///
/// # Errors
/// Refuses any address but the machine's own: the passwords are known.
pub async fn run(data: Option<PathBuf>, listen: Option<SocketAddr>) -> Result<()> {
    let data = data.unwrap_or_else(|| "demo-data".into());
    let is_empty = std::fs::read_dir(&data).is_ok_and(|mut folder| folder.next().is_none());
    if data.exists() && !is_empty && !is_in(&data) {
        return Err(Fail::Unavailable(format!(
            "`{}` is no demonstration: choose another folder with --data",
            data.display()
        )));
    }
    let settings = settings(data, listen)?;
    make_folder(&settings.data)?;
    std::fs::write(settings.data.join(MARK), "invented people and documents\n").map_err(Fail::internal)?;
    let opened = open(&settings, Arc::new(SystemClock), &features()).await?;
    let listener = crate::listen::listen(&settings).await?;
    if people::list(&opened.hub.db.read()).await?.is_empty() {
        say!("Filling the demonstration…");
        fill(&opened.hub, &opened.parts).await?;
    }
    say!(
        "The demonstration is open at {}\n\nEveryone in it is invented. The password of each is: {PASSWORD}\n",
        settings.address()
    );
    for (email, name, ..) in PEOPLE {
        say!("  {email:34} {name}");
    }
    serve(opened, listener, &settings, told_to_stop()).await
}

fn settings(data: PathBuf, listen: Option<SocketAddr>) -> Result<Settings> {
    let listen = listen.unwrap_or(([127, 0, 0, 1], 8080).into());
    if !listen.ip().is_loopback() {
        return Err(Fail::Unavailable(format!(
            "the demonstration serves this machine only (its passwords are known): {listen} is refused"
        )));
    }
    Ok(Settings { data, listen, demo: true, ..Settings::default() })
}

/// Puts people and documents in.
pub async fn fill(hub: &Hub, parts: &Parts) -> Result<()> {
    let (mut leads, mut practitioners, mut central) = (Vec::new(), Vec::new(), None);
    for (email, name, role, city, region) in PEOPLE {
        let newcomer = Newcomer { name: name.to_owned(), email: email.to_owned(), lang: Lang::EN };
        let grant = RoleGrant {
            role: role.to_owned(),
            city: city.to_owned(),
            region: region.to_owned(),
            organisation: String::new(),
        };
        let secret = manage::add(&hub.db, &newcomer, &grant).await?;
        let admitted = links::use_link(hub, &secret, None, PASSWORD.to_owned(), people::agent::agent("")).await?;
        if let (Some(sessions), Admitted::Whole(opened)) = (&parts.sessions, admitted)
            && let Some(person) = sessions.person(hub, &opened.session).await?
        {
            let actor = Actor::Person(Box::new(person));
            match role {
                "city-lead" => leads.push((city, actor)),
                "practitioner" => practitioners.push((city, actor)),
                "central-team" => central = Some(actor),
                _ => {}
            }
        }
    }
    limit_roles(hub, &leads, &practitioners).await?;
    write_enquiries(hub, central.as_ref().unwrap_or(&Actor::System)).await?;
    write_prospects(hub, central.as_ref().unwrap_or(&Actor::System)).await?;
    write_profiles(hub, &leads).await?;
    show_people(hub, &leads, &practitioners).await?;
    write_texts(hub).await?;
    let documents = documents()?;
    let folder = hub.settings.data.join("demo-files");
    std::fs::create_dir_all(&folder).map_err(Fail::internal)?;
    for (at, document) in documents.iter().enumerate() {
        let name = format!("demonstration-{}.{}", at + 1, document.format);
        let owner = leads.iter().find(|(city, _)| *city == document.city).map_or(&Actor::System, |(_, lead)| lead);
        std::fs::write(folder.join(&name), file(document)?).map_err(Fail::internal)?;
        let import = library::import::Import {
            db: &hub.db,
            blobs: &hub.blobs,
            network: &hub.network,
            words: &hub.words,
            folder: &folder,
            upload_bytes: hub.settings.upload_bytes,
            owner,
        };
        let (_, outcome) = import.take(library::import::Row::new(at as u64 + 1, fields(document, &name))).await;
        outcome.map_err(|reason| Fail::internal(format!("demonstration document {}: {reason}", document.title)))?;
    }
    std::fs::remove_dir_all(&folder).map_err(Fail::internal)
}

/// Somebody stands in for a city's lead later on, and somebody's role has a last day.
async fn limit_roles(hub: &Hub, leads: &[(&str, Actor)], practitioners: &[(&str, Actor)]) -> Result<()> {
    let in_days = |days: u64| hub.now().date_naive().checked_add_days(Days::new(days));
    for (slug, role, from, until) in [("oslo", "city-lead", in_days(30), 60), ("diffa", "practitioner", None, 240)] {
        let of = |all: &[(&str, Actor)]| all.iter().find(|(city, _)| *city == slug).map(|(_, actor)| actor.clone());
        let (Some(lead), Some(person)) = (of(leads), of(practitioners)) else { continue };
        let city = lead.cities().first().copied().ok_or(Fail::NotFound)?;
        let role = people::role_of(role, &city.0.to_string()).ok_or(Fail::NotFound)?;
        let days = TermDays { from, until: in_days(until) };
        let person = person.id().ok_or(Fail::NotFound)?;
        people::actions::colleagues::set_role(hub, &lead, city, person, Some((role, days))).await?;
    }
    Ok(())
}

/// What somebody of the demonstration shows: their city, to whom, field of work, function, what they work on, languages.
type ShownHere = (&'static str, &'static str, &'static str, &'static str, &'static str, [&'static str; 2]);

/// What the demonstration's people show of themselves. Who is not among them shows nothing yet.
const SHOWN: [ShownHere; 5] = [
    ("saida", "members", "coordination", "Coordinator of prevention", "How services and families meet.", ["ar", "en"]),
    ("diffa", "members", "leadership", "Adviser to the mayor", "Radio, markets, young people.", ["fr", "ha"]),
    ("oslo", "members", "youth", "Head of youth work", "Schools and clubs that talk to each other.", ["en", "nb"]),
    ("diffa", "city", "social-work", "Social worker", "Families in the old town.", ["fr", "ar"]),
    ("oslo", "members", "education", "Teacher", "Media literacy in class.", ["en", "ar"]),
];

async fn show_people(hub: &Hub, leads: &[(&str, Actor)], practitioners: &[(&str, Actor)]) -> Result<()> {
    let mut all: Vec<&(&str, Actor)> = leads.iter().chain(practitioners).collect();
    for (city, shown, field, position, about, languages) in SHOWN {
        let Some(at) = all.iter().position(|(own, _)| *own == city) else { continue };
        let (_, actor) = all.remove(at);
        let themes = hub.network.themes.iter().skip(position.len() % 20).step_by(7).take(3);
        let mut fields = Fields::default()
            .with("shown", shown)
            .with("field", field)
            .with("position", position)
            .with("about", about)
            .with("reachable", "yes")
            .with("language-1", languages[0])
            .with("language-2", languages[1]);
        for theme in themes {
            fields.push("themes", &theme.slug);
        }
        directory::show(hub, actor, &fields).await?;
    }
    Ok(())
}

/// What cities say of themselves, each written by its lead.
async fn write_profiles(hub: &Hub, leads: &[(&str, Actor)]) -> Result<()> {
    let profiles: Profiles = toml::from_str(include_str!("../demo/profiles.toml")).map_err(Fail::internal)?;
    for written in profiles.profile {
        let Some((_, lead)) = leads.iter().find(|(city, _)| *city == written.city) else { continue };
        let lang: Lang = written.lang.parse().map_err(Fail::internal)?;
        let profile = cities::Profile {
            summary: written.summary.trim().to_owned(),
            website: written.website,
            contact: written.contact,
            ..cities::Profile::default()
        };
        cities::actions::write_profile(hub, lead, &written.city, lang, &profile).await?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Enquiries {
    enquiry: Vec<Enquiry>,
}

/// Somebody asks whether their city can join.
#[derive(Deserialize)]
struct Enquiry {
    lang: String,
    country: String,
    place: String,
    name: String,
    position: String,
    email: String,
    mandate: String,
    message: String,
    /// What the central team asked back.
    #[serde(default)]
    question: String,
    /// It was invited: fields of the forms of its application.
    #[serde(default)]
    application: Option<BTreeMap<String, String>>,
}

/// Cities ask whether they can join; the central team has asked one of them something, and invited two.
async fn write_enquiries(hub: &Hub, central: &Actor) -> Result<()> {
    let all: Enquiries = toml::from_str(include_str!("../demo/enquiries.toml")).map_err(Fail::internal)?;
    for one in all.enquiry {
        let fields = Fields::default()
            .with("country", &one.country)
            .with("place", &one.place)
            .with("kind", "city")
            .with("name", &one.name)
            .with("position", &one.position)
            .with("email", &one.email)
            .with("mandate", &one.mandate)
            .with("message", one.message.trim());
        let enquiry = membership::enquire(hub, one.lang.parse().map_err(Fail::internal)?, &fields).await?;
        if !one.question.is_empty() {
            membership::ask_back(hub, central, enquiry, one.question.trim()).await?;
        }
        if let Some(written) = &one.application {
            membership::invite(hub, central, enquiry).await?;
            let fields = written.iter().fold(Fields::default(), |fields, (name, value)| fields.with(name, value));
            membership::apply(hub, enquiry, &fields, mandate()?).await?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Prospects {
    prospect: Vec<Prospect>,
}

/// A city with which the office speaks before it asks.
#[derive(Deserialize)]
struct Prospect {
    lang: String,
    country: String,
    place: String,
    name: String,
    position: String,
    email: String,
    recommended: String,
    /// In so many days it is spoken with again; 0: no day is set.
    days: i64,
    note: String,
}

/// The central team speaks with cities that have not asked yet.
async fn write_prospects(hub: &Hub, central: &Actor) -> Result<()> {
    let all: Prospects = toml::from_str(include_str!("../demo/prospects.toml")).map_err(Fail::internal)?;
    for one in all.prospect {
        let next_on = match one.days {
            0 => String::new(),
            days => (hub.now() + chrono::TimeDelta::days(days)).format("%Y-%m-%d").to_string(),
        };
        let fields = Fields::default()
            .with("lang", &one.lang)
            .with("country", &one.country)
            .with("place", &one.place)
            .with("kind", "city")
            .with("name", &one.name)
            .with("position", &one.position)
            .with("email", &one.email)
            .with("recommended", &one.recommended)
            .with("owner", central.id().map(|person| person.to_string()).unwrap_or_default())
            .with("next_on", next_on)
            .with("note", one.note.trim());
        membership::add_prospect(hub, central, &fields).await?;
    }
    Ok(())
}

/// A page that stands for the proof of a mandate.
fn mandate() -> Result<Vec<u8>> {
    let document = print::Document {
        lang: "en",
        title: "Demonstration",
        subtitle: "",
        author: "",
        footer: "",
        markdown: "This page stands for the proof of a mandate. It proves nothing.",
    };
    print::pdf(&document).map_err(Fail::internal)
}

#[derive(Deserialize)]
struct Texts {
    item: Vec<Item>,
}

/// Something that the team has published.
#[derive(Deserialize)]
struct Item {
    kind: String,
    /// Of a voice.
    #[serde(default)]
    consent: String,
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    lang: String,
    title: String,
    summary: String,
    body: String,
}

/// How long somebody who speaks has consented for.
const CONSENT: chrono::TimeDelta = chrono::TimeDelta::days(365);

/// What the team has published, written by the hub itself.
async fn write_texts(hub: &Hub) -> Result<()> {
    let all: Texts = toml::from_str(include_str!("../demo/texts.toml")).map_err(Fail::internal)?;
    let picture = brought(picture::bring(hub).await);
    for mut item in all.item {
        item.text.iter_mut().for_each(|text| text.body = with_picture(&text.body, picture.as_deref()));
        write_item(hub, &item).await?;
    }
    Ok(())
}

/// Where files cannot be read, as on a machine without a lock for their readers, the demonstration opens without its picture.
fn brought(picture: Result<String>) -> Option<String> {
    picture.inspect_err(|fail| tracing::warn!(?fail, "the demonstration has no picture")).ok()
}

/// A text with the picture in its place, or without that line.
fn with_picture(body: &str, picture: Option<&str>) -> String {
    let lines = body.lines().filter(|line| picture.is_some() || !line.contains("{picture}"));
    lines.collect::<Vec<_>>().join("\n").replace("{picture}", picture.unwrap_or_default())
}

/// The first text is the source.
async fn write_item(hub: &Hub, item: &Item) -> Result<()> {
    let kind = editorial::Kind::parse(&item.kind).ok_or_else(|| Fail::internal(&item.kind))?;
    let mut begun: Option<editorial::Item> = None;
    for text in &item.text {
        let lang: Lang = text.lang.parse().map_err(Fail::internal)?;
        let written = editorial::Written::of(&text.title, text.summary.trim(), text.body.trim());
        begun = Some(match begun {
            None => {
                let once = base::secret::new_secret();
                editorial::create(hub, &Actor::System, kind, lang, &written, &once).await?
            }
            Some(begun) => editorial::write(hub, &Actor::System, begun.id, lang, &written, true).await?.item,
        });
    }
    let Some(begun) = begun else { return Ok(()) };
    if !item.consent.is_empty() {
        let ends_at = Some(hub.now() + CONSENT);
        let facts =
            editorial::Facts { consent: item.consent.clone(), ends_at, revision: begun.revision, ..Default::default() };
        editorial::save_facts(hub, &Actor::System, begun.id, &facts, &[]).await?;
    }
    let saw = editorial::Saw { source: 1, ..Default::default() };
    editorial::publish(hub, &Actor::System, begun.id, editorial::ItemState::Draft, &saw).await.map(|_| ())
}

fn fields(document: &Document, file: &str) -> Fields {
    let fields = Fields::default()
        .with("file", file)
        .with("title", &document.title)
        .with("abstract", &document.abstract_text)
        .with("city", &document.city)
        .with("type", &document.kind)
        .with("year", document.year)
        .with("language", &document.language)
        .with("access", &document.access);
    document.themes.iter().fold(fields, |fields, theme| fields.with("themes", theme))
}

/// The file itself, in the document's format.
fn file(document: &Document) -> Result<Vec<u8>> {
    let mut texts: Vec<&str> = vec![&document.title];
    texts.extend(document.paragraphs.iter().map(String::as_str));
    let rows: Vec<Vec<&str>> = texts.iter().map(|text| vec![*text]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    Ok(match document.format.as_str() {
        // Scripts that our print fonts lack are searchable in the plain sample.
        "pdf" if matches!(document.language.as_str(), "bn" | "ur") => samples::pdf(&texts),
        "pdf" => print::pdf(&print::Document {
            lang: &document.language,
            title: &document.title,
            subtitle: &document.abstract_text,
            author: "Demonstration",
            footer: "Demonstration",
            markdown: &document.paragraphs.join("\n\n"),
        })
        .map_err(Fail::internal)?,
        "docx" => samples::docx(&texts),
        "odt" => samples::odt(&texts),
        "pptx" => samples::pptx(&texts),
        "xlsx" => samples::xlsx(&rows),
        "rtf" => samples::rtf(&texts),
        "html" => samples::html(&document.title, &texts[1..]),
        _ => samples::txt(&texts),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_without_its_picture() {
        let body = "One.\n\n![Drawn](picture:{picture})\n\nTwo.";
        assert_eq!(with_picture(body, Some("7")), "One.\n\n![Drawn](picture:7)\n\nTwo.");
        assert_eq!(with_picture(body, None), "One.\n\n\nTwo.");
    }

    #[test]
    fn only_this_machine_is_served() {
        assert!(settings("x".into(), Some(([0, 0, 0, 0], 8080).into())).is_err());
        assert!(settings("x".into(), Some(([127, 0, 0, 1], 1).into())).is_ok());
    }
}
