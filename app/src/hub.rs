//! Opening a hub: data folder, network, database, files, index, letters; the first data.

use std::path::Path;
use std::sync::Arc;

use base::{Clock, Fail, Result};
use blobs::{Blobs, S3Settings};
use extract::Extractor;
use find::Index;
use mail::{Mailer, Smtp};
use network::Network;
use store::{Db, Worker};
use web::{Hub, HubBuilder};

use crate::features;
use crate::follow::Follower;
use crate::settings::Settings;

/// The hidden command with which the program starts itself to read a file, locked in.
pub const READER: &str = "read-one-file";

/// A hub that is ready to serve.
pub struct Opened {
    /// The hub.
    pub hub: Hub,
    /// Keeps the search index up to date.
    pub follower: Follower,
    /// Does jobs.
    pub worker: Arc<Worker>,
    /// The secret of the first administrator's link, while there is no administrator.
    pub first_link: Option<String>,
}

/// Opens the hub, brings its tables up to date, and fills it if it is empty.
///
/// # Errors
/// A sentence for the operator.
pub async fn open(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Opened> {
    let data = &settings.data;
    let (db, network) = open_data(settings, clock).await?;
    let blobs = open_blobs(settings).await?;
    let index = Arc::new(Index::open(&data.join("index")).map_err(|error| {
        Fail::Unavailable(format!(
            "the search index cannot be opened ({error}); is another program using this data folder?"
        ))
    })?);
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
    let parts = features::parts();
    let hub = HubBuilder {
        db,
        blobs,
        index,
        extractor,
        mailer,
        network,
        settings: web::Settings {
            public_url: settings.address(),
            upload_bytes: settings.upload_mb * 1_000_000,
            demo: settings.demo,
            behind_proxy: settings.behind_proxy,
            count_statements: settings.count_statements,
            data: data.clone(),
        },
        parts,
        words: features::words(),
    }
    .build()?;
    let first_link = first_link(&hub).await?;
    let worker = Arc::new(Worker::new(hub.db.clone(), node_name(data)?, features::handlers(&hub)));
    Ok(Opened { follower: Follower::new(hub.clone()), hub, worker, first_link })
}

/// Opens the database and the network's folder, brings the tables up to date, and fills an empty
/// hub: what every command needs.
pub async fn open_data(settings: &Settings, clock: Arc<dyn Clock>) -> Result<(Db, Network)> {
    let data = &settings.data;
    std::fs::create_dir_all(data)
        .map_err(|error| Fail::Unavailable(format!("the data folder {} cannot be made: {error}", data.display())))?;
    let network = open_network(data)?;
    let db = Db::open(&settings.database(), clock).await?;
    store::migrate(&db, features::migrations()).await?;
    cities::fill_empty_hub(&db, &network, &[library::GUIDES]).await?;
    Ok((db, network))
}

/// Opens the file store.
pub async fn open_blobs(settings: &Settings) -> Result<Blobs> {
    let folder = settings.data.join("blobs");
    let Some(bucket) = &settings.s3_bucket else { return Blobs::on_disk(&folder).await };
    let s3 = S3Settings {
        bucket: bucket.clone(),
        region: settings.s3_region.clone(),
        endpoint: settings.s3_endpoint.clone(),
        key: settings.s3_key.clone().unwrap_or_default(),
        secret: settings.s3_secret.clone().unwrap_or_default(),
    };
    Blobs::on_s3(&s3, &folder).await
}

/// The program itself: `/proc/self/exe` outlives an upgrade that replaces the file.
fn reader_program(settings: &Settings) -> std::path::PathBuf {
    settings.reader_program.clone().unwrap_or_else(|| "/proc/self/exe".into())
}

/// The network's folder within the data folder; written with what the program carries when new.
fn open_network(data: &Path) -> Result<Network> {
    let folder = data.join("network");
    if !folder.exists() {
        network::write_default(&folder)?;
    }
    Network::load(&folder)
}

/// The first administrator's link. Its secret is kept in a file that only the operator can read, so
/// that a second start shows the same one; the file goes when there is an administrator.
async fn first_link(hub: &Hub) -> Result<Option<String>> {
    let file = hub.settings.data.join("first-administrator");
    let kept = std::fs::read_to_string(&file).ok();
    let secret = people::first_link(&hub.db, kept.as_deref()).await?;
    match &secret {
        Some(secret) if kept.as_deref() != Some(secret) => write_private(&file, secret)?,
        None if kept.is_some() => std::fs::remove_file(&file).map_err(Fail::internal)?,
        _ => {}
    }
    Ok(secret)
}

fn write_private(file: &Path, text: &str) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let _ = std::fs::remove_file(file);
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(Fail::internal)?;
    file.write_all(text.as_bytes()).map_err(Fail::internal)
}

/// This node's name, the same after a restart: whatever it held when it was killed is its own.
fn node_name(data: &Path) -> Result<String> {
    let file = data.join("node");
    if let Ok(name) = std::fs::read_to_string(&file) {
        return Ok(name.trim().to_owned());
    }
    let name = base::secret::new_secret()[..16].to_owned();
    std::fs::write(&file, &name).map_err(Fail::internal)?;
    Ok(name)
}
