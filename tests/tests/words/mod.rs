//! The words of the interface: the same keys and the same placeholders in every language, every key that is asked for
//! there and given what it mentions, and none that nobody asks for. Which ones are asked for is read from the source
//! (`asked`); those that are put together of data are enumerated by the feature that does so (`Feature::made_words`).

mod asked;
mod askers;
mod bound;
mod calls;
mod files;
mod find;
mod seen;
mod source;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use asked::{Asked, Given, asked, by_key};
use calls::{Before, calls};
use files::{english, folders, messages};
use find::Source;

/// Puts together what [`web::Visit::done`] is given, which is seen where it is called.
const SEEN_AT_CALLS: &str = "done_words";

fn made() -> BTreeSet<String> {
    app::features().iter().flat_map(|feature| (feature.made_words)()).collect()
}

/// All that is asked for.
///
/// # Panics
/// With the places where that cannot be seen.
fn all_asked(source: &Source) -> Vec<Asked> {
    let (asked, faults) = asked(source);
    assert!(faults.is_empty(), "it cannot be seen which word is asked for:\n{}", faults.join("\n"));
    assert!(asked.len() > 700, "only {} places ask for a word", asked.len());
    asked
}

#[test]
fn every_language_says_everything() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let english = messages(&folder.join("en.ftl"));
        for lang in ["fr", "ar"] {
            let other = messages(&folder.join(format!("{lang}.ftl")));
            let place = folder.join(format!("{lang}.ftl"));
            wrong.extend(
                english
                    .keys()
                    .filter(|key| !other.contains_key(*key))
                    .map(|key| format!("{}: {key} is missing", place.display())),
            );
            wrong.extend(
                other
                    .keys()
                    .filter(|key| !english.contains_key(*key))
                    .map(|key| format!("{}: {key} is not in English", place.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn placeholders_are_the_same() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let english = messages(&folder.join("en.ftl"));
        for lang in ["fr", "ar"] {
            for (key, names) in messages(&folder.join(format!("{lang}.ftl"))) {
                if english.get(&key).is_some_and(|known| *known != names) {
                    wrong.push(format!("{} {lang} {key}: {names:?} instead of {:?}", folder.display(), english[&key]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut wrong = Vec::new();
    for folder in folders() {
        for key in messages(&folder.join("en.ftl")).into_keys() {
            if let Some(first) = seen.insert(key.clone(), folder.clone()) {
                wrong.push(format!("{key}: {} and {}", first.display(), folder.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let (known, source) = (english(), Source::read());
    let needed = all_asked(&source).into_iter().filter(|one| !one.optional).map(|one| (one.key, one.place));
    let made = made().into_iter().map(|key| (key, "made_words".to_owned()));
    let missing: Vec<String> = needed
        .chain(made)
        .filter(|(key, _)| !known.contains_key(key))
        .map(|(key, place)| format!("{place}: {key}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_word_is_asked_for() {
    let (made, source) = (made(), Source::read());
    let asked = all_asked(&source);
    let asked = by_key(&asked);
    let unused: Vec<String> = english()
        .into_iter()
        .filter(|(key, _)| !asked.contains_key(key.as_str()) && !made.contains(key))
        .map(|(key, (folder, _))| format!("{}: {key}", folder.display()))
        .collect();
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

#[test]
fn every_word_is_given_what_it_mentions() {
    let (known, made) = (english(), made());
    let mut wrong = Vec::new();
    for one in all_asked(&Source::read()) {
        let Some((_, mentioned)) = known.get(&one.key) else { continue };
        let right = match &one.given {
            Given::All(given) => given == mentioned,
            Given::Some(given) => mentioned.is_subset(given),
            Given::Unknown => mentioned.is_empty(),
        };
        if !right {
            wrong.push(format!("{}: {} mentions {mentioned:?} and is given {:?}", one.place, one.key, one.given));
        }
    }
    // What is put together is asked for without anything.
    let made = known.iter().filter(|(key, (_, mentioned))| made.contains(*key) && !mentioned.is_empty());
    wrong.extend(made.map(|(key, (_, mentioned))| format!("{key} mentions {mentioned:?} and is given nothing")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Keys are put together in functions `…_words` only (anywhere else `asked` cannot see them), and `made_words` goes over
/// all that each of those can be given.
#[test]
fn what_is_put_together_is_enumerated() {
    let source = Source::read();
    let listed: Vec<&source::Function> = source.functions.iter().filter(|own| own.name == "made_words").collect();
    assert_eq!(listed.len(), app::features().len(), "each feature says what it puts together");
    let mut wrong = Vec::new();
    for function in source.functions.iter().filter(|own| own.name.ends_with("_words") && own.name != "made_words") {
        let puts_together = asked::written(&function.body).contains("format !");
        let named = listed.iter().any(|list| calls::names(&list.body, &function.name));
        if puts_together && !named && function.name != SEEN_AT_CALLS {
            wrong.push(format!("{}: {} is enumerated by no `made_words`", function.place, function.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Only so are they seen: `done=` by `Visit::done`, what is on record by `store::acts!`.
#[test]
fn what_was_done_is_said_in_one_way() {
    let mut wrong = Vec::new();
    for function in Source::read().functions {
        let itself = (function.of.as_deref(), function.name.as_str()) == (Some("Visit"), "done");
        if !itself && calls::says(&function.body, "done=") {
            wrong.push(format!("{} {}: writes `done=` itself", function.place, function.name));
        }
        calls(&function.body, &mut |call| {
            if call.name == "new" && call.before == Before::Path("Act".to_owned()) {
                wrong.push(format!("{} {}: an act beside `acts!`", function.place, function.name));
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
