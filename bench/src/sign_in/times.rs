//! The time of an answer to an address that has an account, beside that to one that has none: in turns, the first of a pair the second of
//! the next.

use std::time::Instant;

use super::{Attacked, EACH, from, guess};
use crate::Result;
use crate::client::Connection;
use crate::figures::{Table, median, millis, say};
use crate::statistics::compare;

/// Pairs before those that count.
const WARM: usize = 10;

/// Two kinds of addresses at one form.
struct Asked<'a> {
    path: &'static str,
    /// What is sent for an address.
    form: fn(&str) -> String,
    /// The answer that both get.
    status: u16,
    first: &'a dyn Fn(usize) -> String,
    second: &'a dyn Fn(usize) -> String,
    /// Where the first of them comes from.
    places: usize,
}

/// Measures signing in with a wrong password, the same between addresses that nobody has, and a forgotten password.
pub fn table(attacked: &Attacked, pairs: usize) -> Result<Table> {
    let title = format!(
        "The time of an answer (milliseconds, medians): an address with an account beside one without, {pairs} pairs in turns, each from another place"
    );
    let columns = ["first", "second", "ratio", "first > second", "p", "widest gap", "p of it"];
    let mut table = Table::new("times", title, &columns);
    let known = |number: usize| attacked.people[number / EACH % attacked.people.len()].clone();
    let unknown = |number: usize| format!("unknown{}@city.example", number / EACH);
    let nobody = |number: usize| format!("nobody{}@city.example", number / EACH);
    let forgotten = |email: &str| format!("email={}", email.replace('@', "%40"));
    let rows = [
        (
            "a wrong password: known, unknown",
            Asked { path: "/en/sign-in", form: guess, status: 422, first: &known, second: &unknown, places: 1 << 20 },
        ),
        (
            "a wrong password: unknown, unknown",
            Asked { path: "/en/sign-in", form: guess, status: 422, first: &unknown, second: &nobody, places: 2 << 20 },
        ),
        (
            "a forgotten password: known, unknown",
            Asked {
                path: "/en/forgotten",
                form: forgotten,
                status: 303,
                first: &known,
                second: &unknown,
                places: 3 << 20,
            },
        ),
    ];
    for (name, asked) in rows {
        say(&format!("sign-in: {name}"));
        let (first, second) = asked.times(attacked, pairs)?;
        let found = compare(&first, &second);
        let (one, other) = (median(&first), median(&second));
        let cells = [one, other, one / other, found.above, found.p_above, found.gap, found.p_gap];
        table.row(name, cells.map(Some));
    }
    table.note("first > second: how often one of the first takes longer than one of the second, of all that can be paired (Mann and Whitney): 0.5 where nothing is told; p: the chance of such a share, or a farther one, where nothing is.");
    table.note("widest gap: between both distributions (Kolmogorov and Smirnov), and its chance. The second row is what chance does on this machine.");
    Ok(table)
}

impl Asked<'_> {
    /// Milliseconds of both.
    fn times(&self, attacked: &Attacked, pairs: usize) -> Result<(Vec<f64>, Vec<f64>)> {
        let mut connection = Connection::open(attacked.program.address)?;
        let mut place = self.places;
        let mut ask = |connection: &mut Connection, email: &str| -> Result<f64> {
            place += 1;
            let begun = Instant::now();
            let answer = connection.post(self.path, &from(place), &(self.form)(email))?;
            let took = millis(begun.elapsed());
            if answer.status == self.status { Ok(took) } else { Err(format!("{email}: {}", answer.status).into()) }
        };
        for number in 0..WARM {
            ask(&mut connection, &format!("warm{number}@city.example"))?;
        }
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for number in 0..pairs {
            let (one, other) = ((self.first)(number), (self.second)(number));
            if number % 2 == 0 {
                first.push(ask(&mut connection, &one)?);
                second.push(ask(&mut connection, &other)?);
            } else {
                second.push(ask(&mut connection, &other)?);
                first.push(ask(&mut connection, &one)?);
            }
        }
        Ok((first, second))
    }
}
