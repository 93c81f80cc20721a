//! A server in a process of its own: how long it takes to be ready, and how much memory it holds.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use testkit::postgres::free_port;

use crate::Result;

/// How long a start may take: a first one fills the data folder.
const START_TIME: Duration = Duration::from_secs(60);

/// A running server. Killed when dropped.
pub struct Program {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first `200` of `/health/ready`.
    pub ready: Duration,
}

impl Program {
    /// The built hub on this data folder.
    pub fn hub(data: &Path) -> Result<Program> {
        Program::hub_with(data, &[])
    }

    /// The same with these settings in its environment.
    pub fn hub_with(data: &Path, settings: &[(&str, &str)]) -> Result<Program> {
        let address = free_address()?;
        let mut command = Command::new(testkit::program());
        command.arg("--data").arg(data).args(["--listen", &address.to_string(), "serve"]);
        // What is set around us is not meant for it.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HUB_")) {
            command.env_remove(name);
        }
        command.env("HUB_LOG", "warn");
        command.env("HUB_SECOND_STEP_ROLES", "[]").envs(settings.iter().copied());
        Program::start(command, address)
    }

    /// This program as a bare server.
    pub fn bare() -> Result<Program> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args([crate::bare::COMMAND, &address.to_string()]);
        Program::start(command, address)
    }

    fn start(mut command: Command, address: SocketAddr) -> Result<Program> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit());
        let begun = Instant::now();
        let mut child = command.spawn()?;
        loop {
            if is_ready(address) {
                return Ok(Program { child, address, ready: begun.elapsed() });
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended at once: {status}").into());
            }
            if begun.elapsed() > START_TIME {
                let _ = child.kill();
                let _ = child.wait();
                return Err("the server is not ready in time".into());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Megabytes of anonymous memory: what files that are mapped take is the system's to give and to take.
    pub fn memory(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).ok_or("no RssAnon")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) -> Result<()> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        if asked.success() && self.child.wait()?.success() { Ok(()) } else { Err("the server did not stop".into()) }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> Result<SocketAddr> {
    Ok(SocketAddr::from(([127, 0, 0, 1], free_port()?)))
}

fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let request = format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_end(&mut answer).is_ok()
        && answer.starts_with(b"HTTP/1.1 200")
}
