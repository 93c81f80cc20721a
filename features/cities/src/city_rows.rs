//! Which rows of cities name a city, beside those that are cities, and those of the events that all features write.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 7] = [
    CityRows {
        table: "steering_seats",
        words: "merge-seats",
        merged: Merged::MovedOnce { by: &["term"], among: "TRUE", like: Like::Goes },
        ..CityRows::PLAIN
    },
    CityRows {
        table: "city_profiles",
        words: "merge-profiles",
        merged: Merged::MovedOnce { by: &["lang"], among: "TRUE", like: Like::Stays },
        ..CityRows::PLAIN
    },
    CityRows { table: "city_keys", words: "merge-facts", merged: Merged::Own, ..CityRows::PLAIN },
    CityRows { table: "city_names_before", words: "merge-facts", merged: Merged::Own, ..CityRows::PLAIN },
    CityRows {
        table: "city_merges",
        column: "ended_city",
        words: "merge-earlier",
        merged: Merged::Own,
        ..CityRows::PLAIN
    },
    CityRows { table: "city_merges", column: "kept_city", words: "merge-earlier", ..CityRows::PLAIN },
    CityRows { table: "events", words: "merge-activity", ..CityRows::PLAIN },
];
