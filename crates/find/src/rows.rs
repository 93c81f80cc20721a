//! What filters and facets need to know of every document, in memory.
//!
//! Values are interned per segment, so that a document is one row of small numbers: checking and counting are array
//! accesses, 32 bytes apart. Reading the columns instead costs several times more for every match.

use std::collections::HashMap;

use tantivy::SegmentReader;
use tantivy::schema::Field;

use crate::analyse::{FORM_MARK, STEMMED};
use crate::schema;
use crate::types::Facet;

/// For each facet, the ordinal of the document's set of values.
pub(crate) type Row = [u32; Facet::ALL.len()];

/// The rows of one segment. Segments never change but for deletions, so these live as long as their segment.
pub(crate) struct Rows {
    rows: Vec<Row>,
    sets: [Vec<Box<[u64]>>; Facet::ALL.len()],
    stemmed: Vec<&'static str>,
}

impl Rows {
    /// Reads the columns of a segment.
    pub(crate) fn read(segment: &SegmentReader, form: Field) -> tantivy::Result<Rows> {
        let mut rows = vec![Row::default(); segment.max_doc() as usize];
        let mut sets: [Vec<Box<[u64]>>; Facet::ALL.len()] = Default::default();
        for facet in Facet::ALL {
            let place = facet as usize;
            let column = segment.fast_fields().column_opt::<u64>(schema::column(facet))?;
            let mut ordinals: HashMap<Box<[u64]>, u32> = HashMap::new();
            let mut values = Vec::new();
            for (doc, row) in (0..).zip(&mut rows) {
                values.clear();
                if let Some(column) = &column {
                    values.extend(column.values_for_doc(doc));
                }
                row[place] = match ordinals.get(values.as_slice()) {
                    Some(&ordinal) => ordinal,
                    None => {
                        // There are never more sets than documents, and documents are counted in 32 bits.
                        let ordinal = sets[place].len() as u32;
                        sets[place].push(values.as_slice().into());
                        ordinals.insert(values.as_slice().into(), ordinal);
                        ordinal
                    }
                };
            }
        }
        Ok(Rows { rows, sets, stemmed: stemmed(segment, form)? })
    }

    /// Codes of the languages by whose rules words of this segment were stemmed.
    pub(crate) fn stemmed(&self) -> &[&'static str] {
        &self.stemmed
    }

    /// The row of a document.
    pub(crate) fn row(&self, doc: u32) -> &Row {
        &self.rows[doc as usize]
    }

    /// The sets of values of a facet in this segment, by ordinal.
    pub(crate) fn sets(&self, facet: Facet) -> &[Box<[u64]>] {
        &self.sets[facet as usize]
    }

    /// For every ordinal of a facet, whether its set has a value that is asked for.
    pub(crate) fn matching(&self, facet: Facet, asked: impl Fn(u64) -> bool) -> Vec<bool> {
        self.sets(facet).iter().map(|set| set.iter().any(|&value| asked(value))).collect()
    }
}

/// Of which languages there are stems: those that begin with a code stand together in the dictionary.
fn stemmed(segment: &SegmentReader, form: Field) -> tantivy::Result<Vec<&'static str>> {
    let index = segment.inverted_index(form)?;
    let mut codes = Vec::new();
    for (code, _) in STEMMED {
        let own = format!("{code}{FORM_MARK}");
        let mut stems = index.terms().range().ge(&own).into_stream()?;
        if stems.advance() && stems.key().starts_with(own.as_bytes()) {
            codes.push(code);
        }
    }
    Ok(codes)
}
