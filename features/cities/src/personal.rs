//! Who merged records of a city.

use web::personal::Whose::Person;
use web::personal::{Erased, Kind, Personal};

pub(crate) const PERSONAL: Personal = Personal {
    kind: Kind::Work,
    table: "city_merges",
    whose: Person("merged_by"),
    given: &["merged_at", "ended_city", "kept_city", "reason"],
    erased: Erased::Kept,
};
