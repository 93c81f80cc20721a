//! What this feature's e-mails look like.

use web::letters;
use web::previews::{Part, Preview};

const OWN: Part = Part::Address("/cities/…/membership");
const MEMBER: Part = Part::Address("/office/members/…");

pub(crate) const PREVIEWS: &[Preview] = letters![
    City: "suspension-proposed" [Part::Typed, OWN],
    City: "suspension-dropped" [OWN],
    Office: choice "city-answered" [MEMBER],
    Office: choice "city-left" [MEMBER],
    Office: choice "breach-reported" [Part::Address("/office/breach-reports/…")],
];
