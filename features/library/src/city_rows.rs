//! Which rows of the library name a city.

use web::merging::{CityRows, Opens};

pub(crate) const CITY_ROWS: [CityRows; 3] = [
    CityRows { table: "documents", words: "merge-documents", ..CityRows::PLAIN },
    CityRows {
        table: "documents",
        column: "audience",
        words: "merge-documents-own",
        opens: Opens::Own,
        ..CityRows::PLAIN
    },
    CityRows { table: "replaced_files", words: "merge-documents", ..CityRows::PLAIN },
];
