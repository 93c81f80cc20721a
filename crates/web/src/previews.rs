//! What the e-mails look like that the hub sends, before they leave: each with this network's words, and with marks in the place of what
//! is told in it. A test holds every e-mail that leaves against them.

use base::Lang;
use mail::Letter;

use crate::hub::Hub;

/// Whom an e-mail goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A person, about their own account.
    Owner,
    /// People of a city.
    City,
    /// Those who answer for cities.
    Office,
    /// Somebody who may have no account.
    Outside,
}

impl To {
    /// All, in the order in which they are shown.
    pub const ALL: [To; 4] = [To::Owner, To::City, To::Office, To::Outside];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            To::Owner => "owner",
            To::City => "city",
            To::Office => "office",
            To::Outside => "outside",
        }
    }
}

/// Key of the words for whom e-mails go to.
pub fn to_words(to: To) -> String {
    format!("letters-to-{}", to.code())
}

/// A part of an e-mail, with an empty line before the next.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A message, by its key.
    Words(&'static str),
    /// An address of the hub, behind the language; what differs from one to the next stands there as `…`.
    Address(&'static str),
    /// What somebody wrote, or what follows from data.
    Typed,
    /// These, each on a line of its own, without empty ones between.
    Lines(&'static [Part]),
    /// These, in some of them.
    Sometimes(&'static [Part]),
}

/// Whether people may do without an e-mail: then it says how, below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByChoice {
    /// It is sent always.
    Never,
    /// They may.
    Always,
    /// They may, but where it is a matter of safety.
    Mostly,
}

/// An e-mail that the hub sends.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// Its name in addresses, for ever.
    pub code: &'static str,
    /// Whom it goes to.
    pub to: To,
    /// Key of its subject.
    pub subject: &'static str,
    /// Its text.
    pub parts: &'static [Part],
    /// People may do without it.
    pub by_choice: ByChoice,
}

/// Previews of e-mails as `people::Reader::letter` makes them: what comes below their text, and at the end where the team is
/// written to. `letters![Owner: "password" [Part::Address("/forgotten")], …]`; with `choice` before the name where people may do without, `mostly` where they may but for safety.
#[macro_export]
macro_rules! letters {
    (@choice choice) => { $crate::previews::ByChoice::Always };
    (@choice mostly) => { $crate::previews::ByChoice::Mostly };
    (@choice) => { $crate::previews::ByChoice::Never };
    ($($to:ident: $($choice:ident)? $code:literal [$($part:expr),*]),+ $(,)?) => {
        &[$($crate::previews::Preview {
            code: $code,
            to: $crate::previews::To::$to,
            subject: concat!("letter-", $code, "-subject"),
            parts: &[
                $crate::previews::Part::Words(concat!("letter-", $code, "-text")),
                $($part,)*
                $crate::previews::ASK,
            ],
            by_choice: $crate::letters!(@choice $($choice)?),
        }),+]
    };
}

/// Where the team is written to.
pub const ASK: Part = Part::Lines(&[Part::Words("letter-ask"), Part::Address("/ask")]);

/// What people are told of once a day, in one e-mail: a line for each, and where it is seen.
pub(crate) const DAILY: Preview = Preview {
    code: "daily",
    to: To::City,
    subject: "letter-daily-subject",
    parts: &[Part::Words("letter-daily-text"), Part::Lines(&[Part::Typed, Part::Address("/…")])],
    by_choice: ByChoice::Always,
};

/// What stands below an e-mail that people may do without.
const FOOT: &[Part] = &[Part::Lines(&[Part::Words("letter-notice-foot"), Part::Address("/account#letters")])];

/// What e-mails mention, each with its mark; the names of the hub and of the network are no marks.
pub const MENTIONED: [&str; 27] = [
    "administrator",
    "agent",
    "by",
    "city",
    "country",
    "day",
    "email",
    "language",
    "name",
    "new",
    "outlet",
    "person",
    "place",
    "position",
    "provider",
    "reason",
    "role",
    "roles",
    "sender",
    "title",
    "typed",
    "version",
    "was",
    "what",
    "who",
    "when",
    "work",
];

/// Key of the words for the mark of what an e-mail mentions.
pub fn mark_words(name: &str) -> String {
    format!("mark-{name}")
}

/// A piece of an e-mail, written.
pub struct Piece {
    /// Its text.
    pub text: String,
    /// It stands in some only.
    pub sometimes: bool,
    /// It stands directly below the one before.
    pub below: bool,
}

/// Writes e-mails with marks.
pub struct Writer<'a> {
    hub: &'a Hub,
    lang: Lang,
    /// The mark of what is called so.
    mark: &'a dyn Fn(&str) -> String,
    /// A number that is mentioned.
    count: i64,
}

impl<'a> Writer<'a> {
    /// In this language, with these marks.
    pub fn new(hub: &'a Hub, lang: Lang, mark: &'a dyn Fn(&str) -> String, count: i64) -> Writer<'a> {
        Writer { hub, lang, mark, count }
    }

    fn words(&self, key: &str) -> String {
        let settings = &self.hub.network.settings;
        self.hub.words.sample(self.lang, key, self.count, &|name| match name {
            "hub" => settings.hub_name.get(self.lang).to_owned(),
            "network" => settings.name.get(self.lang).to_owned(),
            other => (self.mark)(other),
        })
    }

    /// The subject.
    pub fn subject(&self, preview: &Preview) -> String {
        self.words(preview.subject)
    }

    /// The text, piece by piece.
    pub fn pieces(&self, preview: &Preview) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.add(preview.parts, (false, false), &mut pieces);
        if preview.by_choice != ByChoice::Never {
            self.add(FOOT, (preview.by_choice == ByChoice::Mostly, false), &mut pieces);
        }
        pieces
    }

    fn add(&self, parts: &[Part], (sometimes, lines): (bool, bool), pieces: &mut Vec<Piece>) {
        for (at, part) in parts.iter().enumerate() {
            let text = match part {
                Part::Words(key) => self.words(key),
                Part::Address(path) => self.hub.address(&format!("/{}{path}", self.lang)),
                Part::Typed => (self.mark)("typed"),
                Part::Sometimes(parts) => {
                    self.add(parts, (true, lines), pieces);
                    continue;
                }
                Part::Lines(parts) => {
                    self.add(parts, (sometimes, true), pieces);
                    continue;
                }
            };
            pieces.push(Piece { text, sometimes, below: lines && at > 0 });
        }
    }

    /// The whole, to nobody.
    pub fn letter(&self, preview: &Preview) -> Letter {
        let mut text = String::new();
        for piece in self.pieces(preview) {
            if !text.is_empty() {
                text.push_str(if piece.below { "\n" } else { "\n\n" });
            }
            text.push_str(piece.text.trim());
        }
        Letter { subject: self.subject(preview), text: text + "\n", lang: Some(self.lang), ..Letter::default() }
    }
}

/// A number that previews mention: of some things, not of one.
const COUNT: i64 = 3;

/// An e-mail in this language, with marks in the place of what is told in it.
pub fn written(hub: &Hub, lang: Lang, preview: &Preview) -> Letter {
    let mark = |name: &str| hub.words.write(lang, &mark_words(name), &[]);
    Writer::new(hub, lang, &mark, COUNT).letter(preview)
}
