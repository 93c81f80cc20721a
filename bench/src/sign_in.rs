//! Signing in under attack: whether the time of an answer tells who has an account, and what two hundred who guess at once take from
//! everybody else. The program as it is shipped, behind a proxy: each try says that it comes from another place.

mod guesses;
mod times;

use std::path::Path;
use std::sync::Arc;

use base::SystemClock;
use store::Db;
use testkit::{Client, PASSWORD};
use tokio::runtime::Runtime;

use crate::figures::{Section, say};
use crate::program::Program;
use crate::start::{database, until_idle};
use crate::{Result, hub};

/// Tries for one address: after so many e-mails in an hour nothing is sent to it, and nothing said.
const EACH: usize = 3;

/// How much is measured.
struct Effort {
    pairs: usize,
    rounds: usize,
    seconds: u64,
}

/// A hub with people, and where the next try comes from.
struct Attacked {
    program: Program,
    people: Vec<String>,
    /// The session of somebody who reads.
    session: String,
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let effort = match quick {
        true => Effort { pairs: 60, rounds: 1, seconds: 4 },
        false => Effort { pairs: 300, rounds: 3, seconds: 10 },
    };
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let attacked = begin(&data, effort.pairs.div_ceil(EACH))?;
    let mut tables = vec![times::table(&attacked, effort.pairs)?];
    tables.extend(guesses::tables(&attacked, &effort)?);
    attacked.program.stop()?;
    Ok(Section::new("sign-in", tables))
}

/// A hub with so many people who have a password.
fn begin(data: &Path, people: usize) -> Result<Attacked> {
    say(&format!("sign-in: a hub with {people} people"));
    let runtime = Runtime::new()?;
    let program = Program::hub_with(data, &[("HUB_BEHIND_PROXY", "true")])?;
    runtime.block_on(until_idle(data))?;
    let (people, session) = runtime.block_on(async {
        let db = Db::open(&database(data), Arc::new(SystemClock)).await?;
        let lead = hub::city_lead(&db, program.address).await?;
        let mut known = Vec::new();
        for number in 0..people {
            let email = format!("known{number}@city.example");
            let secret = hub::invited(&db, "Example person", &email, "practitioner").await?;
            let client = Client::new(&format!("http://{}", program.address));
            client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.leads_to("/en/");
            known.push(email);
        }
        db.close().await;
        Ok::<_, crate::Failure>((known, lead.session().ok_or("the lead has no session")?))
    })?;
    runtime.block_on(until_idle(data))?;
    Ok(Attacked { program, people, session })
}

/// The header of somebody at this place: of 16 million, none of which asked before.
fn from(place: usize) -> String {
    let [_, a, b, c] = u32::try_from(place).unwrap_or(u32::MAX).to_be_bytes();
    format!("X-Forwarded-For: 10.{a}.{b}.{c}\r\n")
}

/// A form with a password that nobody has.
fn guess(email: &str) -> String {
    format!("email={}&password=not+the+password+of+anybody", email.replace('@', "%40"))
}
