//! Accounts over HTTP, with the features that they are for.

mod account_requests;
mod address;
mod colleagues;
mod contacts;
mod erasure;
mod fake_provider;
mod guesses;
mod logout;
mod mailed_link;
mod office;
mod own;
mod passkeys;
mod people;
mod recent;
mod record;
mod second_step;
mod single_sign_on;
mod terms;

fn features() -> Vec<web::Feature> {
    vec![
        ::people::feature(),
        organisations::feature(),
        cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
    ]
}
