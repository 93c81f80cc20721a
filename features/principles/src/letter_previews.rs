//! What this feature's e-mails look like.

use web::letters;
use web::previews::{Part, Preview};

const OWN: Part = Part::Address("/cities/…/principles");

pub(crate) const PREVIEWS: &[Preview] = letters![
    City: choice "principles-asked" [Part::Sometimes(&[Part::Typed]), OWN],
    City: choice "principles-reminded" [OWN],
    City: choice "principles-extended" [Part::Typed, OWN],
    City: choice "principles-overdue" [OWN],
    City: choice "principles-signed" [OWN],
];
