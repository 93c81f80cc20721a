//! The library over HTTP, with the features that it stands on.

mod download;
mod importing;
mod looking_after;
mod reading;
mod searching;

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
    ]
}
