//! The index: one writer, any number of readers.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument};

use crate::browse::{Answers, Key};
use crate::error::FindError;
use crate::folder::{self, Held};
use crate::glossary::Glossary;
use crate::parse::Asked;
use crate::schema::{self, Fields};
use crate::suggest::suggest;
use crate::types::{Entry, Found, Request, number};
use crate::view::View;
use crate::writer::Writer;

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

/// Blocks of stored documents that a segment keeps unpacked: each holds a whole text, which may be long.
const STORED_BLOCKS: usize = 8;

/// A full-text index in a folder or in memory.
///
/// Dropping it at any moment, or killing the process, leaves the last commit.
pub struct Index {
    fields: Fields,
    glossary: Arc<Glossary>,
    /// By what it is filled.
    made: u64,
    writer: Mutex<Writer>,
    reader: IndexReader,
    current: RwLock<Arc<Current>>,
    /// Held until all else is dropped. `None` in memory.
    _held: Option<Held>,
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
    /// then [`Index::cursor`] is 0 and the caller fills it again. So it is with another glossary: which concepts a document
    /// has is asked when it is indexed; and with other kinds of things than it was filled with.
    ///
    /// # Errors
    /// [`FindError::Busy`] when it is open already, here or in another process; others when the folder cannot be used.
    pub fn open(folder: &Path, glossary: Glossary) -> Result<Index, FindError> {
        Index::open_held(Held::of(folder)?, glossary, &[])
    }

    /// The same of a folder that this process holds already. `kinds`: the names of all kinds of things that are put in.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn open_held(held: Held, glossary: Glossary, kinds: &[&str]) -> Result<Index, FindError> {
        let (schema, fields) = schema::schema();
        let index = folder::open(&held.folder, &schema)?;
        let opened = Index::over(index, fields, glossary, kinds, Some(held))?;
        opened.clean_up()?;
        Ok(opened)
    }

    /// An empty index that keeps nothing, without a glossary.
    ///
    /// # Panics
    /// When no thread can be started.
    pub fn in_memory() -> Index {
        Index::in_memory_with(Glossary::default())
    }

    /// An empty index that keeps nothing.
    ///
    /// # Panics
    /// When no thread can be started.
    pub fn in_memory_with(glossary: Glossary) -> Index {
        let (schema, fields) = schema::schema();
        let index = tantivy::Index::builder().schema(schema).settings(folder::settings()).create_in_ram();
        match index.map_err(FindError::from).and_then(|index| Index::over(index, fields, glossary, &[], None)) {
            Ok(index) => index,
            Err(error) => panic!("an index in memory needs only memory and a thread: {error}"),
        }
    }

    fn over(
        index: tantivy::Index,
        fields: Fields,
        glossary: Glossary,
        kinds: &[&str],
        held: Option<Held>,
    ) -> Result<Index, FindError> {
        let made = made(&glossary, kinds);
        let glossary = Arc::new(glossary);
        schema::register(&index, &glossary);
        let writer: IndexWriter = index.writer_with_num_threads(WRITER_THREADS, WRITER_THREADS * WRITER_BYTES)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(MAX_DELETED_SHARE);
        writer.set_merge_policy(Box::new(policy));
        // Reloaded by hand after each commit, so that what was applied is found when `apply` returns.
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).doc_store_cache_num_blocks(STORED_BLOCKS);
        let reader: IndexReader = reader.try_into()?;
        let view = View::new(reader.searcher(), fields, &glossary, None)?;
        let cursor = cursor_of(&index, made)?;
        let current = RwLock::new(Arc::new(Current { view, answers: Answers::default(), cursor }));
        let writer = Mutex::new(Writer::new(writer));
        Ok(Index { fields, glossary, made, writer, reader, current, _held: held })
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
        let applied = self.stage(&writer, upserts, &deletes).and_then(|()| commit(&mut writer, cursor, self.made));
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
        let shown = self.stage(&writer, Vec::new(), &gone).and_then(|()| commit(&mut writer, cursor, self.made));
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
        let cleared = writer.delete_all_documents().and_then(|_| commit(&mut writer, 0, self.made));
        if let Err(error) = cleared {
            writer.rollback()?;
            return Err(error.into());
        }
        self.refresh(0)
    }

    /// Closes the index, once its merges have come to their end: the folder can be opened again when this returns. Dropping it does the
    /// same.
    pub fn close(self) {
        drop(self);
    }

    /// Answers a request. Blocking; can be called from any number of threads.
    ///
    /// # Errors
    /// When the engine fails. No text that a reader types is an error.
    pub fn search(&self, request: &Request) -> Result<Found, FindError> {
        let current = self.current();
        let none = Glossary::default();
        let glossary = if request.own_words { &none } else { &*self.glossary };
        let asked = Asked::parse(&request.text, current.view.rules(), glossary);
        let key = if asked.is_empty() { Key::of(request) } else { None };
        let Some(key) = key else { return Ok(current.view.answer(request, asked)?) };
        if let Some(known) = current.answers.get(&key) {
            return Ok(Found::clone(&known));
        }
        let found = Arc::new(current.view.answer(request, asked)?);
        current.answers.put(key, Arc::clone(&found));
        Ok(Found::clone(&found))
    }

    /// Titles that have all the words of [`Request::text`], the last one as a beginning: only of entries of the kinds that are
    /// asked for and that the reader may see; in the reader's languages first, then most popular, then newest, each title
    /// once. Filters and order are passed over. Where no title has them, those that have similar ones.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn suggest(&self, request: &Request) -> Result<Vec<String>, FindError> {
        Ok(suggest(&self.current().view, request)?)
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
        let before = self.current();
        let view = View::new(self.reader.searcher(), self.fields, &self.glossary, Some(&before.view))?;
        let current = Arc::new(Current { view, answers: Answers::default(), cursor });
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
        Ok(())
    }

    fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// By what an index is filled: its glossary, and the kinds of things that are in it.
fn made(glossary: &Glossary, kinds: &[&str]) -> u64 {
    let mut kinds = kinds.to_vec();
    kinds.sort_unstable();
    number(&format!("{:x} {}", glossary.fingerprint(), kinds.join(" ")))
}

/// Commits what is staged, together with the cursor: both are on disk, or neither is.
fn commit(writer: &mut IndexWriter, cursor: i64, made: u64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&folder::payload(cursor, made));
    prepared.commit()?;
    Ok(())
}

/// The cursor of the last commit; 0 where there is none, or where it was filled by something else: what would be missing
/// has to be put in.
fn cursor_of(index: &tantivy::Index, made: u64) -> tantivy::Result<i64> {
    let payload = index.load_metas()?.payload.unwrap_or_default();
    let (cursor, by) = folder::read_payload(&payload);
    Ok(if by == made { cursor } else { 0 })
}
