//! What is called in a list of tokens, and what else stands in it.

use proc_macro2::{Delimiter, TokenTree};

use super::source::Tokens;

/// A call.
pub struct Call<'a> {
    /// What stands before its name: nothing, `.`, or the name before `::`.
    pub before: Before,
    /// Its name.
    pub name: String,
    /// What it is given.
    pub given: Vec<Tokens>,
    /// The tokens among which it stands.
    pub among: &'a [TokenTree],
    /// Where the name stands among them.
    pub at: usize,
}

/// What stands before the name of a call.
#[derive(Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing that says whose it is.
    Nothing,
    /// `something.`, where that is a name, and an empty text where it is not.
    Receiver(String),
    /// `Something::`
    Path(String),
}

/// What stands between commas.
pub fn parts(all: &[TokenTree]) -> Vec<Tokens> {
    let mut parts = vec![Tokens::new()];
    let mut deep = 0_i32;
    for (at, token) in all.iter().enumerate() {
        match token {
            // `Vec<A, B>`: a type goes on.
            TokenTree::Punct(point) if point.as_char() == '<' => deep += 1,
            TokenTree::Punct(point) if point.as_char() == '>' && deep > 0 && !arrow(all, at) => deep -= 1,
            TokenTree::Punct(point) if point.as_char() == ',' && deep == 0 => {
                parts.push(Tokens::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(token.clone());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Is the `>` at this place the head of `=>` or `->`?
fn arrow(all: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    matches!(before, Some(TokenTree::Punct(point)) if matches!(point.as_char(), '=' | '-'))
}

/// Is there such a name in these tokens, however deep?
pub fn names(all: &[TokenTree], name: &str) -> bool {
    all.iter().any(|token| match token {
        TokenTree::Ident(own) => own == name,
        TokenTree::Group(group) => names(&group.stream().into_iter().collect::<Tokens>(), name),
        _ => false,
    })
}

/// Does a text in these tokens hold this, however deep? Comments, which are texts too, are passed over.
pub fn says(all: &[TokenTree], part: &str) -> bool {
    all.iter().any(|token| match token {
        TokenTree::Literal(own) => own.to_string().contains(part),
        TokenTree::Group(group) => {
            let inner: Tokens = group.stream().into_iter().collect();
            let comment = matches!(inner.first(), Some(TokenTree::Ident(word)) if word == "doc");
            !comment && says(&inner, part)
        }
        _ => false,
    })
}

/// Every call in these tokens, however deep.
pub fn calls<'a>(all: &'a [TokenTree], look: &mut dyn FnMut(Call<'_>)) {
    for (at, token) in all.iter().enumerate() {
        if let (TokenTree::Ident(name), Some(TokenTree::Group(group))) = (token, all.get(at + 1))
            && group.delimiter() == Delimiter::Parenthesis
        {
            let given = parts(&group.stream().into_iter().collect::<Tokens>());
            look(Call { before: before(all, at), name: name.to_string(), given, among: all, at });
        }
        if let TokenTree::Group(group) = token {
            calls(&group.stream().into_iter().collect::<Tokens>(), look);
        }
    }
}

fn before(all: &[TokenTree], at: usize) -> Before {
    let back = |steps: usize| at.checked_sub(steps).and_then(|place| all.get(place));
    let name = |steps| match back(steps) {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    };
    match (back(1), back(2)) {
        (Some(TokenTree::Punct(point)), _) if point.as_char() == '.' => Before::Receiver(name(2)),
        (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(two))) if one.as_char() == ':' && two.as_char() == ':' => {
            Before::Path(name(3))
        }
        _ => Before::Nothing,
    }
}
