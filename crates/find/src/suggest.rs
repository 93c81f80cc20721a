//! As you type: titles that have all the words so far, the last one as a beginning.

use std::collections::HashSet;

use base::fold::fold;
use tantivy::Term;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::analyse::{is_kept, words};
use crate::collect::{Gather, Order};
use crate::parse::{MAX_QUERY_CHARS, MAX_QUERY_WORDS};
use crate::sight::Sight;
use crate::types::Request;
use crate::typo::tolerance;
use crate::view::View;

/// How many suggestions can be asked for.
const MAX_SUGGESTIONS: usize = 50;

/// Titles of visible documents: in the reader's languages first, then most popular, then newest; the same title once.
pub(crate) fn suggest(view: &View, request: &Request) -> tantivy::Result<Vec<String>> {
    let (typed, limit) = (request.text.as_str(), request.limit.min(MAX_SUGGESTIONS));
    let sight = Sight::new(&request.audiences, &request.kinds, &request.deny);
    let end = typed.char_indices().nth(MAX_QUERY_CHARS).map_or(typed.len(), |(at, _)| at);
    let terms: Vec<String> =
        words(&typed[..end]).filter(is_kept).map(|word| fold(word.text)).take(MAX_QUERY_WORDS).collect();
    if terms.is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    // A word may be mistyped, but few are: what is right letter by letter goes before.
    for forgiving in [false, true] {
        let titles = titles(view, &sight, &terms, forgiving, &request.languages, limit)?;
        if !titles.is_empty() {
            return Ok(titles);
        }
    }
    Ok(Vec::new())
}

fn titles(
    view: &View,
    sight: &Sight<'_>,
    terms: &[String],
    forgiving: bool,
    languages: &[u64],
    limit: usize,
) -> tantivy::Result<Vec<String>> {
    let last = terms.len() - 1;
    let parts = terms.iter().enumerate().map(|(place, term)| part(view, term, place == last, forgiving));
    let parts = parts.collect::<tantivy::Result<Vec<_>>>()?;
    // Several documents can have the same title.
    let gather = Gather { view, sight, filters: Default::default(), order: Order::Popular, languages, keep: limit * 4 };
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

/// Titles with one word: as it stands, or as a beginning; where that is forgiven, with a wrong letter.
fn part(view: &View, term: &str, begins: bool, forgiving: bool) -> tantivy::Result<Box<dyn Query>> {
    let field = view.fields.title;
    let typed = Term::from_field_text(field, term);
    if forgiving && tolerance(term) > 0 {
        return Ok(if begins {
            Box::new(FuzzyTermQuery::new_prefix(typed, 1, true))
        } else {
            Box::new(FuzzyTermQuery::new(typed, 1, true))
        });
    }
    Ok(if begins {
        // Letters, digits and marks only: nothing in it means anything to the pattern.
        Box::new(RegexQuery::from_pattern(&format!("{term}.*"), field)?)
    } else {
        Box::new(TermQuery::new(typed, IndexRecordOption::Basic))
    })
}
