//! Who entered what about a city's expectations.

use web::personal::Whose::Person;
use web::personal::{Erased, Kind, Personal};

const KIND: Kind = Kind::Work;

pub(crate) const PERSONAL: [Personal; 3] = [
    Personal {
        kind: KIND,
        table: "findings",
        whose: Person("entered_by"),
        given: &["entered_at", "city", "expectation", "year", "note"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "findings",
        whose: Person("withdrawn_by"),
        given: &["withdrawn_at", "city", "expectation"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "agreed_expectations",
        whose: Person("agreed_by"),
        given: &["agreed_at", "city", "expectation"],
        erased: Erased::Kept,
    },
];
