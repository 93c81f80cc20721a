//! What is wrong with what was typed, in sentences: rules name them only by their keys.

use base::{Fail, FieldError, Lang, ROLES};
use network::Network;
use web::{Fields, Words};

use crate::features::features;

/// Makes sentences of wrong fields; another failure stays as it is.
pub(crate) fn told(network: &Network, fields: &Fields, fail: Fail) -> Fail {
    let Fail::Invalid(errors) = fail else { return fail };
    match Words::new(network, &server::words(&features())) {
        Ok(words) => {
            let lang = language(network);
            let about = |error: &FieldError| {
                let (typed, sentence) = (typed(fields, error), words.sentence(lang, error));
                format!("{typed}: {sentence}{}", choices(network, error.field))
            };
            Fail::Unavailable(errors.iter().map(about).collect::<Vec<_>>().join("\n  "))
        }
        Err(wrong) => wrong,
    }
}

/// English, as everything on the command line, where the network has it.
fn language(network: &Network) -> Lang {
    if network.languages.contains(&Lang::EN) { Lang::EN } else { network.languages[0] }
}

/// The field as it stands on the command line.
fn typed(fields: &Fields, error: &FieldError) -> String {
    match (error.field, fields.get(error.field)) {
        ("email", email) => format!("`{email}`"),
        (field, "") => format!("`--{field}`"),
        (field, value) => format!("`--{field} {value}`"),
    }
}

/// What there is to choose from: nobody sees the form's list here.
fn choices(network: &Network, field: &str) -> String {
    let slugs: Vec<&str> = match field {
        "role" => ROLES.iter().map(|kind| kind.code).collect(),
        "region" => network.regions.iter().map(|region| region.slug.as_str()).collect(),
        _ => return String::new(),
    };
    format!(" There are: {}.", slugs.join(", "))
}
