//! A real hub in this process: opened and served as the program does it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use base::{Lang, SystemClock};
use people::{Newcomer, RoleGrant};
use server::{Opened, Settings};
use store::{Db, params};
use tempfile::TempDir;
use testkit::{CITY, Client, PASSWORD};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use web::Hub;

use crate::Result;

/// Work that the first data ask for: it would go on while something else is measured.
const FIRST_JOBS: [&str; 2] = ["library.guides", "cities.load-places"];

/// From one look whether work is done to the next.
const LOOK: Duration = Duration::from_millis(50);
/// After so long what was changed is in the index.
const GATHERED: Duration = Duration::from_secs(3);

/// A hub of its own, on SQLite, in a folder that goes with it.
pub struct RealHub {
    /// The hub.
    pub hub: Hub,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it runs on: as many threads as the program would have.
    pub runtime: Runtime,
    _folder: TempDir,
    waiting: Option<(Opened, TcpListener, Settings)>,
    serving: Option<(oneshot::Sender<()>, JoinHandle<base::Result<()>>)>,
}

impl RealHub {
    /// Opens one with the network's first data. It answers once it is served.
    pub fn open() -> Result<RealHub> {
        let runtime = Runtime::new()?;
        let folder = tempfile::tempdir()?;
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
        let address = listener.local_addr()?;
        let settings = Settings {
            data: folder.path().join("data"),
            listen: address,
            reader_program: Some(testkit::program()),
            second_step_roles: Vec::new(),
            ..Settings::default()
        };
        let opened = runtime.block_on(async {
            let opened = server::open(&settings, Arc::new(SystemClock), &app::features()).await?;
            let tx = opened.hub.db.begin().await?;
            for kind in FIRST_JOBS {
                tx.exec("DELETE FROM jobs WHERE kind = $1", params![kind]).await?;
            }
            tx.commit().await?;
            // From here on the index has a cursor: the follower goes on from it and builds nothing anew.
            opened.follower.catch_up().await?;
            Ok::<_, base::Fail>(opened)
        })?;
        let hub = opened.hub.clone();
        let waiting = Some((opened, listener, settings));
        Ok(RealHub { hub, address, runtime, _folder: folder, waiting, serving: None })
    }

    /// Serves it, with its workers and its follower.
    pub fn serve(&mut self) {
        if let Some((opened, listener, settings)) = self.waiting.take() {
            let (stop, stopped) = oneshot::channel();
            let server = self.runtime.spawn(async move {
                let stopped = async {
                    let _ = stopped.await;
                };
                server::serve(opened, listener, &settings, stopped).await
            });
            self.serving = Some((stop, server));
        }
    }

    /// Waits until what the first data ask for is done, and indexed: it would go on while something else is measured.
    pub fn rest(&self) -> Result<()> {
        const DUE: &str = "SELECT COUNT(*) AS n FROM jobs WHERE dead = FALSE AND run_at <= $1";
        self.runtime.block_on(async {
            loop {
                let due = self.hub.db.read().raw(DUE, params![self.hub.now()]).await?;
                let due: i64 = due.first().map_or(Ok(0), |row| row.get("n"))?;
                if due == 0 {
                    break;
                }
                tokio::time::sleep(LOOK).await;
            }
            // The follower gathers what changes.
            tokio::time::sleep(GATHERED).await;
            Ok(())
        })
    }

    /// Stops it and waits until it has.
    pub fn stop(mut self) -> Result<()> {
        if let Some((stop, server)) = self.serving.take() {
            let _ = stop.send(());
            self.runtime.block_on(server)??;
        }
        Ok(())
    }
}

/// The browser of somebody new who leads [`CITY`] of the hub with this database, at this address.
pub async fn city_lead(db: &Db, address: SocketAddr) -> Result<Client> {
    let secret = invited(db, "Example lead", "lead@example.org", "city-lead").await?;
    let client = Client::new(&format!("http://{address}"));
    client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.leads_to("/en/");
    Ok(client)
}

/// The secret of a link with which somebody new sets a password, who has this role for [`CITY`].
pub async fn invited(db: &Db, name: &str, email: &str, role: &str) -> Result<String> {
    let newcomer = Newcomer { name: name.to_owned(), email: email.to_owned(), lang: Lang::EN };
    let grant =
        RoleGrant { role: role.to_owned(), city: CITY.to_owned(), region: String::new(), organisation: String::new() };
    Ok(people::actions::manage::add(db, &newcomer, &grant).await?)
}
