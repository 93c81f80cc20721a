//! Which rows of imports name a city: by what stands for it in addresses.

use web::merging::{CityRows, Held};

pub(crate) const CITY_ROWS: [CityRows; 1] =
    [CityRows { table: "imports", column: "ground", held: Held::Slug, words: "merge-imports", ..CityRows::PLAIN }];
