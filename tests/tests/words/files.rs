//! The files of words: their messages, and what each mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A message: its placeholders.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Folders that hold `en.ftl`, `fr.ftl` and `ar.ftl`.
pub fn folders() -> Vec<PathBuf> {
    let mut folders = vec![root().join("crates/web/words")];
    let features = std::fs::read_dir(root().join("features")).expect("features");
    folders.extend(features.flatten().map(|entry| entry.path().join("words")).filter(|path| path.is_dir()));
    folders.sort();
    folders
}

/// All messages in English, with the folder that has them.
pub fn english() -> BTreeMap<String, (PathBuf, BTreeSet<String>)> {
    let read = |folder: PathBuf| {
        let own = messages(&folder.join("en.ftl"));
        own.into_iter().map(move |(key, names)| (key, (folder.clone(), names)))
    };
    folders().into_iter().flat_map(read).collect()
}

/// The messages of one file.
///
/// # Panics
/// When it cannot be read, or has one of them twice.
pub fn messages(file: &Path) -> Messages {
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
