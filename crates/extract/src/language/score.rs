//! How well a text is one of each language.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::LANGUAGE_COUNT;
use super::script::Script;
use super::table::{Node, ORDER, SCALE, UNKNOWN};

/// What a text costs in each language: the less, the more it is of this language. In [`SCALE`]ths of natural logarithms.
#[derive(Clone, Debug)]
pub struct Costs {
    /// Of each language.
    pub each: [i32; LANGUAGE_COUNT],
    /// Of any language of the table, which may change with each letter: what no language costs less than is in none of them.
    pub any: f64,
    /// Letters and ends of words that were looked at.
    pub letters: u32,
}

/// Goes through the words of a text that are in a script. Words of other scripts are left out.
#[must_use]
pub fn costs(text: &str, script: Script) -> Costs {
    let mut walk = Walk::new();
    for word in words(text).filter(|word| Script::of(word[1]) == script) {
        walk.word(&word);
    }
    walk.costs
}

/// The words of a text in small letters, each of one script, with a space before and after it.
pub fn words(text: &str) -> impl Iterator<Item = Vec<char>> {
    let mut letters = text.nfc().flat_map(char::to_lowercase).filter(|letter| !is_silent(*letter)).chain([' ']);
    let mut ahead: Option<char> = None;
    std::iter::from_fn(move || {
        let mut word = vec![' '];
        loop {
            let letter = ahead.take().or_else(|| letters.next())?;
            // The table knows no signs above and below letters: they part words.
            let is_letter = letter.is_alphabetic() && !is_combining_mark(letter);
            let same = word.len() == 1 || Script::of(word[1]) == Script::of(letter);
            if is_letter && same {
                word.push(letter);
            } else if word.len() > 1 {
                ahead = is_letter.then_some(letter);
                word.push(' ');
                return Some(word);
            }
        }
    })
}

/// Arabic is read without its vowel signs and without what only stretches it.
fn is_silent(letter: char) -> bool {
    letter == 'ـ' || (is_combining_mark(letter) && Script::of(letter) == Script::Arabic)
}

struct Walk {
    costs: Costs,
    odds: Vec<f64>,
    edge: Node,
}

impl Walk {
    fn new() -> Walk {
        Walk {
            costs: Costs { each: [0; LANGUAGE_COUNT], any: 0.0, letters: 0 },
            odds: (0..=UNKNOWN).map(|cost| (-f64::from(cost) / SCALE).exp()).collect(),
            edge: Node::of(&[' ']),
        }
    }

    /// A word with a space before and after it.
    fn word(&mut self, word: &[char]) {
        let mut before = vec![self.edge];
        for at in 1..word.len() {
            let longest = ORDER.min(at + 1);
            let nodes: Vec<Node> = (1..=longest).map(|length| Node::of(&word[at + 1 - length..=at])).collect();
            self.letter(&before, &nodes);
            before = nodes;
        }
    }

    /// One letter: `nodes` are the sequences that end with it, the shortest first, `before` those that end before it.
    fn letter(&mut self, before: &[Node], nodes: &[Node]) {
        let mut costs = [UNKNOWN; LANGUAGE_COUNT];
        // How many languages have the letter: the others are not asked which letters it follows.
        let mut able = 0_u32;
        nodes[0].each(|language, cost, _| {
            costs[language] = cost;
            able += 1;
        });
        for (node, context) in nodes[1..].iter().zip(before) {
            context.each(|language, _, leave| costs[language] += leave.unwrap_or_default());
            node.each(|language, cost, _| costs[language] = cost);
        }
        let mut odds = 0.0;
        for (sum, cost) in self.costs.each.iter_mut().zip(costs) {
            let cost = cost.clamp(0, UNKNOWN);
            *sum += cost;
            odds += self.odds[usize::try_from(cost).unwrap_or_default()];
        }
        self.costs.any -= (odds / f64::from(able.max(1))).ln() * SCALE;
        self.costs.letters += 1;
    }
}
