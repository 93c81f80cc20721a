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

/// What the end of a sequence costs in each language.
type Letter = [i16; LANGUAGE_COUNT];

/// A sequence of up to [`KEPT`] letters that was met before.
#[derive(Clone, Copy)]
struct Known {
    /// What its last letter costs after the others, in [`SCALE`]ths; not yet clamped.
    costs: Letter,
    /// How many languages have the letter: the others are not asked which letters it follows.
    able: u32,
    /// It in the table.
    node: Node,
}

/// Letters of the sequences that are kept: most of these come again, and are in most languages of their script.
const KEPT: usize = 3;

/// Goes through the words of texts. Words and short sequences cost the same each time: of a long text that is most of them.
pub struct Walk {
    odds: Vec<u64>,
    words: HashMap<Vec<char>, Costs>,
    known: Vec<Known>,
    /// Where in `known` a sequence is.
    places: HashMap<[char; KEPT], usize>,
}

impl Walk {
    /// One that knows no words yet.
    #[must_use]
    pub fn new() -> Walk {
        let odds = (0..=UNKNOWN).map(|cost| ((-f64::from(cost) / SCALE).exp() * CERTAIN) as u64).collect();
        Walk { odds, words: HashMap::new(), known: Vec::new(), places: HashMap::new() }
    }

    /// What the words of a text that are in a script cost. Words of other scripts are left out.
    pub fn costs(&mut self, text: &str, script: Script) -> Costs {
        let mut costs = Costs::default();
        for word in words(text).filter(|word| Script::of(word[1]) == script) {
            if let Some(own) = self.words.get(&word) {
                costs.add(own);
            } else {
                let own = self.word(&word);
                costs.add(&own);
                self.words.insert(word, own);
            }
        }
        costs
    }

    /// A word with a space before and after it.
    fn word(&mut self, word: &[char]) -> Costs {
        let mut sums = Costs::default();
        // Of each length, the sequence that ends before the letter; of those that are kept, the longest only.
        let mut before = [Node::NONE; ORDER];
        for at in 1..word.len() {
            let place = self.place(&word[(at + 1).saturating_sub(KEPT)..=at]);
            let Known { mut costs, able, node } = self.known[place];
            let mut nodes = [Node::NONE; ORDER];
            nodes[KEPT - 1] = node;
            for length in KEPT + 1..=ORDER.min(at + 1) {
                nodes[length - 1] = lengthen(&mut costs, before[length - 2], &word[at + 1 - length..=at]);
            }
            before = nodes;
            self.add(&mut sums, costs, able);
        }
        sums
    }

    /// Where a sequence of up to [`KEPT`] letters is among those that are known.
    fn place(&mut self, sequence: &[char]) -> usize {
        let mut key = ['\0'; KEPT];
        key[KEPT - sequence.len()..].copy_from_slice(sequence);
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let known = if sequence.len() == 1 { first(sequence) } else { self.after_shorter(sequence) };
        self.known.push(known);
        self.places.insert(key, self.known.len() - 1);
        self.known.len() - 1
    }

    fn after_shorter(&mut self, sequence: &[char]) -> Known {
        let shorter = self.place(&sequence[1..]);
        let Known { mut costs, able, .. } = self.known[shorter];
        let node = lengthen(&mut costs, Node::of(&sequence[..sequence.len() - 1]), sequence);
        Known { costs, able, node }
    }

    /// Adds what one letter costs.
    fn add(&self, sums: &mut Costs, mut costs: Letter, able: u32) {
        costs.iter_mut().for_each(|cost| *cost = (*cost).clamp(0, UNKNOWN));
        sums.each.iter_mut().zip(costs).for_each(|(sum, cost)| *sum += i32::from(cost));
        let odds: u64 = costs.iter().map(|cost| self.odds[usize::from(cost.unsigned_abs())]).sum();
        sums.any -= (odds as f64 / CERTAIN / f64::from(able.max(1))).ln() * SCALE;
        sums.letters += 1;
    }
}

fn first(letter: &[char]) -> Known {
    let (mut costs, mut able, node) = ([UNKNOWN; LANGUAGE_COUNT], 0, Node::of(letter));
    for (language, cost) in node.costs() {
        costs[language] = cost;
        able += 1;
    }
    Known { costs, able, node }
}

/// From what the last letter of a sequence costs after all but the first of the others to what it costs after all of them.
/// `before`: the sequence without its last letter. Answers it in the table.
fn lengthen(costs: &mut Letter, before: Node, sequence: &[char]) -> Node {
    before.leaves().for_each(|(language, leave)| costs[language] += leave);
    let node = Node::of(sequence);
    node.costs().for_each(|(language, cost)| costs[language] = cost);
    node
}
