//! What this feature's e-mails look like.

use web::letters;
use web::previews::{Part, Preview};

pub(crate) const PREVIEWS: &[Preview] = letters![
    Owner: "person-written" [
        Part::Typed,
        Part::Lines(&[Part::Words("letter-person-written-end"), Part::Address("/account/profile")])
    ],
];
