//! Opening a hub: data folder, network, database, files, index, letters; the first data.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::{Clock, Fail, Result};
use blobs::{Blobs, S3Settings};
use extract::Extractor;
use find::{FindError, Glossary, Held, Index};
use mail::{Mailer, Smtp};
use network::Network;
use store::{Db, EventFollower, Worker};
use web::{Feature, Hub, HubBuilder, Parts, Routes};

use crate::features;
use crate::folder::{NETWORK, check_holds_hub, check_writable, make_folder, node_name, write_private};
use crate::follow::Follower;
use crate::settings::Settings;

/// The hidden command with which the program starts itself to read a file, locked in.
pub const READER: &str = "read-one-file";

/// A hub that is ready to serve.
pub struct Opened {
    /// The hub.
    pub hub: Hub,
    /// What the features offer to each other.
    pub parts: Arc<Parts>,
    /// Keeps the search index up to date.
    pub follower: Follower,
    /// Follow events.
    pub events: Vec<EventFollower>,
    /// Does jobs.
    pub worker: Worker,
    /// All addresses.
    pub routes: Routes,
    /// The secret of the first administrator's link, while there is no administrator.
    pub first_link: Option<String>,
}

/// Opens the hub, brings its tables up to date, and fills it if it is empty. Makes the data folder.
///
/// # Errors
/// A sentence for the operator.
pub async fn open(settings: &Settings, clock: Arc<dyn Clock>, features: &[Feature]) -> Result<Opened> {
    let data = &settings.data;
    make_folder(data)?;
    // First of all: whoever holds it is the hub of this folder, and nobody else brings its tables up to date.
    let held = hold_index(data)?;
    let parts = Arc::new(features::parts(features));
    let (db, network) = open_data(settings, clock, features, &parts).await?;
    let keys = crate::master_key::open(settings, &db).await?;
    let kinds: Vec<&str> = parts.search.iter().map(|kind| kind.kind()).collect();
    let index = Index::open_held(held, glossary(&network), &kinds).map_err(|error| index_unusable(data, &error))?;
    let blobs = open_blobs(settings).await?;
    let mailer = match &settings.smtp_url {
        Some(url) => {
            let user = settings.smtp_user.clone().zip(settings.smtp_password.clone());
            Mailer::to_smtp(&Smtp { url: url.clone() }, user, &settings.mail_from).map_err(|error| {
                Fail::Unavailable(format!("a setting cannot be used: `smtp_url` or `mail_from`: {error}"))
            })?
        }
        None => Mailer::to_folder(&data.join("mail"), &settings.mail_from)
            .map_err(|error| Fail::Unavailable(format!("a setting cannot be used: `mail_from`: {error}")))?,
    };
    let extractor = Extractor::new(
        reader_program(settings),
        vec![READER.to_owned()],
        extract::Limits::default(),
        settings.allow_unlocked_reader,
    );
    if !extractor.locked() && !settings.allow_unlocked_reader {
        tracing::warn!(
            "this kernel cannot lock the reader of files in (no landlock): files are kept but not read. `allow_unlocked_reader` changes that, at your risk"
        );
    }
    let hub = HubBuilder {
        db,
        blobs,
        index: Arc::new(index),
        extractor,
        mailer,
        outgoing: outgoing::Outgoing::new(settings.outgoing()?),
        keys,
        network,
        settings: web::Settings {
            public_url: settings.address(),
            listen: settings.listen,
            upload_bytes: settings.upload_mb * 1_000_000,
            city_bytes: settings.city_gb * 1_000_000_000,
            // The demonstration's passwords are known to everybody, and its people have no phones.
            second_step_roles: if settings.demo { Vec::new() } else { settings.second_step_roles.clone() },
            second_step_wait: settings.second_step_wait,
            record_mail_to: settings.record_mail_to.clone(),
            demo: settings.demo,
            behind_proxy: settings.behind_proxy,
            count_statements: settings.count_statements,
            data: data.clone(),
        },
        links: parts.links.clone(),
        translated: parts.translated.clone(),
        notices: parts.notices.iter().map(|notice| (notice.kind(), notice.ways())).collect(),
        acts: parts.acts.clone(),
        words: features::words(features),
    }
    .build()?;
    let first_link = first_link(&hub, &parts).await?;
    let worker = Worker::new(hub.db.clone(), node_name(data)?, features::handlers(features, &hub, &parts));
    let routes = features::routes(features);
    let events = features::followers(&hub, &parts);
    for follower in &events {
        follower.begin().await?;
    }
    Ok(Opened { follower: Follower::new(hub.clone(), parts.clone()), events, hub, parts, worker, routes, first_link })
}

/// Opens the hub that is in the data folder: what every command needs but those that make one.
///
/// # Errors
/// A sentence for the operator, also where there is no hub: a mistyped folder must not become one.
pub async fn open_existing(settings: &Settings, clock: Arc<dyn Clock>, features: &[Feature]) -> Result<(Db, Network)> {
    check_holds_hub(settings)?;
    check_writable(&settings.data)?;
    open_data(settings, clock, features, &features::parts(features)).await
}

/// Opens the database and the network's folder, brings the tables and what stands in them up to date, and fills an empty hub.
async fn open_data(
    settings: &Settings,
    clock: Arc<dyn Clock>,
    features: &[Feature],
    parts: &Parts,
) -> Result<(Db, Network)> {
    let network = open_network(&settings.data)?;
    let db = open_database(settings, clock, features).await?;
    if let Some(first) = &parts.first {
        let jobs = parts.first_jobs.iter().map(|asked| asked()).collect::<Result<Vec<_>>>()?;
        first.fill(&db, &network, &jobs).await?;
    }
    for ready in &parts.ready {
        ready.ready(&db, &network).await?;
    }
    Ok((db, network))
}

/// The database, its tables up to date. What goes wrong names the setting or the file, never the
/// address: it holds a password.
async fn open_database(settings: &Settings, clock: Arc<dyn Clock>, features: &[Feature]) -> Result<Db> {
    let name = settings.database_url.as_ref().map_or_else(|| settings.database(), |_| "database_url".to_owned());
    let named = |fail: Fail| Fail::Unavailable(format!("`{name}`: {}", cause(&fail)));
    let db = Db::open(&settings.database(), clock).await.map_err(named)?;
    if settings.count_statements {
        db.hear_statements();
    }
    store::migrate(&db, features::migrations(features)).await.map_err(named)?;
    db.files_are_named_in(features::file_owners(features));
    Ok(db)
}

/// Where the search index is.
pub fn index_folder(data: &Path) -> PathBuf {
    data.join("index")
}

fn hold_index(data: &Path) -> Result<Held> {
    Held::of(&index_folder(data)).map_err(|error| index_unusable(data, &error))
}

fn index_unusable(data: &Path, error: &FindError) -> Fail {
    Fail::Unavailable(match error {
        FindError::Busy => format!(
            "a hub runs on the data folder `{}` already; stop it first, or choose another folder with --data",
            data.display()
        ),
        other => format!("the search index in `{}` cannot be opened: {other}", index_folder(data).display()),
    })
}

/// The network's concepts and themes as the index takes them.
#[must_use]
pub fn glossary(network: &Network) -> Glossary {
    let concepts = network.concepts.iter().map(|concept| (concept.slug.as_str(), concept.terms().collect()));
    let themes = network.themes.iter().map(|theme| {
        let labels = network.languages.iter().map(|lang| (lang.code(), theme.label(*lang)));
        (theme.slug.as_str(), labels.collect())
    });
    let regions = network.regions.iter().flat_map(|region| network.languages.iter().map(|lang| region.label(*lang)));
    let codes = network.countries.keys().map(String::as_str);
    let countries = codes.flat_map(|code| network.languages.iter().map(|lang| network.country_name(code, *lang)));
    let others = network.countries.values().flat_map(|country| country.others());
    Glossary::new(concepts.chain(themes)).knowing(regions.chain(countries).chain(others))
}

/// Opens the file store.
///
/// # Errors
/// A sentence that names its folder or bucket.
pub async fn open_blobs(settings: &Settings) -> Result<Blobs> {
    let folder = settings.data.join("blobs");
    let opened = match &settings.s3_bucket {
        None => Blobs::on_disk(&folder).await,
        Some(bucket) => {
            let s3 = S3Settings {
                bucket: bucket.clone(),
                region: settings.s3_region.clone(),
                endpoint: settings.s3_endpoint.clone(),
                key: settings.s3_key.clone().unwrap_or_default(),
                secret: settings.s3_secret.clone().unwrap_or_default(),
            };
            Blobs::on_s3(&s3, &folder).await
        }
    };
    opened.map_err(|fail| store_fails(settings, "opened", &fail))
}

/// The sentence for a file store that cannot be opened, or read.
pub fn store_fails(settings: &Settings, done: &str, fail: &Fail) -> Fail {
    let folder = settings.data.join("blobs");
    let place = match &settings.s3_bucket {
        Some(bucket) => format!("in the bucket `{bucket}` (by way of the folder `{}`)", folder.display()),
        None => format!("in the folder `{}`", folder.display()),
    };
    Fail::Unavailable(format!("the file store {place} cannot be {done}: {}", cause(fail)))
}

/// What went wrong, without the kind that it is of.
fn cause(fail: &Fail) -> String {
    match fail {
        Fail::Unavailable(text) | Fail::Internal(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The program itself: `/proc/self/exe` outlives an upgrade that replaces the file.
fn reader_program(settings: &Settings) -> std::path::PathBuf {
    settings.reader_program.clone().unwrap_or_else(|| "/proc/self/exe".into())
}

/// The network's folder within the data folder; written with what the program carries when new.
fn open_network(data: &Path) -> Result<Network> {
    let folder = data.join(NETWORK);
    if !folder.exists() && data.join("hub.db").exists() {
        // A backup that was brought back without it would serve under another name, without a word.
        return Err(Fail::Unavailable(format!(
            "there is a hub's database in `{0}`, but not its folder `{NETWORK}`: bring it back from the backup too (to begin \
             with the network that the program carries, make an empty data folder and copy `{NETWORK}` from there)",
            data.display()
        )));
    }
    if !folder.exists() {
        network::write_default(&folder).map_err(|fail| {
            Fail::Unavailable(format!("the folder `{}` cannot be written: {}", folder.display(), cause(&fail)))
        })?;
    }
    Network::load(&folder)
}

/// The first administrator's link. Its secret is kept in a file that only the operator can read, so
/// that a second start shows the same one; the file goes when there is an administrator.
async fn first_link(hub: &Hub, parts: &Parts) -> Result<Option<String>> {
    let file = hub.settings.data.join("first-administrator");
    let kept = std::fs::read_to_string(&file).ok();
    let Some(sessions) = &parts.sessions else { return Ok(None) };
    let secret = sessions.first_link(hub, kept.as_deref()).await?;
    match &secret {
        Some(secret) if kept.as_deref() != Some(secret) => write_private(&file, secret)?,
        None if kept.is_some() => std::fs::remove_file(&file).map_err(Fail::internal)?,
        _ => {}
    }
    Ok(secret)
}
