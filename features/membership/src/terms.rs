//! The terms of reference of a member: a document in the language that the city chose, as it stood when it joined.

use base::{Fail, Lang, Result, Time};
use principles::Signature;
use print::Fonts;
use store::Sql;
use web::Hub;
use web::format;

use crate::application::{Contacts, contact_kind_words};

const TEXTS: [(Lang, &str); 3] = [
    (Lang::EN, include_str!("../terms/en.md")),
    (Lang::FR, include_str!("../terms/fr.md")),
    (Lang::AR, include_str!("../terms/ar.md")),
];

/// The languages in which they are written, of those of a network; where it has none of these, the first of them.
pub(crate) fn languages(network: &[Lang]) -> Vec<Lang> {
    let written = |lang: &Lang| TEXTS.iter().any(|(own, _)| own == lang);
    let both: Vec<Lang> = network.iter().copied().filter(written).collect();
    if both.is_empty() { vec![TEXTS[0].0] } else { both }
}

/// What is agreed.
pub(crate) struct Agreed<'a> {
    /// The language of the document.
    pub lang: Lang,
    /// What the city is called in it.
    pub city: &'a str,
    /// Whom it names.
    pub contacts: &'a Contacts,
    /// Its agreement to the principles; none where the network has none.
    pub signature: Option<&'a Signature>,
    /// When it became a member.
    pub accepted_at: Time,
}

/// Prints them.
///
/// # Errors
/// [`Fail::NotFound`] without a version that was signed; an internal one where it cannot be laid out.
pub(crate) async fn print(hub: &Hub, sql: &Sql, agreed: &Agreed<'_>) -> Result<Vec<u8>> {
    let lang = agreed.lang;
    let network = hub.network.settings.name.get(lang).to_owned();
    let hub_name = hub.network.settings.hub_name.get(lang).to_owned();
    let title = hub.words.write(lang, "terms-title", &[("city", agreed.city.into())]);
    let markdown = write(hub, sql, agreed).await?;
    let fonts = Fonts::with(hub.network.fonts());
    let printed = tokio::task::spawn_blocking(move || {
        let document = print::Document {
            lang: lang.code(),
            title: &title,
            subtitle: &network,
            author: &network,
            footer: &hub_name,
            markdown: &markdown,
        };
        print::pdf_with(&fonts, &document)
    });
    printed.await.map_err(Fail::internal)?.map_err(Fail::internal)
}

/// The text, with what is agreed in its places.
async fn write(hub: &Hub, sql: &Sql, agreed: &Agreed<'_>) -> Result<String> {
    let lang = agreed.lang;
    let expected = |mandatory: bool| {
        let own = hub.network.expectations.iter().filter(|own| own.mandatory == mandatory);
        own.map(|own| format!("- {}", plain(own.text(lang)))).collect::<Vec<_>>().join("\n")
    };
    let mut places = vec![
        ("{city}", plain(agreed.city)),
        ("{network}", plain(hub.network.settings.name.get(lang))),
        ("{hub}", plain(hub.network.settings.hub_name.get(lang))),
        ("{expected}", expected(true)),
        ("{chosen}", expected(false)),
        ("{contacts}", contacts(hub, agreed)),
        ("{accepted}", format::date(agreed.accepted_at, lang)),
    ];
    let own = TEXTS.iter().find(|(own, _)| *own == lang).unwrap_or(&TEXTS[0]).1;
    let Some(signature) = agreed.signature else { return Ok(filled(&unsigned(own), &places)) };
    places.extend(signed(hub, sql, lang, signature).await?);
    Ok(filled(&own.replace([OPEN, END], ""), &places))
}

/// Between these stands what is said of the principles.
const OPEN: char = '⟦';
const END: char = '⟧';

/// The text without what is said of the principles.
fn unsigned(text: &str) -> String {
    let before = text.split(OPEN).next().unwrap_or_default();
    let after = text.split(END).nth(1).unwrap_or_default();
    format!("{before}{after}")
}

/// What is said of the principles, and of whoever agreed to them in which language.
async fn signed(hub: &Hub, sql: &Sql, lang: Lang, signature: &Signature) -> Result<Vec<(&'static str, String)>> {
    let version = principles::version(sql, signature.version).await?;
    let texts = principles::texts_of(sql, version.id).await?;
    let text = principles::best(&texts, lang, &hub.network.languages).ok_or(Fail::NotFound)?;
    let numbered = principles::lines(&text.body).into_iter().enumerate();
    let numbered: Vec<String> = numbered.map(|(place, line)| format!("{}. {}", place + 1, plain(line))).collect();
    Ok(vec![
        ("{version}", plain(&version.name)),
        ("{principles}", numbered.join("\n")),
        ("{name}", plain(&signature.name)),
        ("{position}", plain(&signature.position)),
        ("{signed}", format::date(signature.signed_at, lang)),
        ("{language}", signature.lang.endonym().to_owned()),
        ("{hash}", signature.hash.clone()),
    ])
}

/// The text with each place filled in once: what is filled in has no places.
fn filled(text: &str, places: &[(&str, String)]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        match places.iter().find(|(place, _)| rest.starts_with(place)) {
            Some((place, value)) => {
                written.push_str(value);
                rest = &rest[place.len()..];
            }
            None => {
                written.push('{');
                rest = &rest[1..];
            }
        }
    }
    written + rest
}

/// Each point of contact on a line of its own: neither address nor number, since the document goes from hand to hand.
fn contacts(hub: &Hub, agreed: &Agreed<'_>) -> String {
    let lang = agreed.lang;
    let line = |own: &crate::application::Contact| {
        let kind = hub.words.write(lang, &contact_kind_words(own.kind), &[]);
        let organisation = Some(own.organisation.as_str()).filter(|own| !own.is_empty());
        let all = [Some(own.name.as_str()), Some(own.position.as_str()), organisation, Some(kind.as_str())];
        let comma = hub.words.write(lang, "list-comma", &[]);
        format!("- {}", all.into_iter().flatten().map(plain).collect::<Vec<_>>().join(&comma))
    };
    agreed.contacts.people.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What somebody typed as it stands in a text: on one line, and no sign of it means anything.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            plain.push('\\');
        }
        plain.push(if letter.is_control() { ' ' } else { letter });
    }
    plain
}

/// The letters of what will be printed for which there is no font: told before another sign stands in their place.
pub(crate) fn without_font<'a>(fonts: &Fonts, texts: impl IntoIterator<Item = &'a str>) -> String {
    let draws = |letter: char| letter.is_whitespace() || letter.is_control() || fonts.draw(letter);
    let mut letters: Vec<char> = texts.into_iter().flat_map(str::chars).filter(|letter| !draws(*letter)).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_means_nothing_in_the_document() {
        assert_eq!(plain("A_b* [x](y)\n# {city}"), "A\\_b\\* \\[x\\]\\(y\\) \\# \\{city\\}");
        let places = [("{city}", "a {name} b".to_owned()), ("{name}", "N".to_owned())];
        assert_eq!(filled("{city} {name} {other} {", &places), "a {name} b N {other} {");
    }

    #[test]
    fn a_network_without_principles_has_nothing_signed_in_its_terms() {
        for (lang, text) in TEXTS {
            let left = unsigned(text);
            assert!(!left.contains("{hash}") && left.contains("{contacts}") && left.contains("{city}"), "{lang}");
        }
    }

    #[test]
    fn a_network_of_other_languages_has_terms_all_the_same() {
        assert_eq!(languages(&[Lang::FR, Lang::AR]), [Lang::FR, Lang::AR]);
        let german: Lang = "de".parse().expect("a language");
        assert_eq!(languages(&[german, Lang::FR]), [Lang::FR]);
        assert_eq!(languages(&[german]), [Lang::EN]);
    }

    #[test]
    fn letters_without_a_font_are_told() {
        assert_eq!(without_font(&Fonts::shipped(), ["Diffa", "عمر", "Žižka"]), "");
        assert_eq!(without_font(&Fonts::shipped(), ["東京", "Diffa 東"]), "京東");
        // What is no font of a network's folder adds nothing, and stops nothing.
        assert_eq!(without_font(&Fonts::with([b"no font".as_slice()]), ["Diffa 東"]), "東");
    }

    #[test]
    fn each_language_says_all_of_it() {
        let places = [
            "{city}",
            "{network}",
            "{hub}",
            "{version}",
            "{principles}",
            "{expected}",
            "{chosen}",
            "{contacts}",
            "{name}",
            "{position}",
            "{signed}",
            "{hash}",
            "{language}",
            "{accepted}",
        ];
        for (lang, text) in TEXTS {
            for place in places {
                assert!(text.contains(place), "{lang} lacks {place}");
            }
        }
    }
}
