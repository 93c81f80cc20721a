//! A library that nobody wrote: the same documents and the same queries in every run, without a file to carry along.
//!
//! Words are made of syllables in Latin, Arabic and Cyrillic script and come as often as words of a real text do
//! (Zipf). Sizes, languages, cities, themes, types and years are spread as a network's library would have them.

mod queries;
pub mod random;
mod words;

use network::Network;

use crate::Result;
use crate::corpus::random::Random;
use crate::corpus::words::{LANGUAGES, Vocabulary, Zipf};

/// Bytes of a body: from, to.
const BODY_BYTES: (usize, usize) = (2_000, 5_000);
/// Bytes of an abstract: from, to.
const ABSTRACT_BYTES: (usize, usize) = (150, 400);
/// Words of a title: from, to.
const TITLE_WORDS: (usize, usize) = (4, 9);
/// Years of documents: from, to.
const YEARS: (usize, usize) = (2004, 2026);

/// A member city, as far as documents show it.
pub struct Place {
    /// In addresses.
    pub slug: String,
    /// English name.
    pub name: String,
    /// ISO code.
    pub country: String,
    /// Slug.
    pub region: String,
}

/// All documents, each made when it is asked for.
pub struct Corpus {
    vocabularies: Vec<Vocabulary>,
    zipf: Zipf,
    cities: Vec<Place>,
    themes: Vec<String>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'a> {
    /// In the document's language, as all texts.
    pub title: String,
    /// What it is about.
    pub abstract_text: String,
    /// What would be read from its file.
    pub body: String,
    /// BCP 47.
    pub language: &'static str,
    /// None: of the network.
    pub city: Option<&'a Place>,
    /// Slugs, one to three.
    pub themes: Vec<&'a str>,
    /// One of the library's types.
    pub kind: &'static str,
    /// The year that it is of.
    pub year: i64,
    /// public, members, city: mostly the first.
    pub access: &'static str,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Place {}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.slug)
    }
}

impl Corpus {
    /// About the cities and the themes of the network that the hub carries.
    pub fn new() -> Result<Corpus> {
        let network = Network::embedded()?;
        let cities = network.members()?.into_iter().map(|member| Place {
            region: network.region_of(&member).map(|region| region.slug.clone()).unwrap_or_default(),
            name: member.name().to_owned(),
            slug: member.slug,
            country: member.country,
        });
        Ok(Corpus {
            cities: cities.collect(),
            themes: network.themes.iter().map(|theme| theme.slug.clone()).collect(),
            vocabularies: LANGUAGES.iter().map(Vocabulary::new).collect(),
            zipf: Zipf::new(words::WORDS),
        })
    }

    /// The document of this number: always the same.
    pub fn document(&self, number: usize) -> Document<'_> {
        let mut random = Random::new(number as u64);
        let vocabulary = &self.vocabularies[words::language(&mut random)];
        let body_bytes = random.between(BODY_BYTES);
        let title_words = random.between(TITLE_WORDS);
        let abstract_bytes = random.between(ABSTRACT_BYTES);
        // Large cities write more: the lower of two is twice as likely to be near the beginning.
        let city = random.below(self.cities.len()).min(random.below(self.cities.len()));
        let city = (random.below(100) >= 5).then(|| &self.cities[city]);
        let mut themes: Vec<&str> = (0..random.between((1, 3)))
            .map(|_| {
                let theme = random.below(self.themes.len()).min(random.below(self.themes.len()));
                self.themes[theme].as_str()
            })
            .collect();
        themes.sort_unstable();
        themes.dedup();
        let access = match (random.below(100), city) {
            (0, Some(_)) => "city",
            (0..6, _) => "members",
            _ => "public",
        };
        Document {
            title: vocabulary.title(&self.zipf, &mut random, title_words),
            abstract_text: vocabulary.text(&self.zipf, &mut random, abstract_bytes),
            body: vocabulary.text(&self.zipf, &mut random, body_bytes),
            language: vocabulary.language,
            city,
            themes,
            kind: library::rules::TYPES[random.below(library::rules::TYPES.len())],
            year: random.between(YEARS) as i64,
            access,
        }
    }

    /// The first so many documents.
    pub fn documents(&self, count: usize) -> impl Iterator<Item = Document<'_>> {
        (0..count).map(|number| self.document(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_documents_in_every_run() {
        let (one, other) = (Corpus::new().unwrap(), Corpus::new().unwrap());
        assert!(one.documents(300).eq(other.documents(300)));
        assert_eq!(one.queries(200, 100), other.queries(200, 100));
        // On every machine, too: figures of another corpus could not be compared with earlier ones.
        let sum = one.documents(50).fold(0, |sum, document| {
            let texts = format!("{}{}{}", document.title, document.abstract_text, document.body);
            library::rules::term(&texts) ^ sum
        });
        assert_eq!(format!("{sum:016x}"), "114ef031f3c46bb3");
    }

    #[test]
    fn documents_are_as_a_library_has_them() {
        let corpus = Corpus::new().unwrap();
        let documents: Vec<Document> = corpus.documents(2_000).collect();
        let share = |test: &dyn Fn(&Document) -> bool| documents.iter().filter(|document| test(document)).count() / 20;
        assert!((85..99).contains(&share(&|document| document.access == "public")));
        for (language, from, to) in [("en", 35, 55), ("fr", 12, 28), ("ar", 12, 28), ("sr", 7, 23)] {
            assert!((from..to).contains(&share(&|document| document.language == language)), "{language}");
        }
        for document in &documents {
            assert!((TITLE_WORDS.0..=TITLE_WORDS.1).contains(&document.title.split(' ').count()));
            assert!((1_900..5_100).contains(&document.body.len()));
            assert!(!document.themes.is_empty() && document.themes.len() <= 3);
            assert!(document.access != "city" || document.city.is_some());
        }
    }
}
