//! As you type: titles that have all the words so far, the last one as a beginning.

use std::collections::{HashMap, HashSet};

use base::fold::fold;
use tantivy::Term;
use tantivy::postings::TermInfo;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::analyse::{MAX_WORD_BYTES, words};
use crate::collect::{Gather, Order};
use crate::query::{MAX_QUERY_CHARS, MAX_QUERY_WORDS};
use crate::sight::{self, SegmentSight, Sight};
use crate::view::View;

/// How many endings of the last word are tried, the most frequent ones: with one letter typed there are thousands.
const MAX_ENDINGS: usize = 24;

/// How many suggestions can be asked for.
const MAX_SUGGESTIONS: usize = 50;

/// Titles of visible documents, most popular first, then newest; the same title once.
pub(crate) fn suggest(view: &View, sight: &Sight<'_>, typed: &str, limit: usize) -> tantivy::Result<Vec<String>> {
    let limit = limit.min(MAX_SUGGESTIONS);
    let end = typed.char_indices().nth(MAX_QUERY_CHARS).map_or(typed.len(), |(at, _)| at);
    let mut terms: Vec<String> = words(&typed[..end])
        .filter(|word| word.text.len() <= MAX_WORD_BYTES)
        .map(|word| fold(word.text))
        .filter(|term| !term.is_empty())
        .take(MAX_QUERY_WORDS)
        .collect();
    let Some(last) = terms.pop() else { return Ok(Vec::new()) };
    if limit == 0 {
        return Ok(Vec::new());
    }
    let endings = endings(view, &sight.of_all(view)?, &last)?;
    let field = view.fields.title;
    let term = |term: &String| -> Box<dyn Query> {
        Box::new(TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::Basic))
    };
    let mut parts: Vec<Box<dyn Query>> = terms.iter().map(term).collect();
    parts.push(Box::new(BooleanQuery::union(endings.iter().map(term).collect())));
    // Several documents can have the same title.
    let gather =
        Gather { view, sight, filters: Default::default(), order: Order::Popular, languages: &[], keep: limit * 4 };
    let gathered = view.searcher.search(&BooleanQuery::intersection(parts), &gather)?;
    let mut seen = HashSet::new();
    let mut titles = Vec::new();
    for best in gathered.best {
        let title = view.shown(best.address)?.title;
        if seen.insert(fold(&title)) {
            titles.push(title);
        }
        if titles.len() == limit {
            break;
        }
    }
    Ok(titles)
}

/// The words of visible titles that begin like this: the word itself, then the most frequent ones.
fn endings(view: &View, sights: &[SegmentSight], prefix: &str) -> tantivy::Result<Vec<String>> {
    let field = view.fields.title;
    let mut found: HashMap<String, Vec<(u32, TermInfo)>> = HashMap::new();
    for (segment, reader) in (0..).zip(view.searcher.segment_readers()) {
        let index = reader.inverted_index(field)?;
        let mut stream = index.terms().range().ge(prefix.as_bytes()).into_stream()?;
        while let Some((key, info)) = stream.next() {
            if !key.starts_with(prefix.as_bytes()) {
                break;
            }
            if let Ok(term) = std::str::from_utf8(key) {
                found.entry(term.to_owned()).or_default().push((segment, info.clone()));
            }
        }
    }
    let mut ranked: Vec<(String, Vec<(u32, TermInfo)>)> = found.into_iter().collect();
    let frequency = |infos: &[(u32, TermInfo)]| infos.iter().map(|(_, info)| u64::from(info.doc_freq)).sum::<u64>();
    ranked.sort_by_cached_key(|(term, infos)| (term != prefix, std::cmp::Reverse(frequency(infos)), term.clone()));
    let mut endings = Vec::new();
    for (term, infos) in ranked {
        // A word that only others may see would take the place of one that this reader sees.
        if sight::frequency(view, sights, field, &infos, 1)? > 0 {
            endings.push(term);
        }
        if endings.len() == MAX_ENDINGS {
            break;
        }
    }
    Ok(endings)
}
