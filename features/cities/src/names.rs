//! What a city is called: a text in the network's languages. The rules of it.

use std::sync::LazyLock;

use base::limits::LINE_CHARS;
use base::{CityId, FieldError, Lang};
use input::{Fields, Reader};
use network::Network;
use texts::{First, InLanguages, Parts, Thing};
use web::words::language_words;

/// Their kind as texts, and in the change table.
pub(crate) const KIND: &str = "city";
/// Their only part.
pub(crate) const NAME: &str = "name";
/// Stands between the folded names of a city.
pub(crate) const BETWEEN: char = '|';

/// The city as a thing that has texts.
pub(crate) fn thing(city: CityId) -> Thing {
    Thing { kind: KIND, item: city.0 }
}

/// The parts of a text that is this name.
pub(crate) fn parts(name: &str) -> Parts {
    Parts::default().with(NAME, name)
}

/// What a form says of a city's name in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The language.
    pub lang: Lang,
    /// The name; empty: as in the language that it was first written in.
    pub name: String,
    /// It is right as it stands, says whoever looked at what waits for a translator.
    pub right: bool,
}

/// The fields of a form by [`Lang::place`]: a name, and that it is right.
static FIELDS: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
    base::lang::NAMES.iter().map(|(code, _)| [format!("name_{code}"), format!("right_{code}")]).collect()
});

/// The field of a form for the name in this language.
pub fn field(lang: Lang) -> &'static str {
    FIELDS.get(lang.place()).map_or("", |[name, _]| name)
}

/// The box of a form that says that this name is right as it stands.
pub(crate) fn right_field(lang: Lang) -> &'static str {
    FIELDS.get(lang.place()).map_or("", |[_, right]| right)
}

/// The languages in which a form asks for a city's names: first the one that they were first written in, whose name is needed,
/// then the others of the network.
pub(crate) fn languages(names: &InLanguages, network: &Network) -> Vec<Lang> {
    let source = names.source();
    let others = network.languages.iter().copied().filter(|lang| Some(*lang) != source);
    source.into_iter().chain(others).collect()
}

/// The names of a form with fields in these languages, of which the first is needed.
pub(crate) fn read(reader: &mut Reader, fields: &Fields, languages: &[Lang]) -> Vec<Named> {
    let mut names = Vec::with_capacity(languages.len());
    for (place, lang) in languages.iter().enumerate() {
        let (name, language) = (fields.line(field(*lang)), language_words(lang.code()));
        reader.check(place > 0 || !name.is_empty(), || {
            FieldError::new(field(*lang), "facts-name-needed").with("language", &language)
        });
        reader.check(name.chars().count() <= LINE_CHARS, || {
            FieldError::new(field(*lang), "facts-name-long").with("language", &language).with("max", LINE_CHARS)
        });
        names.push(Named { lang: *lang, name, right: fields.has(right_field(*lang), "yes") });
    }
    names
}

/// What a form does with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nothing.
    None,
    /// It is written, and renders what the source says now.
    Written,
    /// It stays, and is said to render what the source says now.
    Confirmed,
}

/// What becomes of a name of which `before` stood there, where anything did: empty, "as in the language of the source".
pub(crate) fn change(own: &Named, before: Option<&str>, source_changes: bool) -> Change {
    match before {
        // Nobody has said yet what it is called there, and whoever corrects another fact does not say so.
        None if own.name.is_empty() && !own.right => Change::None,
        Some(before) if before == own.name && !own.name.is_empty() => {
            if own.right {
                Change::Confirmed
            } else {
                Change::None
            }
        }
        // "As in the language of the source" holds whatever that says.
        Some(before) if before == own.name => {
            if source_changes {
                Change::Written
            } else {
                Change::None
            }
        }
        _ => Change::Written,
    }
}

/// All names, joined and folded, to search in.
pub(crate) fn folded(names: &InLanguages) -> String {
    names.iter().map(|(_, name)| base::fold::fold(name)).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

/// A city that has no names yet, with what is known of them.
pub(crate) struct Unnamed {
    pub city: CityId,
    /// It is a member: its names are to be in all languages.
    pub member: bool,
    /// What it is called in languages that have a name of their own.
    pub names: Vec<(Lang, String)>,
    /// Languages in which it was said what it is called: where there is no name, as in that of the source.
    pub said: Vec<Lang>,
}

impl Unnamed {
    /// Its first texts: the source is the network's first language, in which it is called as well as is known.
    pub(crate) fn first(&self, network: &Network) -> First {
        let source = network.languages.first().copied().unwrap_or(Lang::EN);
        let own = |lang: Lang| self.names.iter().find(|(own, name)| *own == lang && !name.is_empty());
        let best =
            own(source).or_else(|| own(Lang::EN)).or_else(|| self.names.iter().find(|(_, name)| !name.is_empty()));
        let named = self.names.iter().filter(|(lang, name)| *lang != source && !name.is_empty());
        let mut texts: Vec<(Lang, Parts)> = vec![(source, parts(best.map_or("", |(_, name)| name)))];
        texts.extend(named.map(|(lang, name)| (*lang, parts(name))));
        for lang in self.said.iter().filter(|lang| network.languages.contains(lang)) {
            if !texts.iter().any(|(own, _)| own == lang) {
                texts.push((*lang, Parts::default()));
            }
        }
        First { thing: thing(self.city), texts, wanted: self.member }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, right: bool) -> Named {
        Named { lang: Lang::FR, name: name.into(), right }
    }

    #[test]
    fn nobody_says_anything_of_a_name_by_saving_another_fact() {
        for source_changes in [false, true] {
            assert_eq!(change(&named("", false), None, source_changes), Change::None);
            assert_eq!(change(&named("Genève", false), Some("Genève"), source_changes), Change::None);
        }
        assert_eq!(change(&named("", false), Some(""), false), Change::None);
    }

    #[test]
    fn an_empty_name_is_as_in_the_first_language_once_somebody_said_so() {
        assert_eq!(change(&named("", true), None, false), Change::Written);
        assert_eq!(change(&named("", false), Some("Genève"), false), Change::Written);
        assert_eq!(change(&named("", false), Some(""), true), Change::Written, "whatever the source says");
    }

    #[test]
    fn a_name_is_written_or_said_to_be_right() {
        assert_eq!(change(&named("Genève", false), None, false), Change::Written);
        assert_eq!(change(&named("Genève", true), Some("Geneve"), true), Change::Written);
        assert_eq!(change(&named("Genève", true), Some("Genève"), false), Change::Confirmed);
    }

    #[test]
    fn the_source_is_the_network_s_first_language_in_which_it_is_called_as_is_known() {
        let mut network = Network::embedded().expect("the network");
        network.languages = vec![Lang::FR, Lang::AR];
        let of = |names: &[(Lang, &str)]| {
            let names = names.iter().map(|(lang, name)| (*lang, (*name).to_owned())).collect();
            let city = Unnamed { city: CityId(7), member: true, names, said: vec![Lang::EN, Lang::FR, Lang::AR] };
            let texts = city.first(&network).texts;
            texts.into_iter().map(|(lang, parts)| (lang, parts.get(NAME).to_owned())).collect::<Vec<_>>()
        };
        let text = |lang: Lang, name: &str| (lang, name.to_owned());
        assert_eq!(
            of(&[(Lang::EN, "Geneva"), (Lang::FR, "Genève"), (Lang::AR, "")]),
            [text(Lang::FR, "Genève"), text(Lang::EN, "Geneva"), text(Lang::AR, "")]
        );
        assert_eq!(of(&[(Lang::EN, "Oslo")]), [text(Lang::FR, "Oslo"), text(Lang::EN, "Oslo"), text(Lang::AR, "")]);
        assert_eq!(of(&[(Lang::AR, "أوسلو")])[0], text(Lang::FR, "أوسلو"), "better than nothing");
    }
}
