//! Accounts over HTTP, with the features that they are for.

mod guesses;
mod own;
mod people;

fn features() -> Vec<web::parts::Feature> {
    vec![::people::feature(), cities::feature(), site::feature()]
}
