//! How soon the program is ready, how much memory it holds, how large it is.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base::SystemClock;
use store::Db;
use testkit::Upload;
use tokio::runtime::Runtime;

use crate::client::Connection;
use crate::figures::{Section, Table, median, millis, say};
use crate::program::Program;
use crate::{Result, hub, pages, reading};

/// Starts of each, one after the other.
const STARTS: usize = 7;
/// How long the work of a first start may take.
const FIRST_WORK: Duration = Duration::from_secs(300);
/// How long a program rests before its memory is looked at.
const REST: Duration = Duration::from_secs(3);
/// Files sent before the memory is looked at for the last time.
const UPLOADS: usize = 12;

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    say("a first start, until its work is done: the gazetteer, the guides");
    let first = Program::hub(&data)?;
    let first_ready = first.ready;
    runtime.block_on(until_idle(&data))?;
    std::thread::sleep(REST);
    let first_memory = first.memory()?;
    first.stop()?;

    let starts = if quick { 3 } else { STARTS };
    say(&format!("{starts} starts"));
    let (mut hub, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..starts {
        let program = Program::hub(&data)?;
        hub.push(millis(program.ready));
        program.stop()?;
        bare.push(millis(Program::bare()?.ready));
    }
    let mut ready = Table::new(
        "ready",
        format!("From the start to the first 200 of /health/ready (second start, {starts} of each, milliseconds)"),
        &["median", "fastest", "slowest"],
    );
    for (name, times) in [("the hub", &hub), ("a bare axum server", &bare)] {
        let fastest = times.iter().copied().reduce(f64::min);
        ready.row(name, [Some(median(times)), fastest, times.iter().copied().reduce(f64::max)]);
    }
    ready.row("the hub, first start", [Some(millis(first_ready)), None, None]);
    ready.note("Aim: under 300 ms at the second start.");

    let mut size = Table::new("size", "The program (megabytes)", &["size"]);
    size.row("strong-cities", [Some(std::fs::metadata(testkit::program())?.len() as f64 / 1e6)]);
    let mut memory = memory(&runtime, &data)?;
    memory.row("for comparison: after a first start's work", [Some(first_memory), None]);
    Ok(Section::new("start", vec![ready, memory, size]))
}

fn memory(runtime: &Runtime, data: &Path) -> Result<Table> {
    say("memory");
    let title = "Anonymous memory (RssAnon, megabytes), each after 3 s of rest";
    let mut table = Table::new("memory", title, &["hub", "bare"]);
    let (hub, bare) = (Program::hub(data)?, Program::bare()?);
    std::thread::sleep(REST);
    table.row("ready", [Some(hub.memory()?), Some(bare.memory()?)]);

    let mut connection = Connection::open(hub.address)?;
    let addresses = pages::mix::addresses(&mut connection)?;
    for address in &addresses {
        connection.page(address, "")?;
    }
    std::thread::sleep(REST);
    table.row(format!("{} pages were asked for", addresses.len()), [Some(hub.memory()?), None]);

    let files = reading::files(UPLOADS)?;
    runtime.block_on(async {
        let db = Db::open(&database(data), Arc::new(SystemClock)).await?;
        let lead = hub::city_lead(&db, hub.address).await?;
        db.close().await;
        for file in files {
            lead.uploaded(&Upload::new(&file.title, &file.name, file.bytes)).await;
        }
        until_idle(data).await
    })?;
    std::thread::sleep(REST);
    table.row(format!("{UPLOADS} files were sent and read"), [Some(hub.memory()?), None]);
    table.note("Aim: under 80 MB at rest. Reading a file happens in a process of its own, which is gone.");
    hub.stop()?;
    Ok(table)
}

/// Waits until the hub that serves this folder has no job left.
pub async fn until_idle(data: &Path) -> Result<()> {
    let db = Db::open(&database(data), Arc::new(SystemClock)).await?;
    let begun = Instant::now();
    loop {
        let (waiting, dead) = store::job_counts(&db.read()).await?;
        if dead > 0 {
            return Err("a job failed for good".into());
        }
        if waiting == 0 {
            break;
        }
        if begun.elapsed() > FIRST_WORK {
            return Err(format!("{waiting} jobs are still waiting").into());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    db.close().await;
    // The index follows within a second.
    tokio::time::sleep(Duration::from_secs(2)).await;
    Ok(())
}

/// The database of a data folder.
pub fn database(data: &Path) -> String {
    data.join("hub.db").to_string_lossy().into_owned()
}
