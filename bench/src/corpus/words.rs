//! Invented words of four languages, by how often they come.

use std::collections::{HashMap, HashSet};

use crate::corpus::random::Random;

/// Words of each language.
pub const WORDS: usize = 50_000;
/// How steep the law is: the word of rank n is `n^STEEP` times as rare as the first.
const STEEP: f64 = 1.0;
/// Words of a sentence: from, to.
const SENTENCE: (usize, usize) = (6, 22);

/// How the words of a language are made, and how many of a hundred documents are in it.
pub struct Language {
    code: &'static str,
    share: usize,
    starts: &'static str,
    middles: &'static str,
    ends: &'static str,
}

/// The languages. The pieces of a syllable stand between spaces; `-` is an empty one.
pub const LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        share: 45,
        starts: "b c d f g h l m n p r s t v w st tr pr ch th pl br gr cl fr sh cr sp",
        middles: "a e i o u a e i o ea ou ai ee oo",
        ends: "- - - n r s t l nd st ng ck m rt ly er",
    },
    Language {
        code: "fr",
        share: 20,
        starts: "b c ç d f g j l m n p qu r s t v pr tr br gr pl cl",
        middles: "a e i o u é è ê à ô eu ou oi ai au an en on in",
        ends: "- - - - r s t l x ne te se re que nt",
    },
    Language {
        code: "ar",
        share: 20,
        starts: "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي أ إ",
        middles: "- - ا و ي",
        ends: "- - - ن ر ل م د ب ت ة ى",
    },
    Language {
        code: "sr",
        share: 15,
        starts: "б в г д ђ ж з ј к л љ м н њ п р с т ћ ф х ц ч џ ш ст пр тр гр кр сл",
        middles: "а е и о у а е и о",
        ends: "- - - - н р с т л м к в ш ј",
    },
];

/// Which language a document is in.
pub fn language(random: &mut Random) -> usize {
    let mut place = random.below(LANGUAGES.iter().map(|language| language.share).sum());
    let mut chosen = 0;
    for (number, language) in LANGUAGES.iter().enumerate() {
        chosen = number;
        match place.checked_sub(language.share) {
            Some(rest) => place = rest,
            None => break,
        }
    }
    chosen
}

/// The words of one language, the most frequent first.
pub struct Vocabulary {
    /// BCP 47.
    pub language: &'static str,
    words: Vec<String>,
    ranks: HashMap<String, usize>,
}

impl Vocabulary {
    /// Makes them up.
    pub fn new(language: &Language) -> Vocabulary {
        let mut random = Random::new(library::rules::term(language.code));
        let [starts, middles, ends] = [language.starts, language.middles, language.ends]
            .map(|pieces| pieces.split(' ').map(|piece| if piece == "-" { "" } else { piece }).collect::<Vec<_>>());
        let mut known = HashSet::new();
        let mut words = Vec::with_capacity(WORDS);
        let mut syllables = 1;
        while words.len() < WORDS {
            // What comes often is short.
            let rank = words.len();
            let usual = if rank < 20 { 1 } else { 2 + usize::from(rank > 400) + random.below(2) };
            let mut word = String::new();
            for _ in 0..usual.max(syllables) {
                for pieces in [&starts, &middles, &ends] {
                    word.push_str(random.pick(pieces));
                }
            }
            if word.chars().count() >= 2 && known.insert(word.clone()) {
                words.push(word);
                syllables = 1;
            } else {
                // Short ones run out.
                syllables += 1;
            }
        }
        let ranks = words.iter().enumerate().map(|(rank, word)| (word.clone(), rank)).collect();
        Vocabulary { language: language.code, words, ranks }
    }

    /// How often the word is: 0 is the most frequent one.
    pub fn rank(&self, word: &str) -> Option<usize> {
        self.ranks.get(word).copied()
    }

    /// Running text of about so many bytes.
    pub fn text(&self, zipf: &Zipf, random: &mut Random, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 32);
        let mut left = 0;
        while text.len() < bytes {
            let word = &self.words[zipf.rank(random)];
            if left == 0 {
                if !text.is_empty() {
                    text.push_str(if random.below(6) == 0 { ".\n\n" } else { ". " });
                }
                left = random.between(SENTENCE);
                text.push_str(&capital(word));
            } else {
                text.push_str(if random.below(12) == 0 { ", " } else { " " });
                text.push_str(word);
            }
            left -= 1;
        }
        text.push('.');
        text
    }

    /// A title: words that mean something, so none of the most frequent ones.
    pub fn title(&self, zipf: &Zipf, random: &mut Random, words: usize) -> String {
        let mut title = String::new();
        for number in 0..words {
            let word = &self.words[zipf.rank(random).max(zipf.rank(random))];
            if number == 0 {
                title.push_str(&capital(word));
            } else {
                title.push(' ');
                title.push_str(word);
            }
        }
        title
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Ranks as they come in a text.
pub struct Zipf {
    /// Up to each rank: the share of all words.
    shares: Vec<f64>,
}

impl Zipf {
    /// Over so many words.
    pub fn new(words: usize) -> Zipf {
        let mut sum = 0.0;
        let sums: Vec<f64> = (1..=words)
            .map(|rank| {
                sum += (rank as f64).powf(STEEP).recip();
                sum
            })
            .collect();
        Zipf { shares: sums.into_iter().map(|part| part / sum).collect() }
    }

    /// The next rank.
    pub fn rank(&self, random: &mut Random) -> usize {
        let place = random.unit();
        self.shares.partition_point(|share| *share <= place).min(self.shares.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_are_frequent() {
        let (zipf, mut random) = (Zipf::new(WORDS), Random::new(1));
        let ranks: Vec<usize> = (0..10_000).map(|_| zipf.rank(&mut random)).collect();
        let below = |end: usize| ranks.iter().filter(|rank| **rank < end).count();
        assert!((700..1_100).contains(&below(1)), "{}", below(1));
        assert!((4_000..5_200).contains(&below(100)), "{}", below(100));
        assert!(below(WORDS) == 10_000 && below(20_000) < 10_000);
    }
}
