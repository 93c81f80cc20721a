//! Which rows of enquiries and applications name a city.

use web::merging::CityRows;

pub(crate) const CITY_ROWS: [CityRows; 3] = [
    CityRows { table: "applications", words: "merge-applications", ..CityRows::PLAIN },
    CityRows { table: "contact_points", words: "merge-contacts", ..CityRows::PLAIN },
    CityRows { table: "prospects", column: "recommended_city", words: "merge-recommended", ..CityRows::PLAIN },
];
