//! Functions that ask for the word whose key they take: those that everything goes through. Which ones pass on what they
//! take themselves is found (`asked`).

use std::collections::BTreeSet;

use super::asked::literal;
use super::calls::{Before, Call};
use super::source::Function;

/// Where the names of what a message is given are.
#[derive(Clone, Debug)]
pub enum Names {
    /// These.
    Fixed(BTreeSet<String>),
    /// The literal at this place.
    At(usize),
    /// The pairs of the list at this place.
    Pairs(usize),
    /// The same, and the reader's and the hub's name, which a letter may do without.
    Letter(usize),
    /// Said in calls that follow: `.with("max", …)`.
    Chained,
    /// Nowhere that can be seen.
    Unseen,
}

/// A function that asks for the word whose key it takes.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Its type.
    pub of: Option<String>,
    /// Its name.
    pub name: String,
    /// Which of its values is the key.
    pub key: usize,
    /// How many values it takes.
    pub takes: usize,
    /// What it puts around it.
    pub around: (&'static str, &'static str),
    /// Only where there is such a word.
    pub optional: bool,
    /// What it gives to the word.
    pub names: Names,
}

/// Those that everything else goes through.
pub fn first() -> Vec<Asker> {
    let asker = |of: &str, name: &str, key, takes, around, names| Asker {
        of: Some(of.to_owned()),
        name: name.to_owned(),
        key,
        takes,
        around,
        optional: false,
        names,
    };
    let fixed = |names: &[&str]| Names::Fixed(names.iter().map(|name| (*name).to_owned()).collect());
    vec![
        asker("Visit", "t", 0, 1, ("", ""), fixed(&[])),
        asker("Visit", "ta", 0, 2, ("", ""), Names::Pairs(1)),
        asker("Visit", "tn", 0, 2, ("", ""), fixed(&["count"])),
        asker("Visit", "t1", 0, 3, ("", ""), Names::At(1)),
        asker("Words", "write", 1, 3, ("", ""), Names::Pairs(2)),
        asker("FieldError", "new", 1, 2, ("", ""), Names::Chained),
        asker("Fail", "field", 1, 2, ("", ""), fixed(&[])),
        asker("FieldError", "with", 1, 2, ("", ""), fixed(&[])),
        asker("Visit", "done", 1, 2, ("done-", ""), fixed(&[])),
        asker("Reader", "letter", 1, 4, ("letter-", "-subject"), Names::Letter(2)),
        asker("Reader", "letter", 1, 4, ("letter-", "-text"), Names::Letter(2)),
        asker("Link", "new", 1, 3, ("", ""), fixed(&[])),
        asker("Link", "hint", 0, 1, ("", ""), fixed(&[])),
        asker("Column", "new", 0, 1, ("", ""), fixed(&[])),
        asker("Empty", "new", 1, 3, ("", ""), fixed(&[])),
        asker("Empty", "new", 2, 3, ("", ""), fixed(&[])),
        asker("Empty", "unfit", 0, 2, ("", ""), fixed(&[])),
        asker("Empty", "unfit", 1, 2, ("", ""), fixed(&[])),
        asker("Empty", "way", 0, 2, ("", ""), fixed(&[])),
        asker("Visit", "done_by_letter", 1, 2, ("done-", ""), fixed(&[])),
        Asker { optional: true, ..asker("Visit", "done_by_letter", 1, 2, ("done-", "-waits"), fixed(&[])) },
        Asker { optional: true, ..asker("FieldError", "with", 1, 2, ("", "-needed"), fixed(&[])) },
        Asker { optional: true, ..asker("Form", "hint", 0, 1, ("", "-hint"), fixed(&[])) },
    ]
}

/// Is this a call of it?
pub fn is_call_of(asker: &Asker, call: &Call<'_>, function: &Function) -> bool {
    if call.name != asker.name || call.given.len() != asker.takes {
        return false;
    }
    match (&call.before, asker.of.as_deref()) {
        (Before::Receiver(own), Some("Words")) => own == "words",
        (Before::Receiver(_), Some("FieldError")) => literal(&call.given[0]).as_deref() == Some("label"),
        (Before::Receiver(_), of) => of.is_some(),
        (Before::Path(own), Some(of)) => own == of || (own == "Self" && function.of.as_deref() == Some(of)),
        (Before::Path(own), None) => own.starts_with(|letter: char| letter.is_ascii_lowercase()),
        (Before::Nothing, of) => of.is_none(),
    }
}
