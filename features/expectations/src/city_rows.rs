//! Which rows of expectations name a city.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 2] = [
    CityRows {
        table: "findings",
        words: "merge-findings",
        merged: Merged::MovedOnce {
            by: &["expectation", "year", "kind", "path"],
            among: "withdrawn_at IS NULL AND kind <> 'office'",
            like: Like::Stays,
        },
        ..CityRows::PLAIN
    },
    CityRows {
        table: "agreed_expectations",
        words: "merge-findings",
        merged: Merged::MovedOnce { by: &["expectation"], among: "ended_at IS NULL", like: Like::Stays },
        ..CityRows::PLAIN
    },
];
