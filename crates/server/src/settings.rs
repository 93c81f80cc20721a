//! Settings: `hub.toml`, then the environment (`HUB_…`), then flags. A wrong one stops the start
//! with a sentence that names it. All are described in `docs/running.md`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::http::Uri;
use base::{Fail, ROLES, Result, RoleKind};
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use outgoing::{Allowed, Unreadable};
use serde::{Deserialize, Serialize};

use crate::connections::Limits;

/// The file of the data folder that says where its hub listens, or did last.
const ADDRESS: &str = "address";

/// What the operator can set.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The data folder.
    pub data: PathBuf,
    /// The address that is listened on.
    pub listen: SocketAddr,
    /// The address under which people reach the hub; that of `listen` when it is not set.
    pub public_url: Option<String>,
    /// `postgres://…`; without it an SQLite file in the data folder.
    pub database_url: Option<String>,
    /// The master key (64 hexadecimal letters; older ones behind it, after commas), where it is not in `master.key` of the data
    /// folder.
    pub master_key: Option<String>,
    /// Megabytes (10⁶ bytes) of one uploaded file at most.
    pub upload_mb: u64,
    /// Gigabytes (10⁹ bytes) that the files of one city's documents may fill.
    pub city_gb: u64,
    /// The sender of letters.
    pub mail_from: String,
    /// `smtp://host:587?tls=required` and the like; without it letters become files in `mail/`.
    pub smtp_url: Option<String>,
    /// The SMTP server's user.
    pub smtp_user: Option<String>,
    /// The SMTP server's password.
    pub smtp_password: Option<String>,
    /// The bucket for files; without it files are in `blobs/`.
    pub s3_bucket: Option<String>,
    /// The bucket's region.
    pub s3_region: String,
    /// The store's address, for other stores than Amazon's.
    pub s3_endpoint: Option<String>,
    /// Access key id.
    pub s3_key: Option<String>,
    /// Secret access key.
    pub s3_secret: Option<String>,
    /// A proxy of ours stands in front and writes `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Read files although the kernel cannot lock the reader in.
    pub allow_unlocked_reader: bool,
    /// The address of `/metrics`; none by default.
    pub metrics_listen: Option<SocketAddr>,
    /// Roles, by their codes, that rest until whoever holds them has set up a second step of signing in.
    pub second_step_roles: Vec<String>,
    /// Hours for which the owner of a second step can stop the team from taking it away.
    pub second_step_wait: u32,
    /// The address to which the digest of the record is sent once a day, so that it is kept off this machine; none by default.
    pub record_mail_to: Option<String>,
    /// Hosts that the hub may ask though they are on the inside, and without `https`: `host`, or `host:port`.
    pub outgoing_allow: Vec<String>,
    /// Jobs done at once.
    pub workers: usize,
    /// Seconds that requests may take to finish once the hub was told to stop.
    pub stop_seconds: u64,
    /// Answers say how many SQL statements they took, and each statement's text is remembered
    /// ([`store::Db::hear_statements`]). For tests.
    pub count_statements: bool,
    /// The demonstration. Set by `strong-cities demo`, never by hand.
    #[serde(skip)]
    pub demo: bool,
    /// The program that reads files, locked in; this program itself when not set. For tests.
    #[serde(skip)]
    pub reader_program: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            data: "hub-data".into(),
            listen: ([127, 0, 0, 1], 8080).into(),
            public_url: None,
            database_url: None,
            master_key: None,
            upload_mb: 50,
            city_gb: 20,
            mail_from: "Hub <hub@localhost.localdomain>".into(),
            smtp_url: None,
            smtp_user: None,
            smtp_password: None,
            s3_bucket: None,
            s3_region: "us-east-1".into(),
            s3_endpoint: None,
            s3_key: None,
            s3_secret: None,
            behind_proxy: false,
            allow_unlocked_reader: false,
            metrics_listen: None,
            second_step_roles: ["administrator", "central-team", "regional-officer"].map(str::to_owned).to_vec(),
            second_step_wait: 24,
            record_mail_to: None,
            outgoing_allow: Vec::new(),
            workers: 2,
            stop_seconds: 20,
            count_statements: false,
            demo: false,
            reader_program: None,
        }
    }
}

impl Settings {
    /// Reads `hub.toml` of the data folder (or of this folder) and the environment; flags win.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn read(data: Option<&Path>, listen: Option<SocketAddr>) -> Result<Settings> {
        check_environment()?;
        let environment = Env::prefixed("HUB_").ignore(&[
            "log",
            "log_format",
            "reader_program",
            "test_postgres",
            "test_templates",
            "dev",
        ]);
        let folder = data.map(Path::to_owned).or_else(|| std::env::var_os("HUB_DATA").map(PathBuf::from));
        let mut figment = Figment::from(Serialized::defaults(Settings::default()))
            .merge(Toml::file("hub.toml"))
            .merge(Toml::file(folder.clone().unwrap_or_else(|| "hub-data".into()).join("hub.toml")))
            .merge(environment);
        if let Some(data) = data {
            figment = figment.merge(("data", data));
        }
        if let Some(listen) = listen {
            figment = figment.merge(("listen", listen));
        }
        let settings: Settings = figment.extract().map_err(|error| {
            let first = error.clone().into_iter().next().unwrap_or(error);
            let name = if first.path.is_empty() { String::new() } else { format!("`{}`: ", first.path.join(".")) };
            let place = first.metadata.as_ref().map(|data| format!(" (in {})", data.name)).unwrap_or_default();
            wrong(format!("{name}{}{place}", first.kind))
        })?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<()> {
        if self.public_url.as_ref().is_some_and(|url| !is_origin(url)) {
            return Err(wrong(
                "`public_url` must be like https://hub.example.org, with nothing behind the host and its port: no slash, no path",
            ));
        }
        if let Some(url) = &self.database_url
            && !url.starts_with("postgres://")
            && !url.starts_with("postgresql://")
        {
            return Err(wrong("`database_url` must begin with postgres://; leave it out for the embedded database"));
        }
        if !(1..=2_000).contains(&self.upload_mb) {
            return Err(wrong("`upload_mb` must be from 1 to 2000"));
        }
        if !(1..=1_000_000).contains(&self.city_gb) {
            return Err(wrong("`city_gb` must be from 1 to 1000000"));
        }
        if !(1..=64).contains(&self.workers) {
            return Err(wrong("`workers` must be from 1 to 64"));
        }
        if self.stop_seconds > 3_600 {
            return Err(wrong("`stop_seconds` must be from 0 to 3600"));
        }
        if let Some(unknown) = self.second_step_roles.iter().find(|role| RoleKind::of(role).is_none()) {
            let all: Vec<&str> = ROLES.iter().map(|kind| kind.code).collect();
            return Err(wrong(format!(
                "`second_step_roles`: there is no role `{unknown}`; there are {}",
                all.join(", ")
            )));
        }
        if self.second_step_wait > 720 {
            return Err(wrong("`second_step_wait` must be from 0 to 720"));
        }
        if self.record_mail_to.as_ref().is_some_and(|address| !mail::is_address(address)) {
            return Err(wrong("`record_mail_to` must be an e-mail address, such as records@example.org"));
        }
        self.outgoing()?;
        if self.s3_bucket.is_some() && (self.s3_key.is_none() || self.s3_secret.is_none()) {
            return Err(wrong("`s3_bucket` needs `s3_key` and `s3_secret` beside it"));
        }
        if self.smtp_user.is_some() != self.smtp_password.is_some() {
            return Err(wrong("`smtp_user` and `smtp_password` go together"));
        }
        Ok(())
    }

    /// What may be asked beside the outside.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub(crate) fn outgoing(&self) -> Result<Vec<Allowed>> {
        let read = |own: &String| own.parse().map_err(|error: Unreadable| wrong(format!("`outgoing_allow`: {error}")));
        self.outgoing_allow.iter().map(read).collect()
    }

    /// What connections may take.
    pub fn limits(&self) -> Limits {
        Limits { finish: Duration::from_secs(self.stop_seconds), behind_proxy: self.behind_proxy, ..Limits::default() }
    }

    /// Where the database is.
    pub fn database(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| self.data.join("hub.db").to_string_lossy().into_owned())
    }

    /// The address under which people reach the hub.
    pub fn address(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// The address for a link that a command prints: that of the hub that serves this data folder,
    /// unless something else is set.
    pub fn link_address(&self) -> String {
        let set = self.public_url.is_some() || self.listen != Settings::default().listen;
        match self.serving().filter(|_| !set) {
            Some(address) => format!("http://{address}"),
            None => self.address(),
        }
    }

    /// Where the hub of this data folder listens, or did last; none before it first served.
    pub fn serving(&self) -> Option<SocketAddr> {
        let text = std::fs::read_to_string(self.data.join(ADDRESS)).ok()?;
        text.trim().strip_prefix("http://")?.parse().ok()
    }

    /// Notes where the hub of this data folder listens, for other commands.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn note_serving(&self, address: SocketAddr) -> Result<()> {
        let file = self.data.join(ADDRESS);
        std::fs::write(&file, format!("http://{address}\n"))
            .map_err(|error| Fail::Unavailable(format!("`{}` cannot be written: {error}", file.display())))
    }
}

/// `https://host` or `https://host:port` and nothing else: links are made by writing a path behind it.
fn is_origin(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    let host = authority.host();
    let port = authority.as_str() == host || authority.port_u16().is_some();
    matches!(scheme, "http" | "https")
        && !host.is_empty()
        && port
        && !url.contains('@')
        && url == format!("{scheme}://{authority}")
}

/// A value that cannot be read would be passed over without a word.
fn check_environment() -> Result<()> {
    let unread = std::env::vars_os()
        .find(|(name, value)| name.to_string_lossy().to_uppercase().starts_with("HUB_") && value.to_str().is_none());
    match unread {
        Some((name, _)) => Err(wrong(format!("`{}` in the environment is not UTF-8", name.to_string_lossy()))),
        None => Ok(()),
    }
}

fn wrong(what: impl Into<String>) -> Fail {
    Fail::Unavailable(format!("a setting cannot be used: {}", what.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_setting_is_named() {
        let folder = std::env::temp_dir().join(format!("settings-{}", base::secret::new_secret()));
        std::fs::create_dir_all(&folder).unwrap();
        for (text, name) in [
            ("upload_mb = 0", "upload_mb"),
            ("stop_seconds = 3601", "stop_seconds"),
            ("listen = \"nowhere\"", "listen"),
            ("public_url = \"hub.example.org/\"", "public_url"),
            ("public_url = \"https://a.org/hub\"", "public_url"),
            ("public_url = \"https://a.org?a=b\"", "public_url"),
            ("public_url = \"https://a.org#a\"", "public_url"),
            ("public_url = \"https://me:secret@a.org\"", "public_url"),
            ("public_url = \"https://a.org:\"", "public_url"),
            ("public_url = \"ftp://a.org\"", "public_url"),
            ("s3_bucket = \"b\"", "s3_bucket"),
            ("colour = \"red\"", "colour"),
            ("database_url = \"mysql://x\"", "database_url"),
            ("second_step_roles = [\"mayor\"]", "mayor"),
            ("second_step_wait = 721", "second_step_wait"),
            ("record_mail_to = \"the archive\"", "record_mail_to"),
            ("outgoing_allow = [\"https://idp.example.org\"]", "outgoing_allow"),
        ] {
            std::fs::write(folder.join("hub.toml"), text).unwrap();
            let error = Settings::read(Some(&folder), None).unwrap_err().to_string();
            assert!(error.contains(name), "{text}: {error}");
        }
        std::fs::write(folder.join("hub.toml"), "upload_mb = 7\nlisten = \"127.0.0.1:9\"").unwrap();
        let settings = Settings::read(Some(&folder), Some(([127, 0, 0, 1], 10).into())).unwrap();
        assert_eq!((settings.upload_mb, settings.listen.port()), (7, 10));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_public_address_is_scheme_host_and_port() {
        for url in
            ["https://a.org", "http://a.org:8080", "https://[::1]:8443", "http://127.0.0.1:1", "https://Hub.a.org"]
        {
            assert!(is_origin(url), "{url}");
        }
        for url in ["", "a.org", "https://", "https://a.org/", "https://a b.org", "HTTPS:a.org", "https://a.org:99999"]
        {
            assert!(!is_origin(url), "{url}");
        }
    }

    #[test]
    fn links_name_the_hub_that_serves_unless_something_else_is_set() {
        let folder = std::env::temp_dir().join(format!("settings-{}", base::secret::new_secret()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut settings = Settings { data: folder.clone(), ..Settings::default() };
        assert_eq!(settings.link_address(), "http://127.0.0.1:8080");
        settings.note_serving(([127, 0, 0, 1], 9000).into()).unwrap();
        assert_eq!(settings.link_address(), "http://127.0.0.1:9000");
        settings.listen = ([127, 0, 0, 1], 7000).into();
        assert_eq!(settings.link_address(), "http://127.0.0.1:7000");
        settings.public_url = Some("https://a.org".into());
        assert_eq!(settings.link_address(), "https://a.org");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
