//! What a version of the principles is, and what a signature says.

use base::{CityId, Lang, Time};

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: i64,
    /// As people call it, and in its address: `2024`.
    pub name: String,
    /// Its place among all: the last is in force.
    pub number: i64,
    /// Ids of the sources that it was written from, joined by `;`.
    pub source: String,
}
store::from_row!(Version in principles_versions: id, name, number, source);

impl Version {
    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/principles/{}", self.name)
    }
}

/// What a version says in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language.
    pub lang: Lang,
    /// One principle each line.
    pub body: String,
    /// What a signature names.
    pub hash: String,
}
store::from_row!(Text in principles_texts: lang, body, hash);

/// The principles of a text, in their order.
pub fn lines(body: &str) -> Vec<&str> {
    body.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The text for a reader of this language: in it, else in the first of the network's that there is.
pub fn best<'a>(texts: &'a [Text], lang: Lang, languages: &[Lang]) -> Option<&'a Text> {
    let of = |lang: &Lang| texts.iter().find(|text| text.lang == *lang);
    std::iter::once(&lang).chain(languages).find_map(of).or(texts.first())
}

/// What a signature names its text by: of the version, of the language, of every word.
pub(crate) fn hash(version: &str, lang: Lang, body: &str) -> String {
    base::secret::hash(&format!("{version}\n{lang}\n{}", lines(body).join("\n")))
}

/// What is signed, for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The version.
    pub version: i64,
    /// The language of the text that was read.
    pub lang: Lang,
    /// Its hash.
    pub hash: String,
    /// Who has the mandate, in any script.
    pub name: String,
    /// The function in which it is held.
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
    /// When.
    pub signed_at: Time,
}

/// A signature of a city.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Its id.
    pub id: i64,
    /// The city.
    pub city: CityId,
    /// The version.
    pub version: i64,
    /// The language of the text that was signed.
    pub lang: Lang,
    /// Its hash.
    pub hash: String,
    /// Who had the mandate.
    pub name: String,
    /// The function in which it was held.
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
    /// When.
    pub signed_at: Time,
}
store::from_row!(Signed in principles_signatures: id, city, version, lang, hash, name, position, named, signed_at);

impl Signed {
    /// The name, where it may be shown to everybody.
    pub fn public_name(&self) -> &str {
        if self.named { &self.name } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_of_every_word_and_of_nothing_else() {
        let of = |name: &str, lang, body: &str| hash(name, lang, body);
        let one = of("2024", Lang::EN, "Rights.\nVoices.");
        assert_eq!(one, of("2024", Lang::EN, " Rights. \n\n Voices.\n"));
        for other in [
            of("2025", Lang::EN, "Rights.\nVoices."),
            of("2024", Lang::FR, "Rights.\nVoices."),
            of("2024", Lang::EN, "Rights.\nVoice."),
            of("2024", Lang::EN, "Voices.\nRights."),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn a_reader_gets_their_language_or_the_networks_first() {
        let text = |lang| Text { lang, body: String::new(), hash: String::new() };
        let texts = [text(Lang::AR), text(Lang::EN)];
        let languages = [Lang::EN, Lang::FR, Lang::AR];
        assert_eq!(best(&texts, Lang::AR, &languages).map(|text| text.lang), Some(Lang::AR));
        assert_eq!(best(&texts, Lang::FR, &languages).map(|text| text.lang), Some(Lang::EN));
        assert_eq!(best(&[], Lang::FR, &languages), None);
    }
}
