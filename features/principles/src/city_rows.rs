//! Which rows of the principles name a city.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 5] = [
    CityRows { table: "principles_signatures", words: "merge-signatures", ..CityRows::PLAIN },
    CityRows { table: "principles_links", words: "merge-asked", ..CityRows::PLAIN },
    CityRows {
        table: "principles_extensions",
        words: "merge-asked",
        // More time was given to that record; the other one has its own.
        merged: Merged::Stays,
        ..CityRows::PLAIN
    },
    CityRows {
        table: "principles_asked",
        words: "merge-asked",
        merged: Merged::MovedOnce { by: &["version"], among: "TRUE", like: Like::Stays },
        ..CityRows::PLAIN
    },
    CityRows {
        table: "principles_reminders",
        words: "merge-asked",
        merged: Merged::MovedOnce { by: &["version", "kind", "until"], among: "TRUE", like: Like::Goes },
        ..CityRows::PLAIN
    },
];
