//! What is left of a word of a Germanic language when every ending is taken off that one of its forms may have.
//!
//! The stemmers of these languages leave the endings of verbs (`lächelte`), of nouns with their article (`brottet`) and doubled
//! letters (`getallen`) on many words, to keep words apart that look alike. A root keeps nothing apart, so it weighs little:
//! it finds what no stem finds, below all that stems find.

/// The least letters of a root.
const DE_LETTERS: usize = 4;
const LETTERS: usize = 3;

/// Letters that must be left without `ge`.
const BARE_LETTERS: usize = 3;

/// Endings of German words after `el` and `er`, which belong to the root of `klingeln` and `fordern`.
const DE_AFTER_LIQUID: [&str; 11] = ["testen", "test", "ten", "tem", "tes", "ter", "tet", "te", "st", "t", "n"];

const DE_ENDINGS: [&str; 40] = [
    "endsten", "endste", "enden", "endem", "endes", "ender", "ende", "etest", "etet", "eten", "etem", "etes", "eter",
    "ete", "end", "test", "tet", "ten", "tem", "tes", "ter", "te", "sten", "stem", "stes", "ster", "ste", "ern", "est",
    "et", "em", "en", "er", "es", "st", "ums", "um", "e", "t", "a",
];

/// Prefixes before which a participle has no `ge`, but after which it has one: `aufgerührt`, `aufrühren`.
const DE_PREFIXES: [&str; 27] = [
    "zusammen", "zuruck", "wieder", "unter", "durch", "uber", "nach", "fest", "teil", "aus", "auf", "ein", "vor",
    "mit", "her", "hin", "weg", "los", "bei", "dar", "um", "ab", "an", "zu", "statt", "fort", "frei",
];

const NORDIC_ENDINGS: [&str; 34] = [
    "heterna", "heten", "heter", "andet", "anden", "ande", "arna", "erna", "orna", "erne", "ene", "aste", "este",
    "are", "ere", "ast", "est", "ade", "ede", "ad", "at", "et", "ar", "er", "or", "en", "te", "na", "an", "a", "e",
    "n", "t", "s",
];

const NL_ENDINGS: [&str; 23] = [
    "heden", "heid", "enden", "ende", "tten", "dden", "tte", "dde", "ten", "den", "te", "de", "ene", "ers", "en", "er",
    "es", "jes", "je", "e", "s", "t", "d",
];

/// Endings of Dutch verbs in `-eren`.
const NL_EREN: [&str; 6] = ["eerden", "eerde", "eerd", "eert", "eren", "eer"];

/// The roots that a folded word may have by the rules of a language; none for languages that have no such rules.
pub(crate) fn roots(code: &str, folded: &str) -> Vec<String> {
    match code {
        "de" => german(folded),
        "da" | "no" | "sv" => nordic(folded),
        "nl" => dutch(folded),
        _ => Vec::new(),
    }
}

fn german(word: &str) -> Vec<String> {
    let liquid = DE_AFTER_LIQUID
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .find(|rest| (rest.ends_with("el") || rest.ends_with("er")) && has_letters(rest, DE_LETTERS + 1));
    let root = liquid.unwrap_or_else(|| without_ending(word, &DE_ENDINGS, DE_LETTERS));
    let mut roots = vec![root.to_owned()];
    if word.ends_with("en") || word[root.len()..].starts_with('t') {
        roots.extend(without_ge(root));
    }
    roots
}

/// A root without the `ge` of a participle, at the beginning or behind a prefix, or the `zu` behind one (`aufzunehmen`).
fn without_ge(root: &str) -> Option<String> {
    let bare = |rest: &str, mark: &str| {
        rest.strip_prefix(mark).filter(|rest| has_letters(rest, BARE_LETTERS)).map(str::to_owned)
    };
    bare(root, "ge").or_else(|| {
        DE_PREFIXES.iter().find_map(|prefix| {
            let rest = root.strip_prefix(prefix)?;
            Some(format!("{prefix}{}", bare(rest, "ge").or_else(|| bare(rest, "zu"))?))
        })
    })
}

fn nordic(word: &str) -> Vec<String> {
    let owned = word.strip_suffix('s').filter(|rest| has_letters(rest, LETTERS + 1)).unwrap_or(word);
    // The second `t` of `brott` is no ending.
    let root = if owned.ends_with("tt") { owned } else { without_ending(owned, &NORDIC_ENDINGS, LETTERS) };
    let mut roots = vec![root.to_owned()];
    // `fönstret` is of `fönster`, whose own ending looks like one that came to it.
    if let Some(before) = owned.strip_suffix("ret") {
        roots.push(format!("{before}er"));
    } else if owned.ends_with("er") {
        roots.push(owned.to_owned());
    }
    // The last letter of `objekt` is no ending; that of `plant` is.
    if root.len() + 1 == owned.len() {
        roots.push(owned.to_owned());
    }
    // `mantlar` is of `mantel`.
    if let Some(before) = owned.strip_suffix("el").filter(|rest| has_letters(rest, LETTERS)) {
        roots.push(format!("{before}l"));
    }
    // `möjlighet-er-na`, `leda-re-n`: an ending behind an ending.
    let again = without_ending(root, &["ar", "er", "or", "ad", "en", "a", "e"], LETTERS + 1);
    if again != root {
        roots.push(again.to_owned());
    }
    roots
}

fn dutch(word: &str) -> Vec<String> {
    let verb = NL_EREN.iter().find_map(|end| word.strip_suffix(end)).filter(|rest| has_letters(rest, LETTERS));
    let root = match verb {
        Some(before) => format!("{before}er"),
        None => one_spelling(without_ending(word, &NL_ENDINGS, LETTERS)),
    };
    let mut roots = vec![root];
    if verb.is_none() && without_ending(word, &NL_ENDINGS, LETTERS).len() + 1 == word.len() {
        roots.push(one_spelling(word));
    }
    roots.extend(roots[0].strip_prefix("ge").filter(|rest| has_letters(rest, BARE_LETTERS)).map(str::to_owned));
    roots
}

/// A Dutch root as it is written in none of its forms or in one: letters once (`getal`, `getallen`; `maan`, `manen`), and hard
/// at the end (`schijf`, `schijven`).
fn one_spelling(root: &str) -> String {
    let mut one = String::with_capacity(root.len());
    for letter in root.chars() {
        if !one.ends_with(letter) {
            one.push(letter);
        }
    }
    for (soft, hard) in [('v', 'f'), ('z', 's')] {
        if one.ends_with(soft) {
            one.pop();
            one.push(hard);
        }
    }
    one
}

fn without_ending<'a>(word: &'a str, endings: &[&str], least: usize) -> &'a str {
    endings.iter().filter_map(|end| word.strip_suffix(end)).find(|rest| has_letters(rest, least)).unwrap_or(word)
}

fn has_letters(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn meet(code: &str, one: &str, other: &str) -> bool {
        let others = roots(code, other);
        roots(code, one).iter().any(|root| others.contains(root))
    }

    #[test]
    fn forms_of_a_word_have_a_root_in_common() {
        for (code, one, other) in [
            ("de", "lachelte", "lacheln"),
            ("de", "gefordert", "fordern"),
            ("de", "aufgeruhrt", "aufruhren"),
            ("de", "eingeschenkt", "einschenken"),
            ("de", "aufzunehmen", "aufnehmen"),
            ("de", "drohend", "droht"),
            ("de", "zentren", "zentrum"),
            ("de", "themen", "thema"),
            ("de", "beraten", "beratet"),
            ("sv", "brottet", "brott"),
            ("sv", "fonstret", "fonster"),
            ("sv", "sidor", "sidan"),
            ("sv", "objektet", "objekt"),
            ("sv", "namnet", "namn"),
            ("sv", "mantlar", "mantel"),
            ("sv", "sparkade", "sparka"),
            ("da", "husene", "hus"),
            ("no", "skolene", "skolen"),
            ("nl", "getallen", "getal"),
            ("nl", "manen", "maan"),
            ("nl", "schijven", "schijf"),
            ("nl", "controleert", "controleren"),
            ("nl", "gemaakt", "maken"),
            ("nl", "projecten", "project"),
        ] {
            assert!(meet(code, one, other), "{code}: {one} {other}");
        }
        assert!(!meet("de", "stadt", "staat"));
        assert!(roots("fr", "villes").is_empty());
    }

    proptest! {
        #[test]
        fn no_word_panics(word in "\\PC{0,12}|[a-z]{0,14}", code in "de|da|no|sv|nl|en") {
            prop_assert!(roots(&code, &word).iter().all(|root| root.len() <= word.len() + 2));
        }
    }
}
