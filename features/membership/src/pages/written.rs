//! What a city wrote in its application, to be read: by the office, and by the city once it was sent.

use std::collections::HashMap;

use base::Lang;
use input::Fields;
use store::Day;
use web::Visit;

use crate::application::{
    CONTACT_NAMES, ContactKind, Part, PartRow, ProofFile, contact_kind_words, label_words, part_words,
};
use crate::letters::day;

/// A point of contact as it is named.
pub(super) struct Named {
    pub name: String,
    pub position: String,
    pub email: String,
    /// What they do, in words.
    pub kind: String,
    pub organisation: String,
}

/// What a file that proves a mandate is called, by its place among them: it keeps none of its own names.
pub(super) fn proof_name(visit: &Visit, place: usize, file: &ProofFile) -> String {
    let number = visit.number(place);
    visit.ta("application-file", &[("number", number.as_str().into()), ("format", file.format.code().into())])
}

/// All that was written, in the reader's language.
pub(super) struct Written {
    /// The parts that are not made of people: what they are called, and labels with what was written.
    pub parts: Vec<(String, Vec<(String, String)>)>,
    pub contacts: Vec<Named>,
    /// Why others than usual.
    pub reason: String,
}

/// What was written in a part.
pub(super) fn fields_of(parts: &HashMap<Part, PartRow>, part: Part) -> Option<&Fields> {
    parts.get(&part).map(|row| &row.fields)
}

impl Written {
    /// Of these parts.
    pub(super) fn of(visit: &Visit, parts: &HashMap<Part, PartRow>) -> Written {
        let read = |part: Part| {
            let fields = fields_of(parts, part)?;
            let lines = part.fields().iter();
            let lines = lines.map(|(name, label)| (visit.t(label_words(label)), shown(visit, name, fields.get(name))));
            Some((visit.t(part_words(part)), lines.filter(|(_, text)| !text.is_empty()).collect()))
        };
        let contacts = fields_of(parts, Part::Contacts);
        Written {
            parts: [Part::City, Part::Mandate].into_iter().filter_map(read).collect(),
            contacts: contacts.map(|fields| named(visit, fields)).unwrap_or_default(),
            reason: contacts.map(|fields| fields.get("reason").to_owned()).unwrap_or_default(),
        }
    }
}

/// What was written in a field as it is read: a language by its own name, a day as days are written here.
fn shown(visit: &Visit, field: &str, text: &str) -> String {
    let shown = match field {
        "terms_lang" => text.parse::<Lang>().ok().map(|lang| lang.endonym().to_owned()),
        "mandate_on" => text.parse().ok().map(|on| day(Day(on), visit.lang)),
        _ => None,
    };
    shown.unwrap_or_else(|| text.to_owned())
}

fn named(visit: &Visit, fields: &Fields) -> Vec<Named> {
    let begun = |names: &&[&'static str; 5]| !fields.get(names[0]).is_empty() || !fields.get(names[2]).is_empty();
    let one = |names: &[&'static str; 5]| {
        let [name, position, email, kind, organisation] = names.map(|name| fields.get(name).to_owned());
        let kind = ContactKind::parse(&kind).map(|own| visit.t(contact_kind_words(own))).unwrap_or_default();
        Named { name, position, email, kind, organisation }
    };
    CONTACT_NAMES.iter().filter(begun).map(one).collect()
}
