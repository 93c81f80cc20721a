//! What a thing is called, read in the row of the thing: a list of thousands asks nothing more for it.

use base::Lang;
use store::{FromValue, Value};

/// Stand in no text: behind a language, behind that of the source, and between two languages.
const BEHIND: char = '\u{1f}';
const OF_SOURCE: char = '\u{1d}';
const BETWEEN: char = '\u{1e}';

/// The column of a statement that answers [`InLanguages`]: what this part of the things of this kind says to readers; `item` is
/// the column of their ids.
#[must_use]
pub fn in_languages(kind: &'static str, item: &str, part: &'static str) -> String {
    format!(
        "(SELECT string_agg(t.lang || CASE WHEN t.source THEN '{OF_SOURCE}' ELSE '{BEHIND}' END || p.body, '{BETWEEN}') \
         FROM texts t JOIN text_parts p ON p.kind = t.kind AND p.item = t.item AND p.lang = t.lang AND p.number = t.live \
         AND p.part = '{part}' WHERE t.kind = '{kind}' AND t.item = {item})"
    )
}

/// What one part of a thing's text says in each language that has words of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InLanguages(Vec<(Lang, String)>);

impl InLanguages {
    /// Of these; the first is the source.
    pub fn of(all: impl IntoIterator<Item = (Lang, String)>) -> InLanguages {
        InLanguages(all.into_iter().filter(|(_, words)| !words.is_empty()).collect())
    }

    /// In this language, else as the source says it; nothing where it says nothing.
    pub fn get(&self, lang: Lang) -> &str {
        self.own(lang).or_else(|| self.0.first().map(|(_, words)| words.as_str())).unwrap_or_default()
    }

    /// In this language; none where it has no words of its own.
    pub fn own(&self, lang: Lang) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == lang).map(|(_, words)| words.as_str())
    }

    /// The language that it was first written in.
    pub fn source(&self) -> Option<Lang> {
        self.0.first().map(|(lang, _)| *lang)
    }

    /// All, the source first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, words)| (*lang, words.as_str()))
    }

    /// As the column holds it; none where that is something else.
    fn read(joined: &str) -> Option<InLanguages> {
        let mut all = Vec::new();
        for own in joined.split(BETWEEN) {
            let at = own.find([BEHIND, OF_SOURCE])?;
            let (lang, words) = own.split_at(at);
            let is_source = words.starts_with(OF_SOURCE);
            let words = words.get(1..)?.to_owned();
            all.push((!is_source, lang.parse::<Lang>().ok()?, words));
        }
        all.sort_by_key(|(behind, lang, _)| (*behind, *lang));
        Some(InLanguages(all.into_iter().map(|(_, lang, words)| (lang, words)).collect()))
    }
}

impl FromValue for InLanguages {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(joined) => InLanguages::read(joined),
            Value::Null => Some(InLanguages::default()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_stands_in_for_what_has_no_words_of_its_own() {
        let joined = "ar\u{1f}أوسلو\u{1e}fr\u{1d}Oslo";
        let own = InLanguages::from_value(&Value::Text(joined.into())).expect("it can be read");
        assert_eq!((own.get(Lang::AR), own.get(Lang::EN), own.get(Lang::FR)), ("أوسلو", "Oslo", "Oslo"));
        assert_eq!((own.own(Lang::EN), own.source()), (None, Some(Lang::FR)));
        assert_eq!(own.iter().next(), Some((Lang::FR, "Oslo")), "the source first");
    }

    #[test]
    fn a_thing_without_texts_says_nothing_and_something_else_is_told() {
        assert_eq!(InLanguages::from_value(&Value::Null).map(|own| own.get(Lang::EN).to_owned()), Some(String::new()));
        for wrong in ["", "Oslo", "xx\u{1f}Oslo", "en\u{1d}Oslo\u{1e}"] {
            assert_eq!(InLanguages::from_value(&Value::Text(wrong.into())), None, "{wrong:?}");
        }
        assert_eq!(InLanguages::from_value(&Value::Int(1)), None);
    }
}
