//! What several pages show alike: where a text stands, who did what, when.

use std::collections::HashMap;

use base::{Lang, PersonId, Result};
use store::Sql;
use texts::{Standing, State as TextState};
use web::Visit;

use crate::rules::{Item, TITLE};

/// Key of the words for where a translation stands.
pub(crate) fn standing_words(state: TextState) -> String {
    format!("text-{}", state.code())
}

/// The class of the mark beside those words.
pub(crate) const fn standing_class(state: TextState) -> &'static str {
    match state {
        TextState::Missing => "status",
        TextState::Behind => "status is-warn",
        TextState::Current | TextState::Confirmed => "status is-ok",
        TextState::Source => "status is-info",
    }
}

/// The names of these people; the hub's own work has none.
pub(crate) async fn names(
    sql: &Sql,
    people: impl IntoIterator<Item = Option<PersonId>>,
) -> Result<HashMap<PersonId, String>> {
    let mut ids: Vec<PersonId> = people.into_iter().flatten().collect();
    ids.sort();
    ids.dedup();
    if ids.is_empty() { Ok(HashMap::new()) } else { people::names(sql, &ids).await }
}

/// Who did it, in words.
pub(crate) fn by(visit: &Visit, names: &HashMap<PersonId, String>, who: Option<PersonId>) -> String {
    match who {
        Some(id) if visit.actor.id() == Some(id) => visit.t("editorial-you"),
        Some(id) => names.get(&id).cloned().unwrap_or_else(|| visit.t("editorial-somebody")),
        None => visit.t("editorial-hub"),
    }
}

/// A language of the network that a form or an address names.
pub(crate) fn language(visit: &Visit, code: &str) -> Option<Lang> {
    code.parse().ok().filter(|lang| visit.hub.network.languages.contains(lang))
}

/// The standing of the source among those of a thing.
pub(crate) fn source(standing: &[Standing]) -> Option<&Standing> {
    standing.iter().find(|text| text.state == TextState::Source)
}

/// A day of the facts as the language writes it.
pub(crate) fn day(visit: &Visit, day: &str) -> String {
    let parsed = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    let at = parsed.and_then(|day| day.and_hms_opt(12, 0, 0)).map(|at| at.and_utc());
    at.map_or_else(|| day.to_owned(), |at| visit.date(&at))
}

/// What these are called as they were written last, in the best language for this reader: one statement.
pub(crate) async fn titles(visit: &Visit, items: &[Item]) -> Result<HashMap<i64, String>> {
    let things: Vec<_> = items.iter().map(Item::thing).collect();
    let texts = texts::newest_parts(&visit.hub.db.read(), &things, &[TITLE]).await?;
    let title = |item: &Item| {
        let own = texts.get(&item.thing()).map(Vec::as_slice).unwrap_or_default();
        let best = texts::best(own, visit.lang, &visit.hub.network.languages);
        (item.id, best.map(|text| text.get(TITLE).to_owned()).unwrap_or_default())
    };
    Ok(items.iter().map(title).collect())
}
