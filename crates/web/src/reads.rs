//! What a page reads of its query. A page names its fields where its address is given (`/library?q&sort&theme*`);
//! nothing else of a query reaches it, its links, or the key under which it is kept.

use std::collections::BTreeSet;

use base::limits::FILTER_VALUES;

/// A field of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    name: &'static str,
    /// It may be there with several values (`theme*`).
    many: bool,
}

/// The fields that an address reads, in the order in which they are written again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads(Vec<Named>);

/// A field came with more values than count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMany;

/// Characters of an unknown field's name that are told.
const NAME_CHARS: usize = 100;

/// What a query has that its address does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misread {
    /// A field that is none of those that it reads.
    Unknown { name: String, known: Vec<&'static str> },
    /// A field more than once of which it reads one.
    Twice(&'static str),
}

impl Reads {
    /// From `q&sort&theme*`.
    pub(crate) fn of(fields: &'static str) -> Reads {
        let named = fields.split('&').filter(|field| !field.is_empty());
        Reads(
            named
                .map(|field| match field.strip_suffix('*') {
                    Some(name) => Named { name, many: true },
                    None => Named { name: field, many: false },
                })
                .collect(),
        )
    }

    /// Without these fields.
    pub(crate) fn without(&self, names: &[&str]) -> Reads {
        Reads(self.0.iter().filter(|named| !names.contains(&named.name)).cloned().collect())
    }

    /// With one more field.
    pub(crate) fn and(mut self, name: &'static str, many: bool) -> Reads {
        self.0.push(Named { name, many });
        self
    }

    /// What of a query would not be read: nothing where all is, or where nothing is read at all.
    pub(crate) fn misread(&self, query: &str) -> Option<Misread> {
        let known: Vec<&'static str> = self.0.iter().map(|named| named.name).collect();
        let sent = || {
            url::form_urlencoded::parse(query.as_bytes()).filter(|(name, value)| !(name.is_empty() && value.is_empty()))
        };
        if known.is_empty() {
            return None;
        }
        if let Some((name, _)) = sent().find(|(name, _)| !known.contains(&name.as_ref())) {
            return Some(Misread::Unknown { name: name.chars().take(NAME_CHARS).collect(), known });
        }
        let mut single = self.0.iter().filter(|named| !named.many).map(|named| named.name);
        single.find(|own| sent().filter(|(name, _)| name == own).nth(1).is_some()).map(Misread::Twice)
    }

    /// The query as it would be written by this page itself: its own fields only, in their order, values of one field
    /// sorted and once each. Two queries that ask the same are the same text. `empty`: fields without a value stay,
    /// for those who check them.
    pub(crate) fn canonical(&self, query: &str, empty: bool) -> Result<String, TooMany> {
        let sent: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        for named in &self.0 {
            let values = sent.iter().filter(|(name, value)| name == named.name && (empty || !value.is_empty()));
            let values = values.map(|(_, value)| value.as_ref());
            if named.many {
                let values: BTreeSet<&str> = values.collect();
                if values.len() > FILTER_VALUES {
                    return Err(TooMany);
                }
                text.extend_pairs(values.into_iter().map(|value| (named.name, value)));
            } else if let Some(value) = values.into_iter().next() {
                text.append_pair(named.name, value);
            }
        }
        Ok(text.finish())
    }
}

/// What the form of a page takes, which is sent to the page's own address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Takes {
    /// There is none, or nothing is written in it: it is only pressed.
    #[default]
    Nothing,
    /// What somebody writes: it tells by itself what it is.
    Words,
    /// A file too.
    Files,
    /// No page's: another program sends it.
    Programs,
}

/// An address with what it reads.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// Behind a language.
    pub(crate) in_language: bool,
    pub(crate) pattern: String,
    pub(crate) reads: Reads,
    pub(crate) takes: Takes,
}

/// What stands at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageAt {
    /// A page of its own.
    Own,
    /// One of many things, which may not be there.
    OneOfMany,
}

/// All addresses at which something is to be had.
#[derive(Clone, Debug, Default)]
pub struct Addresses(Vec<Address>);

impl Addresses {
    pub(crate) fn push(&mut self, address: Address) {
        self.0.push(address);
    }

    pub(crate) fn extend(&mut self, other: Addresses) {
        self.0.extend(other.0);
    }

    /// What is read at a path.
    pub(crate) fn reads(&self, in_language: bool, path: &str) -> Option<&Reads> {
        self.at(in_language, path).map(|address| &address.reads)
    }

    /// What the form of the page at this path behind the language takes.
    pub(crate) fn takes(&self, path: &str) -> Takes {
        self.at(true, path).map(|address| address.takes).unwrap_or_default()
    }

    /// Does another program send something to this path, which has no language?
    pub(crate) fn is_for_programs(&self, path: &str) -> bool {
        self.at(false, path).is_some_and(|address| address.takes == Takes::Programs)
    }

    /// Of several patterns, the one with the fewest open places.
    fn at(&self, in_language: bool, path: &str) -> Option<&Address> {
        let fitting = self.0.iter().filter(|address| address.in_language == in_language);
        fitting
            .filter_map(|address| Some((open_places(&address.pattern, path)?, address)))
            .min_by_key(|(open, _)| *open)
            .map(|(_, address)| address)
    }

    /// Is this path behind the language one of a page, and of which: one that stands there for ever, or one of many things?
    pub(crate) fn page_at(&self, path: &str) -> Option<PageAt> {
        let address = self.at(true, path)?;
        Some(if address.pattern.contains('{') { PageAt::OneOfMany } else { PageAt::Own })
    }

    /// Is this path behind the language one of a page?
    pub(crate) fn has_page(&self, path: &str) -> bool {
        self.reads(true, path).is_some()
    }

    /// The page from which something is sent to this path behind the language: the nearest above it.
    pub(crate) fn page_above<'a>(&self, path: &'a str) -> &'a str {
        let mut above = path;
        while let Some((page, _)) = above.rsplit_once('/') {
            if !page.is_empty() && self.has_page(page) {
                return page;
            }
            above = page;
        }
        "/"
    }
}

/// How many places of a pattern are open (`{slug}`), where it fits the path.
fn open_places(pattern: &str, path: &str) -> Option<usize> {
    let (mut pattern, mut path, mut open) = (pattern.split('/'), path.split('/'), 0);
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return Some(open),
            (Some(place), Some(part)) if place.starts_with('{') && !part.is_empty() => open += 1,
            (Some(place), Some(part)) if place == part => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn library() -> Reads {
        Reads::of("q&sort&theme*&page")
    }

    #[test]
    fn only_what_a_page_reads_is_left_of_a_query() {
        for (query, left) in [
            ("x=1", ""),
            ("x=1&q=plan&y=2", "q=plan"),
            ("page=2&q=plan", "q=plan&page=2"),
            ("q=plan&q=other", "q=plan"),
            ("q=&sort=&theme=", ""),
            ("theme=b&theme=a&theme=b", "theme=a&theme=b"),
            ("%71=pl%61n", "q=plan"),
            ("q=a b&&&===&", "q=a+b"),
            ("done=saved&d%6fne=saved", ""),
        ] {
            assert_eq!(library().canonical(query, false).unwrap(), left, "{query}");
        }
        assert_eq!(library().canonical("sort=&q=x", true).unwrap(), "q=x&sort=");
        assert_eq!(Reads::default().canonical("a=b", false).unwrap(), "");
    }

    #[test]
    fn a_field_that_is_not_read_is_named() {
        let unknown = |query: &str| match library().misread(query) {
            Some(Misread::Unknown { name, .. }) => Some(name),
            _ => None,
        };
        for query in ["", "&&", "=", "q=&sort=x&theme=a&theme=b", "p%61ge=2"] {
            assert_eq!(unknown(query), None, "{query}");
        }
        for (query, name) in [("q=x&themes=a", "themes"), ("Q=x", "Q"), ("=x", ""), ("q%00=x", "q\0")] {
            assert_eq!(unknown(query).as_deref(), Some(name), "{query}");
        }
        let known = vec!["q", "sort", "theme", "page"];
        assert_eq!(library().misread("x=1"), Some(Misread::Unknown { name: "x".to_owned(), known }));
        assert_eq!(Reads::default().misread("x=1"), None, "where nothing is read nothing is asked for");
        assert_eq!(library().misread("sort=newest&q=x&sort=title"), Some(Misread::Twice("sort")));
        assert_eq!(library().misread("theme=a&theme=b&q=x"), None, "of themes all are read");
    }

    #[test]
    fn too_many_values_are_refused_rather_than_cut() {
        let query = |count: usize| (0..count).map(|number| format!("theme=t{number}&")).collect::<String>();
        assert!(library().canonical(&query(FILTER_VALUES), false).is_ok());
        assert_eq!(library().canonical(&query(FILTER_VALUES + 1), false), Err(TooMany));
        assert!(library().canonical(&"theme=same&".repeat(500), false).is_ok(), "one value, however often");
    }

    #[test]
    fn an_address_is_found_by_its_path() {
        let mut addresses = Addresses::default();
        for (in_language, pattern, reads) in [
            (true, "/library", "q"),
            (true, "/library/{id}", "same"),
            (true, "/library/upload", "city"),
            (true, "/library/mine", ""),
            (false, "/api/v1/documents", "limit"),
        ] {
            let takes = if pattern == "/library/upload" { Takes::Files } else { Takes::Nothing };
            addresses.push(Address { in_language, pattern: pattern.into(), reads: Reads::of(reads), takes });
        }
        assert_eq!(addresses.takes("/library/upload"), Takes::Files);
        for other in ["/library/0123", "/library/upload/", "/api/v1/documents", "/nowhere"] {
            assert_eq!(addresses.takes(other), Takes::Nothing, "{other}");
        }
        let found = |in_language, path: &str| addresses.reads(in_language, path)?.0.first().map(|named| named.name);
        assert_eq!(found(true, "/library"), Some("q"));
        assert_eq!(found(true, "/library/upload"), Some("city"));
        assert_eq!(found(true, "/library/0123"), Some("same"));
        assert_eq!(found(true, "/library/mine"), None, "as its own pattern says");
        assert_eq!(found(true, "/library/"), None);
        assert_eq!(found(true, "/library/a/b"), None);
        assert_eq!(found(false, "/library"), None);
        assert_eq!(found(false, "/api/v1/documents"), Some("limit"));
    }

    #[test]
    fn the_page_of_a_form_is_the_nearest_above_it() {
        let mut addresses = Addresses::default();
        for (in_language, pattern) in
            [(true, "/"), (true, "/account"), (true, "/library/{id}"), (true, "/office/jobs"), (false, "/ask")]
        {
            let (pattern, reads, takes) = (pattern.into(), Reads::default(), Takes::Nothing);
            addresses.push(Address { in_language, pattern, reads, takes });
        }
        for (path, page) in [
            ("/account/password", "/account"),
            ("/account/sessions/0f0f/end", "/account"),
            ("/library/0123/restore", "/library/0123"),
            ("/office/jobs/0123/retry", "/office/jobs"),
            ("/sign-out", "/"),
            ("/ask/more", "/"),
        ] {
            assert_eq!(addresses.page_above(path), page, "{path}");
        }
    }

    proptest! {
        #[test]
        fn a_canonical_query_is_its_own(query in ".{0,200}") {
            let once = library().canonical(&query, false).unwrap();
            prop_assert_eq!(library().canonical(&once, false).unwrap(), once.clone());
            prop_assert!(once.len() <= 3 * query.len() + 8);
        }

        #[test]
        fn what_a_page_does_not_read_changes_nothing(
            query in "(q|sort|theme|page)=[a-z]{0,5}(&(q|sort|theme|page)=[a-z]{0,5}){0,5}",
            noise in "x[a-z]{0,5}=[a-z]{0,5}",
        ) {
            let own = library().canonical(&query, false).unwrap();
            prop_assert_eq!(library().canonical(&format!("{noise}&{query}"), false).unwrap(), own.clone());
            prop_assert_eq!(library().canonical(&format!("{query}&{noise}"), false).unwrap(), own);
        }
    }
}
