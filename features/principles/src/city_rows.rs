//! Which rows of the principles name a city.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 5] = [
    CityRows {
        table: "principles_signatures",
        column: "city",
        written: false,
        words: "merge-signatures",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "principles_links",
        column: "city",
        written: false,
        words: "merge-asked",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "principles_extensions",
        column: "city",
        written: false,
        words: "merge-asked",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "principles_asked",
        column: "city",
        written: false,
        words: "merge-asked",
        merged: Merged::MovedOnce { by: &["version"], among: "TRUE", like: Like::Stays },
        hinders: None,
    },
    CityRows {
        table: "principles_reminders",
        column: "city",
        written: false,
        words: "merge-asked",
        merged: Merged::MovedOnce { by: &["version", "kind", "until"], among: "TRUE", like: Like::Goes },
        hinders: None,
    },
];
