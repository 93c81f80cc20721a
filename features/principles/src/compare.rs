//! What two versions have in common, principle by principle.

use std::collections::HashMap;

use texts::{Piece, difference};

/// Two principles are the same in other words where they share so much of their words, in hundredths.
const ALIKE: usize = 50;

/// A principle beside the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// It stood there, word for word.
    Same(String),
    /// It stood there in other words.
    Changed(Vec<Piece>),
    /// It did not stand there.
    New(String),
    /// It stood there, and does no more.
    Gone(String),
}

/// The principles of `now` in their order, with what became of those of `before`; what is gone stands at the end. Nothing where the two
/// have no principle in common: they are better read beside each other.
pub(crate) fn compare(before: &[&str], now: &[&str]) -> Option<Vec<Compared>> {
    compare_by(before, now, difference)
}

/// The same with what compares two principles word by word: once for each of `now` at most.
fn compare_by(
    before: &[&str],
    now: &[&str],
    mut difference: impl FnMut(&str, &str) -> Vec<Piece>,
) -> Option<Vec<Compared>> {
    let mut left: Vec<&str> = before.to_vec();
    let mut compared = Vec::with_capacity(now.len());
    // What is the same word for word is no other principle's older form.
    let is_same = |line: &&str| now.contains(line);
    for line in now {
        if let Some(place) = left.iter().position(|own| own == line) {
            left.remove(place);
            compared.push(Compared::Same((*line).to_owned()));
            continue;
        }
        let others = left.iter().enumerate().filter(|(_, own)| !is_same(own));
        // How alike two are is told by their words alone: only the nearest is compared word by word.
        match others.map(|(place, own)| (shared(own, line), place)).max() {
            Some((own, place)) if own >= ALIKE => {
                compared.push(Compared::Changed(difference(left.remove(place), line)))
            }
            _ => compared.push(Compared::New((*line).to_owned())),
        }
    }
    let common = compared.iter().any(|own| matches!(own, Compared::Same(_) | Compared::Changed(_)));
    compared.extend(left.into_iter().map(|own| Compared::Gone(own.to_owned())));
    common.then_some(compared)
}

/// How much of the words of both stands in both, in hundredths, wherever it stands.
fn shared(before: &str, now: &str) -> usize {
    let mut words: HashMap<&str, usize> = HashMap::new();
    for word in before.split_whitespace() {
        *words.entry(word).or_default() += 1;
    }
    let (mut both, mut all) = (0_usize, before.split_whitespace().count());
    for word in now.split_whitespace() {
        all += 1;
        if let Some(left) = words.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    (200 * both).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(before: &[&str], now: &[&str]) -> Option<String> {
        let kind = |own: &Compared| match own {
            Compared::Same(_) => '=',
            Compared::Changed(_) => '~',
            Compared::New(_) => '+',
            Compared::Gone(_) => '-',
        };
        compare(before, now).map(|all| all.iter().map(kind).collect())
    }

    #[test]
    fn a_principle_is_found_again_wherever_it_stands() {
        let before = ["Cities share what they learn.", "Every source of money is public.", "Nobody is shut out."];
        let now =
            ["Every source of the money is public.", "Cities share what they learn.", "Young people are heard early."];
        assert_eq!(kinds(&before, &now).as_deref(), Some("~=+-"));
    }

    #[test]
    fn versions_with_nothing_in_common_are_not_mixed() {
        assert_eq!(kinds(&["Rights of all are upheld."], &["Members back one another."]), None);
        assert_eq!(kinds(&[], &["Members back one another."]), None);
    }

    #[test]
    fn what_stays_word_for_word_is_not_taken_for_another() {
        let before = ["Cities share what they learn here.", "Cities share what they learn."];
        let now = ["Cities share what they learn.", "Cities share what they do."];
        assert_eq!(kinds(&before, &now).as_deref(), Some("=~"));
    }

    #[test]
    fn each_principle_is_compared_word_by_word_once() {
        let all = |end: &str| (0..40).map(|line| format!("Cities share what {line} {end}")).collect::<Vec<String>>();
        let (before, now) = (all("they learn."), all("they do."));
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let now: Vec<&str> = now.iter().map(String::as_str).collect();
        let mut compared = 0;
        let found = compare_by(&before, &now, |before, now| {
            compared += 1;
            difference(before, now)
        });
        assert_eq!(compared, 40, "not each with each");
        assert!(found.is_some_and(|all| all.iter().all(|own| matches!(own, Compared::Changed(_)))));
    }
}
