//! `wrk`, which asks as fast as it is answered.

use std::fmt::Write;
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::Result;

/// Connections that ask at once.
const CONNECTIONS: usize = 16;

/// What is asked.
#[derive(Clone, Copy)]
pub struct Load<'a> {
    /// One after the other, over and over.
    pub addresses: &'a [String],
    /// More headers, each ending with `\r\n`.
    pub headers: &'a str,
}

/// How fast it went.
#[derive(Clone, Copy)]
pub struct Rate {
    /// Answers a second.
    pub per_second: f64,
    /// Microseconds of this process's processor time for each.
    pub micros: f64,
}

/// A load that is ready to run.
pub struct Wrk {
    folder: TempDir,
    headers: Vec<String>,
    length: Duration,
    script: String,
}

/// Goes through the addresses; says at the end what came of it. Requests are written once where they can be: wrk shall
/// take as little as possible of what both sides run on.
const SCRIPT: &str = r#"
local ready, number = {}, 0
function init(args)
  for place, address in ipairs(addresses) do ready[place] = wrk.format("GET", address) end
end
function request()
  number = number + 1
  return ready[(number - 1) % #ready + 1]
end
function done(summary, latency, requests)
  local errors = summary.errors
  local wrong = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("\nresult %d %d %d\n", summary.requests, summary.duration, wrong))
end
"#;

impl Wrk {
    /// For this load.
    pub fn new(load: &Load, length: Duration) -> Result<Wrk> {
        let mut script = "local addresses = {\n".to_owned();
        for address in load.addresses {
            writeln!(script, "  {address:?},")?;
        }
        script.push_str("}\n");
        let headers = load.headers.split_terminator("\r\n").chain(["Accept-Encoding: gzip"]);
        Ok(Wrk { folder: tempfile::tempdir()?, headers: headers.map(str::to_owned).collect(), length, script })
    }

    /// Runs it against this server of this process.
    pub fn run(&self, address: SocketAddr) -> Result<Rate> {
        let file = self.folder.path().join("load.lua");
        std::fs::write(&file, format!("{}{SCRIPT}", self.script))?;
        let mut command = Command::new("wrk");
        command.args(["-t1", "-c", &CONNECTIONS.to_string(), "-d", &format!("{}s", self.length.as_secs())]);
        self.headers.iter().for_each(|header| {
            command.args(["-H", header]);
        });
        command.arg("-s").arg(&file).arg(format!("http://{address}"));
        let before = processor_time()?;
        let output = command.output().map_err(|error| format!("wrk (`apt-get install wrk` brings it): {error}"))?;
        let spent = processor_time()? - before;
        let text = String::from_utf8_lossy(&output.stdout);
        let result = text.lines().find_map(|line| line.strip_prefix("result "));
        let result = result.ok_or_else(|| format!("wrk: {text}{}", String::from_utf8_lossy(&output.stderr)))?;
        let numbers = result.split(' ').map(str::parse).collect::<std::result::Result<Vec<f64>, _>>()?;
        let [answers, micros, wrong] = numbers[..] else { return Err(format!("wrk: {result}").into()) };
        if wrong > 0.0 {
            return Err(format!("{wrong} of {answers} answers were errors").into());
        }
        Ok(Rate { per_second: answers / micros * 1e6, micros: spent.as_micros() as f64 / answers })
    }
}

/// What this process has taken so far, its system calls included.
fn processor_time() -> Result<Duration> {
    /// Ticks of this file in a second, on every Linux.
    const TICKS: u64 = 100;
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name, in brackets, may hold spaces.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: u64 = fields.get(11..13).ok_or("no times")?.iter().map(|ticks| ticks.parse().unwrap_or(0)).sum();
    Ok(Duration::from_millis(ticks * 1_000 / TICKS))
}
