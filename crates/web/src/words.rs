//! The words of the interface: Fluent files of the ground, of the features, and of the network,
//! which may say any word differently.

use std::collections::HashMap;

use base::{Fail, FieldError, Lang, Result};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use network::Network;

use crate::dev::current;
use crate::format;

mod prepare;

/// What a message mentions.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A text, set apart when it runs in the other direction.
    Text(&'a str),
    /// A number: chooses the plural and is written with separators.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}
impl<'a> From<&'a &str> for Arg<'a> {
    fn from(text: &'a &str) -> Self {
        Arg::Text(text)
    }
}
impl From<&i64> for Arg<'_> {
    fn from(number: &i64) -> Self {
        Arg::Number(*number)
    }
}
impl From<&usize> for Arg<'_> {
    fn from(number: &usize) -> Self {
        Arg::from(*number)
    }
}
impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}
impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// All words in all languages of this network. What a language that a network adds does not say is said in English.
pub struct Words {
    bundles: HashMap<Lang, FluentBundle<FluentResource>>,
    /// What each message mentions.
    mentioned: HashMap<Lang, HashMap<String, Mentioned>>,
}

impl Words {
    /// The ground's own words.
    pub const GROUND: [(Lang, &'static str); 3] = [
        (Lang::EN, include_str!("../words/en.ftl")),
        (Lang::FR, include_str!("../words/fr.ftl")),
        (Lang::AR, include_str!("../words/ar.ftl")),
    ];

    /// Reads the ground's words and these, then what the network says differently.
    pub fn new(network: &Network, words: &[(Lang, &'static str)]) -> Result<Words> {
        let (mut bundles, mut mentioned) = (HashMap::new(), HashMap::new());
        let adds = network.languages.iter().any(|lang| !Lang::SHIPPED.contains(lang));
        let english = adds && !network.languages.contains(&Lang::EN);
        for lang in network.languages.iter().copied().chain(english.then_some(Lang::EN)) {
            let id = lang.code().parse().map_err(|error| Fail::internal(format!("{error:?}")))?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Texts are set apart by `write`, only where directions meet.
            bundle.set_use_isolating(false);
            let refused = |error| Fail::internal(format!("{error:?}"));
            bundle.add_function(prepare::PLURAL, move |values, _| plural(values, lang)).map_err(refused)?;
            bundle.add_function(prepare::WRITTEN, move |values, _| written(values, lang)).map_err(refused)?;
            let ground =
                Words::GROUND.map(|(lang, text)| (lang, current(&format!("crates/web/words/{lang}.ftl"), text)));
            let mut mentions = HashMap::new();
            for (_, text) in ground.iter().chain(words).filter(|(own, _)| *own == lang) {
                mentions.extend(prepare::mentions(text).map_err(Fail::Internal)?);
                let resource = resource(text, lang).map_err(Fail::Internal)?;
                bundle.add_resource(resource).map_err(|errors| Fail::internal(format!("{lang}: {errors:?}")))?;
            }
            if let Some(text) = network.own_words(lang) {
                let resource =
                    resource(&text, lang).map_err(|error| Fail::Unavailable(format!("words/{lang}.ftl: {error}")))?;
                bundle.add_resource_overriding(resource);
                mentions.extend(prepare::mentions(&text).map_err(Fail::Unavailable)?);
            }
            bundles.insert(lang, bundle);
            mentioned.insert(lang, mentions);
        }
        Ok(Words { bundles, mentioned })
    }

    /// Is there such a message?
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang, key).is_some()
    }

    /// The words of the language that says this.
    fn bundle(&self, lang: Lang, key: &str) -> Option<&FluentBundle<FluentResource>> {
        let english = (!Lang::SHIPPED.contains(&lang)).then_some(Lang::EN);
        let mut bundles = [lang].into_iter().chain(english).filter_map(|lang| self.bundles.get(&lang));
        bundles.find(|bundle| bundle.has_message(key))
    }

    /// What is wrong with a field, in a sentence.
    pub fn sentence(&self, lang: Lang, error: &FieldError) -> String {
        let args: Vec<(&str, &str)> = error.args.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.sentence_of(lang, error.message, &args)
    }

    /// The same of a message that was kept, with what it mentions.
    pub fn sentence_of(&self, lang: Lang, message: &str, mentioned: &[(&str, &str)]) -> String {
        // A field may have a sentence of its own for when it is empty: its label's key and `-needed`.
        if matches!(message, "error-required" | "error-choose") {
            let label = mentioned.iter().find(|(name, _)| *name == "label").map_or("", |(_, label)| *label);
            let needed = format!("{label}-needed");
            if self.has(lang, &needed) {
                return self.write(lang, &needed, &[]);
            }
        }
        // Labels and languages are named by their words: the rule that found the mistake knows no language.
        let language = mentioned.iter().find(|(name, _)| *name == "language");
        let language = language.map(|(_, text)| self.write(lang, text, &[]));
        let named = |name: &str, text: &str| match (name, &language) {
            ("language", Some(language)) => language.clone(),
            ("label", Some(language)) => self.write(lang, text, &[("language", Arg::Text(language))]),
            ("label", None) => self.write(lang, text, &[]),
            _ => text.to_owned(),
        };
        let texts: Vec<(&str, String)> = mentioned.iter().map(|(name, text)| (*name, named(name, text))).collect();
        let number = |name: &str, text: &str| match text.parse::<i64>() {
            // These choose a plural; anything else (a year) is written as it stands.
            Ok(number) if matches!(name, "max" | "least" | "count") => Some(number),
            _ => None,
        };
        let args: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(name, text)| (*name, number(name, text).map_or(Arg::Text(text), Arg::Number))).collect();
        self.write(lang, message, &args)
    }

    /// The message; its key where it is missing (a test makes sure that none is).
    pub fn write(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = self.bundle(lang, key);
        let found = bundle.and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else {
            tracing::error!(key, lang = lang.code(), "a word is missing");
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(set_apart(text, lang)),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, lang = lang.code(), ?errors, "a word cannot be written");
        }
        text
    }
}

/// What a message mentions, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mentioned {
    /// By name, each once; with whether it is a number that chooses a plural.
    pub names: Vec<(String, bool)>,
}

impl Words {
    /// The message with a mark in the place of each text that it mentions, and this number in the place of each number.
    pub(crate) fn sample(&self, lang: Lang, key: &str, count: i64, mark: &dyn Fn(&str) -> String) -> String {
        let english = (!Lang::SHIPPED.contains(&lang)).then_some(Lang::EN);
        let mut languages = [lang].into_iter().chain(english);
        let mentioned = languages.find_map(|lang| self.mentioned.get(&lang)?.get(key)).cloned().unwrap_or_default();
        let text = |name: &str, number: bool| if number { String::new() } else { mark(name) };
        let texts: Vec<(&str, bool, String)> =
            mentioned.names.iter().map(|(name, number)| (name.as_str(), *number, text(name, *number))).collect();
        let arg = |number: bool, text| if number { Arg::Number(count) } else { Arg::Text(text) };
        let args: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(name, number, text)| (*name, arg(*number, text.as_str()))).collect();
        self.write(lang, key, &args)
    }
}

/// Key of the words for a language, one of [`base::lang::NAMES`], as it stands within a sentence.
pub fn language_words(code: &str) -> String {
    format!("language-{code}")
}

/// Key of the words for what was just done (`?done=saved`).
pub(crate) fn done_words(done: &str) -> String {
    format!("done-{done}")
}

/// Key of the words for an act on record, by its code.
pub fn act_words(act: &str) -> String {
    format!("record-{}", act.replace('.', "-"))
}

/// Key of the words for a kind of notice, by its name: what somebody is told of.
pub fn notice_words(kind: &str) -> String {
    format!("notice-{}", kind.replace('.', "-"))
}

/// Jobs of the hub itself, which no feature owns: letters, events that are taken again, tidying up.
pub const JOBS: [&str; 4] = ["mail.send", "event.again", "tidy-up", "seal-record"];

/// Key of the words for a kind of job, by its name.
pub fn job_words(kind: &str) -> String {
    format!("job-{}", kind.replace('.', "-"))
}

fn resource(text: &str, lang: Lang) -> std::result::Result<FluentResource, String> {
    FluentResource::try_new(prepare::prepare(text, lang)?).map_err(|(_, errors)| format!("{errors:?}"))
}

/// The plural category of a number, for [`prepare::PLURAL`].
fn plural(numbers: &[FluentValue<'_>], lang: Lang) -> FluentValue<'static> {
    match numbers.first() {
        Some(FluentValue::Number(number)) => format::plural(number.value as i64, lang).into(),
        _ => FluentValue::Error,
    }
}

/// A number as the language writes it, a text as it is; for [`prepare::WRITTEN`].
fn written(values: &[FluentValue<'_>], lang: Lang) -> FluentValue<'static> {
    match values.first() {
        Some(FluentValue::Number(number)) => format::number(number.value as i64, lang).into(),
        Some(FluentValue::String(text)) => text.to_string().into(),
        _ => FluentValue::Error,
    }
}

/// Wraps a text that runs against the sentence around it in isolating marks (Unicode UAX 9).
pub(crate) fn set_apart(text: &str, lang: Lang) -> String {
    let right_to_left = text
        .chars()
        .any(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'));
    // Digits around a hyphen (`2026-1`) have no direction of their own: in a sentence from right to left they change places.
    let is_joined = |letters: &[char]| letters[1] == '-' && letters[0].is_ascii_digit() && letters[2].is_ascii_digit();
    let letters: Vec<char> = text.chars().collect();
    let left_to_right = text.chars().any(|letter| letter.is_alphabetic() && letter < '\u{590}')
        || !right_to_left && letters.windows(3).any(is_joined);
    let against = if lang.is_rtl() { left_to_right } else { right_to_left };
    if against { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}
