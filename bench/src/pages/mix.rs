//! The addresses that visitors ask for.

use network::Network;

use crate::Result;
use crate::client::Connection;

/// The interface's languages.
const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];
/// The list of cities, as people filter and sort it.
const LISTS: [&str; 5] = ["", "?sort=population", "?sort=region", "?region=europe", "?q=san"];
/// Documents in it.
const DOCUMENTS: usize = 12;

/// Home, the list of cities with some filters, every city, the library's front page and its newest documents, each in
/// the three languages.
pub fn addresses(connection: &mut Connection) -> Result<Vec<String>> {
    let mut paths = vec!["/".to_owned(), "/library".to_owned()];
    paths.extend(LISTS.map(|query| format!("/cities{query}")));
    paths.extend(Network::embedded()?.members()?.into_iter().map(|member| format!("/cities/{}", member.slug)));
    paths.extend(documents(connection)?);
    Ok(paths.iter().flat_map(|path| LANGUAGES.map(|lang| format!("/{lang}{path}"))).collect())
}

/// The documents that the library shows first.
fn documents(connection: &mut Connection) -> Result<Vec<String>> {
    let answer = connection.get("/en/library?sort=date", "")?;
    let page = String::from_utf8(answer.body)?;
    let links = page.split("href=\"/en").skip(1).filter_map(|rest| rest.split('"').next());
    let mut paths: Vec<String> = links
        .filter(|path| path.strip_prefix("/library/").is_some_and(|id| base::id::read_id(id).is_some()))
        .map(str::to_owned)
        .collect();
    paths.dedup();
    paths.truncate(DOCUMENTS);
    if paths.is_empty() { Err("the library shows no document".into()) } else { Ok(paths) }
}
