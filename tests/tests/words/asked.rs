//! Which words the product asks for, and what it gives them. A key must be seen where it is asked for: a literal, one of
//! several, what a function takes (then whoever calls it is looked at), a field of [`HELD`], or what a function
//! `…_words` answers. Anything else cannot be decided, and is told as a fault.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenTree;

use super::askers::{Asker, Names, first, is_call_of};
use super::calls::{Call, calls};
use super::find::{Found, Source};
use super::source::{Function, Tokens};

/// Fields that hold a key, by their type: what stands there where one is made is asked for.
pub const HELD: [(&str, &str); 8] = [
    ("words", "MenuItem"),
    ("words", "Right"),
    ("words", "ImportColumn"),
    ("words", "CityRows"),
    ("message", "Hinders"),
    ("hint", "MenuItem"),
    ("hint", "ImportColumn"),
    ("action", "Line"),
];

/// Tells programs of a value that names nothing (`web::json`).
const UNKNOWN_VALUE: &str = "unknown_value";
/// Functions that pass on a key which was named where it came from: a mistake (`FieldError::new`), a letter
/// (`Reader::letter`), the label of a field that the form draws too (`called`).
const PASSED_ON: [(&str, &str); 5] = [
    ("crates/web/src/form/mod.rs", "label_of"),
    ("crates/web/src/form/filled.rs", "called"),
    ("crates/web/src/form/mod.rs", "message"),
    ("app/src/cli/sentences.rs", "sentence"),
    ("features/people/src/letters/mod.rs", "letter"),
];

/// What a message is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// These, and all of them are needed.
    All(BTreeSet<String>),
    /// These; it may do without.
    Some(BTreeSet<String>),
    /// What cannot be seen from here.
    Unknown,
}

/// A word that is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its key.
    pub key: String,
    /// Only where there is such a word.
    pub optional: bool,
    /// What it is given.
    pub given: Given,
    /// Where.
    pub place: String,
}

/// All that is asked for, and what cannot be decided.
pub fn asked(source: &Source) -> (Vec<Asked>, Vec<String>) {
    let mut askers = first();
    let ground: BTreeSet<(Option<String>, String)> =
        askers.iter().map(|own| (own.of.clone(), own.name.clone())).collect();
    loop {
        let (mut asked, mut faults, mut more) = (Vec::new(), Vec::new(), Vec::new());
        for function in &source.functions {
            let itself = (function.of.clone(), function.name.clone());
            let passes_on = PASSED_ON.contains(&(function.place.as_str(), function.name.as_str()));
            if ground.contains(&itself) || passes_on {
                continue;
            }
            calls(&function.body, &mut |call| {
                for asker in askers.iter().filter(|asker| is_call_of(asker, &call, function)) {
                    look(source, function, asker, &call, &mut asked, &mut faults, &mut more);
                }
            });
        }
        let known = askers.len();
        for own in more {
            let same = |other: &Asker| {
                (&other.of, &other.name, other.key, other.around) == (&own.of, &own.name, own.key, own.around)
            };
            if !askers.iter().any(same) {
                askers.push(own);
            }
        }
        if askers.len() == known {
            return (asked, faults);
        }
    }
}

fn look(
    source: &Source,
    function: &Function,
    asker: &Asker,
    call: &Call<'_>,
    asked: &mut Vec<Asked>,
    faults: &mut Vec<String>,
    more: &mut Vec<Asker>,
) {
    let key = &call.given[asker.key];
    for found in source.keys(function, key, None) {
        let place = format!("{} {}", function.place, function.name);
        match found {
            Found::Key(key) => {
                // Mistakes of addresses for machines are told in English.
                let machines = asker.of.as_deref() == Some("Fail") || asker.name == UNKNOWN_VALUE;
                let told = machines && key.contains(' ');
                if !told && !key.is_empty() {
                    let key = format!("{}{key}{}", asker.around.0, asker.around.1);
                    let given = given(source, function, &asker.names, call);
                    asked.push(Asked { key, optional: asker.optional, given, place });
                }
            }
            Found::Taken(at) => more.push(Asker {
                of: function.of.clone(),
                name: function.name.clone(),
                key: at,
                takes: function.takes.len(),
                names: match given(source, function, &asker.names, call) {
                    Given::All(names) => Names::Fixed(names),
                    _ => Names::Unseen,
                },
                ..asker.clone()
            }),
            Found::Made => {}
            Found::Nothing => faults.push(format!("{place}: {} asks for {}", call.name, written(key))),
        }
    }
}

/// What a call gives to the message.
fn given(source: &Source, function: &Function, names: &Names, call: &Call<'_>) -> Given {
    let all = |names: Option<BTreeSet<String>>| names.map_or(Given::Unknown, Given::All);
    match names {
        Names::Fixed(names) => Given::All(names.clone()),
        Names::At(at) => all(literal(&call.given[*at]).map(|name| BTreeSet::from([name]))),
        Names::Pairs(at) => all(source.pairs(function, &call.given[*at])),
        Names::Letter(at) => source.pairs(function, &call.given[*at]).map_or(Given::Unknown, |mut names| {
            names.extend(["name".to_owned(), "hub".to_owned()]);
            Given::Some(names)
        }),
        Names::Chained => Given::All(chained(call)),
        Names::Unseen => Given::Unknown,
    }
}

/// The names in `.with("max", …).with("least", …)` behind a call.
fn chained(call: &Call<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = &call.among[call.at + 2..];
    while let [TokenTree::Punct(point), TokenTree::Ident(name), TokenTree::Group(group), more @ ..] = rest {
        if point.as_char() != '.' || name != "with" {
            break;
        }
        let first: Tokens = group.stream().into_iter().take(1).collect();
        names.extend(literal(&first));
        rest = more;
    }
    names
}

/// The text of a literal that stands alone.
pub fn literal(tokens: &[TokenTree]) -> Option<String> {
    match tokens {
        [TokenTree::Literal(one)] => {
            one.to_string().strip_prefix('"').and_then(|text| text.strip_suffix('"')).map(str::to_owned)
        }
        [TokenTree::Punct(point), rest @ ..] if point.as_char() == '&' => literal(rest),
        _ => None,
    }
}

/// As people would read it.
pub fn written(tokens: &[TokenTree]) -> String {
    tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Asked for more than once, by key.
pub fn by_key(asked: &[Asked]) -> BTreeMap<&str, Vec<&Asked>> {
    let mut all: BTreeMap<&str, Vec<&Asked>> = BTreeMap::new();
    for one in asked {
        all.entry(&one.key).or_default().push(one);
    }
    all
}
