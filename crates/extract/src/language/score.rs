//! How well a text is one of each language.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::LANGUAGE_COUNT;
use super::script::Script;
use super::table::{Node, ORDER, SCALE, UNKNOWN};

/// What surely comes next, as odds are added: in whole numbers, which is several times as fast as with fractions.
const CERTAIN: f64 = (1_u64 << 40) as f64;

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

/// The words of a text in small letters, each of one script, with a space before and after it.
pub fn words(text: &str) -> impl Iterator<Item = Vec<char>> {
    // Most texts are composed already, which is told sooner than done.
    let composed = is_nfc_quick(text.chars()) == IsNormalized::Yes;
    let letters: Vec<char> = if composed { small(text.chars()) } else { small(text.nfc()) };
    let mut letters = letters.into_iter().chain([' ']);
    let mut ahead: Option<char> = None;
    std::iter::from_fn(move || {
        let mut word = vec![' '];
        loop {
            let letter = ahead.take().or_else(|| letters.next())?;
            // The table knows no signs above and below letters: they part words.
            let is_letter = letter.is_alphabetic() && !is_mark(letter);
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

fn small(letters: impl Iterator<Item = char>) -> Vec<char> {
    letters.flat_map(char::to_lowercase).filter(|letter| !is_silent(*letter)).collect()
}

/// Arabic is read without its vowel signs and without what only stretches it.
fn is_silent(letter: char) -> bool {
    letter == 'ـ' || (is_mark(letter) && Script::of(letter) == Script::Arabic)
}

/// A sign above or below a letter. Those of most texts come before the first one, and need not be looked up.
fn is_mark(letter: char) -> bool {
    letter >= '\u{300}' && is_combining_mark(letter)
}

impl Default for Costs {
    fn default() -> Costs {
        Costs { each: [0; LANGUAGE_COUNT], any: 0.0, letters: 0 }
    }
}

impl Costs {
    fn add(&mut self, more: &Costs) {
        for (sum, cost) in self.each.iter_mut().zip(more.each) {
            *sum += cost;
        }
        self.any += more.any;
        self.letters += more.letters;
    }
}

/// Goes through the words of texts. A word costs the same each time: of a long text that is nearly half of them.
pub struct Walk {
    odds: Vec<u64>,
    edge: Node,
    known: HashMap<Vec<char>, Costs>,
}

impl Walk {
    /// One that knows no words yet.
    #[must_use]
    pub fn new() -> Walk {
        let odds = (0..=UNKNOWN).map(|cost| ((-f64::from(cost) / SCALE).exp() * CERTAIN) as u64).collect();
        Walk { odds, edge: Node::of(&[' ']), known: HashMap::new() }
    }

    /// What the words of a text that are in a script cost. Words of other scripts are left out.
    pub fn costs(&mut self, text: &str, script: Script) -> Costs {
        let mut costs = Costs::default();
        for word in words(text).filter(|word| Script::of(word[1]) == script) {
            match self.known.get(&word) {
                Some(own) => costs.add(own),
                None => {
                    let own = self.word(&word);
                    costs.add(&own);
                    self.known.insert(word, own);
                }
            }
        }
        costs
    }

    /// A word with a space before and after it.
    fn word(&self, word: &[char]) -> Costs {
        let mut costs = Costs::default();
        let mut before = [self.edge; ORDER];
        for at in 1..word.len() {
            let longest = ORDER.min(at + 1);
            let mut nodes = [Node::NONE; ORDER];
            for (number, node) in nodes[..longest].iter_mut().enumerate() {
                *node = Node::of(&word[at - number..=at]);
            }
            self.letter(&mut costs, &before, &nodes[..longest]);
            before = nodes;
        }
        costs
    }

    /// One letter: `nodes` are the sequences that end with it, the shortest first, `before` those that end before it.
    fn letter(&self, sums: &mut Costs, before: &[Node], nodes: &[Node]) {
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
        costs.iter_mut().for_each(|cost| *cost = (*cost).clamp(0, UNKNOWN));
        sums.each.iter_mut().zip(costs).for_each(|(sum, cost)| *sum += cost);
        let odds: u64 = costs.iter().map(|cost| self.odds[usize::try_from(*cost).unwrap_or_default()]).sum();
        sums.any -= (odds as f64 / CERTAIN / f64::from(able.max(1))).ln() * SCALE;
        sums.letters += 1;
    }
}
