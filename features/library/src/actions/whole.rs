//! All that a search answers, for a file: ids at once, documents in steps.

use base::{Actor, Lang, Result};
use find::{MAX_WINDOW, Request};
use web::Hub;
use web::finding::ask;

use super::search::{chosen_cities, request};
use crate::rules::Query;

/// The first [`MAX_WINDOW`] ids of what is found, in the order of the search, and how many are found in all. Asked at
/// once: in steps, what is indexed meanwhile would be in it twice or not at all. Nothing of a text is read.
///
/// # Errors
/// [`base::Fail::Busy`] when too much is searched, as for a page.
pub(crate) async fn whole(
    hub: &Hub,
    actor: &Actor,
    client: &str,
    lang: Lang,
    query: &Query,
) -> Result<(Vec<i64>, usize)> {
    let sql = hub.db.read();
    let chosen = chosen_cities(&sql, query).await?;
    let request = request(hub, &sql, actor, lang, query, &chosen, (0, MAX_WINDOW)).await?;
    let found = ask(hub, client, Request { snippets: false, ..request }).await?;
    Ok((found.hits.iter().map(|hit| hit.id).collect(), found.total))
}
