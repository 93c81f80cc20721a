//! The next version while it is written, and what is missing before it can be published.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base::{FieldError, Lang};
use input::{Fields, Reader};
use web::words::language_words;

use crate::rules::{Change, Text, Version, lines};

/// Principles of a version at most.
const PRINCIPLES: usize = 40;
/// Characters of all principles in a language at most.
const BODY_CHARS: usize = 12_000;
/// Characters of what is said about a version in a language at most.
const ABOUT_CHARS: usize = 1_500;
/// Characters of a version's name at most.
const NAME_CHARS: usize = 30;
/// What stands at these addresses is no version.
const TAKEN: [&str; 4] = ["sign", "signature", "signatures", "report"];

/// The fields of a form by [`Lang::place`]: the principles, and what is new.
static FIELDS: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
    base::lang::NAMES.iter().map(|(code, _)| [format!("body_{code}"), format!("about_{code}")]).collect()
});

/// The field of a form for the principles in this language.
pub(crate) fn body_field(lang: Lang) -> &'static str {
    FIELDS.get(lang.place()).map_or("", |[body, _]| body)
}

/// The field of a form for what is new, in this language.
pub(crate) fn about_field(lang: Lang) -> &'static str {
    FIELDS.get(lang.place()).map_or("", |[_, about]| about)
}

/// What a draft says in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DraftText {
    pub lang: Lang,
    /// One principle each line.
    pub body: String,
    /// What is new.
    pub about: String,
}
store::from_row!(DraftText: lang, body, about);

/// May a version be called so? As it stands in its address: words and numbers with a point or a hyphen between them, no name of a file, and
/// nothing that stands there already.
fn is_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['.', '-']).collect();
    let written = parts.iter().all(|part| !part.is_empty() && part.chars().all(|one| one.is_ascii_alphanumeric()));
    let last = name.rsplit_once('.').map_or("", |(_, last)| last);
    let is_file = last.chars().any(|one| one.is_ascii_alphabetic());
    written && !is_file && !TAKEN.contains(&name.to_ascii_lowercase().as_str())
}

/// What is written of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wording {
    pub name: String,
    pub change: Change,
    pub texts: BTreeMap<Lang, DraftText>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub id: i64,
    /// How often it was saved.
    pub revision: i64,
    pub wording: Wording,
}

impl Wording {
    /// From a form: whatever there is of it.
    pub(crate) fn read(fields: &Fields, languages: &[Lang]) -> Result<Wording, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let name = reader.line_within("name", "draft-name", NAME_CHARS);
        reader.check(name.is_empty() || is_name(&name), || FieldError::new("name", "error-draft-name"));
        let change = reader.one_of("change", "draft-change", Change::parse);
        let mut texts = BTreeMap::new();
        for lang in languages {
            let body = lines(&fields.text(body_field(*lang))).join("\n");
            let about = fields.text(about_field(*lang));
            let (body_name, about_name, language) =
                (body_field(*lang), about_field(*lang), language_words(lang.code()));
            reader.check(body.chars().count() <= BODY_CHARS, || {
                FieldError::new(body_name, "error-draft-body-long").with("max", BODY_CHARS).with("language", &language)
            });
            reader.check(lines(&body).len() <= PRINCIPLES, || {
                FieldError::new(body_name, "error-draft-many").with("max", PRINCIPLES).with("language", &language)
            });
            reader.check(about.chars().count() <= ABOUT_CHARS, || {
                FieldError::new(about_name, "error-draft-about-long")
                    .with("max", ABOUT_CHARS)
                    .with("language", &language)
            });
            if !body.is_empty() || !about.is_empty() {
                texts.insert(*lang, DraftText { lang: *lang, body, about });
            }
        }
        reader.end(Wording { name, change: change.unwrap_or(Change::Major), texts })
    }

    /// As it stands in a form.
    pub(crate) fn fields(&self) -> Fields {
        let head = Fields::default().with("name", &self.name).with("change", self.change.code());
        self.texts.values().fold(head, |fields, own| {
            fields.with(body_field(own.lang), &own.body).with(about_field(own.lang), &own.about)
        })
    }

    /// A draft that begins with what is in force.
    pub(crate) fn of(texts: &[Text]) -> Wording {
        let own =
            |text: &Text| (text.lang, DraftText { lang: text.lang, body: text.body.clone(), about: String::new() });
        Wording { name: String::new(), change: Change::Minor, texts: texts.iter().map(own).collect() }
    }

    /// By which whoever publishes says what they read.
    pub(crate) fn fingerprint(&self) -> String {
        let texts = self.texts.values().map(|own| format!("{}\u{0}{}\u{0}{}", own.lang, own.body, own.about));
        let all: Vec<String> = texts.collect();
        base::secret::hash(&format!("{}\u{0}{}\u{0}{}", self.name, self.change.code(), all.join("\u{0}")))
    }

    /// What is missing before it can be published after this version.
    pub(crate) fn missing(&self, languages: &[Lang], versions: &[Version], now: &[Text]) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.name.is_empty() {
            errors.push(FieldError::new("name", "error-required").with("label", "draft-name"));
        }
        if versions.iter().any(|own| own.name == self.name) {
            errors.push(FieldError::new("name", "error-draft-taken"));
        }
        let count = |lang: Lang| self.texts.get(&lang).map_or(0, |own| lines(&own.body).len());
        let first = languages.first().map_or(0, |lang| count(*lang));
        for lang in languages {
            let (own, language) = (count(*lang), language_words(lang.code()));
            if own == 0 {
                errors.push(FieldError::new(body_field(*lang), "error-draft-language").with("language", &language));
            } else if own != first {
                let other = FieldError::new(body_field(*lang), "error-draft-counts")
                    .with("own", own)
                    .with("first", first)
                    .with("language", &language);
                errors.push(other);
            }
            let told = self.texts.get(lang).is_some_and(|own| !own.about.is_empty());
            if self.change == Change::Major && !versions.is_empty() && !told {
                errors.push(FieldError::new(about_field(*lang), "error-draft-about").with("language", &language));
            }
        }
        errors.extend(self.wrong_change(languages, versions, now));
        errors
    }

    /// What is wrong with saying that this change is minor, or that there is one.
    fn wrong_change(&self, languages: &[Lang], versions: &[Version], now: &[Text]) -> Option<FieldError> {
        if versions.is_empty() {
            return (self.change == Change::Minor).then(|| FieldError::new("change", "error-draft-first"));
        }
        let before = |lang: Lang| now.iter().find(|text| text.lang == lang);
        let of = |lang: Lang| self.texts.get(&lang).map_or("", |own| own.body.as_str());
        let same = languages.iter().all(|lang| before(*lang).is_some_and(|text| lines(&text.body) == lines(of(*lang))));
        if same {
            return Some(FieldError::new("", "error-draft-same"));
        }
        let fewer = |lang: &Lang| before(*lang).is_some_and(|text| lines(&text.body).len() != lines(of(*lang)).len());
        let is_more = self.change == Change::Minor && languages.iter().any(fewer);
        is_more.then(|| FieldError::new("change", "error-draft-minor"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [Lang; 2] = [Lang::EN, Lang::FR];

    fn wording(change: Change, en: &str, fr: &str) -> Wording {
        let text = |lang, body: &str| (lang, DraftText { lang, body: body.to_owned(), about: "New.".to_owned() });
        let texts = [text(Lang::EN, en), text(Lang::FR, fr)].into_iter().collect();
        Wording { name: "2027".to_owned(), change, texts }
    }

    fn before() -> (Vec<Version>, Vec<Text>) {
        let version = Version {
            id: 1,
            name: "2024".to_owned(),
            number: 1,
            source: String::new(),
            change: Change::Major,
            published_at: None,
            grace_until: None,
        };
        let text = |lang, body: &str| Text { lang, body: body.to_owned(), about: String::new(), hash: String::new() };
        (vec![version], vec![text(Lang::EN, "Rigths.\nVoices."), text(Lang::FR, "Droits.\nVoix.")])
    }

    fn wrong(own: &Wording) -> Vec<&'static str> {
        let (versions, now) = before();
        own.missing(&LANGUAGES, &versions, &now).iter().map(|error| error.message).collect()
    }

    #[test]
    fn a_mended_word_is_minor_and_another_principle_is_not() {
        assert_eq!(wrong(&wording(Change::Minor, "Rights.\nVoices.", "Droits.\nVoix.")), Vec::<&str>::new());
        let more = "Rights.\nVoices.\nMoney.";
        let plus = "Droits.\nVoix.\nArgent.";
        assert_eq!(wrong(&wording(Change::Minor, more, plus)), ["error-draft-minor"]);
        assert_eq!(wrong(&wording(Change::Major, more, plus)), Vec::<&str>::new());
    }

    #[test]
    fn each_language_has_all_principles_and_something_changed() {
        assert_eq!(wrong(&wording(Change::Major, "Rights.\nVoices.", "Droits.")), ["error-draft-counts"]);
        assert_eq!(wrong(&wording(Change::Major, "Rights.\nVoices.", "")), ["error-draft-language"]);
        assert_eq!(wrong(&wording(Change::Minor, "Rigths.\nVoices.", "Droits.\nVoix.")), ["error-draft-same"]);
        let mut own = wording(Change::Major, "A.", "B.");
        own.name = "2024".to_owned();
        own.texts.values_mut().for_each(|text| text.about = String::new());
        assert_eq!(wrong(&own), ["error-draft-taken", "error-draft-about", "error-draft-about"]);
    }

    #[test]
    fn a_name_can_stand_in_an_address() {
        for right in ["2027", "2027-1", "2027.1", "Oslo-2027"] {
            assert!(is_name(right), "{right}");
        }
        for wrong in ["..", ".", "---", "2027.", "-1", "signatures.csv", "Signatures", "report", "a b", "a/b"] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_first_version_asks_everybody() {
        let own = wording(Change::Minor, "A.", "B.");
        let wrong: Vec<_> = own.missing(&LANGUAGES, &[], &[]).iter().map(|error| error.message).collect();
        assert_eq!(wrong, ["error-draft-first"]);
    }

    #[test]
    fn what_was_read_is_known_by_every_word() {
        let own = wording(Change::Minor, "A.", "B.");
        let mut other = own.clone();
        assert_eq!(own.fingerprint(), other.fingerprint());
        other.change = Change::Major;
        assert_ne!(own.fingerprint(), other.fingerprint());
        assert_ne!(own.fingerprint(), wording(Change::Minor, "A.", "C.").fingerprint());
    }
}
