//! The words of the interface: the same keys and the same placeholders in every language, every
//! key that is asked for there, and none that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use regex::Regex;

/// Keys that the program puts together: what stands behind these beginnings is data.
const PUT_TOGETHER: [&str; 14] = [
    "record-",
    "access-",
    "contribution-",
    "done-",
    "error-4",
    "error-5",
    "funder-kind-",
    "group-",
    "kind-",
    "letter-",
    "role-",
    "sort-",
    "trouble-",
    "type-",
];

/// A message: its placeholders.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Folders that hold `en.ftl`, `fr.ftl` and `ar.ftl`.
fn word_folders() -> Vec<PathBuf> {
    let mut folders = vec![root().join("crates/web/words")];
    let features = std::fs::read_dir(root().join("features")).expect("features");
    folders.extend(features.flatten().map(|entry| entry.path().join("words")).filter(|path| path.is_dir()));
    folders.sort();
    folders
}

fn messages(file: &Path) -> Messages {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    let mut messages = Messages::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut names = BTreeSet::new();
        if let Some(pattern) = &message.value {
            placeholders(pattern, &mut names);
        }
        let known = messages.insert(message.id.name.clone(), names);
        assert!(known.is_none(), "{}: {} stands there twice", file.display(), message.id.name);
    }
    messages
}

fn placeholders(pattern: &Pattern<String>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => inline_name(inline, names),
            Expression::Select { selector, variants } => {
                inline_name(selector, names);
                variants.iter().for_each(|variant| placeholders(&variant.value, names));
            }
        }
    }
}

fn inline_name(inline: &InlineExpression<String>, names: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        names.insert(id.name.clone());
    }
}

/// All `.rs` and `.html` files of the product.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for folder in ["app/src", "crates/web/src", "features", "look/templates", "look/src"] {
        collect(&root().join(folder), &mut files);
    }
    files
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            files.push((path, text));
        }
    }
}

#[test]
fn every_language_says_everything() {
    let mut wrong = Vec::new();
    for folder in word_folders() {
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
    for folder in word_folders() {
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
    for folder in word_folders() {
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
    let known: BTreeSet<String> =
        word_folders().iter().flat_map(|folder| messages(&folder.join("en.ftl")).into_keys()).collect();
    let asked = [
        // v.t("key"), visit.tn("key", …)
        r#"\b(?:v|visit|self\.visit|self\.v)\.(?:t|ta|tn|t1)\(&?"([a-z0-9-]+)""#,
        // form.line("name", "key")
        r#"\bform\.(?:line|line_for|email|url|number|area|file|select|radios|checks|tick)\("[a-z_]+", "([a-z0-9-]+)""#,
        r#"\b(?:own|password)\.(?:line|line_for|select|password)\("[a-z_]+", "([a-z0-9-]+)""#,
        r#"FieldError::new\("[a-z_]*", "([a-z0-9-]+)"\)"#,
        r#"Fail::field\("[a-z_]*", "([a-z]+-[a-z0-9-]+)"\)"#,
        r#"words: "([a-z0-9-]+)""#,
    ];
    let asked: Vec<Regex> = asked.iter().map(|text| Regex::new(text).expect("a pattern")).collect();
    let mut wrong = BTreeSet::new();
    let mut count = 0;
    for (path, text) in sources() {
        for pattern in &asked {
            for found in pattern.captures_iter(&text) {
                count += 1;
                if !known.contains(&found[1]) {
                    wrong.insert(format!("{}: {}", path.display(), &found[1]));
                }
            }
        }
    }
    assert!(count > 200, "the patterns find only {count} places");
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_word_is_asked_for() {
    let literal = Regex::new(r#""([a-z][a-z0-9-]*)""#).expect("a pattern");
    let named: BTreeSet<String> = sources()
        .iter()
        .flat_map(|(_, text)| literal.captures_iter(text).map(|found| found[1].to_owned()).collect::<Vec<_>>())
        .collect();
    let mut unused = Vec::new();
    for folder in word_folders() {
        for key in messages(&folder.join("en.ftl")).into_keys() {
            let base = key.trim_end_matches("-text").trim_end_matches("-hint");
            let known =
                named.contains(&key) || named.contains(base) || PUT_TOGETHER.iter().any(|start| key.starts_with(start));
            if !known {
                unused.push(format!("{}: {key}", folder.display()));
            }
        }
    }
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}
