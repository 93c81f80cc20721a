//! The one list of features.

use web::Feature;
use web::Routes;

/// All features. A new one is one line here.
pub fn features() -> Vec<Feature> {
    vec![
        people::feature(),
        cities::feature(),
        organisations::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        search::feature(),
        site::feature(),
        principles::feature(),
        membership::feature(),
        directory::feature(),
        imports::feature(),
        expectations::feature(),
        status::feature(),
        workspace::feature(),
    ]
}

/// All addresses.
pub fn routes() -> Routes {
    server::routes(&features())
}
