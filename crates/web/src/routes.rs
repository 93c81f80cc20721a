//! A feature's addresses: a router that remembers what it was given, so that the access matrix can
//! walk them all.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use base::Lang;

use crate::hub::Hub;

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
}

impl Routes {
    /// A page: behind `/{lang}`.
    pub fn page<H: Handler<T, Hub>, T: 'static>(mut self, path: &str, handler: H) -> Self {
        self.list("GET", format!("/{{lang}}{path}"));
        if path == "/" {
            self.home = Some(get(handler));
        } else {
            self.pages = self.pages.route(path, get(handler));
        }
        self
    }

    /// What a form sends to: behind `/{lang}`.
    pub fn action<H: Handler<T, Hub>, T: 'static>(mut self, path: &str, handler: H) -> Self {
        self.list("POST", format!("/{{lang}}{path}"));
        self.pages = self.pages.route(path, post(handler));
        self
    }

    /// What a form with a file sends to: behind `/{lang}`, without the usual limit on its bytes; the
    /// handler sets its own.
    pub fn upload<H: Handler<T, Hub>, T: 'static>(mut self, path: &str, handler: H) -> Self {
        self.list("POST", format!("/{{lang}}{path}"));
        self.pages = self.pages.route(path, post(handler).layer(DefaultBodyLimit::disable()));
        self
    }

    /// A file or JSON: without a language.
    pub fn plain<H: Handler<T, Hub>, T: 'static>(mut self, path: &str, handler: H) -> Self {
        self.list("GET", path.to_owned());
        self.plain = self.plain.route(path, get(handler));
        self
    }

    fn list(&mut self, method: &'static str, path: String) {
        self.listed.push(Listed { method, path });
    }

    /// Both together.
    pub fn merge(mut self, other: Routes) -> Self {
        self.home = self.home.or(other.home);
        self.pages = self.pages.merge(other.pages);
        self.plain = self.plain.merge(other.plain);
        self.listed.extend(other.listed);
        self
    }

    /// Every address, sorted.
    pub fn listed(&self) -> Vec<Listed> {
        let mut listed = self.listed.clone();
        listed.sort();
        listed
    }

    /// The router with the pages once for each language.
    pub fn router(self, languages: &[Lang]) -> Router<Hub> {
        languages.iter().fold(self.plain, |router, lang| {
            let router = router.nest(&format!("/{lang}"), self.pages.clone());
            match &self.home {
                Some(home) => router.route(&format!("/{lang}/"), home.clone()),
                None => router,
            }
        })
    }
}
