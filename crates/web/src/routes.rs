//! A feature's addresses: a router that remembers what it was given, so that the access matrix can
//! walk them all.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use base::Lang;

use crate::api::Operation;
use crate::hub::Hub;
use crate::list::{self, List};
use crate::reads::{Address, Addresses, Reads, Takes};
use crate::visit::PLACES;

/// One address with its method.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern, with `/{lang}` in front where there is a language.
    pub path: String,
}

/// Addresses with their handlers.
#[derive(Default)]
pub struct Routes {
    /// The page at `/{lang}/`: a nested router would answer it without the slash only.
    home: Option<MethodRouter<Hub>>,
    pages: Router<Hub>,
    plain: Router<Hub>,
    listed: Vec<Listed>,
    addresses: Addresses,
    operations: Vec<Operation>,
}

impl Routes {
    /// A page: behind `/{lang}`. What it reads of the query stands behind its path, in the order in which links name it
    /// (`/library?q&sort&theme*`; with a star where several values count): nothing else reaches it.
    pub fn page<H: Handler<T, Hub>, T: 'static>(self, address: &'static str, handler: H) -> Self {
        let (path, reads) = split(address);
        self.get(path.to_owned(), reads, Takes::Nothing, handler)
    }

    /// A page with a form in which somebody writes, and what the form is sent to: the same address. What was written tells
    /// what it is, so whoever else signed in meanwhile may send it on ([`crate::whose`]). What is only pressed or chosen is
    /// a [`Routes::page`] and a [`Routes::action`], also where a page asks first.
    pub fn form<P, T, H, U>(self, address: &'static str, page: P, handler: H) -> Self
    where
        P: Handler<T, Hub>,
        T: 'static,
        H: Handler<U, Hub>,
        U: 'static,
    {
        self.takes(address, Takes::Words, page, handler)
    }

    /// The same for a form with a file: no other address is sent one ([`crate::Upload`]).
    pub fn upload<P, T, H, U>(self, address: &'static str, page: P, handler: H) -> Self
    where
        P: Handler<T, Hub>,
        T: 'static,
        H: Handler<U, Hub>,
        U: 'static,
    {
        self.takes(address, Takes::Files, page, handler)
    }

    fn takes<P, T, H, U>(self, address: &'static str, takes: Takes, page: P, handler: H) -> Self
    where
        P: Handler<T, Hub>,
        T: 'static,
        H: Handler<U, Hub>,
        U: 'static,
    {
        let (path, reads) = split(address);
        self.get(path.to_owned(), reads, takes, page).action(path, handler)
    }

    /// A list: its page, as above, and all its rows as files, at its address with `.csv` and with `.xlsx` behind it.
    /// They read what the page reads but for the place in it, and are for whom the page is ([`List::open`]).
    pub fn list<L: List>(self, address: &'static str) -> Self {
        let (path, reads) = split(address);
        let whole = reads.without(&PLACES);
        self.get(path.to_owned(), reads, Takes::Nothing, list::page::<L>)
            .get(format!("{path}.csv"), whole.clone(), Takes::Nothing, list::csv::<L>)
            .get(format!("{path}.xlsx"), whole, Takes::Nothing, list::xlsx::<L>)
    }

    fn get<H: Handler<T, Hub>, T: 'static>(mut self, path: String, reads: Reads, takes: Takes, handler: H) -> Self {
        self.note("GET", format!("/{{lang}}{path}"));
        if path == "/" {
            self.home = Some(get(handler));
        } else {
            self.pages = self.pages.route(&path, get(handler));
        }
        self.addresses.push(Address { in_language: true, pattern: path, reads, takes });
        self
    }

    /// What is pressed or chosen is sent here: behind `/{lang}`. It never has a file.
    pub fn action<H: Handler<T, Hub>, T: 'static>(mut self, path: &str, handler: H) -> Self {
        self.note("POST", format!("/{{lang}}{path}"));
        self.pages = self.pages.route(path, post(handler));
        self
    }

    /// An address for machines: without a language, and with a description. What it reads of the query is what the
    /// description names.
    pub fn api<H: Handler<T, Hub>, T: 'static>(mut self, operation: Operation, handler: H) -> Self {
        let path = operation.path;
        self.note_plain(path, operation.query());
        self.plain = self.plain.route(path, get(handler));
        self.operations.push(operation);
        self
    }

    /// A file or a text: without a language. What it reads of the query is named as for a page.
    pub fn plain<H: Handler<T, Hub>, T: 'static>(mut self, address: &'static str, handler: H) -> Self {
        let (path, reads) = split(address);
        self.note_plain(path, reads);
        self.plain = self.plain.route(path, get(handler));
        self
    }

    /// What another program sends here, as a form: without a language, and in nobody's name. Cookies count for nothing; what is sent
    /// proves itself.
    pub fn hook<H: Handler<T, Hub>, T: 'static>(mut self, path: &'static str, handler: H) -> Self {
        let (pattern, reads) = split(path);
        let takes = Takes::Programs;
        self.addresses.push(Address { in_language: false, pattern: pattern.to_owned(), reads, takes });
        self.note("POST", path.to_owned());
        self.plain = self.plain.route(path, post(handler));
        self
    }

    fn note_plain(&mut self, path: &str, reads: Reads) {
        self.addresses.push(Address { in_language: false, pattern: path.to_owned(), reads, takes: Takes::Nothing });
        self.note("GET", path.to_owned());
    }

    fn note(&mut self, method: &'static str, path: String) {
        self.listed.push(Listed { method, path });
    }

    /// Both together.
    pub fn merge(mut self, other: Routes) -> Self {
        self.home = self.home.or(other.home);
        self.pages = self.pages.merge(other.pages);
        self.plain = self.plain.merge(other.plain);
        self.listed.extend(other.listed);
        self.addresses.extend(other.addresses);
        self.operations.extend(other.operations);
        self
    }

    /// Every address, sorted.
    pub fn listed(&self) -> Vec<Listed> {
        let mut listed = self.listed.clone();
        listed.sort();
        listed
    }

    /// The addresses for machines.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// What each address reads.
    pub fn addresses(&self) -> Addresses {
        self.addresses.clone()
    }

    /// The router with the pages once for each language.
    pub(crate) fn router(self, languages: &[Lang]) -> Router<Hub> {
        languages.iter().fold(self.plain, |router, lang| {
            let router = router.nest(&format!("/{lang}"), self.pages.clone());
            match &self.home {
                Some(home) => router.route(&format!("/{lang}/"), home.clone()),
                None => router,
            }
        })
    }
}

/// A path, and what is read there.
fn split(address: &'static str) -> (&'static str, Reads) {
    let (path, fields) = address.split_once('?').unwrap_or((address, ""));
    (path, Reads::of(fields))
}
