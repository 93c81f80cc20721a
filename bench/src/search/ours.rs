//! The hub's search page over HTTP, and its parts.

use std::sync::Arc;

use base::{Actor, Lang};
use find::{Index, Request};
use library::actions::search::search;
use library::rules::Query;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::runtime::Handle;
use web::Hub;

use super::{Engine, Measured, TOP};
use crate::Result;
use crate::client::Connection;
use crate::corpus::Document;
use crate::fill::fill;
use crate::hub::RealHub;

/// Fills a hub and serves it; adds it and its parts to what is measured.
pub fn build(documents: &[Document], all: &mut Vec<Measured>) -> Result<RealHub> {
    let mut real = RealHub::open()?;
    let filled = real.runtime.block_on(fill(&real.hub, documents))?;
    real.serve();
    let page = Page { connection: Connection::open(real.address)? };
    let answers = Answers { hub: real.hub.clone(), runtime: real.runtime.handle().clone() };
    let index = Alone { index: real.hub.index.clone() };
    all.push(Measured::new("the hub: its page over HTTP", page, None));
    all.push(Measured::new("  of which index and database", answers, None));
    all.push(Measured::new("  of which the index", index, Some(filled.indexed_in)));
    Ok(real)
}

/// A visitor's page. No query comes twice, so none of them is kept already.
struct Page {
    connection: Connection,
}

impl Engine for Page {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        let path = format!("/en/library?q={}", utf8_percent_encode(query, NON_ALPHANUMERIC));
        self.connection.page(&path, "")?;
        Ok(None)
    }
}

/// What the page shows, before it is one.
struct Answers {
    hub: Hub,
    runtime: Handle,
}

impl Engine for Answers {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        let query = Query { text: query.to_owned(), ..Query::default() };
        let answers = search(&self.hub, &Actor::Visitor, "", Lang::EN, &query, 0, TOP);
        Ok(Some(self.runtime.block_on(answers)?.total))
    }
}

/// What it asks of the index.
struct Alone {
    index: Arc<Index>,
}

impl Engine for Alone {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        let found = self.index.search(&Request {
            text: query.to_owned(),
            limit: TOP,
            audiences: Actor::Visitor.audiences(),
            snippets: true,
            ..Request::default()
        })?;
        Ok(Some(found.total))
    }
}
