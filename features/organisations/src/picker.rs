//! Choosing an organisation of the network in a form.

use base::{FieldError, OrganisationId, Result};
use input::Fields;
use web::Visit;
use web::form::{Choice, LISTED, Picker};

use crate::rows::{self, Query};
use crate::rules::{Organisation, WORDS};

/// Organisations that are offered for what was typed.
const OFFERED: i64 = 20;

/// Those that there are and that fit these words.
fn query(visit: &Visit, typed: &str) -> Query {
    Query {
        words: base::fold::words_of(typed).into_iter().take(WORDS).collect(),
        alive_on: Some(visit.hub.now().date_naive()),
        ..Query::default()
    }
}

fn name(visit: &Visit, own: &Organisation) -> String {
    own.named(visit.lang, &visit.hub.network.languages).1
}

/// How a form lets somebody choose one that there is; `first` stands above them in a list. `typed` is what the field holds.
///
/// # Errors
/// When the database does not answer.
pub async fn picker(visit: &Visit, first: Choice, typed: &str) -> Result<Picker> {
    let sql = visit.hub.db.read();
    let all = rows::page(&sql, &visit.actor, &query(visit, ""), LISTED as i64 + 1, 0).await?;
    if all.len() > LISTED {
        return Ok(Picker::Typed { offered: offered(visit, typed).await?, suggest: "/office/organisations/suggest" });
    }
    let mut choices: Vec<Choice> = all.iter().map(|own| Choice::new(own.id, name(visit, own))).collect();
    choices.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    choices.insert(0, first);
    Ok(Picker::Listed(choices))
}

/// Those that fit what was typed, each as it is offered: its name, and its number to tell it from its namesakes.
pub(crate) async fn offered(visit: &Visit, typed: &str) -> Result<Vec<String>> {
    if typed.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = rows::page(&visit.hub.db.read(), &visit.actor, &query(visit, typed), OFFERED, 0).await?;
    Ok(found.iter().map(|own| format!("{} ({})", name(visit, own), own.id)).collect())
}

/// Makes of what was typed (a number, a whole name, what was offered) the number of the one organisation that it means; answers what
/// is wrong where it means none, or several.
///
/// # Errors
/// When the database does not answer.
pub async fn pick(visit: &Visit, fields: &mut Fields, field: &'static str) -> Result<Option<FieldError>> {
    let text = fields.line(field);
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text.as_str(), |(_, id)| id);
    if let Ok(id) = number.parse::<OrganisationId>() {
        fields.set(field, id);
        return Ok(None);
    }
    let found = rows::page(&visit.hub.db.read(), &visit.actor, &query(visit, &text), OFFERED, 0).await?;
    let folded = base::fold::fold(&text);
    let same = |own: &&Organisation| own.names.iter().any(|(_, name)| base::fold::fold(name) == folded);
    match found.iter().filter(same).collect::<Vec<_>>().as_slice() {
        [one] => {
            fields.set(field, one.id);
            Ok(None)
        }
        [] if found.is_empty() => Ok(Some(FieldError::new(field, "error-organisation-none"))),
        // A part of a name is no choice, also where only one fits today.
        _ => Ok(Some(FieldError::new(field, "error-organisation-several"))),
    }
}
