//! Of which parts the home page is made, and in which order.

use base::{FieldError, PersonId, Time};
use input::{Fields, Reader};
use web::Offered;

/// Figures counted from the records.
pub(crate) const FIGURES: &str = "figures";
/// Who pays.
pub(crate) const FUNDERS: &str = "funders";

/// The places that a form has: more parts than a home page ever has.
const PLACES: i64 = 99;

/// A part that the home page may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its name, for ever.
    pub name: &'static str,
    /// Key of the words for it.
    pub words: &'static str,
}

/// All parts that there are, in the order that they have where nobody chose another.
pub(crate) fn all(offered: &Offered) -> Vec<Part> {
    let mut own: Vec<_> = offered.home.iter().collect();
    own.sort_by_key(|part| part.place());
    let figures = Part { name: FIGURES, words: "home-numbers" };
    let funders = Part { name: FUNDERS, words: "home-funders" };
    let offered = own.into_iter().map(|part| Part { name: part.name(), words: part.words() });
    std::iter::once(figures).chain(offered).chain([funders]).collect()
}

/// A layout as somebody wrote it.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// Its id; later ones are greater.
    pub id: i64,
    /// The names of its parts in their order, with a blank between them.
    pub parts: String,
    /// Who wrote it.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Time,
    /// Who published it.
    pub published_by: Option<PersonId>,
    /// Since when readers had it.
    pub published_at: Option<Time>,
}
store::from_row!(Layout in home_layouts: id, parts, written_by, written_at, published_by, published_at);

/// The parts of this layout that there are (a feature may have gone), or all of them where there is no layout.
pub(crate) fn parts_of(offered: &Offered, layout: Option<&Layout>) -> Vec<Part> {
    let all = all(offered);
    let Some(layout) = layout else { return all };
    let named = layout.parts.split_whitespace();
    named.filter_map(|name| all.iter().find(|part| part.name == name).cloned()).collect()
}

/// The field of a part in the form.
pub(crate) fn field(name: &str) -> String {
    format!("place-{name}")
}

/// The form for these parts: each with its place; those that are left out have none.
pub(crate) fn fields(parts: &[Part]) -> Fields {
    let numbered = parts.iter().enumerate();
    numbered.fold(Fields::default(), |fields, (at, part)| fields.with(&field(part.name), at + 1))
}

/// The names of the parts in the order that a form asks for.
///
/// # Errors
/// For the form as a whole, where a place is no number from 1 to 99.
pub(crate) fn read(fields: &Fields, all: &[Part]) -> Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let mut chosen: Vec<(i64, &str)> = Vec::new();
    for part in all {
        let typed = fields.number(&field(part.name));
        let place = typed.parse::<i64>().ok().filter(|place| (1..=PLACES).contains(place));
        reader.check(typed.is_empty() || place.is_some(), || {
            FieldError::new("", "error-home-place").with("label", part.words)
        });
        chosen.extend(place.map(|place| (place, part.name)));
    }
    reader.check(!chosen.is_empty(), || FieldError::new("", "error-home-empty"));
    // Of two with one place the one that is first in the form.
    chosen.sort_by_key(|(place, _)| *place);
    reader.end(chosen.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<Part> {
        ["figures", "news", "funders"].map(|name| Part { name, words: "" }).to_vec()
    }

    #[test]
    fn a_form_says_the_order_and_what_is_left_out() {
        let all = parts();
        assert_eq!(read(&fields(&all), &all).as_deref(), Ok("figures news funders"));
        let form = Fields::default().with("place-funders", "١").with("place-news", 2).with("place-figures", "");
        assert_eq!(read(&form, &all).as_deref(), Ok("funders news"));
        let equal = Fields::default().with("place-funders", 1).with("place-news", 1);
        assert_eq!(read(&equal, &all).as_deref(), Ok("news funders"));
        for wrong in ["0", "100", "first", "-1", "1.5"] {
            let form = Fields::default().with("place-news", wrong);
            assert_eq!(read(&form, &all).map_err(|errors| errors[0].message), Err("error-home-place"), "{wrong}");
        }
        let none = read(&Fields::default().with("place-other", 1), &all);
        assert_eq!(none.map_err(|errors| errors[0].message), Err("error-home-empty"));
    }
}
