//! What this feature's e-mails look like.

use web::letters;
use web::previews::{Part, Preview};

pub(crate) const PREVIEWS: &[Preview] = letters![
    Office: choice "to-review" [Part::Address("/office/editorial/…")],
    Office: choice "plan-failed" [Part::Address("/office/editorial/…")],
];
