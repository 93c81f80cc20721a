//! Cities over HTTP, with the features that show them.

mod cities;
mod names;

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        ::cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
    ]
}
