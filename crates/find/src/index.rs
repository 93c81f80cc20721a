//! The index: one writer, any number of readers.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use base::Audience;
use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument};

use crate::browse::{Answers, Key};
use crate::collect::{Gather, Gathered, Order};
use crate::error::FindError;
use crate::folder;
use crate::query::{Asked, Part};
use crate::schema::{self, Fields};
use crate::sight::Sight;
use crate::snippet::Marker;
use crate::suggest::suggest;
use crate::types::{Entry, Facet, Found, Hit, MAX_WINDOW, Request};
use crate::typo;
use crate::view::View;

/// Threads that analyse documents.
const WRITER_THREADS: usize = 2;

/// Memory in which documents gather before they become files, in bytes, for each thread.
const WRITER_BYTES: usize = 32 * 1024 * 1024;

/// Documents in a group that becomes one segment together. Small changes so make one segment, refilling uses all threads.
const GROUP: usize = 64;

/// Segments with more than this share of deleted documents are merged, which takes the deleted ones out.
const MAX_DELETED_SHARE: f32 = 0.3;

/// Segments of more documents are not merged at the start: that would take minutes, and gain little.
const MERGED_AT_START: u32 = 50_000;

/// With fewer hits than this, similar words are searched too.
const ENOUGH_HITS: usize = 5;

/// A full-text index in a folder or in memory.
///
/// Dropping it at any moment, or killing the process, leaves the last commit.
pub struct Index {
    fields: Fields,
    writer: Mutex<IndexWriter>,
    reader: IndexReader,
    current: RwLock<Arc<Current>>,
    /// Held until all else is dropped. `None` in memory.
    _lock: Option<File>,
}

/// What searches see.
struct Current {
    view: View,
    answers: Answers,
    cursor: i64,
}

impl Index {
    /// Opens the index of this folder, or creates it.
    ///
    /// An index that another version of schema or analyser wrote, or that is damaged, is replaced with an empty one:
    /// then [`Index::cursor`] is 0 and the caller fills it again.
    ///
    /// # Errors
    /// [`FindError::Busy`] when it is open already, here or in another process; others when the folder cannot be used.
    pub fn open(folder: &Path) -> Result<Index, FindError> {
        let lock = folder::lock(folder)?;
        let (schema, fields) = schema::schema();
        let index = folder::open(folder, &schema)?;
        let opened = Index::over(index, fields, Some(lock))?;
        opened.clean_up()?;
        Ok(opened)
    }

    /// An empty index that keeps nothing.
    ///
    /// # Panics
    /// When no thread can be started.
    pub fn in_memory() -> Index {
        let (schema, fields) = schema::schema();
        let index = tantivy::Index::builder().schema(schema).settings(folder::settings()).create_in_ram();
        match index.map_err(FindError::from).and_then(|index| Index::over(index, fields, None)) {
            Ok(index) => index,
            Err(error) => panic!("an index in memory needs only memory and a thread: {error}"),
        }
    }

    fn over(index: tantivy::Index, fields: Fields, lock: Option<File>) -> Result<Index, FindError> {
        schema::register(&index);
        let writer: IndexWriter = index.writer_with_num_threads(WRITER_THREADS, WRITER_THREADS * WRITER_BYTES)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(MAX_DELETED_SHARE);
        writer.set_merge_policy(Box::new(policy));
        // Reloaded by hand after each commit, so that what was applied is found when `apply` returns.
        let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let view = View::new(reader.searcher(), fields, None)?;
        let cursor = cursor_of(&index)?;
        let current = RwLock::new(Arc::new(Current { view, answers: Answers::default(), cursor }));
        Ok(Index { fields, writer: Mutex::new(writer), reader, current, _lock: lock })
    }

    /// Removes files that no commit knows (a killed process leaves some) and starts merging small segments.
    /// The merge runs on in the background; the next commit shows it.
    fn clean_up(&self) -> Result<(), FindError> {
        let mut writer = self.writer();
        writer.garbage_collect_files().wait()?;
        let small: Vec<_> = (self.current().view.searcher.segment_readers().iter())
            .filter(|segment| {
                let deleted = segment.num_deleted_docs() as f32 / segment.max_doc().max(1) as f32;
                segment.max_doc() < MERGED_AT_START || deleted > MAX_DELETED_SHARE
            })
            .map(|segment| segment.segment_id())
            .collect();
        if small.len() > 1 {
            drop(writer.merge(&small));
        }
        Ok(())
    }

    /// The change sequence that the last commit was given; 0 when nothing was ever committed.
    pub fn cursor(&self) -> i64 {
        self.current().cursor
    }

    /// How many entries there are, whoever may see them.
    pub fn len(&self) -> usize {
        self.current().view.searcher.num_docs() as usize
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts in `upserts`, replacing entries of the same ids, and takes out `deletes`, in one commit that remembers `cursor`.
    ///
    /// When it returns, searches see the change. Applying the same again changes nothing. An id in both is taken out:
    /// of two mistakes, hiding is the smaller one. Of several upserts with one id the last one counts.
    ///
    /// # Errors
    /// When the engine fails; then nothing of it is committed.
    pub fn apply(&self, upserts: Vec<Entry>, deletes: Vec<i64>, cursor: i64) -> Result<(), FindError> {
        let mut writer = self.writer();
        let applied = self.stage(&writer, upserts, &deletes).and_then(|()| commit(&mut writer, cursor));
        if let Err(error) = applied {
            // What was staged must not slip into the next commit.
            writer.rollback()?;
            return Err(error.into());
        }
        self.refresh(cursor)
    }

    /// Begins, or goes on, to fill the index anew: puts entries in without showing them. Searches go on seeing what was
    /// committed, until [`Index::show_filled`]. Nothing else may be applied meanwhile.
    ///
    /// # Errors
    /// When the engine fails; then nothing of the filling is left.
    pub fn fill(&self, entries: Vec<Entry>) -> Result<(), FindError> {
        let mut writer = self.writer();
        if let Err(error) = self.stage(&writer, entries, &[]) {
            writer.rollback()?;
            return Err(error.into());
        }
        Ok(())
    }

    /// Shows what was filled in, and takes out all that is not of these ids, in one commit that remembers `cursor`.
    ///
    /// # Errors
    /// When the engine fails; then all is as it was before the filling began.
    pub fn show_filled(&self, filled: &HashSet<i64>, cursor: i64) -> Result<(), FindError> {
        let gone: Vec<i64> = self.current().view.ids()?.into_iter().filter(|id| !filled.contains(id)).collect();
        let mut writer = self.writer();
        let shown = self.stage(&writer, Vec::new(), &gone).and_then(|()| commit(&mut writer, cursor));
        if let Err(error) = shown {
            writer.rollback()?;
            return Err(error.into());
        }
        self.refresh(cursor)
    }

    /// Forgets a filling that did not come to its end.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn forget_filling(&self) -> Result<(), FindError> {
        self.writer().rollback()?;
        Ok(())
    }

    /// Takes out everything; the cursor is 0 again.
    ///
    /// # Errors
    /// When the engine fails; then nothing is taken out.
    pub fn clear(&self) -> Result<(), FindError> {
        let mut writer = self.writer();
        let cleared = writer.delete_all_documents().and_then(|_| commit(&mut writer, 0));
        if let Err(error) = cleared {
            writer.rollback()?;
            return Err(error.into());
        }
        self.refresh(0)
    }

    /// Closes the index: the folder can be opened again when this returns. Dropping it does the same.
    pub fn close(self) {
        drop(self);
    }

    /// Answers a request. Blocking; can be called from any number of threads.
    ///
    /// # Errors
    /// When the engine fails. No text that a reader types is an error.
    pub fn search(&self, request: &Request) -> Result<Found, FindError> {
        let current = self.current();
        let asked = Asked::parse(&request.text, current.view.rules());
        let key = if asked.is_empty() { Key::of(request) } else { None };
        let Some(key) = key else { return Ok(current.view.answer(request, asked)?) };
        if let Some(known) = current.answers.get(&key) {
            return Ok(Found::clone(&known));
        }
        let found = Arc::new(current.view.answer(request, asked)?);
        current.answers.put(key, Arc::clone(&found));
        Ok(Found::clone(&found))
    }

    /// Titles that have all the words typed so far, the last one as a beginning: only of entries of these kinds (none: all) that the reader may see,
    /// most popular first, then newest, each title once.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn suggest(
        &self,
        prefix: &str,
        audiences: &[(Audience, i64)],
        kinds: &[u64],
        deny: &HashSet<i64>,
        limit: usize,
    ) -> Result<Vec<String>, FindError> {
        Ok(suggest(&self.current().view, &Sight::new(audiences, kinds, deny), prefix, limit)?)
    }

    fn stage(&self, writer: &IndexWriter, upserts: Vec<Entry>, deletes: &[i64]) -> tantivy::Result<()> {
        let gone: HashSet<i64> = deletes.iter().copied().collect();
        let last: HashMap<i64, usize> = upserts.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        let delete = |id| UserOperation::Delete(self.fields.id_term(id));
        writer.run(gone.iter().map(|&id| delete(id)).collect::<Vec<_>>())?;
        let mut group: Vec<UserOperation<TantivyDocument>> = Vec::with_capacity(2 * GROUP);
        for (place, entry) in upserts.into_iter().enumerate() {
            if gone.contains(&entry.id) || last.get(&entry.id) != Some(&place) {
                continue;
            }
            group.push(delete(entry.id));
            group.push(UserOperation::Add(self.fields.document(entry)));
            if group.len() >= 2 * GROUP {
                writer.run(std::mem::take(&mut group))?;
            }
        }
        writer.run(group)?;
        Ok(())
    }

    /// Shows the last commit to searches. Called with the writer held, so that views follow one another in order.
    fn refresh(&self, cursor: i64) -> Result<(), FindError> {
        self.reader.reload()?;
        let view = View::new(self.reader.searcher(), self.fields, Some(&self.current().view))?;
        let current = Arc::new(Current { view, answers: Answers::default(), cursor });
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
        Ok(())
    }

    fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn writer(&self) -> MutexGuard<'_, IndexWriter> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Commits what is staged, together with the cursor: both are on disk, or neither is.
fn commit(writer: &mut IndexWriter, cursor: i64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&cursor.to_string());
    prepared.commit()?;
    Ok(())
}

fn cursor_of(index: &tantivy::Index) -> tantivy::Result<i64> {
    Ok(index.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or(0))
}

impl View {
    fn answer(&self, request: &Request, mut asked: Asked) -> tantivy::Result<Found> {
        let sight = Sight::new(&request.audiences, &request.kinds, &request.deny);
        let offset = request.offset.min(MAX_WINDOW);
        let keep = offset.saturating_add(request.limit).min(MAX_WINDOW);
        let gather = Gather {
            view: self,
            sight: &sight,
            filters: filters(request),
            order: Order::of(request.sort, !asked.is_empty()),
            languages: &request.languages,
            // Past the end of the window nothing is returned, so nothing needs to be kept.
            keep: if offset < keep { keep } else { 0 },
        };
        let mut gathered = self.searcher.search(&asked.query(&self.fields), &gather)?;
        let mut corrected = false;
        // Whether few match is asked of the words alone: narrowing a good search with filters must not widen the words.
        if !asked.is_empty() && gathered.matched < ENOUGH_HITS && self.widen(&sight, &mut asked)? {
            let wider: Gathered = self.searcher.search(&asked.query(&self.fields), &gather)?;
            if wider.matched > gathered.matched {
                gathered = wider;
                corrected = true;
            }
        }
        let mut marker = request.snippets.then(|| Marker::new(&asked));
        let hits = gathered.best.iter().skip(offset).map(|best| {
            let mut hit = Hit { id: best.id, score: best.score, title: None, snippet: None };
            if let Some(marker) = &mut marker {
                let shown = self.shown(best.address)?;
                hit.snippet = marker.snippet(&shown.head, &shown.lang);
                hit.title = Some(marker.title(shown.title, &shown.lang));
            }
            Ok(hit)
        });
        let hits = hits.collect::<tantivy::Result<_>>()?;
        Ok(Found { total: gathered.total, hits, facets: ranked(gathered.facets), corrected })
    }

    /// Adds similar words to each word that is rare itself: words that many documents have are hardly mistyped, there are
    /// only few documents with all of them. False when nothing was added.
    fn widen(&self, sight: &Sight<'_>, asked: &mut Asked) -> tantivy::Result<bool> {
        let sights = sight.of_all(self)?;
        let mut widened = false;
        for part in &mut asked.parts {
            if let Part::Word { folded, similar: words, .. } = part
                && typo::frequency(self, &sights, folded, ENOUGH_HITS)? < ENOUGH_HITS
            {
                *words = typo::similar(self, &sights, folded)?;
                widened |= !words.is_empty();
            }
        }
        Ok(widened)
    }
}

/// Filters by facet; several on one facet are alternatives.
fn filters(request: &Request) -> [Option<HashSet<u64>>; Facet::ALL.len()] {
    let mut filters: [Option<HashSet<u64>>; Facet::ALL.len()] = Default::default();
    for (facet, values) in request.filters.iter().filter(|(_, values)| !values.is_empty()) {
        filters[*facet as usize].get_or_insert_default().extend(values);
    }
    filters
}

/// Counts as readers want them: the most frequent first.
fn ranked(facets: HashMap<Facet, HashMap<u64, usize>>) -> HashMap<Facet, Vec<(u64, usize)>> {
    let sorted = |counts: HashMap<u64, usize>| {
        let mut counts: Vec<(u64, usize)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(value, count)| (std::cmp::Reverse(count), value));
        counts
    };
    facets.into_iter().map(|(facet, counts)| (facet, sorted(counts))).collect()
}
