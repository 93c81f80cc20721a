//! The forms under which a word is also found: what other spellings and other inflections of it have in common.
//!
//! A document's word and a query's word meet when they share a form, so both sides ask here. Forms stand behind the code of
//! the language whose rules made them (`es:municipi`), or behind [`ANY`] where no language has a say.

use std::borrow::Cow;

use base::fold::{fold, is_invisible};
use frostem::Stemmer;
use unicode_normalization::UnicodeNormalization;

use crate::analyse::{FORM_MARK, Rules, Side};
use crate::function_words::{is_frequent, is_function_word};
use crate::{arabic, roots};

/// The code of forms that no language makes: compounds, numbers, names with other letters for `å` or `ö`.
pub(crate) const ANY: &str = "x";

/// Stands before the last part of a compound: `de:-arbeit` is in `Jugendarbeit`.
pub(crate) const HEAD_MARK: char = '-';

/// Stands before what is left of a word without any ending: its root, or its beginning in languages that pile up endings.
pub(crate) const TRUNK_MARK: char = '~';

/// The least letters of the last part of a compound, and of what stands before it.
const HEAD_LETTERS: usize = 5;
const BEFORE_HEAD_LETTERS: usize = 3;

/// Letters that words of one root share in languages that pile up endings.
const TRUNK_LETTERS: usize = 5;

/// So few letters of a word with as many more are not the word that they look like.
const REMNANT: usize = 3;

/// The least letters of an Arabic root: of three, words that have nothing in common have one.
const ARABIC_ROOT_LETTERS: usize = 4;

/// The letters of a form, without its code and what tells its kind.
pub(crate) fn bare(form: &str) -> &str {
    let bare = form.split_once(FORM_MARK).map_or(form, |(_, bare)| bare);
    bare.trim_start_matches([HEAD_MARK, TRUNK_MARK])
}

/// A form of any language as the index has it.
pub(crate) fn any(form: &str) -> String {
    format!("{ANY}{FORM_MARK}{form}")
}

/// The forms of a word by the rules of one language, each with its code, none twice, the nearest to the word first.
pub(crate) fn of_language(rules: &Rules, word: &str, folded: &str, side: Side) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let mut add = |form: &str| {
        // `parants` is not `par`: what little is left of a long word is not the one that only joins others.
        let (left, all) = (form.chars().count(), folded.chars().count());
        let joins = left <= REMNANT && left + REMNANT <= all && is_function_word(form);
        if !form.is_empty() && !joins && !forms.iter().any(|own| own[rules.code.len() + 1..] == *form) {
            forms.push(format!("{}{FORM_MARK}{form}", rules.code));
        }
    };
    match rules.code {
        "en" => {
            let one = one_english(folded);
            stems(rules.stemmer, &one, &one).iter().for_each(|stem| add(stem));
        }
        "ar" => {
            let own = arabic::forms(folded, side);
            own.iter().for_each(|form| add(form));
            // Verbs too, where enough is left of them to tell them from others.
            let roots = own.iter().map(|bare| refold(rules.stemmer.stem(bare)));
            for root in roots.filter(|root| root.chars().count() >= ARABIC_ROOT_LETTERS) {
                add(&format!("{TRUNK_MARK}{root}"));
            }
        }
        "fr" => {
            let one = one_french(folded);
            let word = if one == folded { word } else { &one };
            stems(rules.stemmer, word, &one).iter().for_each(|stem| add(stem));
        }
        "de" | "da" | "no" | "sv" | "nl" => {
            let plain = rules.code != "nl";
            for stem in stems(rules.stemmer, word, folded) {
                let stem = if plain { without_digraphs(&stem) } else { stem };
                add(&stem);
                match side {
                    Side::Document => heads(&stem).for_each(|head| add(&format!("{HEAD_MARK}{head}"))),
                    Side::Query if stem.chars().count() >= HEAD_LETTERS => add(&format!("{HEAD_MARK}{stem}")),
                    Side::Query => {}
                }
            }
            for root in roots::roots(rules.code, folded) {
                add(&format!("{TRUNK_MARK}{root}"));
            }
        }
        "tr" | "fi" | "hu" => {
            stems(rules.stemmer, word, folded).iter().for_each(|stem| add(stem));
            if let Some((end, _)) = folded.char_indices().nth(TRUNK_LETTERS) {
                add(&format!("{TRUNK_MARK}{}", &folded[..end]));
            } else if folded.chars().count() == TRUNK_LETTERS {
                add(&format!("{TRUNK_MARK}{folded}"));
            }
        }
        _ => stems(rules.stemmer, word, folded).iter().for_each(|stem| add(stem)),
    }
    if side == Side::Document {
        let other = bare_roots(&forms);
        forms.retain(|form| bare_root(form).is_none_or(|bare| other.contains(&bare)));
    }
    forms
}

/// Whether a word of a document has forms in the index. Its language's most frequent function words have none, a third of a
/// text, nor have numbers: whoever asks for one finds it as it is written.
pub(crate) fn has_forms(rules: Option<&Rules>, word: &str) -> bool {
    !rules.is_some_and(|rules| is_frequent(rules.code, word)) && !word.chars().all(char::is_numeric)
}

/// The roots among these forms without their mark, as far as they are not among them: a word of a document that is its own
/// root has no other form for it.
pub(crate) fn bare_roots(forms: &[String]) -> Vec<String> {
    forms.iter().filter_map(|form| bare_root(form)).filter(|form| !forms.contains(form)).collect()
}

fn bare_root(form: &str) -> Option<String> {
    let (code, form) = form.split_once(FORM_MARK)?;
    Some(format!("{code}{FORM_MARK}{}", form.strip_prefix(TRUNK_MARK)?))
}

/// All forms of a word of a document.
pub(crate) fn of_document(rules: Option<&Rules>, word: &str) -> Box<[Box<str>]> {
    let folded = fold(word);
    let own = rules.map(|rules| of_language(rules, word, &folded, Side::Document)).unwrap_or_default();
    let named = of_name(word, &folded, Side::Document);
    own.into_iter().chain(named).map(String::into_boxed_str).collect()
}

/// The stems of a word: stemming after folding finds words typed without accents, stemming before folding is what the
/// language's rules were made for; and where a stem has an ending itself (`ciudades`, `ciudad`, `ciud`), it meets the
/// word that it looks like.
fn stems(stemmer: Stemmer, word: &str, folded: &str) -> Vec<String> {
    let mut stems = vec![refold(stemmer.stem(folded))];
    let mut add = |stem: String| {
        if !stem.is_empty() && !stems.contains(&stem) {
            stems.push(stem);
        }
    };
    if !word.is_ascii() {
        let lower: String = word.nfc().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).collect();
        add(refold(stemmer.stem(&lower)));
    }
    for known in stems.clone() {
        let again = refold(stemmer.stem(&known));
        if !again.is_empty() && !stems.contains(&again) {
            stems.push(again);
        }
    }
    stems
}

/// Stemmers may give back letters that folding takes away (Serbian turns `dj` into `đ`).
fn refold(stem: Cow<'_, str>) -> String {
    if stem.is_ascii() { stem.into_owned() } else { fold(&stem) }
}

/// French words whose stem would be that of `commune`, by another stem of theirs.
fn one_french(word: &str) -> Cow<'_, str> {
    const COMMON: &str = "commun";
    match word.strip_prefix(COMMON) {
        Some(rest) if rest.starts_with("icat") => Cow::Borrowed("communiquer"),
        Some(rest) if rest.starts_with("ism") || rest.starts_with("ist") => Cow::Owned(format!("comuno{rest}")),
        _ => Cow::Borrowed(word),
    }
}

/// English plurals that no rule makes.
const IRREGULAR: [(&str, &str); 14] = [
    ("children", "child"),
    ("women", "woman"),
    ("men", "man"),
    ("wives", "wife"),
    ("lives", "life"),
    ("knives", "knife"),
    ("thieves", "thief"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("feet", "foot"),
    ("mice", "mouse"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("criteria", "criterion"),
];

/// One spelling for the British and the American one of a word, which need not be one that anybody writes.
fn one_english(word: &str) -> Cow<'_, str> {
    const LONG: usize = 6;
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return Cow::Borrowed(one);
    }
    if !word.is_ascii() || word.len() < LONG {
        return Cow::Borrowed(word);
    }
    let mut one = word.to_owned();
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("ence", "ense"),
        ("entre", "enter"),
        ("entres", "enters"),
        ("ogue", "og"),
        ("ogues", "ogs"),
        ("amme", "am"),
        ("ammes", "ams"),
    ] {
        for (tail, other) in [("", ""), ("s", "s")] {
            if let Some(stem) = one.strip_suffix(tail).and_then(|bare| bare.strip_suffix(british)) {
                one = format!("{stem}{american}{other}");
                break;
            }
        }
    }
    for end in [
        "our", "ours", "oured", "ouring", "oural", "ourable", "ourhood", "ourhoods", "ourist", "ourists", "ourful",
        "ourite", "ourites",
    ] {
        if let Some(stem) = one.strip_suffix(end) {
            one = format!("{stem}or{}", &end[3..]);
            break;
        }
    }
    for (double, single) in
        [("lling", "ling"), ("lled", "led"), ("ller", "ler"), ("llor", "lor"), ("llers", "lers"), ("llors", "lors")]
    {
        if let Some(stem) = one.strip_suffix(double) {
            one = format!("{stem}{single}");
            break;
        }
    }
    Cow::Owned(one)
}

/// The endings of a word that may be words themselves.
fn heads(stem: &str) -> impl Iterator<Item = &str> {
    let letters = stem.chars().count();
    let last = letters.saturating_sub(HEAD_LETTERS);
    stem.char_indices()
        .enumerate()
        .skip(BEFORE_HEAD_LETTERS)
        .take_while(move |(place, _)| *place <= last)
        .map(|(_, (at, _))| &stem[at..])
}

/// `ae oe ue aa` as the one letter that they stand for, folded.
fn without_digraphs(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        plain.push(letter);
        let stands_for_one = matches!((letter, letters.peek()), ('a' | 'o' | 'u', Some('e')) | ('a', Some('a')));
        if stands_for_one {
            letters.next();
        }
    }
    plain
}

/// The form under which a name meets its spelling without the letters `å ä æ ö ø ü`; none for one that has nothing of it.
/// Of words that begin small only those with such a letter: `neue` is no name.
pub(crate) fn of_name(word: &str, folded: &str, side: Side) -> Option<String> {
    let lettered =
        word.chars().any(|c| matches!(c, 'å' | 'ä' | 'æ' | 'ö' | 'ø' | 'ü' | 'Å' | 'Ä' | 'Æ' | 'Ö' | 'Ø' | 'Ü'));
    let named = side == Side::Query || word.starts_with(char::is_uppercase);
    let may_have_digraphs = named && folded.is_ascii();
    if !lettered && !may_have_digraphs {
        return None;
    }
    let plain = without_digraphs(folded);
    (lettered || plain != folded).then(|| any(&plain))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analyse::rules;

    fn of(lang: &str, word: &str, side: Side) -> Vec<String> {
        of_language(&rules(lang).unwrap(), word, &fold(word), side)
    }

    fn meet(lang: &str, one: &str, other: &str) -> bool {
        let meet = |one: &str, other: &str| {
            let asked = of(lang, other, Side::Query);
            let roots = bare_roots(&asked);
            of(lang, one, Side::Document).iter().any(|form| asked.contains(form) || roots.contains(form))
        };
        meet(one, other) && meet(other, one)
    }

    #[test]
    fn inflections_meet() {
        for (lang, one, other) in [
            ("en", "Cities", "city"),
            ("en", "children", "child"),
            ("fr", "communication", "communiquer"),
            ("fr", "villes", "ville"),
            ("fr", "communautés", "communaute"),
            ("es", "ciudades", "ciudad"),
            ("es", "escuelas", "escuela"),
            ("pt", "prevenções", "prevenção"),
            ("pt", "data", "datas"),
            ("es", "dato", "datos"),
            ("es", "foros", "foro"),
            ("es", "documentos", "documento"),
            ("fr", "dates", "date"),
            ("fr", "notes", "noter"),
            ("de", "Zentren", "Zentrum"),
            ("de", "Städte", "Stadt"),
            ("sv", "städer", "städerna"),
            ("de", "Arbeit", "arbeitet"),
            ("nl", "werk", "werkte"),
            ("tr", "okullarda", "okullar"),
            ("ru", "городов", "города"),
            ("sr", "градови", "gradova"),
            ("ar", "المدينة", "مدينة"),
            ("ar", "والمدن", "مدينة"),
        ] {
            assert!(meet(lang, one, other), "{lang}: {one} {other}");
        }
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (lang, one, other) in [
            ("en", "deradicalisation", "deradicalization"),
            ("en", "polarised", "polarized"),
            ("en", "neighbourhoods", "neighborhood"),
            ("en", "programmes", "program"),
            ("en", "centres", "center"),
            ("en", "counselling", "counseling"),
            ("en", "dialogues", "dialog"),
            ("en", "defence", "defense"),
            ("de", "Köln", "Koeln"),
            ("da", "Aarhus", "Århus"),
            ("sv", "Malmö", "Malmoe"),
        ] {
            assert!(meet(lang, one, other), "{lang}: {one} {other}");
        }
        assert!(!meet("fr", "communication", "commune") && !meet("fr", "communisme", "commune"));
        assert!(!of("fr", "parants", Side::Query).contains(&"fr:par".to_owned()));
        for (one, other) in [("four", "for"), ("tour", "tor"), ("noise", "noize")] {
            assert_ne!(one_english(one), one_english(other), "{one} {other}");
        }
    }

    #[test]
    fn arabic_words_are_found_with_and_without_article_and_particles() {
        for word in ["البلديات", "والبلديات", "بالبلديات", "للبلديات", "وللبلديات", "وبلديات", "ببلديات", "لبلديات"]
        {
            assert!(meet("ar", word, "بلديات"), "{word}");
        }
        assert!(!meet("ar", "شباب", "باب"));
        assert!(!meet("ar", "كتاب", "باب"));
        for (one, other) in
            [("أردت", "الأردن"), ("أمريكا", "امرأة"), ("وأمر", "المرأة"), ("وترك", "تركيا"), ("مدينة", "المدني")]
        {
            assert!(!meet("ar", one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_last_part_of_a_compound_is_a_form_of_it() {
        assert!(of("de", "Jugendsozialarbeit", Side::Document).contains(&"de:-arbeit".to_owned()));
        assert!(of("de", "Arbeit", Side::Query).contains(&"de:-arbeit".to_owned()));
        assert!(!of("de", "Erde", Side::Query).iter().any(|form| form.contains(HEAD_MARK)));
        assert!(!of("en", "fireworks", Side::Document).iter().any(|form| form.contains(HEAD_MARK)));
    }

    #[test]
    fn names_meet_without_their_letters() {
        let form = |word: &str, side| of_name(word, &fold(word), side);
        assert_eq!(form("Århus", Side::Document), form("aarhus", Side::Query));
        assert_eq!(form("Zürich", Side::Document), form("Zuerich", Side::Query));
        assert_eq!(form("København", Side::Document), form("koebenhavn", Side::Query));
        assert_eq!(form("neue", Side::Document), None);
        assert_eq!(form("Oslo", Side::Document), None);
    }

    proptest! {
        #[test]
        fn no_word_panics(text in "\\PC{0,12}", lang in "en|fr|ar|sr|tr|hi|el|ru|fi|hu|id|ta|ne|de|fa|pl|cs|uk|it|sv|nl|da|no") {
            let folded = fold(&text);
            for side in [Side::Document, Side::Query] {
                of(&lang, &text, side);
                of_name(&text, &folded, side);
            }
        }
    }
}
