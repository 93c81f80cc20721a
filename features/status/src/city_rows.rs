//! Which rows of what is decided about memberships name a city. Decisions stay with the record about which they were taken: how the other
//! one stands does not follow from them. Its history shows them.

use store::Condition;
use web::merging::{CityRows, Hinders, Merged};

pub(crate) const CITY_ROWS: [CityRows; 2] = [
    CityRows {
        table: "status_decisions",
        column: "city",
        written: false,
        words: "merge-decisions",
        merged: Merged::Stays,
        hinders: Some(Hinders {
            when: |_| Condition::new("state <> 'dropped' AND applied_at IS NULL", ()),
            message: "error-merge-decision",
        }),
    },
    CityRows {
        table: "breach_reports",
        column: "city",
        written: false,
        words: "merge-reports",
        merged: Merged::Moved,
        hinders: None,
    },
];
