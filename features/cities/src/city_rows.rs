//! Which rows of cities name a city, beside those that are cities, and those of the events that all features write.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 7] = [
    CityRows {
        table: "steering_seats",
        column: "city",
        written: false,
        words: "merge-seats",
        merged: Merged::MovedOnce { by: &["term"], among: "TRUE", like: Like::Goes },
        hinders: None,
    },
    CityRows {
        table: "city_profiles",
        column: "city",
        written: false,
        words: "merge-profiles",
        merged: Merged::MovedOnce { by: &["lang"], among: "TRUE", like: Like::Stays },
        hinders: None,
    },
    CityRows {
        table: "city_keys",
        column: "city",
        written: false,
        words: "merge-facts",
        merged: Merged::Own,
        hinders: None,
    },
    CityRows {
        table: "city_names_before",
        column: "city",
        written: false,
        words: "merge-facts",
        merged: Merged::Own,
        hinders: None,
    },
    CityRows {
        table: "city_merges",
        column: "ended_city",
        written: false,
        words: "merge-earlier",
        merged: Merged::Own,
        hinders: None,
    },
    CityRows {
        table: "city_merges",
        column: "kept_city",
        written: false,
        words: "merge-earlier",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "events",
        column: "city",
        written: false,
        words: "merge-activity",
        merged: Merged::Moved,
        hinders: None,
    },
];
