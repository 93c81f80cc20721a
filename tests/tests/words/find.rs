//! From an expression to the keys that it may be.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenTree};

use super::asked::{HELD, literal};
use super::bound::{bindings, branches, fields, keys_within};
use super::calls::parts;
use super::source::{Function, Tokens, functions, in_rust};

/// What an expression may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This key.
    Key(String),
    /// What the function takes at this place.
    Taken(usize),
    /// What is put together elsewhere, and enumerated there.
    Made,
    /// It cannot be seen.
    Nothing,
}

/// All functions and templates.
pub struct Source {
    /// Them.
    pub functions: Vec<Function>,
}

impl Source {
    /// Reads it.
    pub fn read() -> Source {
        Source { functions: functions() }
    }

    /// From a text, for tests of the tests.
    pub fn of(text: &str) -> Source {
        let mut functions = Vec::new();
        in_rust("a text", text, &mut functions);
        Source { functions }
    }

    /// What this expression may be. `part`: of a tuple, that one.
    pub fn keys(&self, function: &Function, expression: &[TokenTree], part: Option<usize>) -> Vec<Found> {
        let own = trimmed(expression);
        if let Some(text) = literal(own) {
            return vec![Found::Key(text)];
        }
        match own {
            [TokenTree::Ident(word), ..] if word == "if" || word == "match" => {
                branches(own).iter().flat_map(|branch| self.keys(function, branch, part)).collect()
            }
            [TokenTree::Ident(name)] => self.named(function, &name.to_string()),
            [TokenTree::Group(group)] => {
                let inner: Tokens = group.stream().into_iter().collect();
                let parts = parts(&inner);
                match (group.delimiter(), part) {
                    (Delimiter::Parenthesis, Some(at)) => {
                        parts.get(at).map_or(vec![Found::Nothing], |one| self.keys(function, one, None))
                    }
                    (Delimiter::Bracket, _) => parts.iter().flat_map(|one| self.keys(function, one, part)).collect(),
                    _ => self.keys(function, &inner, part),
                }
            }
            [.., TokenTree::Ident(name), TokenTree::Group(_)] if name.to_string().ends_with("_words") => {
                self.answers_of(&name.to_string())
            }
            [.., TokenTree::Punct(point), TokenTree::Ident(field)] if point.as_char() == '.' => {
                self.held(&field.to_string())
            }
            _ => vec![Found::Nothing],
        }
    }

    /// What a name stands for: what the function takes, what it binds; in a template, a field.
    fn named(&self, function: &Function, name: &str) -> Vec<Found> {
        if let Some(at) = function.takes.iter().position(|own| own == name) {
            return vec![Found::Taken(at)];
        }
        let mut bound = Vec::new();
        bindings(&function.body, name, &mut bound);
        if name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_') {
            let beside = self.functions.iter().filter(|other| other.name.is_empty() && other.place == function.place);
            beside.for_each(|file| bindings(&file.body, name, &mut bound));
        }
        let found: Vec<Found> =
            bound.iter().flat_map(|(part, expression)| self.keys(function, expression, *part)).collect();
        match found.is_empty() {
            true if function.is_template => self.held(name),
            true => vec![Found::Nothing],
            false => found,
        }
    }

    /// What stands in a field that holds keys, wherever one is made.
    fn held(&self, field: &str) -> Vec<Found> {
        if HELD.iter().all(|(own, _)| *own != field) {
            return vec![Found::Nothing];
        }
        let mut found = Vec::new();
        for function in &self.functions {
            let mut values = Vec::new();
            for (_, of) in HELD.iter().filter(|(own, _)| *own == field) {
                fields(&function.body, of, field, &mut values);
            }
            found.extend(values.iter().flat_map(|value| self.keys(function, value, None)));
        }
        found
    }

    /// The literals that a function `…_words` may answer. One that puts keys together has them enumerated.
    fn answers_of(&self, name: &str) -> Vec<Found> {
        let mut found = vec![Found::Made];
        for function in self.functions.iter().filter(|function| function.name == name) {
            let mut texts = Vec::new();
            keys_within(&function.body, &mut texts);
            found.extend(texts.into_iter().map(Found::Key));
        }
        found
    }

    /// The names in a list of pairs: `&[("city", …), ("count", …)]`.
    pub fn pairs(&self, function: &Function, expression: &[TokenTree]) -> Option<BTreeSet<String>> {
        match trimmed(expression) {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => {
                let inner: Tokens = group.stream().into_iter().collect();
                parts(&inner)
                    .iter()
                    .map(|pair| match pair.as_slice() {
                        [TokenTree::Group(pair)] => literal(&pair.stream().into_iter().take(1).collect::<Tokens>()),
                        _ => None,
                    })
                    .collect()
            }
            // `args[2..]`: which ones is not seen, but from which.
            [TokenTree::Ident(name)] => {
                let mut bound = Vec::new();
                bindings(&function.body, &name.to_string(), &mut bound);
                match bound.as_slice() {
                    [(None, one)] if !is_name(one) => self.pairs(function, one),
                    _ => None,
                }
            }
            [TokenTree::Ident(_), TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => {
                self.pairs(function, &trimmed(expression)[..1])
            }
            _ => None,
        }
    }
}

fn is_name(tokens: &[TokenTree]) -> bool {
    matches!(trimmed(tokens), [TokenTree::Ident(_)])
}

/// Without what changes nothing of a key: `&`, `*`, `.as_ref()`.
fn trimmed(mut tokens: &[TokenTree]) -> &[TokenTree] {
    while let [TokenTree::Punct(point), rest @ ..] = tokens
        && matches!(point.as_char(), '&' | '*')
    {
        tokens = rest;
    }
    while let [rest @ .., TokenTree::Punct(_), TokenTree::Ident(name), TokenTree::Group(_)] = tokens
        && (name == "as_ref" || name == "as_str")
    {
        tokens = rest;
    }
    tokens
}
