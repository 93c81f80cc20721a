//! Two hundred who guess at once, and those who read meanwhile.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{Attacked, Effort, from, guess};
use crate::Result;
use crate::client::Connection;
use crate::figures::{Table, millis, percentile, say};

/// Who guess at once.
const AT_ONCE: usize = 200;
/// After so long whoever was turned away comes again, sooner than they are told.
const AGAIN: Duration = Duration::from_secs(1);
/// From one page of a reader to the next.
const READS: Duration = Duration::from_millis(20);
/// From one look at the memory to the next.
const LOOKS: Duration = Duration::from_millis(5);
/// Where the guesses come from.
const PLACES: usize = 5 << 20;
/// How long the program rests before its memory is looked at.
const REST: Duration = Duration::from_secs(3);

/// How many were answered how.
#[derive(Default)]
struct Answers {
    checked: AtomicUsize,
    busy: AtomicUsize,
    too_many: AtomicUsize,
    other: AtomicUsize,
}

/// What is read while nobody guesses, and while everybody does.
struct Readers {
    home: Vec<Duration>,
    signed_in: Vec<Duration>,
}

/// Measures it.
pub fn tables(attacked: &Attacked, effort: &Effort) -> Result<Vec<Table>> {
    let Effort { rounds, seconds, .. } = effort;
    say("sign-in: two hundred at once");
    thread::sleep(REST);
    let rest = attacked.program.memory()?;
    let (answers, next) = (Answers::default(), AtomicUsize::new(0));
    let (mut quiet, mut loud) = (Readers::none(), Readers::none());
    let mut peak = rest;
    for _ in 0..*rounds {
        quiet.add(Readers::read(attacked, *seconds)?);
        let enough = AtomicBool::new(false);
        thread::scope(|scope| -> Result<()> {
            let guessing: Vec<_> = (0..AT_ONCE)
                .map(|_| scope.spawn(|| guesses(attacked, &next, &enough, &answers).map_err(|error| error.to_string())))
                .collect();
            let memory = scope.spawn(|| highest(attacked, &enough));
            let read = Readers::read(attacked, *seconds);
            enough.store(true, Ordering::SeqCst);
            peak = peak.max(memory.join().map_err(|_| "nobody looked at the memory")??);
            for guesser in guessing {
                guesser.join().map_err(|_| "a guesser fell over")??;
            }
            loud.add(read?);
            Ok(())
        })?;
    }
    thread::sleep(REST);
    let after = attacked.program.memory()?;

    let title = format!(
        "{AT_ONCE} who guess at once for {rounds} times {seconds} s, each guess from another place; pages meanwhile (milliseconds)"
    );
    let mut pages = Table::new("pages", title, &["quiet p50", "quiet p95", "p50", "p95", "x p95"]);
    for (name, quiet, loud) in
        [("home", &quiet.home, &loud.home), ("home, signed in", &quiet.signed_in, &loud.signed_in)]
    {
        let [p50, p95] = [50, 95].map(|percent| millis(percentile(quiet, percent)));
        let [under50, under95] = [50, 95].map(|percent| millis(percentile(loud, percent)));
        pages.row(name, [p50, p95, under50, under95, under95 / p95].map(Some));
    }
    pages.note(
        "A page is asked for every 20 ms; who was turned away guesses again after a second. Aim: x p95 within 2.",
    );

    let title = "The same: anonymous memory (RssAnon, megabytes), and how they were answered";
    let columns = ["at rest", "highest", "after", "checked", "503", "429", "other", "checked /s"];
    let mut memory = Table::new("memory", title, &columns);
    let count = |own: &AtomicUsize| own.load(Ordering::SeqCst) as f64;
    let checked = count(&answers.checked);
    let counts = [checked, count(&answers.busy), count(&answers.too_many), count(&answers.other)];
    let rate = checked / (*rounds as f64 * *seconds as f64);
    memory.row("the hub", [rest, peak, after].into_iter().chain(counts).chain([rate]).map(Some));
    memory.note("A check of a password takes 19 MiB while it lasts.");
    Ok(vec![pages, memory])
}

/// Guesses until it is enough: passwords of people, and of addresses that nobody has.
fn guesses(attacked: &Attacked, next: &AtomicUsize, enough: &AtomicBool, answers: &Answers) -> Result<()> {
    let mut connection = Connection::open(attacked.program.address)?;
    while !enough.load(Ordering::SeqCst) {
        let number = next.fetch_add(1, Ordering::SeqCst);
        let email = match number % 2 {
            0 => attacked.people[number / 2 % attacked.people.len()].clone(),
            _ => format!("somebody{number}@city.example"),
        };
        let answer = connection.post("/en/sign-in", &from(PLACES + number), &guess(&email))?;
        let (count, waits) = match answer.status {
            422 => (&answers.checked, false),
            503 => (&answers.busy, true),
            429 => (&answers.too_many, true),
            _ => (&answers.other, true),
        };
        count.fetch_add(1, Ordering::SeqCst);
        if waits {
            thread::sleep(AGAIN);
        }
    }
    Ok(())
}

/// The most memory that is seen.
fn highest(attacked: &Attacked, enough: &AtomicBool) -> std::result::Result<f64, String> {
    let mut highest: f64 = 0.0;
    while !enough.load(Ordering::SeqCst) {
        highest = highest.max(attacked.program.memory().map_err(|error| error.to_string())?);
        thread::sleep(LOOKS);
    }
    Ok(highest)
}

impl Readers {
    fn none() -> Readers {
        Readers { home: Vec::new(), signed_in: Vec::new() }
    }

    fn add(&mut self, more: Readers) {
        self.home.extend(more.home);
        self.signed_in.extend(more.signed_in);
    }

    /// Somebody reads for so long, and somebody who is signed in, for whom each page is made.
    fn read(attacked: &Attacked, seconds: u64) -> Result<Readers> {
        let cookie = format!("Cookie: hub_session={}\r\n", attacked.session);
        let (home, signed_in) = thread::scope(|scope| {
            let home = scope.spawn(|| reads(attacked, "X-Forwarded-For: 192.0.2.1\r\n", seconds));
            let own = format!("X-Forwarded-For: 192.0.2.2\r\n{cookie}");
            let signed_in = scope.spawn(move || reads(attacked, &own, seconds));
            (home.join(), signed_in.join())
        });
        let read = |joined: thread::Result<std::result::Result<Vec<Duration>, String>>| -> Result<Vec<Duration>> {
            Ok(joined.map_err(|_| "a reader fell over")??)
        };
        Ok(Readers { home: read(home)?, signed_in: read(signed_in)? })
    }
}

fn reads(attacked: &Attacked, headers: &str, seconds: u64) -> std::result::Result<Vec<Duration>, String> {
    let mut connection = Connection::open(attacked.program.address).map_err(|error| error.to_string())?;
    let (begun, mut times) = (Instant::now(), Vec::new());
    while begun.elapsed() < Duration::from_secs(seconds) {
        let asked = Instant::now();
        connection.page("/en/", headers).map_err(|error| error.to_string())?;
        times.push(asked.elapsed());
        thread::sleep(READS);
    }
    Ok(times)
}
