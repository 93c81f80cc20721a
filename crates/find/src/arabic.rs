//! Arabic words without what is written together with them: article, particles, and the endings of nouns and their owners.
//!
//! Only what leaves enough of a word is taken off. A stemmer that also takes the endings of verbs makes one of `الأردن` and
//! `أردت`, of `امرأة` and `أمر`: here a form that is missed is the smaller harm.

use std::borrow::Cow;

use crate::analyse::Side;
use crate::arabic_plurals::singulars;

/// Letters that must be left when a particle of one letter is taken off: a document's word may lose one more readily
/// than a query's, where each loss finds more that was not meant.
const BARE_LETTERS: usize = 3;
const BARE_LETTERS_ASKED: usize = 4;

/// Whose something is. The last letter of the feminine is another before them: `لغة`, `لغتهم`.
const OWNERS: [&str; 9] = ["هما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي"];

/// What an indefinite object ends in, and the letters that must be left without it.
const INDEFINITE: char = 'ا';
const INDEFINITE_LETTERS: usize = 3;

/// Endings, the longer first, each with the letters that must be left without it: of nouns in the plural, the dual and with
/// their owners; one letter alone is an ending only where much is left, but for that of the feminine, which folding made `ه`.
const ENDINGS: [(&str, usize); 17] = [
    ("اتها", 3),
    ("اتهم", 3),
    ("اتنا", 3),
    ("هما", 3),
    ("تها", 3),
    ("تهم", 3),
    ("تنا", 3),
    ("ات", 3),
    ("ون", 4),
    ("ين", 4),
    ("ان", 4),
    ("ها", 3),
    ("هم", 3),
    ("نا", 4),
    ("كم", 4),
    ("ته", 4),
    ("ه", 3),
];

/// The forms of a folded word, the nearest to it first.
pub(crate) fn forms(word: &str, side: Side) -> Vec<String> {
    let with_article = without_article(word);
    let first = with_article.iter().copied().chain([word]).map(Cow::Borrowed);
    let mut forms: Vec<String> = Vec::new();
    let mut singular: Vec<&str> = Vec::new();
    for bare in first.chain(bare(word, side)) {
        let own = stem(&bare);
        add(&mut forms, own);
        for other in others(&bare) {
            add(&mut forms, stem(&other));
            singular.extend(singulars(&other).iter().map(|one| stem(one)));
        }
        singular.extend(singulars(&bare).iter().chain(singulars(own)).map(|one| stem(one)));
    }
    singular.into_iter().for_each(|one| add(&mut forms, one));
    forms
}

fn add(forms: &mut Vec<String>, form: &str) {
    if !forms.iter().any(|own| own == form) {
        forms.push(form.to_owned());
    }
}

/// What a word may also be a form of, whatever else it seems to end in: `سلطانا` of `سلطان`, `لغتهم` of `لغة`.
fn others(bare: &str) -> impl Iterator<Item = String> {
    let indefinite = bare.strip_suffix(INDEFINITE).filter(|rest| letters(rest) >= INDEFINITE_LETTERS);
    let owned = OWNERS.iter().filter_map(|owner| bare.strip_suffix(owner)?.strip_suffix('ت'));
    let owned = owned.filter(|rest| letters(rest) >= 2).map(|rest| format!("{rest}ه"));
    indefinite.map(str::to_owned).into_iter().chain(owned)
}

/// A word without its ending.
pub(crate) fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|(end, least)| word.strip_suffix(end).filter(|rest| letters(rest) >= *least))
        .unwrap_or(word)
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// With the article a word is short without being a syllable: الأم, الحي.
fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").or_else(|| word.strip_prefix("لل")).filter(|rest| letters(rest) >= 2)
}

/// What is left of a folded word without the particles written together with it and the article behind them: و ف before
/// ب ك ل before ال, where لل is ل with the article. A word that only looks as if it had one keeps itself besides.
fn bare(word: &str, side: Side) -> impl Iterator<Item = Cow<'_, str>> {
    let least = if side == Side::Document { BARE_LETTERS } else { BARE_LETTERS_ASKED };
    let joined = word.strip_prefix(['و', 'ف']);
    let prefixed = word.strip_prefix(['ب', 'ك', 'ل']);
    let both = joined.and_then(|rest| rest.strip_prefix(['ب', 'ك', 'ل']));
    let open = [joined, prefixed, both];
    let without_article = open.into_iter().flatten().filter_map(without_article);
    let bare = open.into_iter().flatten().filter(move |rest| letters(rest) >= least);
    without_article.chain(bare).map(Cow::Borrowed)
}

/// A word without the article that it begins with: how long it is without.
pub(crate) fn bare_of_article(word: &str) -> &str {
    without_article(word).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use base::fold::fold;

    use super::*;

    fn meet(one: &str, other: &str) -> bool {
        let asked = forms(&fold(other), Side::Query);
        forms(&fold(one), Side::Document).iter().any(|form| asked.contains(form))
    }

    #[test]
    fn forms_of_a_noun_meet() {
        for (one, other) in [
            ("المدينة", "مدينة"),
            ("المعلمين", "معلم"),
            ("المعلمون", "المعلمين"),
            ("البلديات", "بلدية"),
            ("المحلية", "محلي"),
            ("مدرستهم", "مدرسة"),
            ("الشرطة", "شرطة"),
            ("مدينتنا", "المدينة"),
            ("خطرا", "الخطر"),
            ("سلطانًا", "السلطان"),
            ("أهدافًا", "هدف"),
            ("بلغتهم", "اللغة"),
            ("خدمتك", "خدمة"),
            ("ولحيته", "لحية"),
        ] {
            assert!(meet(one, other) && meet(other, one), "{one} {other}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("أردت", "الأردن"),
            ("وأمر", "المرأة"),
            ("أمريكا", "امرأة"),
            ("ليُب", "ليبيا"),
            ("وترك", "تركيا"),
            ("مدينة", "المدني"),
            ("الفنون", "لبنان"),
            ("بسيطة", "وساطة"),
            ("بناؤه", "الفتيات"),
        ] {
            assert!(!meet(one, other), "{one} {other}");
        }
    }
}
