//! What this feature's e-mails look like.

use web::letters;
use web::previews::{ByChoice, Part, Preview, To};

const ENQUIRY: Part = Part::Address("/office/enquiries/…");
const APPLICATION: Part = Part::Address("/office/applications/…");

/// To those who answer enquiries.
pub(crate) const TO_THE_OFFICE: &[Preview] = letters![
    Office: choice "enquiry" [ENQUIRY],
    Office: choice "enquiry-written" [ENQUIRY],
    Office: choice "enquiry-assigned" [ENQUIRY],
    Office: choice "enquiry-with-you" [ENQUIRY],
    Office: "enquiry-due" [ENQUIRY],
    Office: "enquiry-overdue" [ENQUIRY],
    Office: choice "application" [APPLICATION],
    Office: choice "application-with-you" [ENQUIRY],
    Office: "application-due" [APPLICATION],
    Office: "application-overdue" [APPLICATION],
    Office: choice "member" [Part::Address("/cities/…")],
];

/// Where whoever asked sees what became of it.
const STANDS: Part = Part::Lines(&[Part::Words("enquiry-letter-page"), Part::Address("/join/…")]);
const APPLIED: Part = Part::Lines(&[Part::Words("application-letter-page"), Part::Address("/join/…")]);
const END: Part = Part::Words("enquiry-letter-end");
/// Where the application is written.
const LINK: Part = Part::Lines(&[Part::Words("application-letter-link"), Part::Address("/apply/…")]);
const SAID: Part = Part::Sometimes(&[Part::Typed]);

const fn asked(code: &'static str, parts: &'static [Part]) -> Preview {
    Preview { code, to: To::Outside, subject: "enquiry-letter-subject", parts, by_choice: ByChoice::Never }
}

const fn applied(code: &'static str, parts: &'static [Part]) -> Preview {
    Preview { code, to: To::Outside, subject: "application-letter-subject", parts, by_choice: ByChoice::Never }
}

/// To whoever asked, and to prospects.
pub(crate) const TO_OTHERS: &[Preview] = &[
    asked("enquiry-received", &[Part::Words("enquiry-letter-received"), STANDS, END]),
    asked("enquiry-answered", &[Part::Typed, STANDS, END]),
    asked("enquiry-merged", &[Part::Words("enquiry-letter-merged"), SAID, STANDS, END]),
    asked(
        "enquiry-declined",
        &[
            Part::Words("enquiry-letter-declined"),
            SAID,
            Part::Sometimes(&[Part::Words("enquiry-letter-back")]),
            STANDS,
            END,
        ],
    ),
    applied("enquiry-invited", &[Part::Words("enquiry-letter-invited"), SAID, LINK, APPLIED, END]),
    applied("application-link", &[Part::Words("application-letter-again"), LINK, APPLIED, END]),
    applied("application-reminded", &[Part::Words("application-letter-reminded"), LINK, APPLIED, END]),
    applied("application-lapsed", &[Part::Words("application-letter-lapsed"), LINK, APPLIED, END]),
    applied(
        "application-asked-back",
        &[
            Part::Typed,
            Part::Lines(&[Part::Words("application-letter-answer"), Part::Address("/apply/…")]),
            APPLIED,
            END,
        ],
    ),
    applied("application-written", &[Part::Typed, Part::Sometimes(&[LINK]), APPLIED, END]),
    applied(
        "application-accepted",
        &[Part::Words("application-letter-accepted"), Part::Address("/cities/…"), SAID, APPLIED, END],
    ),
    applied(
        "application-declined",
        &[
            Part::Words("application-letter-declined"),
            SAID,
            Part::Words("application-letter-back"),
            Part::Sometimes(&[LINK]),
            APPLIED,
            END,
        ],
    ),
    Preview {
        code: "enquiry-mailbox",
        to: To::Office,
        subject: "letter-enquiry-mailbox-subject",
        parts: &[Part::Words("letter-enquiry-mailbox-text"), ENQUIRY],
        by_choice: ByChoice::Never,
    },
    Preview {
        code: "prospect-invited",
        to: To::Outside,
        subject: "prospect-letter-subject",
        parts: &[
            Part::Words("prospect-letter-text"),
            SAID,
            Part::Lines(&[Part::Words("prospect-letter-join"), Part::Address("/join?invited=…")]),
            Part::Lines(&[Part::Words("prospect-letter-stop"), Part::Address("/join/invited/…")]),
            Part::Words("prospect-letter-end"),
        ],
        by_choice: ByChoice::Never,
    },
];
