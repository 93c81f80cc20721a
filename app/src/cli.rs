//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use base::{Fail, Result, SystemClock};
use clap::builder::{NonEmptyStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::features::features;
use crate::say::say;
pub use server::READER;
use server::{Opened, Settings, open, serve, told_to_stop};

mod check;
mod import;
mod master_key;
mod reindex;
pub(crate) mod sentences;
mod user;

/// Runs a network of cities: the public site, the members' hub and the back office.
///
/// Without a command it serves. The first start makes the data folder, fills it with the network's
/// first data, and prints a link with which the first administrator sets up an account.
#[derive(Parser)]
#[command(
    name = "strong-cities",
    version,
    after_help = "Settings: hub.toml, then HUB_… in the environment, then flags. See docs/running.md."
)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Args, Clone)]
struct Common {
    /// The data folder [default: hub-data]
    #[arg(long, value_name = "DIR", global = true, value_parser = NonEmptyStringValueParser::new().map(PathBuf::from))]
    data: Option<PathBuf>,
    /// The address to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR", global = true)]
    listen: Option<SocketAddr>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the hub (the default)
    Serve,
    /// Serve a separate hub full of invented people and documents, to try everything in a minute
    Demo,
    /// People with accounts
    #[command(subcommand)]
    User(user::User),
    /// The library
    #[command(subcommand)]
    Library(import::Library),
    /// The key that seals what must be read again
    #[command(subcommand)]
    MasterKey(master_key::MasterKey),
    /// Build the search index anew
    Reindex,
    /// Look whether everything is as it should be, and whether the record is what was sealed
    Check(check::Check),
}

/// The program, from its arguments to its exit code.
pub fn main() -> ExitCode {
    // Database, letters and files are the operator's alone, also in a folder that others can look into.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    raise_handles();
    if let Err(fail) = begin_log() {
        return failed(&fail);
    }
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&Fail::internal(error)),
    };
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => failed(&fail),
    }
}

/// Each connection takes a file handle, and systems give few until they are asked for more.
fn raise_handles() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let now = getrlimit(Resource::Nofile);
    let _ = setrlimit(Resource::Nofile, Rlimit { current: now.maximum, maximum: now.maximum });
}

/// The log goes to the standard error: as text, or as one JSON object a line.
fn begin_log() -> Result<()> {
    // Segments that are no longer there when their merge ends are warned of, and are no mistake.
    let usual = "info,tantivy=warn,tantivy::indexer::segment_manager=error,tokio_postgres=warn";
    let filter = tracing_subscriber::EnvFilter::try_from_env("HUB_LOG").unwrap_or_else(|_| usual.into());
    // A log that cannot be written (its disk is full) ends nothing else: to say so it would panic.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false);
    match std::env::var("HUB_LOG_FORMAT").as_deref() {
        Err(_) | Ok("" | "text") => log.with_target(false).init(),
        Ok("json") => log.json().flatten_event(true).init(),
        Ok(other) => {
            return Err(Fail::Unavailable(format!(
                "`HUB_LOG_FORMAT` is `{other}`; it can be `text` (also where it is not set) or `json`"
            )));
        }
    }
    Ok(())
}

fn failed(fail: &Fail) -> ExitCode {
    let text = match fail {
        Fail::Unavailable(reason) => reason.clone(),
        other => other.to_string(),
    };
    crate::say::trouble(format_args!("strong-cities: {text}"));
    ExitCode::FAILURE
}

async fn run(cli: Cli) -> Result<()> {
    if let Some(Command::Demo) = cli.command {
        return crate::demo::run(cli.common.data, cli.common.listen).await;
    }
    let settings = Settings::read(cli.common.data.as_deref(), cli.common.listen)?;
    if !matches!(cli.command, Some(Command::User(_) | Command::Check(_))) {
        refuse_demonstration(&settings)?;
    }
    match cli.command {
        None | Some(Command::Serve) => start(&settings).await,
        Some(Command::User(command)) => user::run(command, &settings).await,
        Some(Command::Library(command)) => import::run(command, &settings).await,
        Some(Command::MasterKey(command)) => master_key::run(command, &settings).await,
        Some(Command::Reindex) => reindex::run(&settings).await,
        Some(Command::Check(asked)) => check::run(asked, &settings).await,
        Some(Command::Demo) => Ok(()),
    }
}

/// A demonstration is served by its own command only: to this machine, and marked as one.
fn refuse_demonstration(settings: &Settings) -> Result<()> {
    if !crate::demo::is_in(&settings.data) {
        return Ok(());
    }
    Err(Fail::Unavailable(format!(
        "`{0}` holds a demonstration: `strong-cities demo --data {0}` serves it",
        settings.data.display()
    )))
}

async fn start(settings: &Settings) -> Result<()> {
    let opened = open(settings, Arc::new(SystemClock), &features()).await?;
    let listener = crate::listen::listen(settings).await?;
    greet(settings, &opened);
    serve(opened, listener, settings, told_to_stop()).await
}

fn greet(settings: &Settings, opened: &Opened) {
    say!(
        "{} is open at {}",
        opened.hub.network.settings.hub_name.get(opened.hub.network.languages[0]),
        settings.address()
    );
    if let Some(secret) = &opened.first_link {
        say!(
            "\nNobody administers it yet. Set up the first administrator here (once, within 7 days):\n{}",
            link(&opened.hub, secret)
        );
    }
}

/// The full address of a link.
fn link(hub: &web::Hub, secret: &str) -> String {
    hub.address(&format!("/{}/links/{secret}", hub.network.languages[0]))
}
