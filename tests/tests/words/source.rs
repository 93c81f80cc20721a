//! The product's source as tokens: its functions. Templates are read as functions too: what stands in their braces is
//! Rust.

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::calls::parts;
use super::files::root;

/// Tokens, to be looked at in both directions.
pub type Tokens = Vec<TokenTree>;

/// A function, or a template.
pub struct Function {
    /// Where it stands.
    pub place: String,
    /// Its type, where it is one of an `impl`.
    pub of: Option<String>,
    /// Its name.
    pub name: String,
    /// Names of what it takes, without `self`.
    pub takes: Vec<String>,
    /// What it does.
    pub body: Tokens,
    /// Names that nothing in it binds are fields.
    pub is_template: bool,
}

/// Every function and every template of the product.
pub fn functions() -> Vec<Function> {
    let mut found = Vec::new();
    for folder in ["app/src", "crates/input/src", "crates/web/src", "features", "look/templates", "look/src"] {
        collect(&root().join(folder), &mut found);
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<Function>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let kind = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_owned();
        // Tests ask for no words.
        if path.is_dir() && path.file_name().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else if kind == "rs" || kind == "html" {
            let place = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            let text = std::fs::read_to_string(&path).expect("a source file");
            if kind == "rs" { in_rust(&place, &text, found) } else { found.push(template(place, &text)) }
        }
    }
}

fn tokens(place: &str, text: &str) -> Tokens {
    let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{place}: {error}: {text}"));
    stream.into_iter().collect()
}

/// What stands in the braces of a template, one after the other.
fn template(place: String, text: &str) -> Function {
    let mut body = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let end = match &rest[at..] {
            part if part.starts_with("{{") => "}}",
            part if part.starts_with("{%") => "%}",
            _ => {
                rest = &rest[at + 1..];
                continue;
            }
        };
        let (inner, after) = rest[at + 2..].split_once(end).unwrap_or_else(|| panic!("{place}: a brace does not end"));
        body.extend(tokens(&place, &format!("{};", inner.trim_matches('-'))));
        rest = after;
    }
    Function { name: place.clone(), place, of: None, takes: Vec::new(), body, is_template: true }
}

/// The functions of a file, and what stands beside them as one without a name.
pub fn in_rust(place: &str, text: &str, found: &mut Vec<Function>) {
    let all = tokens(place, text);
    let mut rest = Tokens::new();
    items(place, None, all, &mut rest, found);
    let (place, name) = (place.to_owned(), String::new());
    found.push(Function { place, of: None, name, takes: Vec::new(), body: rest, is_template: false });
}

/// Takes functions out of a list of items; what is left goes to `rest`. Tests are not the product.
fn items(place: &str, of: Option<&str>, all: Tokens, rest: &mut Tokens, found: &mut Vec<Function>) {
    let (mut at, mut head) = (0, Tokens::new());
    while let Some(token) = all.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner: Tokens = group.stream().into_iter().collect();
                if is_test(&head) {
                    head.clear();
                } else if let Some(own) = function(place, of, &head, &inner) {
                    found.push(own);
                } else if let Some(of) = implemented(&head) {
                    items(place, Some(&of), inner, rest, found);
                } else if named(&head, "mod") || named(&head, "trait") {
                    items(place, None, inner, rest, found);
                } else {
                    rest.append(&mut head);
                    rest.push(token.clone());
                }
                head.clear();
            }
            TokenTree::Punct(point) if point.as_char() == ';' => {
                if !is_test(&head) {
                    rest.append(&mut head);
                    rest.push(token.clone());
                }
                head.clear();
            }
            other => head.push(other.clone()),
        }
    }
    rest.append(&mut head);
}

fn named(head: &[TokenTree], word: &str) -> bool {
    head.iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == word))
}

fn is_test(head: &[TokenTree]) -> bool {
    head.iter().any(|token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && matches!(group.stream().to_string().as_str(), "cfg (test)" | "test" | "cfg(test)")))
}

fn function(place: &str, of: Option<&str>, head: &[TokenTree], body: &[TokenTree]) -> Option<Function> {
    let at = head.iter().position(|token| matches!(token, TokenTree::Ident(ident) if ident == "fn"))?;
    let name = head.get(at + 1)?.to_string();
    let takes = head[at..].iter().find_map(group_of(Delimiter::Parenthesis))?;
    let takes = parts(&takes.stream().into_iter().collect::<Tokens>());
    let takes = takes.iter().filter(|part| !named(part, "self")).map(|part| {
        let name = part.iter().find(|token| matches!(token, TokenTree::Ident(ident) if ident != "mut"));
        name.map(ToString::to_string).unwrap_or_default()
    });
    let (place, of, body) = (place.to_owned(), of.map(str::to_owned), body.to_vec());
    Some(Function { place, of, name, takes: takes.collect(), body, is_template: false })
}

fn group_of(kind: Delimiter) -> impl Fn(&TokenTree) -> Option<Group> {
    move |token| match token {
        TokenTree::Group(group) if group.delimiter() == kind => Some(group.clone()),
        _ => None,
    }
}

/// The type of `impl<'a> Trait for Type<'a>`.
fn implemented(head: &[TokenTree]) -> Option<String> {
    if !named(head, "impl") {
        return None;
    }
    let mut deep = 0_i32;
    let mut name = None;
    for token in head.iter().skip_while(|token| token.to_string() != "impl").skip(1) {
        match token {
            TokenTree::Punct(point) if point.as_char() == '<' => deep += 1,
            TokenTree::Punct(point) if point.as_char() == '>' => deep -= 1,
            TokenTree::Ident(ident) if deep == 0 && ident == "for" => name = None,
            TokenTree::Ident(ident) if deep == 0 && ident == "where" => break,
            TokenTree::Ident(ident) if deep == 0 => name = Some(ident.to_string()),
            _ => {}
        }
    }
    name
}
