//! Who arranged the home page.

use web::personal::Whose::Person;
use web::personal::{Erased, Kind, Personal};

pub(crate) const PERSONAL: [Personal; 2] = [
    Personal {
        kind: Kind::Work,
        table: "home_layouts",
        whose: Person("written_by"),
        given: &["written_at"],
        erased: Erased::Kept,
    },
    Personal {
        kind: Kind::Work,
        table: "home_layouts",
        whose: Person("published_by"),
        given: &["published_at"],
        erased: Erased::Kept,
    },
];
