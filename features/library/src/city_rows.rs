//! Which rows of the library name a city.

use web::merging::{CityRows, Merged};

pub(crate) const CITY_ROWS: [CityRows; 3] = [
    CityRows {
        table: "documents",
        column: "city",
        written: false,
        words: "merge-documents",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "documents",
        column: "audience",
        written: false,
        words: "merge-documents-own",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "replaced_files",
        column: "city",
        written: false,
        words: "merge-documents",
        merged: Merged::Moved,
        hinders: None,
    },
];
