//! A real hub, served on a port of its own.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use server::connections::Limits;
use server::{Follower, Opened, Settings};
use store::{Engine, EventFollower, Worker};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use web::{Hub, Parts};

use crate::client::{Client, Reply};
use crate::clock::TestClock;
use crate::database::fresh_database;
use crate::mailbox::{LetterRead, letters_in};
use crate::people_of::{PASSWORD, Who};
use crate::program::{Running, program};
use crate::run::features;
use crate::template::{copy, template};

/// Rounds of work after which something goes in a circle.
const ROUNDS: usize = 100;
/// Looks whether the index has followed, with [`PAUSE`] between them, before that is called hopeless.
const LOOKS: usize = 1_200;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(25);

/// Work on something before the start.
type Before<T> = Box<dyn FnOnce(&mut T) + Send>;

/// How a hub is to begin.
pub struct Setup {
    engine: Engine,
    empty: bool,
    prepare: Option<Before<PathBuf>>,
    change: Option<Before<Settings>>,
    narrow: Option<Before<Limits>>,
}

impl Setup {
    /// As every hub begins: filled with the network's first data, without the guides and the
    /// gazetteer.
    pub fn new(engine: Engine) -> Setup {
        Setup { engine, empty: false, prepare: None, change: None, narrow: None }
    }

    /// From an empty folder and an empty database, with all that a first start does.
    pub fn empty(mut self) -> Setup {
        self.empty = true;
        self
    }

    /// Changes the data folder before the start.
    pub fn prepare(mut self, work: impl FnOnce(&Path) + Send + 'static) -> Setup {
        self.prepare = Some(Box::new(move |data| work(data)));
        self
    }

    /// Changes the settings before the start.
    pub fn settings(mut self, work: impl FnOnce(&mut Settings) + Send + 'static) -> Setup {
        self.change = Some(Box::new(work));
        self
    }

    /// Changes what connections may take: a test has no minute to wait for a slow one.
    pub fn limits(mut self, work: impl FnOnce(&mut Limits) + Send + 'static) -> Setup {
        self.narrow = Some(Box::new(work));
        self
    }

    /// Only the data folder, for the program itself to serve; on SQLite.
    pub async fn folder(self) -> Prepared {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        copy(template(Engine::Sqlite).await.folder(), &data);
        Prepared { data, _folder: folder }
    }

    /// Starts it.
    pub async fn start(self) -> TestHub {
        let folder = tempfile::tempdir().expect("a folder");
        let mut data = folder.path().join("data");
        let database = if self.empty {
            std::fs::create_dir_all(&data).expect("a folder");
            if self.engine == Engine::Postgres { Some(fresh_database(None).await) } else { None }
        } else {
            let filled = template(self.engine).await;
            copy(filled.folder(), &data);
            match &filled.database {
                Some(of) => Some(fresh_database(Some(of)).await),
                None => None,
            }
        };
        if let Some(prepare) = self.prepare {
            prepare(&mut data);
        }
        let mut settings = Settings {
            data,
            database_url: database,
            count_statements: true,
            reader_program: Some(program()),
            // Else nobody of the team could do anything before they have connected an app.
            second_step_roles: Vec::new(),
            ..Settings::default()
        };
        if let Some(change) = self.change {
            change(&mut settings);
        }
        let mut limits = settings.limits();
        if let Some(narrow) = self.narrow {
            narrow(&mut limits);
        }
        TestHub::open(self.engine, settings, limits, folder, Arc::new(TestClock::after_start(60_000))).await
    }
}

/// The data of a hub that was stopped.
pub struct Stopped {
    /// As it was served.
    pub settings: Settings,
    _folder: TempDir,
}

/// A filled data folder that no hub serves yet.
pub struct Prepared {
    /// The data folder.
    pub data: PathBuf,
    _folder: TempDir,
}

impl Prepared {
    /// Makes the city's lead on the command line and signs them in.
    ///
    /// # Panics
    /// When the command does not answer with a link.
    pub async fn sign_in(&self, hub: &Running) -> Client {
        let (role, city, _) = Who::CityLead.role();
        let output = Command::new(program())
            .env_remove("HUB_TEST_POSTGRES")
            .args([
                "user",
                "add",
                &Who::CityLead.email(),
                "--name",
                "Example lead",
                "--role",
                role,
                "--city",
                city,
                "--data",
            ])
            .arg(&self.data)
            .output()
            .expect("the program runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let link = text.trim().rsplit("/en/links/").next().unwrap_or_default().to_owned();
        assert!(output.status.success() && link.len() == 64, "{text}{}", String::from_utf8_lossy(&output.stderr));
        let client = hub.visitor();
        client.post(&format!("/en/links/{link}"), &[("password", PASSWORD)]).await.leads_to("/en/");
        client
    }

    /// The same person's browser at another start of the program (another port).
    pub fn browser(&self, hub: &Running, before: &Client) -> Client {
        let client = hub.visitor();
        client.set_cookie("hub_session", &before.session().expect("a session"));
        client
    }
}

/// A hub that a test owns. Its workers stand still: [`TestHub::settle`] lets them work.
pub struct TestHub {
    /// The hub.
    pub hub: Hub,
    /// What its features offer to each other.
    pub parts: Arc<Parts>,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its engine.
    pub engine: Engine,
    /// What it was opened with.
    pub settings: Settings,
    /// The secret of the first administrator's link, while there is none.
    pub first_link: Option<String>,
    /// Where it listens.
    pub address: SocketAddr,
    /// Does its jobs.
    pub worker: Arc<Worker>,
    pub(crate) made: Mutex<HashSet<Who>>,
    follower: Follower,
    events: Vec<EventFollower>,
    folder: TempDir,
    server: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

impl TestHub {
    /// A hub with the network's first data.
    pub async fn start(engine: Engine) -> TestHub {
        Setup::new(engine).start().await
    }

    async fn open(
        engine: Engine,
        mut settings: Settings,
        limits: Limits,
        folder: TempDir,
        clock: Arc<TestClock>,
    ) -> TestHub {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        settings.listen = address;
        let opened = server::open(&settings, clock.clone(), &features()).await;
        let opened = opened.unwrap_or_else(|fail| panic!("the hub opens: {fail}"));
        let Opened { hub, parts, follower, events, worker, routes, first_link } = opened;
        let worker = Arc::new(worker);
        worker.take_back().await.expect("jobs of the last start");
        // As the program serves: with all its limits.
        let router = web::serve::router(&hub, &parts, routes);
        let (stop, stopped) = watch::channel(false);
        let server = tokio::spawn(server::connections::serve(listener, router, limits, stopped));
        TestHub {
            hub,
            parts,
            clock,
            engine,
            settings,
            first_link,
            address,
            worker,
            made: Mutex::default(),
            follower,
            events,
            folder,
            server,
            stop,
        }
    }

    /// Another node of the same hub, on PostgreSQL: with its own folder, index and kept pages.
    pub async fn beside(&self) -> TestHub {
        let (database, key) = (self.settings.database_url.clone(), self.settings.data.join("master.key"));
        let with_key = move |data: &Path| {
            std::fs::copy(&key, data.join("master.key")).expect("all nodes have the same key");
        };
        Setup::new(Engine::Postgres).empty().prepare(with_key).settings(|own| own.database_url = database).start().await
    }

    /// Follows what changes, as the program does, until what is answered is sent or dropped.
    pub fn keep_following(&self) -> watch::Sender<bool> {
        let (stop, stopped) = watch::channel(false);
        let follower = Follower::new(self.hub.clone(), self.parts.clone());
        tokio::spawn(async move { follower.run(stopped).await });
        stop
    }

    /// A round of tidying up.
    ///
    /// # Errors
    /// As `server::tidy_up`.
    pub async fn tidy_up(&self) -> base::Result<()> {
        server::tidy_up(&self.hub, &self.parts).await
    }

    /// Stops it; its data stay.
    pub async fn stop(self) -> Stopped {
        let TestHub { hub, settings, worker, follower, events, folder, server, stop, .. } = self;
        let _ = stop.send(true);
        server.await.expect("the server ends");
        hub.db.close().await;
        drop((hub, worker, follower, events));
        Stopped { settings, _folder: folder }
    }

    /// Stops it and starts it again on the same data, a second later.
    pub async fn restart(self) -> TestHub {
        let TestHub { hub, clock, engine, settings, worker, follower, events, folder, server, stop, made, .. } = self;
        let _ = stop.send(true);
        server.await.expect("the server ends");
        hub.db.close().await;
        drop((hub, worker, follower, events));
        clock.jump(TimeDelta::seconds(1));
        let limits = settings.limits();
        let hub = TestHub::open(engine, settings, limits, folder, clock).await;
        TestHub { made, ..hub }
    }

    /// Does all work that is due, has events followed and brings the index up to date, until nothing is left.
    ///
    /// # Panics
    /// When there is no end to it.
    pub async fn settle(&self) {
        for _ in 0..ROUNDS {
            let done = self.worker.drain().await.expect("jobs are done");
            self.follow().await;
            if self.follow_events().await + done == 0 {
                return;
            }
        }
        panic!("there is always another job");
    }

    /// Brings the index up to date, without doing jobs.
    ///
    /// # Panics
    /// When it does not come there: transactions of other tests, which it waits for on PostgreSQL, are short.
    pub async fn follow(&self) {
        for _ in 0..LOOKS {
            self.follower.catch_up().await.expect("the index follows");
            if self.follower.is_level().await.expect("what is ahead") {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the index does not follow");
    }

    /// Has events followed, without doing jobs; answers how many.
    ///
    /// # Panics
    /// When it does not come to the end, as above.
    pub async fn follow_events(&self) -> usize {
        let mut taken = 0;
        for follower in &self.events {
            for look in 0.. {
                taken += follower.catch_up().await.expect("events are followed");
                if follower.is_level().await.expect("what is ahead") {
                    break;
                }
                assert!(look < LOOKS, "events are not followed");
                tokio::time::sleep(PAUSE).await;
            }
        }
        taken
    }

    /// A browser in which nobody is signed in.
    pub fn visitor(&self) -> Client {
        Client::new(&format!("http://{}", self.address))
    }

    /// The time of a form that somebody has read for ten seconds, as it stands in the form.
    pub fn sealed(&self) -> String {
        web::guard::sealed(&self.hub, self.hub.now() - TimeDelta::seconds(10))
    }

    /// Sends a form that anybody may send, as somebody does who has read it.
    pub async fn write_to(&self, client: &Client, path: &str, fields: &[(&str, &str)]) -> Reply {
        let sealed = self.sealed();
        let fields: Vec<_> = fields.iter().copied().chain([("sealed", &*sealed)]).collect();
        client.post(path, &fields).await
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.settings.data.clone()
    }

    /// All letters so far, after the work that is due.
    pub async fn letters(&self) -> Vec<LetterRead> {
        self.settle().await;
        letters_in(&self.settings.data.join("mail"))
    }

    /// A number from the database, called `n`; 0 without a row.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn number(&self, sql: &str) -> i64 {
        // In the test's own words, with values in them: no statement of a hub.
        let rows = self.hub.db.read().raw_in_own_words(sql, Vec::new()).await.expect("a number");
        rows.first().map_or(0, |row| row.get("n").expect("a number"))
    }
}
