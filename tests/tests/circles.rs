//! No two rooms of a crate use each other, however long the way around: whoever reads one need not read the other first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The modules of a crate that each of its modules uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// The crates that are looked at: all but those that only tests and benches link, where making a hub is one room.
fn crates() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut folders = vec![root.join("app"), root.join("look")];
    for part in ["crates", "features"] {
        let part = std::fs::read_dir(root.join(part)).expect("a folder");
        folders.extend(part.map(|entry| entry.expect("a folder").path()));
    }
    folders.retain(|folder| folder.join("Cargo.toml").exists() && !folder.ends_with("testkit"));
    folders.sort();
    folders
}

/// The files below a folder, with their paths from it.
fn files(folder: &Path, from: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, from, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a text");
            found.push((path.strip_prefix(from).expect("below").to_owned(), text));
        }
    }
}

/// The first name of each path in these tokens that begins with `crate::` (of a file that is a module itself, with
/// `super::` too).
fn named(tokens: TokenStream, beginnings: &[&str], names: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut tested = false;
    for (at, token) in tokens.iter().enumerate() {
        // What follows `#[cfg(test)]`, to the end of its block or line, is of tests.
        let is_mark = matches!(token, TokenTree::Group(group) if group.to_string().replace(' ', "") == "[cfg(test)]");
        tested |= is_mark;
        if tested {
            let ends = match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                other => other.to_string() == ";",
            };
            tested = !ends;
            continue;
        }
        if let TokenTree::Group(group) = token {
            named(group.stream(), beginnings, names);
        }
        let begins = matches!(token, TokenTree::Ident(name) if beginnings.contains(&name.to_string().as_str()));
        let colons = tokens.get(at + 1..at + 3).is_some_and(|next| next.iter().all(|one| one.to_string() == ":"));
        match tokens.get(at + 3) {
            Some(TokenTree::Ident(name)) if begins && colons => drop(names.insert(name.to_string())),
            Some(TokenTree::Group(group)) if begins && colons && group.delimiter() == Delimiter::Brace => {
                let mut first = true;
                for token in group.stream() {
                    if let (TokenTree::Ident(name), true) = (&token, first) {
                        names.insert(name.to_string());
                    }
                    first = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',');
                }
            }
            _ => {}
        }
    }
}

/// The names that a crate's root hands out (`pub use hub::{Hub, HubBuilder};`), each with its module.
fn handed_out(root: &str) -> BTreeMap<String, String> {
    let line = regex::Regex::new(r"(?m)^pub(?:\([a-z]+\))? use ([a-z_]+)::([^;]*);").expect("a pattern");
    let name = regex::Regex::new(r"[A-Za-z_]\w*").expect("a pattern");
    let names = line.captures_iter(root).flat_map(|found| {
        let module = found[1].to_owned();
        let names: Vec<String> = name.find_iter(&found[2]).map(|name| name.as_str().to_owned()).collect();
        names.into_iter().map(move |name| (name, module.clone()))
    });
    names.collect()
}

/// What the modules of the crate in this folder use of each other, tests left aside.
fn uses(folder: &Path) -> Uses {
    let (source, mut found) = (folder.join("src"), Vec::new());
    files(&source, &source, &mut found);
    let mut uses = Uses::new();
    for (path, text) in found {
        let mut parts = path.iter().map(|part| part.to_string_lossy().into_owned());
        let first = parts.next().expect("a name");
        let is_own_file = parts.next().is_none();
        let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
        if module == "lib" || module == "main" || module == "bin" {
            continue;
        }
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let beginnings: &[&str] = if is_own_file { &["crate", "super"] } else { &["crate"] };
        let mut names = BTreeSet::new();
        named(tokens, beginnings, &mut names);
        uses.entry(module).or_default().extend(names);
    }
    let modules: BTreeSet<String> = uses.keys().cloned().collect();
    // A name that the crate hands out (`crate::Hub`) is of the module from which it is handed out.
    let handed_out = handed_out(&std::fs::read_to_string(source.join("lib.rs")).unwrap_or_default());
    for (module, names) in &mut uses {
        let of = |name: &String| if modules.contains(name) { None } else { handed_out.get(name).cloned() };
        *names = names.iter().map(|name| of(name).unwrap_or_else(|| name.clone())).collect();
        names.remove(module);
    }
    uses.values_mut().for_each(|names| names.retain(|name| modules.contains(name)));
    uses
}

/// A way around, if there is one: modules that nothing is left without are taken away until none can be.
fn circle(mut uses: Uses) -> Vec<String> {
    loop {
        let ends: BTreeSet<String> =
            uses.iter().filter(|(_, names)| names.is_empty()).map(|(name, _)| name.clone()).collect();
        let used: BTreeSet<String> = uses.values().flatten().cloned().collect();
        let before = uses.len();
        // What uses nothing, and what nobody uses, stands in no circle.
        uses.retain(|name, _| !ends.contains(name) && used.contains(name));
        let left: BTreeSet<String> = uses.keys().cloned().collect();
        uses.values_mut().for_each(|names| names.retain(|name| left.contains(name)));
        if uses.len() == before {
            let tell = |(name, names): (String, BTreeSet<String>)| {
                format!("{name} -> {}", names.into_iter().collect::<Vec<_>>().join(", "))
            };
            return uses.into_iter().map(tell).collect();
        }
    }
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for folder in crates() {
        let uses = uses(&folder);
        let circle = circle(uses);
        if !circle.is_empty() {
            found.push(format!("{}:\n  {}", folder.display(), circle.join("\n  ")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A rule can be asked, and tested, without a server, a page or a request.
#[test]
fn rules_know_no_server() {
    let mut looked = 0;
    for folder in crates() {
        let Ok(text) = std::fs::read_to_string(folder.join("src/rules.rs")) else { continue };
        let tokens: TokenStream = text.parse().expect("tokens");
        let mut names = BTreeSet::new();
        idents(tokens, &mut names);
        let server: Vec<_> =
            ["web", "axum", "http", "askama", "tokio"].iter().filter(|name| names.contains(**name)).collect();
        assert!(server.is_empty(), "{}: {server:?}", folder.display());
        looked += 1;
    }
    assert!(looked >= 3, "three features have rules");
}

/// All names in these tokens.
fn idents(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => idents(group.stream(), names),
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            _ => {}
        }
    }
}

#[test]
fn a_circle_is_seen() {
    let of = |pairs: &[(&str, &[&str])]| {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        pairs.iter().map(|(name, uses)| ((*name).to_owned(), names(uses))).collect::<Uses>()
    };
    assert!(circle(of(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])).is_empty());
    let around = circle(of(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])]));
    assert_eq!(around, ["b -> c", "c -> b"]);
    let mut names = BTreeSet::new();
    let text = "use crate::hub::Hub; use crate::{parts::{Feature, Parts}, visit}; fn f() { super::form::draw() }";
    named(text.parse().expect("tokens"), &["crate", "super"], &mut names);
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["form", "hub", "parts", "visit"]);
    let text = "#[cfg(test)] mod tests { use crate::tests_only; } use crate::after;";
    let mut names = BTreeSet::new();
    named(text.parse().expect("tokens"), &["crate"], &mut names);
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["after"]);
    let out = handed_out("pub use hub::{Hub, HubBuilder};\npub use seen::seen_by;\nmod hub;\n");
    assert_eq!((out["HubBuilder"].as_str(), out["seen_by"].as_str(), out.len()), ("hub", "seen", 3));
}
