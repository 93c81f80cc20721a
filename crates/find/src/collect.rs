//! One pass over the matches: access, filters, counts and the best hits together.
//!
//! Access and filters as query clauses would cost two or three times as much, and would make counts that ignore
//! one filter ("all but own") a search of their own for each facet.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap, HashSet};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{BytesColumn, Column};
use tantivy::{DocAddress, DocId, Score, SegmentReader};

use crate::schema;
use crate::sight::{SegmentSight, Sight};
use crate::types::{Facet, MAX_WINDOW, Sort};
use crate::view::View;

const FACETS: usize = Facet::ALL.len();

/// By what the best are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    Score,
    /// In the reader's languages first, newest first.
    Readable,
    Newest,
    Oldest,
    Title,
    City,
    Language,
    Popular,
}

impl Order {
    /// The order for a reader's choice: without words there is nothing to be relevant to.
    pub(crate) fn of(sort: Sort, words: bool) -> Order {
        match sort {
            Sort::Relevance if words => Order::Score,
            Sort::Relevance => Order::Readable,
            Sort::DateNewest => Order::Newest,
            Sort::DateOldest => Order::Oldest,
            Sort::Title => Order::Title,
            Sort::City => Order::City,
            Sort::Language => Order::Language,
        }
    }

    fn is_keyed(self) -> bool {
        matches!(self, Order::Title | Order::City | Order::Language)
    }

    /// The column of keys, for orders that have one. Its ordinals sort as its keys do, within one segment.
    fn keys(self, segment: &SegmentReader) -> tantivy::Result<Option<BytesColumn>> {
        let columns = segment.fast_fields();
        match self {
            Order::Title => columns.bytes(schema::TITLE_KEY),
            Order::City => columns.bytes(schema::CITY_KEY),
            Order::Language => Ok(columns.str(schema::LANG)?.map(BytesColumn::from)),
            Order::Score | Order::Readable | Order::Newest | Order::Oldest | Order::Popular => Ok(None),
        }
    }
}

/// How far a thing in these languages is from its reader: in their own, in another that they read, in none.
fn distance(languages: &[u64], set: &[u64]) -> u64 {
    match languages.iter().position(|language| set.contains(language)) {
        Some(0) => 0,
        Some(_) => 1,
        None => 2,
    }
}

/// How much more a match is worth in the reader's own language, and in another that they read, than in the rest.
const READABLE: [Score; 3] = [1.5, 1.1, 1.0];

/// What is about the hub itself weighs so much of what else is found.
const ASIDE: Score = 0.4;

/// The collector.
pub(crate) struct Gather<'a> {
    pub view: &'a View,
    pub sight: &'a Sight<'a>,
    /// By facet; `None` asks nothing.
    pub filters: [Option<HashSet<u64>>; FACETS],
    pub order: Order,
    /// The reader's languages, for [`Order::Score`], [`Order::Readable`] and [`Order::Popular`].
    pub languages: &'a [u64],
    /// How many of the best to keep: offset and limit together.
    pub keep: usize,
}

/// What one pass found.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Visible documents that match words and filters.
    pub total: usize,
    /// Visible documents that match the words, whatever the filters.
    pub matched: usize,
    /// Those of kinds that are not asked for.
    pub elsewhere: usize,
    /// All-but-own counts.
    pub facets: HashMap<Facet, HashMap<u64, usize>>,
    /// The best, in order.
    pub best: Vec<Best>,
}

/// One of the best.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Best {
    pub id: i64,
    pub score: Score,
    pub address: DocAddress,
}

/// A candidate within a segment: the least is the best.
#[derive(Clone, Copy)]
struct Candidate {
    primary: u64,
    date: i64,
    id: i64,
    doc: DocId,
    score: Score,
}

impl Candidate {
    fn rank(&self) -> (u64, Reverse<i64>, i64, DocId) {
        (self.primary, Reverse(self.date), self.id, self.doc)
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Candidate {}
impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// Where the primary rank of a candidate comes from.
enum Primary {
    /// By ordinal of a set of languages: how far these are from the reader, which the score is weighed by.
    Score(Vec<u64>, Column<u64>),
    /// By ordinal of a set of languages: how far these are from the reader.
    Readable(Vec<u64>),
    Newest,
    Oldest,
    /// As `Readable`, then by this column.
    Popular(Vec<u64>, Column<u64>),
    /// Ordinals of keys; `None` when no document of the segment has one.
    Keys(Option<Column<u64>>),
}

/// Rank of a document without a key: after all others.
const NO_KEY: u64 = u64::MAX;

/// Flips a signed number so that unsigned comparison sorts it.
fn ascending(value: i64) -> u64 {
    (value as u64) ^ (1 << 63)
}

/// The pass over one segment.
pub(crate) struct GatherSegment {
    ordinal: u32,
    sight: SegmentSight,
    filters: [Option<Vec<bool>>; FACETS],
    primary: Primary,
    dates: Column<i64>,
    ids: Column<i64>,
    keep: usize,
    heap: BinaryHeap<Candidate>,
    counts: [Vec<u32>; FACETS],
    total: usize,
    matched: usize,
    elsewhere: usize,
}

impl Collector for Gather<'_> {
    type Fruit = Gathered;
    type Child = GatherSegment;

    fn for_segment(&self, ordinal: u32, segment: &SegmentReader) -> tantivy::Result<GatherSegment> {
        let sight = self.sight.of_segment(self.view, ordinal)?;
        let columns = segment.fast_fields();
        let filters = Facet::ALL.map(|facet| {
            let asked = self.filters[facet as usize].as_ref()?;
            Some(sight.rows().matching(facet, |value| asked.contains(&value)))
        });
        let distances = || sight.rows().sets(Facet::Language).iter().map(|set| distance(self.languages, set)).collect();
        let primary = match self.order {
            Order::Score => Primary::Score(distances(), columns.u64(schema::ASIDE)?),
            Order::Readable => Primary::Readable(distances()),
            Order::Newest => Primary::Newest,
            Order::Oldest => Primary::Oldest,
            Order::Popular => Primary::Popular(distances(), columns.u64(schema::POPULARITY)?),
            Order::Title | Order::City | Order::Language => {
                Primary::Keys(self.order.keys(segment)?.map(|column| column.ords().clone()))
            }
        };
        Ok(GatherSegment {
            ordinal,
            counts: Facet::ALL.map(|facet| vec![0; sight.rows().sets(facet).len()]),
            filters,
            sight,
            primary,
            dates: columns.i64(schema::DATE)?,
            ids: columns.i64(schema::ID)?,
            keep: self.keep.min(MAX_WINDOW),
            heap: BinaryHeap::new(),
            total: 0,
            matched: 0,
            elsewhere: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Score
    }

    fn merge_fruits(&self, segments: Vec<SegmentGathered>) -> tantivy::Result<Gathered> {
        let mut gathered = Gathered::default();
        let mut ranked = Vec::new();
        for segment in segments {
            gathered.total += segment.total;
            gathered.matched += segment.matched;
            gathered.elsewhere += segment.elsewhere;
            for (facet, counts) in Facet::ALL.into_iter().zip(segment.counts) {
                let sum = gathered.facets.entry(facet).or_default();
                counts.into_iter().for_each(|(value, count)| *sum.entry(value).or_default() += count);
            }
            let keys = self.keys_of(segment.ordinal, &segment.best)?;
            for (mut candidate, key) in segment.best.into_iter().zip(keys) {
                if self.order.is_keyed() {
                    // The ordinal has done its work: equal keys of other segments have others.
                    candidate.primary = 0;
                }
                ranked.push((key, candidate, segment.ordinal));
            }
        }
        ranked.sort_unstable_by(|(one_key, one, one_segment), (other_key, other, other_segment)| {
            one_key.cmp(other_key).then_with(|| one.cmp(other)).then(one_segment.cmp(other_segment))
        });
        ranked.truncate(self.keep);
        gathered.best = ranked
            .into_iter()
            .map(|(_, best, segment)| Best {
                id: best.id,
                score: best.score,
                address: DocAddress::new(segment, best.doc),
            })
            .collect();
        Ok(gathered)
    }
}

/// What a candidate is compared by across segments before its own rank: absent keys last.
type MergeKey = (bool, Vec<u8>);

impl Gather<'_> {
    /// Ordinals of keys mean nothing outside of their segment, so the keys themselves are read, for the few that are left.
    fn keys_of(&self, ordinal: u32, best: &[Candidate]) -> tantivy::Result<Vec<MergeKey>> {
        let segment = self.view.searcher.segment_reader(ordinal);
        let Some(column) = self.order.keys(segment)? else {
            return Ok(vec![(self.order.is_keyed(), Vec::new()); best.len()]);
        };
        // Candidates come in order of their ordinals, so each block of the dictionary is read once.
        let ordinals: Vec<u64> = best.iter().map(|candidate| candidate.primary).filter(|&key| key != NO_KEY).collect();
        let mut keys: Vec<MergeKey> = Vec::with_capacity(best.len());
        if !column.dictionary().sorted_ords_to_term_cb(&ordinals, |key| keys.push((false, key.to_vec())))? {
            return Err(tantivy::TantivyError::InternalError("a sort key is missing from its dictionary".into()));
        }
        keys.resize(best.len(), (true, Vec::new()));
        Ok(keys)
    }
}

/// What one segment gives.
pub(crate) struct SegmentGathered {
    ordinal: u32,
    total: usize,
    matched: usize,
    elsewhere: usize,
    counts: [Vec<(u64, usize)>; FACETS],
    best: Vec<Candidate>,
}

impl GatherSegment {
    fn consider(&mut self, doc: DocId, score: Score) {
        if self.keep == 0 {
            return;
        }
        let date = || self.dates.first(doc).unwrap_or_default();
        let mut score = score;
        let primary = match &self.primary {
            Primary::Score(distances, aside) => {
                score *= READABLE[self.distance(distances, doc) as usize];
                if aside.first(doc).is_some_and(|aside| aside > 0) {
                    score *= ASIDE;
                }
                // The bits of non-negative floats sort as the floats do.
                u64::from(!score.max(0.0).to_bits())
            }
            // The two lowest bits of a date make way, which then decides among equals.
            Primary::Readable(distances) => self.distance(distances, doc) << 62 | !ascending(date()) >> 2,
            Primary::Newest => !ascending(date()),
            Primary::Oldest => ascending(date()),
            Primary::Popular(distances, column) => {
                self.distance(distances, doc) << 62 | !column.first(doc).unwrap_or_default() >> 2
            }
            Primary::Keys(column) => column.as_ref().and_then(|column| column.first(doc)).unwrap_or(NO_KEY),
        };
        let full = self.heap.len() >= self.keep;
        if full && self.heap.peek().is_some_and(|worst| primary > worst.primary) {
            return;
        }
        let candidate = Candidate { primary, date: date(), id: self.ids.first(doc).unwrap_or_default(), doc, score };
        if !full {
            self.heap.push(candidate);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && candidate < *worst
        {
            *worst = candidate;
        }
    }

    /// How far a document is from its reader, by its languages.
    fn distance(&self, distances: &[u64], doc: DocId) -> u64 {
        distances[self.sight.rows().row(doc)[Facet::Language as usize] as usize]
    }

    fn count(&mut self, doc: DocId, facet: usize) {
        let ordinal = self.sight.rows().row(doc)[facet] as usize;
        self.counts[facet][ordinal] += 1;
    }
}

impl SegmentCollector for GatherSegment {
    type Fruit = SegmentGathered;

    fn collect(&mut self, doc: DocId, score: Score) {
        if !self.sight.may_see(doc) {
            return;
        }
        if !self.sight.is_asked(doc) {
            self.elsewhere += 1;
            return;
        }
        self.matched += 1;
        let row = self.sight.rows().row(doc);
        let mut failing = None;
        for (facet, filter) in self.filters.iter().enumerate() {
            if let Some(filter) = filter
                && !filter[row[facet] as usize]
                && failing.replace(facet).is_some()
            {
                return;
            }
        }
        match failing {
            // Only this facet's own filter hides it, so this facet counts it.
            Some(facet) => self.count(doc, facet),
            None => {
                self.total += 1;
                (0..FACETS).for_each(|facet| self.count(doc, facet));
                self.consider(doc, score);
            }
        }
    }

    fn harvest(self) -> SegmentGathered {
        let counts = Facet::ALL.map(|facet| {
            let mut values: HashMap<u64, usize> = HashMap::new();
            for (set, &count) in self.sight.rows().sets(facet).iter().zip(&self.counts[facet as usize]) {
                if count > 0 {
                    set.iter().for_each(|&value| *values.entry(value).or_default() += count as usize);
                }
            }
            if facet != Facet::Audience {
                values.remove(&0);
            }
            values.into_iter().collect()
        });
        SegmentGathered {
            ordinal: self.ordinal,
            total: self.total,
            matched: self.matched,
            elsewhere: self.elsewhere,
            counts,
            best: self.heap.into_sorted_vec(),
        }
    }
}
