//! Cells of a manifest as the form would send them: codes in the case in which they are kept, years without a fraction.

use web::Fields;

use crate::rules::{TYPES, is_language};

/// Digits of a year, as spreadsheets hold it.
const YEAR_DIGITS: usize = 4;

/// Puts the cell of this column among the fields.
pub(super) fn put(fields: &mut Fields, column: &str, cell: &str) {
    match column {
        "themes" => {
            cell.split(';').map(slug).filter(|slug| !slug.is_empty()).for_each(|slug| fields.push(column, slug))
        }
        "type" | "access" | "city" => fields.push(column, slug(cell)),
        "language" => fields.push(column, language(cell)),
        "year" => fields.push(column, whole(cell)),
        _ => fields.push(column, cell),
    }
}

/// What an empty cell means.
pub(super) fn complete(fields: &mut Fields) {
    for (column, meant) in [("access", "members"), ("type", TYPES[6])] {
        if fields.get(column).is_empty() {
            fields.set(column, meant);
        }
    }
}

/// `Action plan` is `action-plan`.
fn slug(cell: &str) -> String {
    cell.split([' ', '_', '\u{a0}']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").to_lowercase()
}

/// `EN` is `en`; of `fr-FR` the language counts, where the whole is not known.
fn language(cell: &str) -> String {
    let code = cell.trim().to_lowercase();
    let first = code.split(['-', '_']).next().unwrap_or_default();
    if !is_language(&code) && is_language(first) { first.to_owned() } else { code }
}

/// Spreadsheets write 2017 as `2017.0`, in some countries as `2017,0`.
fn whole(cell: &str) -> &str {
    match cell.split_once(['.', ',']) {
        Some((whole, zeros))
            if whole.len() == YEAR_DIGITS && !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') =>
        {
            whole
        }
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_taken_in_any_case() {
        let mut fields = Fields::default();
        for (column, cell) in [
            ("type", "Action plan"),
            ("themes", "Counter-Narratives; SCHOOLS_education ;;"),
            ("year", "2017.0"),
            ("language", "fr-FR"),
            ("access", "Public"),
            ("city", "Diffa"),
            ("title", "As It Is"),
        ] {
            put(&mut fields, column, cell);
        }
        complete(&mut fields);
        let read = |column| fields.get(column).to_owned();
        assert_eq!(
            ["type", "year", "language", "access", "city", "title"].map(read),
            ["action-plan", "2017", "fr", "public", "diffa", "As It Is"]
        );
        assert_eq!(fields.all("themes"), ["counter-narratives", "schools-education"]);
        assert_eq!(["EN", "en_GB", "xx-YY", ""].map(language), ["en", "en", "xx-yy", ""]);
        assert_eq!(["2017,00", "2017.", "2017.5", "2,000", "x"].map(whole), ["2017", "2017.", "2017.5", "2,000", "x"]);
    }
}
