//! What stands behind a name, in a branch or in a field.

use proc_macro2::{Delimiter, TokenTree};

use super::asked::literal;
use super::calls::parts;
use super::source::Tokens;

/// The last parts of `if … { } else { }`, and what stands behind each `=>` of a `match`.
pub fn branches(own: &[TokenTree]) -> Vec<Tokens> {
    let mut blocks = own.iter().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Some(group.stream().into_iter().collect::<Tokens>())
        }
        _ => None,
    });
    if own.first().is_some_and(|word| word.to_string() == "if") {
        return blocks.collect();
    }
    let arms: Tokens = blocks.next_back().unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < arms.len() {
        let arrow = matches!((&arms[at], &arms[at + 1]), (TokenTree::Punct(one), TokenTree::Punct(two)) if one.as_char() == '=' && two.as_char() == '>');
        at += 1;
        if arrow {
            let rest = &arms[at + 1..];
            let block = matches!(rest.first(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
            let one = if block { rest[..1].to_vec() } else { parts(rest).into_iter().next().unwrap_or_default() };
            at += one.len();
            found.push(one);
        }
    }
    found
}

/// What is bound to a name by `let` or `for`, with its place in the pattern where that is a tuple.
pub fn bindings(all: &[TokenTree], name: &str, found: &mut Vec<(Option<usize>, Tokens)>) {
    for (at, token) in all.iter().enumerate() {
        let end = match token {
            TokenTree::Ident(word) if word == "let" || word == "const" => '=',
            TokenTree::Ident(word) if word == "for" => 'i',
            TokenTree::Group(group) => {
                bindings(&group.stream().into_iter().collect::<Tokens>(), name, found);
                continue;
            }
            _ => continue,
        };
        let is_end = |token: &TokenTree| match token {
            TokenTree::Punct(point) => point.as_char() == end,
            TokenTree::Ident(word) => end == 'i' && word == "in",
            _ => false,
        };
        let Some(middle) = all[at..].iter().position(is_end).map(|more| at + more) else { continue };
        let Some(part) = place_in(&all[at + 1..middle], name) else { continue };
        let stop = |token: &TokenTree| match token {
            TokenTree::Punct(point) => point.as_char() == ';',
            TokenTree::Group(group) => end == 'i' && group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let rest = &all[middle + 1..];
        let length = rest.iter().position(stop).unwrap_or(rest.len());
        found.push((part, rest[..length].to_vec()));
    }
}

/// Whether a pattern binds this name: as a whole, or at a place of a tuple.
fn place_in(pattern: &[TokenTree], name: &str) -> Option<Option<usize>> {
    match pattern {
        [TokenTree::Ident(word), rest @ ..] if word == "mut" => place_in(rest, name),
        [TokenTree::Ident(own), ..] if own == name => Some(None),
        [TokenTree::Group(group), ..] => {
            let inner: Tokens = group.stream().into_iter().collect();
            parts(&inner)
                .iter()
                .position(|part| matches!(part.as_slice(), [TokenTree::Ident(own)] if own == name))
                .map(Some)
        }
        _ => None,
    }
}

/// The values of a field where something of this type is made.
pub fn fields(all: &[TokenTree], of: &str, field: &str, found: &mut Vec<Tokens>) {
    for (at, token) in all.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let inner: Tokens = group.stream().into_iter().collect();
        let made = at > 0 && matches!(&all[at - 1], TokenTree::Ident(name) if name == of);
        if made && group.delimiter() == Delimiter::Brace {
            for part in parts(&inner) {
                match part.as_slice() {
                    [TokenTree::Ident(name), TokenTree::Punct(_), value @ ..] if name == field => {
                        found.push(value.to_vec());
                    }
                    [TokenTree::Ident(name)] if name == field => found.push(part.clone()),
                    _ => {}
                }
            }
        }
        fields(&inner, of, field, found);
    }
}

/// All texts that look like keys.
pub fn keys_within(all: &[TokenTree], found: &mut Vec<String>) {
    for token in all {
        if let TokenTree::Group(group) = token {
            keys_within(&group.stream().into_iter().collect::<Tokens>(), found);
        }
        let text = literal(std::slice::from_ref(token)).unwrap_or_default();
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if text.contains('-') && text.chars().all(plain) && !text.starts_with('-') && !text.ends_with('-') {
            found.push(text);
        }
    }
}
