//! Which rows of organisations name a city.

use web::merging::{CityRows, Opens};

pub(crate) const CITY_ROWS: [CityRows; 1] =
    [CityRows { table: "organisations", words: "merge-organisations", opens: Opens::Own, ..CityRows::PLAIN }];
