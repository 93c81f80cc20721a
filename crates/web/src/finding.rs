//! Asking the search index, and drawing what it answers: the same for every page that searches.

use std::collections::HashSet;

use base::{Fail, Lang, Result};
use find::{FindError, Found, Meant, Request, Snippet, Without};
use store::Sql;

use crate::hub::Hub;
use crate::visit::Visit;
use crate::words::Arg;

/// The topic of all that the one search finds and that is in no list of its own: whoever changes what is found by it
/// names it.
pub const FOUND: &str = "found";

/// What nobody may see although the index would show it: what was restricted since.
///
/// # Errors
/// When the database does not answer, or the index is far behind.
pub async fn denied(hub: &Hub, sql: &Sql) -> Result<HashSet<i64>> {
    Ok(store::restricted_since(sql, hub.index.cursor()).await?.into_iter().collect())
}

/// The languages that whoever reads in this one reads best: it, then the network's others.
pub fn readable(hub: &Hub, lang: Lang) -> Vec<u64> {
    let others = hub.network.languages.iter().filter(|other| **other != lang);
    std::iter::once(&lang).chain(others).map(|lang| find::number(lang.code())).collect()
}

/// What a thing is found by beside its own words: each once, with the language whose rules stem it (none of a name).
#[derive(Debug, Default)]
pub struct Labels(Vec<(String, String)>);

impl Labels {
    /// One more, where it says something that none says yet.
    pub fn add(&mut self, lang: &str, label: &str) {
        if !label.is_empty() && !self.0.iter().any(|(_, own)| own == label) {
            self.0.push((lang.to_owned(), label.to_owned()));
        }
    }

    /// All of them, for an entry of the index.
    pub fn all(self) -> Vec<(String, String)> {
        self.0
    }
}

/// Each way on where little was found: what it is, and its address on this page.
pub fn ways(visit: &Visit, meant: Option<&Meant>, without: &[Without]) -> Vec<(String, String)> {
    let count = |total: usize| Arg::Number(i64::try_from(total).unwrap_or(i64::MAX));
    let meant = meant.map(|meant| {
        let told = visit.ta("found-meant", &[("text", meant.text.as_str().into()), ("count", count(meant.total))]);
        (told, visit.with_query("q", &meant.text))
    });
    let without = without.iter().map(|without| {
        let told =
            visit.ta("found-without", &[("word", without.word.as_str().into()), ("count", count(without.total))]);
        (told, visit.with_query("q", &without.text))
    });
    meant.into_iter().chain(without).collect()
}

/// Asks the index, off the threads that answer requests. `client` is where the request came from.
///
/// # Errors
/// [`Fail::Busy`] when too much is searched, [`Fail::Unavailable`] before the index was ever filled.
pub async fn ask(hub: &Hub, client: &str, request: Request) -> Result<Found> {
    let index = hub.index.clone();
    off_thread(hub, client, move || index.search(&request)).await
}

/// Titles that begin like what is asked.
///
/// # Errors
/// As [`ask`].
pub async fn suggest(hub: &Hub, client: &str, request: Request) -> Result<Vec<String>> {
    let index = hub.index.clone();
    off_thread(hub, client, move || index.suggest(&request)).await
}

/// Works on the index, a bounded number at once. The place is held until the work is done, also when nobody waits for
/// it any more: what runs on another thread cannot be ended.
async fn off_thread<T: Send + 'static>(
    hub: &Hub,
    client: &str,
    work: impl FnOnce() -> std::result::Result<T, FindError> + Send + 'static,
) -> Result<T> {
    // Nothing would be found in it, which would be said as if it were so.
    if hub.index.cursor() == 0 {
        return Err(Fail::Unavailable("the search index is being built".into()));
    }
    let places = hub.work.search(client).await?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(places);
        done
    });
    done.await.map_err(Fail::internal)?.map_err(Fail::internal)
}

/// The title of a hit as HTML, with what matched; the index may still have the title of before an edit.
pub fn title(own: &str, found: Option<&Snippet>) -> String {
    let marks = found.filter(|title| title.text == own);
    marks.map_or_else(|| escape(own), marked)
}

/// What stands below the title of a hit, as HTML: where the words that are looked for stand in its text; else what is said
/// of it, else how it begins.
pub fn snippet(title: &str, said: &str, found: Option<&Snippet>) -> String {
    match found.filter(|snippet| said.is_empty() || !snippet.marks.is_empty()) {
        Some(snippet) if snippet.marks.is_empty() => escape(without_title(&snippet.text, title)),
        Some(snippet) => marked(snippet),
        None => escape(&shortened(said, find::SNIPPET_CHARS)),
    }
}

/// The beginning of a text without its title, which stands above it already.
fn without_title<'a>(text: &'a str, title: &str) -> &'a str {
    // As a whole: "Plan" does not stand at the beginning of "Planning".
    let rest = text.trim_start().strip_prefix(title).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let rest = rest.map_or(text, |rest| rest.trim_start_matches([' ', '\n', '.', ':']));
    if rest.trim_matches('…').is_empty() { text } else { rest }
}

/// A text of at most so many characters, cut behind a word.
pub fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = &text[..end];
    let whole = kept.rfind(char::is_whitespace).map_or(kept, |space| &kept[..space]);
    format!("{}…", whole.trim_end())
}

/// A snippet as HTML: text escaped, matches marked.
fn marked(snippet: &Snippet) -> String {
    let mut html = String::new();
    let mut at = 0;
    for mark in &snippet.marks {
        html.push_str(&escape(snippet.text.get(at..mark.start).unwrap_or_default()));
        html.push_str("<mark>");
        html.push_str(&escape(snippet.text.get(mark.clone()).unwrap_or_default()));
        html.push_str("</mark>");
        at = mark.end;
    }
    html.push_str(&escape(snippet.text.get(at..).unwrap_or_default()));
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_left_out_as_a_whole() {
        assert_eq!(without_title("Plan. Of the wells", "Plan"), "Of the wells");
        assert_eq!(without_title("Planning for wells", "Plan"), "Planning for wells");
        assert_eq!(without_title("خطة الآبار", "خط"), "خطة الآبار");
        assert_eq!(without_title("Plan", "Plan"), "Plan");
    }

    #[test]
    fn what_matches_is_marked_and_nothing_else_is_markup() {
        let found = Snippet { text: "a <b> & c d".into(), marks: vec![8..9, 10..11] };
        assert_eq!(snippet("t", "Said.", Some(&found)), "a &lt;b&gt; &amp; <mark>c</mark> <mark>d</mark>");
        assert_eq!(title("a <b> & c d", Some(&found)), "a &lt;b&gt; &amp; <mark>c</mark> <mark>d</mark>");
        assert_eq!(title("another <i>", Some(&found)), "another &lt;i&gt;", "the index has the title of before");
        let none = Snippet { marks: Vec::new(), ..found };
        assert_eq!(snippet("t", "Said.", Some(&none)), "Said.");
        assert_eq!(snippet("t", "", Some(&none)), "a &lt;b&gt; &amp; c d");
        assert_eq!(shortened("one two three", 9), "one two…");
    }
}
