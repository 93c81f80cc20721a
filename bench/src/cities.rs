//! Pages about cities, made anew for each request, in a network of 20,000 cities beside the same network with the cities
//! that it has today. One connection, one request after the other.

use std::time::{Duration, Instant};

use base::Lang;
use store::Db;

use crate::Result;
use crate::client::Connection;
use crate::figures::{Section, Table, millis, percentile, say};
use crate::hub::{RealHub, city_lead};

/// Cities of a network far larger than any today.
const MANY: u32 = 20_000;
/// Pages about many cities.
const MANY_PAGES: [&str; 6] =
    ["/", "/cities", "/cities?sort=population", "/cities?q=town", "/regions/europe", "/regions/western-balkans"];
/// Requests before those that count: the program's first ones find nothing warm.
const WARM: usize = 20;

/// How long some pages took, and how large they are.
struct Asked {
    times: Vec<Duration>,
    bytes: usize,
}

/// What is measured of one size of network: pages of cities, and pages about many.
struct Measured {
    city: Asked,
    many: Asked,
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let (cities, rounds) = if quick { (60, 3) } else { (300, 20) };
    let mut real = RealHub::open()?;
    real.serve();
    let lead = real.runtime.block_on(city_lead(&real.hub.db, real.address))?;
    let cookie = format!("Cookie: hub_session={}\r\n", lead.session().ok_or("the lead has no session")?);
    let one = |real: &RealHub| -> Result<Measured> {
        let pages = real.runtime.block_on(pages_of_cities(&real.hub.db, WARM + cities))?;
        let many: Vec<String> =
            Lang::SHIPPED.iter().flat_map(|lang| MANY_PAGES.map(|path| format!("/{lang}{path}"))).collect();
        let many: Vec<String> = std::iter::repeat_n(many, rounds).flatten().collect();
        Ok(Measured { city: ask(real, &pages, "")?, many: ask(real, &many, &cookie)? })
    };
    say("cities: as many as the network has");
    let today = one(&real)?;
    say(&format!("cities: {MANY}"));
    real.runtime.block_on(testkit::many_cities(&real.hub.db, MANY));
    let later = one(&real)?;
    real.stop()?;
    let columns = ["p50", "p95", "slowest", "x p50", "x p95", "kB"];
    let title = format!("Pages of {MANY} cities beside those of today, one request after the other (milliseconds)");
    let mut table = Table::new("pages", title, &columns);
    row(&mut table, "a city, asked for the first time, today", &today.city, &today.city);
    row(&mut table, &format!("the same of {MANY}"), &later.city, &today.city);
    row(&mut table, "home, list and regions, signed in, today", &today.many, &today.many);
    row(&mut table, &format!("the same of {MANY}"), &later.many, &today.many);
    table.note("x: times what it takes with the cities of today. Nothing is kept: a page of a city is asked for once, and pages for whoever is signed in are made for each request.");
    table.note("Aim: a city's page under 15 ms.");
    Ok(Section::new("cities", vec![table]))
}

/// So many addresses of cities, from all of them, each once.
async fn pages_of_cities(db: &Db, count: usize) -> Result<Vec<String>> {
    let rows = db.read().raw("SELECT slug FROM cities ORDER BY id", Vec::new()).await?;
    let slugs = rows.iter().map(|row| row.get("slug")).collect::<base::Result<Vec<String>>>()?;
    let all: Vec<String> =
        slugs.iter().flat_map(|slug| Lang::SHIPPED.map(|lang| format!("/{lang}/cities/{slug}"))).collect();
    Ok(all.iter().step_by((all.len() / count).max(1)).take(count).cloned().collect())
}

fn ask(real: &RealHub, addresses: &[String], headers: &str) -> Result<Asked> {
    let mut connection = Connection::open(real.address)?;
    let mut asked = Asked { times: Vec::new(), bytes: 0 };
    for (at, address) in addresses.iter().enumerate() {
        let begun = Instant::now();
        let page = connection.page(address, headers)?;
        if at >= WARM {
            asked.times.push(begun.elapsed());
            asked.bytes += page.body.len();
        }
    }
    Ok(asked)
}

fn row(table: &mut Table, name: &str, asked: &Asked, beside: &Asked) {
    let of = |asked: &Asked, percent| millis(percentile(&asked.times, percent));
    let [p50, p95, slowest] = [50, 95, 100].map(|percent| of(asked, percent));
    let kilobytes = asked.bytes as f64 / asked.times.len() as f64 / 1e3;
    let cells = [p50, p95, slowest, p50 / of(beside, 50), p95 / of(beside, 95), kilobytes];
    table.row(name, cells.map(Some));
}
