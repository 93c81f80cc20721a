//! Remembers what "browse everything" answered: the most frequent request, and the one that visits every document.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::Audience;

use crate::types::{Facet, Found, Request, Sort};

/// How many answers are kept. There are few front pages: an audience, an order, at most a filter.
const MAX_ANSWERS: usize = 128;

/// What makes two requests without words the same.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    audiences: Vec<(Audience, i64)>,
    kinds: Vec<u64>,
    filters: Vec<(Facet, Vec<u64>)>,
    languages: Vec<u64>,
    sort: Sort,
    offset: usize,
    limit: usize,
    snippets: bool,
}

impl Key {
    /// The key of a request without words. `None` when restrictions are under way: those answers live for seconds only.
    pub(crate) fn of(request: &Request) -> Option<Key> {
        if !request.deny.is_empty() {
            return None;
        }
        let mut audiences = request.audiences.clone();
        audiences.sort_unstable();
        Some(Key {
            audiences,
            kinds: request.kinds.clone(),
            filters: request.filters.clone(),
            languages: if request.sort == Sort::Relevance { request.languages.clone() } else { Vec::new() },
            sort: request.sort,
            offset: request.offset,
            limit: request.limit,
            snippets: request.snippets,
        })
    }
}

/// Answers of one view; a new view starts without any.
#[derive(Default)]
pub(crate) struct Answers(Mutex<HashMap<Key, Arc<Found>>>);

impl Answers {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<Found>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    pub(crate) fn put(&self, key: Key, found: Arc<Found>) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= MAX_ANSWERS {
            answers.clear();
        }
        answers.insert(key, found);
    }
}
