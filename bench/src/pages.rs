//! Pages beside a handler that has their bytes already, asked by `wrk`.
//!
//! The handler is axum in this same process, on another port, so both are served by the same two threads. They are
//! measured in turns, because a shared machine is not as fast in every second.

mod answers;
pub mod mix;
mod writes;
mod wrk;

use std::net::SocketAddr;
use std::time::Duration;

use base::DocumentId;
use tokio::net::TcpListener;

use crate::Result;
use crate::bare::{self, Answers, Finished};
use crate::client::Connection;
use crate::corpus::{Corpus, Document};
use crate::figures::{Section, Table, median, say};
use crate::fill::fill;
use crate::hub::{RealHub, city_lead};
use crate::pages::writes::{Work, Writes};
use crate::pages::wrk::{Load, Wrk};

/// How much is measured.
struct Effort {
    documents: usize,
    queries: usize,
    rounds: usize,
    seconds: u64,
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let effort = if quick {
        Effort { documents: 1_000, queries: 60, rounds: 3, seconds: 2 }
    } else {
        Effort { documents: 10_000, queries: 300, rounds: 5, seconds: 6 }
    };
    say("pages: a hub is filled");
    let (real, work) = filled(&effort)?;
    let addresses = mix::addresses(&mut Connection::open(real.address)?)?;
    let peer = peer(&real, &addresses, "")?;
    let mut table = table(&effort, addresses.len());
    let mix = Load { addresses: &addresses, headers: "" };
    say("pages: the mix");
    turns(&real, mix, &peer, None, &effort)?.into_row(&mut table, "the mix, nothing written");
    say("pages: the mix, with writes");
    turns(&real, mix, &peer, Some(&work), &effort)?.into_row(&mut table, "the mix, with writes");
    say("pages: signed in");
    let document = [format!("/en/library/{}", work.document)];
    let session = work.lead.session().ok_or("the lead has no session")?;
    let headers = format!("Cookie: hub_session={session}\r\n");
    let peer = self::peer(&real, &document, &headers)?;
    let load = Load { addresses: &document, headers: &headers };
    turns(&real, load, &peer, None, &effort)?.into_row(&mut table, "a document's page, signed in");
    say("pages: answers");
    let answers = answers::table(&real, &session, effort.queries, effort.documents)?;
    real.stop()?;
    Ok(Section::new("pages", vec![table, answers]))
}

/// A hub with documents, served, and somebody who will work there.
fn filled(effort: &Effort) -> Result<(RealHub, Work)> {
    let corpus = Corpus::new()?;
    let documents: Vec<Document> = corpus.documents(effort.documents).collect();
    let mut real = RealHub::open()?;
    let ids = real.runtime.block_on(fill(&real.hub, &documents))?.ids;
    real.serve();
    let lead = real.runtime.block_on(city_lead(&real.hub.db, real.address))?;
    let of_the_city = |document: &Document| {
        document.access == "public" && document.city.is_some_and(|city| city.slug == testkit::CITY)
    };
    let own = documents.iter().zip(ids).find(|(document, _)| of_the_city(document));
    let (own, id) = own.ok_or("no document of the city")?;
    let themes = own.themes.iter().map(|slug| (*slug).to_owned()).collect();
    Ok((real, Work { lead, document: DocumentId(id), themes }))
}

fn table(effort: &Effort, addresses: usize) -> Table {
    let Effort { documents, rounds, seconds, .. } = effort;
    let title = format!(
        "Pages a second: {addresses} addresses of a hub with {documents} documents, {rounds} rounds of {seconds} s each, in turns with a bare handler that has the same bytes (medians)"
    );
    let mut table =
        Table::new("throughput", title, &["hub /s", "bare /s", "hub/bare", "hub us", "bare us", "kB", "writes"]);
    table.note("us: microseconds of processor time that the serving process takes for each answer, its system calls and, for the hub, its writes included.");
    table.note("writes: a city's lead changes the city's profile and a document's metadata in turns, about two a second, through the forms; workers and follower are at work. Nothing is written while the bare handler is measured.");
    table.note("Aim: the mix with writes at half of the bare handler's requests or more.");
    table
}

/// The bare handler with the hub's answers.
struct Peer {
    address: SocketAddr,
    mean_bytes: f64,
}

fn peer(real: &RealHub, addresses: &[String], headers: &str) -> Result<Peer> {
    let mut connection = Connection::open(real.address)?;
    let mut answers = Answers::new();
    for address in addresses {
        answers.insert(address.clone(), Finished::of(connection.page(address, headers)?)?);
    }
    let mean_bytes = answers.values().map(Finished::len).sum::<usize>() as f64 / answers.len() as f64;
    let listener = real.runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
    let address = listener.local_addr()?;
    real.runtime.spawn(async move { axum::serve(listener, bare::router(answers)).await });
    Ok(Peer { address, mean_bytes })
}

/// Medians of the rounds.
struct Measured {
    hub: wrk::Rate,
    bare: wrk::Rate,
    kilobytes: f64,
    writes: Option<f64>,
}

fn turns(real: &RealHub, load: Load, peer: &Peer, writing: Option<&Work>, effort: &Effort) -> Result<Measured> {
    let length = Duration::from_secs(effort.seconds);
    let wrk = Wrk::new(&load, length)?;
    let (mut hub, mut bare, mut writes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..effort.rounds {
        let writer = writing.map(|work| Writes::begin(&real.runtime, work.clone()));
        hub.push(wrk.run(real.address)?);
        if let Some(writer) = writer {
            writes += writer.end(&real.runtime)?;
        }
        bare.push(wrk.run(peer.address)?);
    }
    let middle = |rates: &[wrk::Rate]| wrk::Rate {
        per_second: median(&rates.iter().map(|rate| rate.per_second).collect::<Vec<_>>()),
        micros: median(&rates.iter().map(|rate| rate.micros).collect::<Vec<_>>()),
    };
    Ok(Measured {
        hub: middle(&hub),
        bare: middle(&bare),
        kilobytes: peer.mean_bytes / 1e3,
        writes: writing.map(|_| f64::from(writes)),
    })
}

impl Measured {
    fn into_row(self, table: &mut Table, name: &str) {
        let Measured { hub, bare, kilobytes, writes } = self;
        let ratio = hub.per_second / bare.per_second;
        let cells = [hub.per_second, bare.per_second, ratio, hub.micros, bare.micros, kilobytes];
        table.row(name, cells.map(Some).into_iter().chain([writes]));
    }
}
