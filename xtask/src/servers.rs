//! The servers that tests talk with, on ports of their own. Each ends with this process: it reads
//! its standard input, which is ours.

use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use testkit::postgres::{Postgres, free_port};

use crate::run::{say, scratch};

/// How long a server may take to listen.
const START_TIME: Duration = Duration::from_secs(60);

/// Runs a command until its standard input is closed.
const KEEPER: &str = r#""$@" </dev/null & server=$!; cat >/dev/null; kill "$server"; wait "$server""#;

/// A process that ends with this one.
struct Server {
    keeper: Child,
}

impl Server {
    fn start(program: &Path, arguments: &[&str], port: u16, log: &Path) -> Result<Server, String> {
        let log = std::fs::File::create(log).map_err(|error| error.to_string())?;
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "keeper"]).arg(program).args(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(log.try_clone().map_err(|error| error.to_string())?)
            .stderr(log)
            .process_group(0);
        let mut server = Server { keeper: command.spawn().map_err(|error| format!("{}: {error}", program.display()))? };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if begun.elapsed() > START_TIME || server.keeper.try_wait().is_ok_and(|status| status.is_some()) {
                return Err(format!("{} does not listen on port {port}", program.display()));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// All of them, and how tests find them.
pub(crate) struct Servers {
    /// Variables for the tests' environment.
    pub(crate) environment: Vec<(&'static str, String)>,
    _postgres: Postgres,
    _others: Vec<Server>,
}

impl Servers {
    /// Starts them.
    pub(crate) fn start(python: &Path) -> Result<Servers, String> {
        say("starting a throw-away PostgreSQL server, an SMTP sink and an S3 server");
        let postgres = Postgres::start()?;
        let folder = scratch("test-servers")?;
        let letters = fresh(&folder.join("letters"))?;
        let (smtp, s3) = (free_port()?, free_port()?);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers/smtp_sink.py");
        let (script, letters_text) = (script.to_string_lossy().into_owned(), letters.to_string_lossy().into_owned());
        let smtp_server = Server::start(
            &python.join("python"),
            &[&script, &smtp.to_string(), &letters_text],
            smtp,
            &folder.join("smtp.log"),
        )?;
        let s3_server = Server::start(
            &python.join("moto_server"),
            &["-H", "127.0.0.1", "-p", &s3.to_string()],
            s3,
            &folder.join("s3.log"),
        )?;
        let environment = vec![
            ("HUB_TEST_POSTGRES", postgres.url().to_owned()),
            ("TEST_SMTP", format!("127.0.0.1:{smtp}")),
            ("TEST_SMTP_FOLDER", letters_text),
            ("TEST_S3", format!("http://127.0.0.1:{s3}")),
        ];
        for (name, value) in &environment {
            println!("{name}={value}");
        }
        Ok(Servers { environment, _postgres: postgres, _others: vec![smtp_server, s3_server] })
    }
}

fn fresh(folder: &Path) -> Result<PathBuf, String> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.to_owned())
}
