//! What organisations are called, for other features.

use std::collections::HashMap;

use base::{Lang, OrganisationId, Result};
use store::Sql;
use web::Hub;

use crate::rows;
use crate::rules::best;

/// What these organisations are called for a reader of this language: in it, or in one that there is. Whoever asks has seen to it that
/// the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn names(
    hub: &Hub,
    sql: &Sql,
    ids: &[OrganisationId],
    lang: Lang,
) -> Result<HashMap<OrganisationId, String>> {
    let all = rows::names_of(sql, ids).await?;
    let name = |(id, names): (OrganisationId, Vec<(Lang, String)>)| {
        best(&names, lang, &hub.network.languages).map(|(_, name)| (id, name))
    };
    Ok(all.into_iter().filter_map(name).collect())
}
