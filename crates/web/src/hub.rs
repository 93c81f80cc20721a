//! The hub: everything that a request or a job may need, in one cheap handle.

use std::net::SocketAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use base::{Clock, Lang, Time};
use blobs::Blobs;
use bytes::Bytes;
use extract::Extractor;
use find::Index;
use keys::Keys;
use mail::Mailer;
use network::Network;
use outgoing::Outgoing;
use sha2::{Digest, Sha256};
use store::{Act, Db, Way};

use crate::cache::PageCache;
use crate::dev::current;
use crate::gzip::{Effort, gzip};
use crate::links::Link;
use crate::shared::Shared;
use crate::translated::Translated;
use crate::words::Words;
use crate::work::Work;

/// What the operator sets and a request needs to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address under which people reach the hub, without a slash at the end. Links in letters
    /// and canonical addresses are made from it, never from a request's `Host`.
    pub public_url: String,
    /// The address that is listened on.
    pub listen: SocketAddr,
    /// Bytes of one uploaded file at most.
    pub upload_bytes: u64,
    /// Bytes that the files of one city's documents may fill.
    pub city_bytes: u64,
    /// Roles, by their codes, that rest until whoever holds them has set up a second step of signing in.
    pub second_step_roles: Vec<String>,
    /// Hours for which the owner of a second step can stop the team from taking it away; 0 for none.
    pub second_step_wait: u32,
    /// The address to which the digest of the record is sent.
    pub record_mail_to: Option<String>,
    /// The demonstration: every page says so.
    pub demo: bool,
    /// The `X-Forwarded-For` of the request can be believed: a proxy of ours writes it.
    pub behind_proxy: bool,
    /// Answers say how many SQL statements they took (tests, benches).
    pub count_statements: bool,
    /// The data folder.
    pub data: PathBuf,
}

/// Style sheet and script with the hash that is part of their address.
#[derive(Debug)]
pub struct Assets {
    /// The style sheet, with this network's colours.
    pub css: String,
    /// The same, compressed.
    pub css_gzip: Bytes,
    /// Its address.
    pub css_path: String,
    /// The script.
    pub js: &'static str,
    /// The same, compressed.
    pub js_gzip: Bytes,
    /// Its address.
    pub js_path: String,
}

impl Assets {
    fn new(network: &Network) -> Assets {
        let tokens = |colours: &std::collections::BTreeMap<String, String>| {
            colours.iter().map(|(name, colour)| format!("--{name}:{colour};")).collect::<String>()
        };
        let mut css = look::STYLES.map(|(path, text)| current(path, text)).concat();
        let js = current(look::SCRIPT.0, look::SCRIPT.1);
        let (day, night) = (tokens(&network.settings.colours), tokens(&network.settings.colours_dark));
        if !day.is_empty() || !night.is_empty() {
            css.push_str(&format!(
                ":root{{{day}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{night}}}}}"
            ));
        }
        css.push_str(current(look::PRINT.0, look::PRINT.1));
        let short = |text: &str| base::secret::hex(&Sha256::digest(text)[..6]);
        Assets {
            css_path: format!("/assets/hub-{}.css", short(&css)),
            js_path: format!("/assets/hub-{}.js", short(js)),
            css_gzip: gzip(css.as_bytes(), Effort::Much).unwrap_or_default().into(),
            js_gzip: gzip(js.as_bytes(), Effort::Much).unwrap_or_default().into(),
            css,
            js,
        }
    }
}

/// What a hub is made of.
pub struct HubBuilder {
    /// The database.
    pub db: Db,
    /// The files.
    pub blobs: Blobs,
    /// The search index.
    pub index: Arc<Index>,
    /// Reads files, locked in.
    pub extractor: Extractor,
    /// The way out for letters.
    pub mailer: Mailer,
    /// The way out to whatever is asked over the web.
    pub outgoing: Outgoing,
    /// The master key: seals and signs.
    pub keys: Keys,
    /// What is particular to this network.
    pub network: Network,
    /// What the operator sets.
    pub settings: Settings,
    /// What stands in menus, in each place in the order in which features offer it.
    pub links: Vec<Link>,
    /// Kinds of things whose words are translated.
    pub translated: Vec<Translated>,
    /// Kinds of notices in the order in which people choose, with the ways of each.
    pub notices: Vec<(&'static str, &'static [Way])>,
    /// What may stand on the record.
    pub acts: Vec<Act>,
    /// The words of the ground and of all features, `(language, Fluent text)`.
    pub words: Vec<(Lang, &'static str)>,
}

/// The inside of [`Hub`].
pub struct Inner {
    /// The database.
    pub db: Db,
    /// The files.
    pub blobs: Blobs,
    /// The search index.
    pub index: Arc<Index>,
    /// Reads files, locked in.
    pub extractor: Extractor,
    /// The way out for letters.
    pub mailer: Mailer,
    /// The way out to whatever is asked over the web.
    pub outgoing: Outgoing,
    /// The master key: seals and signs.
    pub keys: Keys,
    /// What is particular to this network.
    pub network: Network,
    /// What the operator sets.
    pub settings: Settings,
    /// What stands in menus.
    pub links: Vec<Link>,
    /// Kinds of things whose words are translated.
    pub translated: Vec<Translated>,
    /// Kinds of notices, and the ways in which people choose to be told of each.
    pub notices: Vec<(&'static str, &'static [Way])>,
    /// What may stand on the record.
    pub acts: Vec<Act>,
    /// Who tried too often, as this node remembers it.
    pub guard: store::Guard,
    /// All words.
    pub words: Words,
    /// Style sheet and script.
    pub assets: Assets,
    /// Finished public pages.
    pub cache: Arc<PageCache>,
    /// What is made of many rows for all readers.
    pub(crate) shared: Shared,
    /// When readiness was last looked at, and what stood against it.
    pub seen: tokio::sync::Mutex<Option<(std::time::Instant, Vec<String>)>>,
    /// What is done at once.
    pub work: Work,
}

/// The hub. Cheap to clone.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

impl Deref for Hub {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl HubBuilder {
    /// Puts the hub together.
    ///
    /// # Errors
    /// When a words file cannot be read (the network's own may be wrong).
    pub fn build(self) -> base::Result<Hub> {
        let words = Words::new(&self.network, &self.words)?;
        let cache = Arc::new(PageCache::default());
        let stale = cache.clone();
        self.db.on_commit(move |topics| stale.outdated(topics));
        Ok(Hub(Arc::new(Inner {
            assets: Assets::new(&self.network),
            db: self.db,
            blobs: self.blobs,
            index: self.index,
            extractor: self.extractor,
            mailer: self.mailer,
            outgoing: self.outgoing,
            keys: self.keys,
            network: self.network,
            settings: self.settings,
            links: self.links,
            translated: self.translated,
            notices: self.notices,
            acts: self.acts,
            guard: store::Guard::default(),
            words,
            cache,
            shared: Shared::default(),
            seen: tokio::sync::Mutex::default(),
            work: Work::default(),
        })))
    }
}

impl Inner {
    /// Kinds of notices for which people choose, with the ways that each has.
    pub fn optional_notices(&self) -> impl Iterator<Item = (&'static str, &'static [Way])> {
        self.notices.iter().filter(|(_, ways)| !ways.is_empty()).copied()
    }

    /// What `make` reads from the rows of this topic, one of each type: it is kept until the topic is outdated, as finished
    /// pages are. It must be the same for every reader, and nothing but public.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub async fn shared<T>(&self, topic: &str, make: impl Future<Output = base::Result<T>>) -> base::Result<Arc<T>>
    where
        T: Send + Sync + 'static,
    {
        self.shared.holding(&self.cache, topic, make).await
    }

    /// Now.
    pub fn now(&self) -> Time {
        self.db.clock().now()
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        self.db.clock()
    }

    /// The full address of a page: `/en/cities` and the like.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }

    /// Served over HTTPS: cookies are marked so.
    pub fn is_https(&self) -> bool {
        self.settings.public_url.starts_with("https://")
    }
}
