//! Which rows of what is decided about memberships name a city. Decisions stay with the record about which they were taken: how the other
//! one stands does not follow from them. Its history shows them.

use store::Condition;
use web::merging::{CityRows, Hinders, Merged, Record};

pub(crate) const CITY_ROWS: [CityRows; 2] = [
    CityRows {
        table: "status_decisions",
        words: "merge-decisions",
        merged: Merged::Stays,
        hinders: &[Hinders {
            of: Record::Ends,
            lock: "status",
            when: |_| Condition::new("state <> 'dropped' AND applied_at IS NULL", ()),
            message: "error-merge-decision",
        }],
        ..CityRows::PLAIN
    },
    CityRows { table: "breach_reports", words: "merge-reports", ..CityRows::PLAIN },
];
