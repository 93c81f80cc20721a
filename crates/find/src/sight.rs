//! What a reader may see: the only place that decides it.
//!
//! Hits, counts, facets, suggestions and the search for similar words all ask here.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base::Audience;
use tantivy::columnar::Column;
use tantivy::fastfield::AliveBitSet;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, TERMINATED};

use crate::rows::Rows;
use crate::schema;
use crate::types::Facet;
use crate::view::View;

/// A reader's rights, and the kinds of things that they ask for.
pub(crate) struct Sight<'a> {
    /// The first id that they see of each.
    audiences: HashMap<u64, i64>,
    kinds: HashSet<u64>,
    deny: &'a HashSet<i64>,
}

/// A reader's rights in one segment.
pub(crate) struct SegmentSight {
    rows: Arc<Rows>,
    /// By audience: the first id that is seen of it; none: nothing.
    from: Vec<Option<i64>>,
    ids: Column<i64>,
    asked: Vec<bool>,
    denied: HashSet<DocId>,
    alive: Option<AliveBitSet>,
}

impl<'a> Sight<'a> {
    /// `kinds`: empty for all of them.
    pub(crate) fn new(audiences: &[(Audience, i64)], kinds: &[u64], deny: &'a HashSet<i64>) -> Self {
        let audiences = audiences.iter().map(|(audience, from)| (audience.number().cast_unsigned(), *from)).collect();
        Sight { audiences, kinds: kinds.iter().copied().collect(), deny }
    }

    /// What this reader sees of a segment.
    pub(crate) fn of_segment(&self, view: &View, segment: u32) -> tantivy::Result<SegmentSight> {
        let reader = view.searcher.segment_reader(segment);
        let rows = Arc::clone(view.rows(segment));
        let from_of = |set: &[u64]| set.iter().filter_map(|audience| self.audiences.get(audience).copied()).min();
        let from = rows.sets(Facet::Audience).iter().map(|set| from_of(set)).collect();
        let asked = rows.matching(Facet::Kind, |kind| self.kinds.is_empty() || self.kinds.contains(&kind));
        let mut denied = HashSet::new();
        if !self.deny.is_empty() {
            let ids = reader.inverted_index(view.fields.id)?;
            for &id in self.deny {
                if let Some(mut docs) = ids.read_postings(&view.fields.id_term(id), IndexRecordOption::Basic)? {
                    while docs.doc() != TERMINATED {
                        denied.insert(docs.doc());
                        docs.advance();
                    }
                }
            }
        }
        let ids = reader.fast_fields().i64(schema::ID)?;
        Ok(SegmentSight { rows, from, ids, asked, denied, alive: reader.alive_bitset().cloned() })
    }

    /// What this reader sees of every segment.
    pub(crate) fn of_all(&self, view: &View) -> tantivy::Result<Vec<SegmentSight>> {
        (0..view.searcher.segment_readers().len() as u32).map(|segment| self.of_segment(view, segment)).collect()
    }
}

/// In how many documents that a reader sees a term stands, counted no further than `enough`.
pub(crate) fn frequency(
    view: &View,
    sights: &[SegmentSight],
    field: Field,
    infos: &[(u32, TermInfo)],
    enough: usize,
) -> tantivy::Result<usize> {
    let mut seen = 0;
    for (segment, info) in infos {
        let index = view.searcher.segment_reader(*segment).inverted_index(field)?;
        let mut docs = index.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
        while docs.doc() != TERMINATED {
            if sights[*segment as usize].sees_alive(docs.doc()) {
                seen += 1;
                if seen >= enough {
                    return Ok(seen);
                }
            }
            docs.advance();
        }
    }
    Ok(seen)
}

impl SegmentSight {
    /// Whether the reader may see a document that is not deleted, whatever it is.
    pub(crate) fn may_see(&self, doc: DocId) -> bool {
        let from = self.from[self.rows.row(doc)[Facet::Audience as usize] as usize];
        from.is_some_and(|from| from == 0 || self.ids.first(doc).is_some_and(|id| id >= from))
            && (self.denied.is_empty() || !self.denied.contains(&doc))
    }

    /// Whether a document is of a kind that is asked for.
    pub(crate) fn is_asked(&self, doc: DocId) -> bool {
        self.asked[self.rows.row(doc)[Facet::Kind as usize] as usize]
    }

    /// Whether the reader may see a document that is not deleted, and asks for such a thing.
    pub(crate) fn sees(&self, doc: DocId) -> bool {
        self.is_asked(doc) && self.may_see(doc)
    }

    /// Whether a document exists and the reader may see it.
    pub(crate) fn sees_alive(&self, doc: DocId) -> bool {
        self.sees(doc) && self.alive.as_ref().is_none_or(|alive| alive.is_alive(doc))
    }

    pub(crate) fn rows(&self) -> &Rows {
        &self.rows
    }
}
