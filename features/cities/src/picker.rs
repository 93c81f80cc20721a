//! Choosing a city in a form.

use base::{FieldError, Result};
use input::Fields;
use store::Sql;
use web::Visit;
use web::form::{Choice, LISTED, Picker};

use crate::rows;
use crate::rules::City;

/// Cities that are offered for what was typed.
pub(crate) const OFFERED: i64 = 20;

/// How a form lets somebody choose any city; `first` stands above them in a list. `typed` is what the field holds.
///
/// # Errors
/// When the database does not answer.
pub async fn picker_of_all(visit: &Visit, first: Choice, typed: &str) -> Result<Picker> {
    let sql = visit.hub.db.read();
    let all = rows::many(&sql, &visit.actor, "", visit.lang, LISTED as i64 + 1).await?;
    if all.len() > LISTED {
        return Ok(Picker::Typed { offered: offered(&sql, visit, typed).await?, suggest: "/cities/suggest" });
    }
    Ok(Picker::Listed(std::iter::once(first).chain(choices(visit, all)).collect()))
}

/// How a form lets somebody choose one of these.
pub fn picker_of_these(visit: &Visit, cities: Vec<City>) -> Picker {
    Picker::Listed(choices(visit, cities).collect())
}

fn choices(visit: &Visit, cities: Vec<City>) -> impl Iterator<Item = Choice> {
    cities.into_iter().map(|city| Choice::new(&city.slug, city.name(visit.lang)))
}

/// Cities that fit what was typed, each as it is offered: its name, and its slug to tell it from its namesakes.
pub(crate) async fn offered(sql: &Sql, visit: &Visit, typed: &str) -> Result<Vec<String>> {
    if typed.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = rows::many(sql, &visit.actor, typed, visit.lang, OFFERED).await?;
    Ok(found.iter().map(|city| format!("{} ({})", city.name(visit.lang), city.slug)).collect())
}

/// Makes of what was typed (a slug, a whole name, what was offered) the slug of the one city that it means; answers what is
/// wrong where it means none, or several.
///
/// # Errors
/// When the database does not answer.
pub async fn pick(visit: &Visit, fields: &mut Fields, field: &'static str) -> Result<Option<FieldError>> {
    let text = fields.line(field);
    if text.is_empty() {
        return Ok(None);
    }
    let sql = visit.hub.db.read();
    let slug = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text.as_str(), |(_, slug)| slug);
    if let [city] = rows::by_slugs(&sql, &[slug.to_owned()]).await?.as_slice() {
        fields.set(field, &city.slug);
        return Ok(None);
    }
    let found = rows::many(&sql, &visit.actor, &text, visit.lang, OFFERED).await?;
    let same = |city: &&City| base::fold::fold(city.name(visit.lang)) == base::fold::fold(&text);
    let named: Vec<&City> = found.iter().filter(same).collect();
    match (found.is_empty(), named.as_slice()) {
        (_, [city]) => {
            fields.set(field, &city.slug);
            Ok(None)
        }
        (true, _) => Ok(Some(FieldError::new(field, "error-city-none"))),
        // A part of a name is no choice, also where only one city fits today.
        (false, _) => Ok(Some(FieldError::new(field, "error-city-several"))),
    }
}
