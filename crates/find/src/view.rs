//! One moment of the index: a searcher and the rows of its segments, which belong together.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::{DocAddress, Searcher, TantivyDocument, Term, schema::Value};

use crate::analyse::{self, Rules};
use crate::glossary::Glossary;
use crate::rows::Rows;
use crate::schema::{self, Fields};
use crate::types::Facet;

/// What searches run on. A commit makes a new one; running searches keep theirs.
pub(crate) struct View {
    pub searcher: Searcher,
    pub fields: Fields,
    pub glossary: Arc<Glossary>,
    /// By segment ordinal.
    rows: Vec<Arc<Rows>>,
    /// By which words were stemmed.
    rules: Vec<Rules>,
}

/// What is kept of a document to be shown.
pub(crate) struct Shown {
    pub title: String,
    /// As [`crate::kept`] packs it.
    pub text: Vec<u8>,
}

impl View {
    /// Pairs a searcher with its rows; segments that `before` had already are not read again.
    pub(crate) fn new(
        searcher: Searcher,
        fields: Fields,
        glossary: &Arc<Glossary>,
        before: Option<&View>,
    ) -> tantivy::Result<View> {
        let known: HashMap<SegmentId, &Arc<Rows>> = before
            .map(|view| {
                view.searcher.segment_readers().iter().map(|segment| segment.segment_id()).zip(&view.rows).collect()
            })
            .unwrap_or_default();
        let rows = searcher
            .segment_readers()
            .iter()
            .map(|segment| match known.get(&segment.segment_id()) {
                Some(rows) => Ok(Arc::clone(rows)),
                None => Rows::read(segment, fields.form).map(Arc::new),
            })
            .collect::<tantivy::Result<Vec<Arc<Rows>>>>()?;
        let codes: BTreeSet<&str> = rows.iter().flat_map(|rows| rows.stemmed()).copied().collect();
        let rules = codes.into_iter().filter_map(analyse::rules).collect();
        Ok(View { searcher, fields, glossary: Arc::clone(glossary), rules, rows })
    }

    /// The rules by which what is here was stemmed, of each language once.
    pub(crate) fn rules(&self) -> &[Rules] {
        &self.rules
    }

    /// The rows of a segment.
    pub(crate) fn rows(&self, segment: u32) -> &Arc<Rows> {
        &self.rows[segment as usize]
    }

    /// What kind of thing a document is.
    pub(crate) fn kind(&self, address: DocAddress) -> u64 {
        let rows = self.rows(address.segment_ord);
        let ordinal = rows.row(address.doc_id)[Facet::Kind as usize];
        rows.sets(Facet::Kind)[ordinal as usize].first().copied().unwrap_or_default()
    }

    /// The ids of all entries.
    pub(crate) fn ids(&self) -> tantivy::Result<Vec<i64>> {
        let mut ids = Vec::with_capacity(self.searcher.num_docs() as usize);
        for segment in self.searcher.segment_readers() {
            let column = segment.fast_fields().i64(schema::ID)?;
            ids.extend(segment.doc_ids_alive().filter_map(|doc| column.first(doc)));
        }
        Ok(ids)
    }

    /// Whether a folded word stands in any text, whoever may see it.
    pub(crate) fn has_word(&self, word: &str) -> tantivy::Result<bool> {
        for field in [self.fields.body, self.fields.title, self.fields.label] {
            let term = Term::from_field_text(field, word);
            for segment in self.searcher.segment_readers() {
                if segment.inverted_index(field)?.get_term_info(&term)?.is_some() {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The language of a document.
    pub(crate) fn lang(&self, address: DocAddress) -> tantivy::Result<String> {
        let mut lang = String::new();
        let columns = self.searcher.segment_reader(address.segment_ord).fast_fields();
        if let Some(column) = columns.str(schema::LANG)?
            && let Some(ordinal) = column.term_ords(address.doc_id).next()
        {
            column.ord_to_str(ordinal, &mut lang)?;
        }
        Ok(lang)
    }

    /// Reads what is kept of a document.
    pub(crate) fn shown(&self, address: DocAddress) -> tantivy::Result<Shown> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let packed =
            document.get_first(self.fields.text).and_then(|value| value.as_bytes()).unwrap_or_default().to_vec();
        Ok(Shown { title: text(self.fields.title), text: packed })
    }
}
