//! A throw-away PostgreSQL server from Debian's programs. It ends with the process that started it,
//! however that ends.

use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to answer for the first time.
const START_TIME: Duration = Duration::from_secs(60);
/// Debian's user without rights: `initdb` refuses to work for root.
const NOBODY: u32 = 65_534;

/// Makes a cluster, serves it, and waits until its standard input is closed, which happens at the
/// latest when the process at the other end is gone. Nothing is written safely: it is thrown away.
const SCRIPT: &str = r#"
set -eu
"$1/initdb" -D "$2/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 >"$2/initdb.log" 2>&1
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses=127.0.0.1 -c port="$3" -c max_connections=400 \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c max_wal_size=4GB >"$2/server.log" 2>&1 &
server=$!
cat >/dev/null || true
kill -INT "$server"
wait "$server" || true
rm -rf "$2/data" "$2"/*.log
"#;

/// A running server.
#[derive(Debug)]
pub struct Postgres {
    keeper: Child,
    folder: PathBuf,
    url: String,
}

impl Postgres {
    /// Starts one.
    ///
    /// # Errors
    /// A sentence that says what is missing. Tests fail with it: PostgreSQL is never passed over.
    pub fn start() -> Result<Postgres, String> {
        let programs = programs()?;
        let folder = std::env::temp_dir().join(format!("hub-postgres-{}-{}", std::process::id(), free_port()?));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let port = free_port()?;
        let mut command = if is_root() {
            chown(&folder, Some(NOBODY), Some(NOBODY)).map_err(|error| format!("{}: {error}", folder.display()))?;
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        let keeper = command
            .args(["-c", SCRIPT, "postgres-keeper"])
            .arg(&programs)
            .arg(&folder)
            .arg(port.to_string())
            .env("LC_ALL", "C.UTF-8")
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A Ctrl-C in the terminal reaches only us; the server ends because we do.
            .process_group(0)
            .spawn()
            .map_err(|error| format!("the PostgreSQL server cannot be started: {error}"))?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut server = Postgres { keeper, folder, url };
        server.wait_until_ready(&programs, port)?;
        Ok(server)
    }

    /// `postgres://…/postgres`, as its superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&mut self, programs: &Path, port: u16) -> Result<(), String> {
        let begun = Instant::now();
        while begun.elapsed() < START_TIME {
            let answer = Command::new(programs.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()])
                .status();
            if answer.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.keeper.try_wait() {
                return Err(format!("the PostgreSQL server ended at once ({status}): {}", self.logs()));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("the PostgreSQL server does not answer: {}", self.logs()))
    }

    fn logs(&self) -> String {
        ["initdb.log", "server.log"]
            .iter()
            .filter_map(|name| std::fs::read_to_string(self.folder.join(name)).ok())
            .collect()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Closing its input ends it.
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The newest of Debian's folders with PostgreSQL's server programs.
fn programs() -> Result<PathBuf, String> {
    let missing = "PostgreSQL's server is not installed; `apt-get install postgresql` brings it";
    let versions = std::fs::read_dir("/usr/lib/postgresql").map_err(|_| missing.to_owned())?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs.join("initdb").exists().then_some((version, programs))
        })
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs).ok_or_else(|| missing.to_owned())
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|data| data.uid() == 0)
}

/// A port that is free now.
///
/// # Errors
/// When this machine gives none.
pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}
