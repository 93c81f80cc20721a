//! The built program: as the reader of files, and run as people run it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::postgres::free_port;

/// How long the program may take until it answers: a first start fills the data folder.
const START_TIME: Duration = Duration::from_secs(60);

/// The built `strong-cities`: `TEST_PROGRAM`, or the one beside the test's own executable.
///
/// # Panics
/// When it is not built.
pub fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TEST_PROGRAM") {
        return named.into();
    }
    let own = std::env::current_exe().expect("the test's own executable");
    let found = own.ancestors().skip(1).map(|folder| folder.join("strong-cities")).find(|path| path.is_file());
    found
        .unwrap_or_else(|| panic!("strong-cities is not built; run `cargo build -p app` first (cargo xtask test does)"))
}

/// The program, serving. Killed when dropped.
#[derive(Debug)]
pub struct Running {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Running {
    /// Serves this data folder with these settings in its environment, and waits until it is ready.
    ///
    /// # Panics
    /// When it is not ready in time.
    pub async fn serve(data: &Path, environment: &[(&str, &str)]) -> Running {
        Running::serve_limited(data, environment, None).await
    }

    /// The same where no file may grow beyond so many blocks of 1024 bytes: to the program, a full
    /// disk.
    ///
    /// # Panics
    /// When it is not ready in time.
    pub async fn serve_limited(data: &Path, environment: &[(&str, &str)], blocks: Option<u32>) -> Running {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port().expect("a port")));
        let log = std::fs::File::options().create(true).append(true).open(data.with_extension("log")).expect("a log");
        let mut command = Command::new("bash");
        // The signal is ignored, as an error of the write is what a full disk gives.
        let limit = blocks.map_or_else(String::new, |blocks| format!("trap '' XFSZ; ulimit -f {blocks}; "));
        command.arg("-c").arg(format!("{limit}exec \"$0\" \"$@\"")).arg(program());
        command.arg("serve").arg("--data").arg(data).arg("--listen").arg(address.to_string());
        // The tests' own settings are not the program's.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HUB_")) {
            command.env_remove(name);
        }
        command.envs(environment.iter().copied()).env("HUB_LOG", "warn");
        command.env("HUB_SECOND_STEP_ROLES", "[]");
        command.stdin(Stdio::null()).stdout(log.try_clone().expect("a log")).stderr(log);
        let child = command.spawn().expect("the program starts");
        let mut running = Running { child, address };
        running.wait_until_ready(data).await;
        running
    }

    async fn wait_until_ready(&mut self, data: &Path) {
        let begun = Instant::now();
        while begun.elapsed() < START_TIME {
            let answer = crate::http().get(format!("http://{}/health/ready", self.address)).send().await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return;
            }
            let log = || std::fs::read_to_string(data.with_extension("log")).unwrap_or_default();
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("the program ended at once ({status}): {}", log());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the program is not ready");
    }

    /// A browser for it.
    pub fn visitor(&self) -> Client {
        Client::new(&format!("http://{}", self.address))
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would: `kill -9`.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks it to stop (SIGTERM) and waits; was that a success?
    pub fn stop(mut self) -> bool {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        asked.is_ok_and(|status| status.success()) && self.child.wait().is_ok_and(|status| status.success())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
