//! Words that are forms of one another, as the spelling dictionaries of Debian have it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Write;
use std::process::{Command, Stdio};

use crate::Result;
use crate::figures::say;

/// Languages with inflected words that are measured, and their dictionaries.
pub const DICTIONARIES: [(&str, &str); 10] = [
    ("ar", "ar"),
    ("de", "de_DE"),
    ("en", "en_US"),
    ("es", "es_ES"),
    ("fr", "fr"),
    ("nl", "nl"),
    ("pt", "pt_PT"),
    ("ru", "ru_RU"),
    ("sv", "sv_SE"),
    ("tr", "tr_TR"),
];

/// Letters that two forms of a word must begin with alike: dictionaries also join what prefixes made.
const ALIKE: usize = 3;

/// The other forms of each word of a language that stand in its documents.
pub type Families = HashMap<String, Vec<String>>;

/// Sorts words into families. A language whose dictionary is not there has none.
pub fn families(language: &str, words: &BTreeSet<&str>) -> Result<Families> {
    let Some((_, dictionary)) = DICTIONARIES.iter().find(|(known, _)| *known == language) else {
        return Ok(Families::new());
    };
    if words.is_empty() {
        return Ok(Families::new());
    }
    let roots = roots(dictionary, words)?;
    if roots.is_empty() {
        say(&format!("classes: no words of {language} in a dictionary `{dictionary}` of hunspell"));
    }
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (word, root) in &roots {
        forms.entry(root).or_default().insert(word);
    }
    let mut families: HashMap<String, HashSet<&str>> = HashMap::new();
    for family in forms.values() {
        for one in family {
            let others = family.iter().filter(|other| *other != one && (language == "ar" || alike(one, other)));
            families.entry((*one).to_owned()).or_default().extend(others);
        }
    }
    let sorted = families.into_iter().filter(|(_, others)| !others.is_empty()).map(|(word, others)| {
        let mut others: Vec<String> = others.into_iter().map(str::to_owned).collect();
        others.sort();
        (word, others)
    });
    Ok(sorted.collect())
}

fn alike(one: &str, other: &str) -> bool {
    one.chars().take(ALIKE).eq(other.chars().take(ALIKE))
}

/// `(word, root)` of each word that the dictionary knows; nothing without hunspell.
fn roots(dictionary: &str, words: &BTreeSet<&str>) -> Result<Vec<(String, String)>> {
    let started = Command::new("hunspell")
        .args(["-s", "-d", dictionary, "-i", "utf-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut hunspell) = started else { return Ok(Vec::new()) };
    let Some(mut stdin) = hunspell.stdin.take() else { return Err("hunspell takes nothing".into()) };
    let all: String = words.iter().flat_map(|word| [word, "\n"]).collect();
    // It answers before it has heard all.
    let told = std::thread::spawn(move || stdin.write_all(all.as_bytes()));
    let output = hunspell.wait_with_output()?;
    told.join().map_err(|_| "hunspell was not told all words")?.or_else(|error| match error.kind() {
        std::io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })?;
    let pair = |line: &str| {
        let (word, root) = line.split_once(' ')?;
        Some((word.to_lowercase(), root.trim().to_lowercase()))
    };
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(pair).collect())
}
