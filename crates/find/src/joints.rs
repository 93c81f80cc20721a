//! What stands between words that belong together: `counter-terrorism`, `Da'esh`, `COVID-19`, `1 250 000`, `12/05/2024`.
//!
//! Such words are found apart, and under the form that they have together, so that `counterterrorism` and `1250000` meet
//! them; whoever types the same signs finds those first that have them too. Days meet in figures and in words.

use base::fold::fold;

use crate::analyse::{Word, Words};
use crate::dates::day_in_words;

/// Words that are taken together at most.
const LONGEST: usize = 6;

/// What stands between two words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Joint {
    /// Of a compound.
    Hyphen,
    /// Inside a name.
    Apostrophe,
    /// Of a number or a code.
    Mark(char),
    /// Between the thousands of a number.
    Blank,
}

/// The words that belong together with the first one: itself and those that follow; only itself where none does.
pub(crate) fn chain<'a>(text: &'a str, first: Word<'a>) -> Vec<Word<'a>> {
    if let Some((words, _)) = day_in_words(text, first) {
        return words;
    }
    let mut chain = vec![first];
    let mut last = first;
    // Most words are followed by a blank and a letter: then nothing needs to be split.
    while chain.len() < LONGEST && may_join(&text[last.end()..]) {
        let Some(next) = Words::after(text, last.end()).next() else { break };
        let Some(joint) = joint(text, &last, &next) else { break };
        // In `10-12 May 2024` a day begins; `COVID-19 March 2020` has another one.
        if digits(&last).is_some() && day_in_words(text, next).is_some() {
            break;
        }
        if joint == Joint::Blank && chain.len() > 1 && joint_before(text, &chain) != Some(Joint::Blank) {
            break;
        }
        chain.push(next);
        last = next;
    }
    chain
}

fn may_join(rest: &str) -> bool {
    let mut rest = rest.chars();
    match rest.next() {
        Some(' ' | '\u{A0}' | '\u{2009}' | '\u{202F}') => rest.next().is_some_and(char::is_numeric),
        Some(sign) => is_hyphen(sign) || is_apostrophe(sign) || is_mark(sign),
        None => false,
    }
}

fn joint_before(text: &str, chain: &[Word<'_>]) -> Option<Joint> {
    let [.., one, other] = chain else { return None };
    joint(text, one, other)
}

fn joint(text: &str, before: &Word<'_>, after: &Word<'_>) -> Option<Joint> {
    let mut gap = text[before.end()..after.start].chars();
    let (sign, None) = (gap.next()?, gap.next()) else { return None };
    if before.solo || after.solo {
        return None;
    }
    let has_digit = |word: &Word<'_>| word.text.contains(char::is_numeric);
    let is_letter = |word: &Word<'_>| word.text.chars().nth(1).is_none();
    let is_code = has_digit(before) || has_digit(after);
    match sign {
        _ if is_hyphen(sign) => Some(Joint::Hyphen),
        _ if is_apostrophe(sign) => (!is_elision(before, after)).then_some(Joint::Apostrophe),
        '/' => (is_code || is_letter(before) || is_letter(after)).then_some(Joint::Mark(sign)),
        _ if is_mark(sign) => (is_code || is_letter(before) && is_letter(after)).then_some(Joint::Mark(sign)),
        _ if sign.is_whitespace() => {
            let thousands = digits(before).is_some_and(|digits| digits <= 3) && digits(after) == Some(3);
            thousands.then_some(Joint::Blank)
        }
        _ => None,
    }
}

fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '‐' | '\u{2011}' | '־')
}

pub(crate) fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '‘')
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '.' | ',' | '/' | ':' | '_' | '·' | '٫' | '٬')
}

/// How many digits a number has; none for what is no number.
fn digits(word: &Word<'_>) -> Option<usize> {
    word.text.chars().all(char::is_numeric).then(|| word.text.chars().count())
}

/// Whether an apostrophe only glues: `l'eau`, `qu'il`, `dell'anno`, `city's`, `don't`.
pub(crate) fn is_elision(before: &Word<'_>, after: &Word<'_>) -> bool {
    const BEFORE: [&str; 21] = [
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un", "dell", "all",
        "nell", "sull", "dall", "quell", "quest",
    ];
    const AFTER: [&str; 7] = ["s", "t", "re", "ve", "ll", "m", "d"];
    let is_of = |word: &Word<'_>, list: &[&str]| list.iter().any(|own| word.text.eq_ignore_ascii_case(own));
    is_of(before, &BEFORE) || is_of(after, &AFTER)
}

/// The folded forms of words that belong together: as one, as a number without its separators, as a day.
pub(crate) fn joined(text: &str, chain: &[Word<'_>]) -> Vec<String> {
    let mut forms = Vec::new();
    let [first, .., last] = chain else { return percent(text, chain).into_iter().collect() };
    if let Some((_, day)) = day_in_words(text, *first) {
        return vec![day];
    }
    let folded: Vec<String> = chain.iter().map(|word| fold(word.text)).collect();
    let number = number(text, chain, &folded);
    forms.push(number.clone().unwrap_or_else(|| folded.concat()));
    forms.extend(days(text, chain, &folded));
    if number.is_some() && digits(first).is_some() {
        forms.extend(percent(text, std::slice::from_ref(last)).map(|_| format!("{}%", forms[0])));
    }
    // `multi-agency-meeting` is found by `multiagency` too.
    if number.is_none() && chain.len() > 2 && chain.iter().all(|word| digits(word).is_none()) {
        forms.extend(folded.windows(2).map(<[String]>::concat));
    }
    forms
}

/// A number with its separators: those of thousands go, the last one stays as a point where no three digits follow.
fn number(text: &str, chain: &[Word<'_>], folded: &[String]) -> Option<String> {
    chain.iter().all(|word| digits(word).is_some()).then_some(())?;
    let sign = |at: usize| joint(text, &chain[at], &chain[at + 1]);
    let separates = |joint: Option<Joint>| {
        matches!(joint, Some(Joint::Blank | Joint::Apostrophe | Joint::Mark('.' | ',' | '٫' | '٬')))
    };
    (0..chain.len() - 1).all(|at| separates(sign(at))).then_some(())?;
    let last = chain.len() - 1;
    let thousands = |groups: &[String]| groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    if thousands(folded) {
        return Some(folded.concat());
    }
    thousands(&folded[..last]).then(|| format!("{}.{}", folded[..last].concat(), folded[last]))
}

/// The days that three numbers may mean: year first, or last; then day and month in both orders.
fn days(text: &str, chain: &[Word<'_>], folded: &[String]) -> Vec<String> {
    let ([one, two, three], [a, b, c]) = (chain, folded) else { return Vec::new() };
    let signs = (joint(text, one, two), joint(text, two, three));
    let dated = signs.0 == signs.1 && matches!(signs.0, Some(Joint::Hyphen | Joint::Mark('/' | '.')));
    let number = |text: &String, most: u32| text.parse().ok().filter(|number| (1..=most).contains(number));
    let day = |year: &String, month: &String, day: &String| {
        let (month, day): (u32, u32) = (number(month, 12)?, number(day, 31)?);
        Some(format!("{year}-{month:02}-{day:02}"))
    };
    match (dated, a.len(), b.len(), c.len()) {
        (true, 4, 1..=2, 1..=2) => day(a, b, c).into_iter().collect(),
        (true, 1..=2, 1..=2, 4) => {
            let mut days: Vec<String> = [day(c, b, a), day(c, a, b)].into_iter().flatten().collect();
            days.dedup();
            days
        }
        _ => Vec::new(),
    }
}

/// A number that a percent sign follows, with it.
fn percent(text: &str, chain: &[Word<'_>]) -> Option<String> {
    let [number] = chain else { return None };
    digits(number)?;
    let mut rest = text[number.end()..].chars();
    let next = rest.next()?;
    let sign = if next.is_whitespace() { rest.next()? } else { next };
    matches!(sign, '%' | '٪').then(|| format!("{}%", fold(number.text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::words;

    fn forms(text: &str) -> Vec<String> {
        let first = words(text).next().unwrap();
        joined(text, &chain(text, first))
    }

    #[test]
    fn words_with_a_joint_have_a_form_together() {
        for (text, form) in [
            ("counter-terrorism", "counterterrorism"),
            ("counter‐terrorism", "counterterrorism"),
            ("Da’esh", "daesh"),
            ("Qur'an", "quran"),
            ("COVID-19", "covid19"),
            ("P/CVE", "pcve"),
            ("U.N.", "un"),
            ("A/RES/60/288", "ares60288"),
            ("multi-agency-meeting", "multiagency"),
        ] {
            assert!(forms(text).contains(&form.to_owned()), "{text}: {:?}", forms(text));
        }
        for text in ["l'eau", "city's", "and/or", "plan. Next", "plan - next", "2024 100", "room 12", "don't"] {
            assert_eq!(forms(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_meet_whatever_separates_them() {
        for text in ["1,250,000", "1.250.000", "1 250 000", "1\u{202F}250\u{202F}000", "1'250'000", "١٬٢٥٠٬٠٠٠"]
        {
            assert_eq!(forms(text), ["1250000"], "{text}");
        }
        assert_eq!(forms("3.5"), ["3.5"]);
        assert_eq!(forms("3,5 %"), ["3.5", "3.5%"]);
        assert_eq!(forms("1.250,75"), ["1250.75"]);
        assert_eq!(forms("35 %"), ["35%"]);
        assert_eq!(forms("35 people"), Vec::<String>::new());
    }

    #[test]
    fn days_meet_in_any_order() {
        assert!(forms("2024-05-12").contains(&"2024-05-12".to_owned()));
        assert!(forms("12/05/2024").contains(&"2024-05-12".to_owned()));
        assert!(forms("12.5.2024").contains(&"2024-05-12".to_owned()));
        assert_eq!(forms("12 May 2024"), ["2024-05-12"]);
        assert_eq!(forms("May 12, 2024"), ["2024-05-12"]);
        let text = "10-12 May 2024";
        let all: Vec<String> = words(text).flat_map(|word| joined(text, &chain(text, word))).collect();
        assert_eq!(all, ["2024-05-12"]);
        assert_eq!(forms("COVID-19 March 2020"), ["covid19"]);
        assert_eq!(forms("COP-28 December 2023"), ["cop28"]);
        assert!(!forms("31/31/2024").iter().any(|form| form.starts_with("2024-")));
    }
}
