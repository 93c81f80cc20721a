//! For which place somebody asks: as they wrote it, in any script, found in the gazetteer where it can be.

use base::{FieldError, Result};
use cities::{City, GazetteerPlace};
use input::Fields;
use web::Visit;

use crate::rules::Place;

/// Places of one name that somebody chooses among at most.
const NAMESAKES: i64 = 12;
/// Places that are offered for what is being typed.
const OFFERED: i64 = 12;
/// What is chosen where none of the namesakes is meant.
pub(crate) const NONE: &str = "none";

/// What a form says of the place.
pub(crate) enum Found {
    /// This one.
    One(Place),
    /// One of these: somebody has to choose.
    Several(Vec<GazetteerPlace>),
}

/// Finds the place that a form names: the one that was chosen, by its number; else by its name in its country. One that the gazetteer does
/// not have is taken as it was written.
///
/// # Errors
/// [`base::Fail::Invalid`] where the chosen one is in another country.
pub(crate) async fn find(visit: &Visit, fields: &Fields) -> Result<Found> {
    let sql = visit.hub.db.read();
    let (text, country) = (fields.line("place"), fields.line("country"));
    if let Some(place) = chosen(&text) {
        let Some(place) = cities::place(&sql, place).await? else {
            // A number that is none of the gazetteer's names nothing.
            let name = text.rsplit_once('(').map_or(text.as_str(), |(name, _)| name.trim_end());
            return Ok(Found::One(Place::written(name, &country)));
        };
        if place.country != country {
            let named = visit.hub.network.country_name(&place.country, visit.lang);
            let error = FieldError::new("country", "error-enquiry-country").with("country", named);
            return Err(base::Fail::Invalid(vec![error]));
        }
        return Ok(Found::One(Place { id: Some(place.id), written: place.name.clone(), name: place.name, country }));
    }
    let named = cities::places_named(&sql, &text, &country, NAMESAKES).await?;
    let which = fields.line("which");
    let meant = named.iter().find(|place| place.id.to_string() == which).or(match named.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    Ok(match meant {
        _ if which == NONE => Found::One(Place::written(&text, &country)),
        Some(place) => Found::One(Place { id: Some(place.id), name: place.name.clone(), written: text, country }),
        None if named.is_empty() => Found::One(Place::written(&text, &country)),
        None => Found::Several(named),
    })
}

/// The number in what was offered: `Diffa, Niger (2445488)`.
fn chosen(text: &str) -> Option<i64> {
    text.strip_suffix(')')?.rsplit_once('(')?.1.parse().ok()
}

/// Places whose names begin as what is typed, each as it is offered.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn offered(visit: &Visit, text: &str) -> Result<Vec<String>> {
    let found = cities::search_places(&visit.hub.db.read(), text, "", OFFERED).await?;
    Ok(found.iter().map(|place| offer(visit, place)).collect())
}

/// A place as it is offered: from it, it is known again.
pub(crate) fn offer(visit: &Visit, place: &GazetteerPlace) -> String {
    format!("{} ({})", named(visit, place), place.id)
}

/// A place with where it is, in the reader's language. It goes into a field that people type in: nothing invisible is in it.
pub(crate) fn named(visit: &Visit, place: &GazetteerPlace) -> String {
    let country = visit.hub.network.country_name(&place.country, visit.lang);
    // Many a division is called as its largest place.
    let division = Some(place.admin1.as_str()).filter(|own| !own.is_empty() && *own != place.name);
    let parts: Vec<&str> = [Some(place.name.as_str()), division, Some(country)].into_iter().flatten().collect();
    parts.join(&visit.t("list-comma"))
}

/// The member that this place is, if it is one.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn member(visit: &Visit, place: &Place) -> Result<Option<City>> {
    if let Some(id) = place.id
        && let Some(city) = cities::member_at(&visit.hub, id).await?
    {
        return Ok(Some(city));
    }
    let names = [&place.name, &place.written].map(|name| base::fold::words_of(name).join(" "));
    let named = cities::named(&visit.hub, &names, NAMESAKES as usize).await?;
    Ok(named.into_iter().find(|city| city.country == place.country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_offered_is_known_by_its_number() {
        assert_eq!(chosen("Diffa, Niger (2445488)"), Some(2_445_488));
        for other in ["", "Diffa", "Diffa (Niger)", "(", ")", "Diffa (1) x", "Diffa ()"] {
            assert_eq!(chosen(other), None, "{other}");
        }
    }
}
