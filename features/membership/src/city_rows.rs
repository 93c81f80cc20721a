//! Which rows of enquiries and applications name a city.

use web::merging::{CityRows, Merged};

pub(crate) const CITY_ROWS: [CityRows; 3] = [
    CityRows {
        table: "applications",
        column: "city",
        written: false,
        words: "merge-applications",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "contact_points",
        column: "city",
        written: false,
        words: "merge-contacts",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "prospects",
        column: "recommended_city",
        written: false,
        words: "merge-recommended",
        merged: Merged::Moved,
        hinders: None,
    },
];
