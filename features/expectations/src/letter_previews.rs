//! What this feature's e-mails look like.

use web::letters;
use web::previews::{Part, Preview};

pub(crate) const PREVIEWS: &[Preview] = letters![
    City: choice "on-hold" [Part::Typed, Part::Address("/cities/…/expectations…")],
];
