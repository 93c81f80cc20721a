//! What is done with the words of a language before they are used: plurals are chosen by ICU, and French punctuation
//! gets the spaces that never break.

use base::Lang;
use fluent_syntax::ast::{CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement};
use fluent_syntax::ast::{Variant, VariantKey};
use fluent_syntax::{parser, serializer};

use super::Mentioned;

/// The function that names the plural category of a number. `{ $count -> … }` over categories becomes a call of it:
/// the rules that Fluent's library brings know no hundreds in Arabic (CLDR: 103 is "few", 111 is "many").
pub(super) const PLURAL: &str = "PLURAL";

/// The function that writes a number as the language does: `{ $count }` becomes a call of it.
pub(super) const WRITTEN: &str = "WRITTEN";

/// The categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The text as it is used. The error says where Fluent could not read it.
pub(super) fn prepare(text: &str, lang: Lang) -> Result<String, String> {
    let mut resource = parser::parse_runtime(text.to_owned()).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter_mut().for_each(|value| pattern(value, lang));
                message.attributes.iter_mut().for_each(|one| pattern(&mut one.value, lang));
            }
            Entry::Term(term) => pattern(&mut term.value, lang),
            _ => {}
        }
    }
    Ok(serializer::serialize(&resource))
}

/// What each message of a text mentions. The error says where Fluent could not read it.
pub(super) fn mentions(text: &str) -> Result<Vec<(String, Mentioned)>, String> {
    let resource = parser::parse_runtime(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    let read = |message: &fluent_syntax::ast::Message<&str>| {
        let mut mentioned = Mentioned::default();
        message.value.iter().for_each(|value| note(value, &mut mentioned));
        (message.id.name.to_owned(), mentioned)
    };
    Ok(messages.map(read).collect())
}

fn note(written: &Pattern<&str>, mentioned: &mut Mentioned) {
    let mut name = |value: &InlineExpression<&str>, number: bool| {
        if let InlineExpression::VariableReference { id } = value {
            match mentioned.names.iter_mut().find(|(own, _)| own == id.name) {
                Some((_, known)) => *known |= number,
                None => mentioned.names.push((id.name.to_owned(), number)),
            }
        }
    };
    let mut within = Vec::new();
    for element in &written.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(value) } => name(value, false),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                name(selector, true);
                within.extend(variants.iter().map(|variant| &variant.value));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
    within.into_iter().for_each(|pattern| note(pattern, mentioned));
}

fn pattern(written: &mut Pattern<String>, lang: Lang) {
    for element in &mut written.elements {
        match element {
            PatternElement::TextElement { value } if lang == Lang::FR => *value = french(value),
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variants.iter_mut().for_each(|variant| pattern(&mut variant.value, lang));
                if variants.iter().all(is_category) {
                    *selector = call(PLURAL, selector.clone());
                }
            }
            PatternElement::Placeable { expression: Expression::Inline(value) }
                if matches!(value, InlineExpression::VariableReference { .. }) =>
            {
                *value = call(WRITTEN, value.clone());
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

fn call(function: &str, value: InlineExpression<String>) -> InlineExpression<String> {
    InlineExpression::FunctionReference {
        id: Identifier { name: function.to_owned() },
        arguments: CallArguments { positional: vec![value], named: Vec::new() },
    }
}

fn is_category(variant: &Variant<String>) -> bool {
    matches!(&variant.key, VariantKey::Identifier { name } if CATEGORIES.contains(&name.as_str()))
}

/// French punctuation keeps to its word: a narrow space that never breaks before `; ! ?`, a wide one before `:` and
/// within guillemets (Imprimerie nationale, Lexique des règles typographiques).
pub(crate) fn french(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let next = |at: usize| letters.get(at + 1).copied();
    let before = |at: usize| at.checked_sub(1).map(|at| letters[at]);
    letters
        .iter()
        .enumerate()
        .map(|(at, letter)| match letter {
            ' ' if matches!(next(at), Some(';' | '!' | '?')) => '\u{202f}',
            ' ' if matches!(next(at), Some(':' | '»')) || before(at) == Some('«') => '\u{a0}',
            other => *other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_asked_of_icu_and_other_choices_stay() {
        let text = "a = { $count ->\n    [one] one\n   *[other] { $count } many\n }\nb = { $kind ->\n    [city] c\n   *[other] o\n }\n";
        let text = prepare(text, Lang::EN).unwrap();
        assert!(text.contains("PLURAL($count) ->") && text.contains("{ $kind ->"), "{text}");
        assert!(prepare("a = { $count", Lang::EN).is_err());
    }

    #[test]
    fn french_punctuation_stays_with_its_word() {
        assert_eq!(
            french("Quoi ? « Oui » : non ; si !"),
            "Quoi\u{202f}? «\u{a0}Oui\u{a0}»\u{a0}: non\u{202f}; si\u{202f}!"
        );
        let text = prepare("a = Quoi ? { $count ->\n    [one] Un !\n   *[other] Deux\n }\n", Lang::FR).unwrap();
        assert!(text.contains("Quoi\u{202f}?") && text.contains("Un\u{202f}!"), "{text}");
    }
}
