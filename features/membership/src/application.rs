//! What an application is, and what is asked in it.

use base::limits::{LINE_CHARS, TEXT_CHARS};
use base::{CityId, FieldError, Lang, Time};
use chrono::{NaiveDate, TimeDelta};
use input::{Fields, Reader};

use crate::application_state::ApplicationState;
use crate::rules::application_path;
use store::Day;

/// Points of contact at most.
pub(crate) const CONTACTS: usize = 3;
/// And at least.
const CONTACTS_LEAST: usize = 2;
/// Files that prove a mandate at most.
pub(crate) const FILES: usize = 3;
/// Bytes of one of them at most: a photograph taken with a telephone.
pub(crate) const FILE_BYTES: u64 = 10_000_000;
/// How long ago a mandate was given at most, in days of twenty years: a slip of the pen lies further back.
const MANDATE_DAYS: i64 = 7_305;
/// After how many days without a word its city is reminded.
pub(crate) const REMINDED_DAYS: i64 = 30;
/// And after how many it lapses.
pub(crate) const LAPSED_DAYS: i64 = 120;

/// An application.
#[derive(Clone, Debug)]
pub(crate) struct Application {
    pub id: i64,
    pub enquiry: i64,
    /// What the address of its private link names.
    pub link: i64,
    pub state: ApplicationState,
    pub calendar: String,
    pub due_on: Option<Day>,
    pub days_left: i64,
    pub submitted_at: Option<Time>,
    pub outcome: String,
    pub sign_version: Option<i64>,
    pub sign_lang: Option<Lang>,
    pub sign_hash: Option<String>,
    pub sign_name: Option<String>,
    pub sign_position: Option<String>,
    pub sign_named: Option<bool>,
    pub signed_at: Option<Time>,
    pub city: Option<CityId>,
    /// The file of its terms of reference.
    pub terms: Option<String>,
    pub erased_at: Option<Time>,
}
store::from_row!(Application in applications: id, enquiry, link, state, calendar, due_on, days_left, submitted_at, outcome, sign_version, sign_lang, sign_hash, sign_name, sign_position, sign_named, signed_at, city, terms, erased_at);

impl Application {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }

    /// Where the office sees it, behind the language.
    pub(crate) fn path(&self) -> String {
        application_path(self.id)
    }

    /// The agreement to the principles; none until it is signed.
    pub(crate) fn signature(&self) -> Option<principles::Signature> {
        Some(principles::Signature {
            version: self.sign_version?,
            lang: self.sign_lang?,
            hash: self.sign_hash.clone()?,
            name: self.sign_name.clone()?,
            position: self.sign_position.clone()?,
            named: self.sign_named?,
            signed_at: self.signed_at?,
            entered_by: None,
            paper: String::new(),
        })
    }
}

/// One of the parts that are written apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Part {
    /// What the city faces and does.
    City,
    /// Whom it names.
    Contacts,
    /// Who gives the mandate.
    Mandate,
}
store::coded!(Part, Part::parse);

impl Part {
    /// All, in their order.
    pub(crate) const ALL: [Part; 3] = [Part::City, Part::Contacts, Part::Mandate];

    /// As it is kept, and in addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Part::City => "city",
            Part::Contacts => "contacts",
            Part::Mandate => "mandate",
        }
    }

    /// From what is kept.
    pub(crate) fn parse(text: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|own| own.code() == text)
    }

    /// The fields of its form with the words of their labels, in their order.
    pub(crate) const fn fields(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Part::City => &CITY_FIELDS,
            Part::Contacts => &CONTACT_FIELDS,
            Part::Mandate => &MANDATE_FIELDS,
        }
    }
}

const CITY_FIELDS: [(&str, &str); 4] = [
    ("background", "application-background"),
    ("challenges", "application-challenges"),
    ("approaches", "application-approaches"),
    ("terms_lang", "application-terms-lang"),
];

const CONTACT_FIELDS: [(&str, &str); 16] = [
    ("name_1", "application-contact-name"),
    ("position_1", "application-contact-position"),
    ("email_1", "application-contact-email"),
    ("kind_1", "application-contact-kind"),
    ("organisation_1", "application-contact-organisation"),
    ("name_2", "application-contact-name"),
    ("position_2", "application-contact-position"),
    ("email_2", "application-contact-email"),
    ("kind_2", "application-contact-kind"),
    ("organisation_2", "application-contact-organisation"),
    ("name_3", "application-contact-name"),
    ("position_3", "application-contact-position"),
    ("email_3", "application-contact-email"),
    ("kind_3", "application-contact-kind"),
    ("organisation_3", "application-contact-organisation"),
    ("reason", "application-contacts-reason"),
];

const MANDATE_FIELDS: [(&str, &str); 3] = [
    ("mandate_name", "application-mandate-name"),
    ("mandate_position", "application-mandate-position"),
    ("mandate_on", "application-mandate-on"),
];

/// Where a city has named one of its contacts: name, function, address, kind, organisation.
pub(crate) const CONTACT_NAMES: [[&str; 5]; CONTACTS] = [
    ["name_1", "position_1", "email_1", "kind_1", "organisation_1"],
    ["name_2", "position_2", "email_2", "kind_2", "organisation_2"],
    ["name_3", "position_3", "email_3", "kind_3", "organisation_3"],
];

/// Key of the words for a part.
pub(crate) fn part_words(part: Part) -> String {
    format!("application-part-{}", part.code())
}

/// Key of the words for a field of one of its forms.
pub(crate) fn label_words(label: &str) -> String {
    label.to_owned()
}

/// What was written in a part, as it is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct PartRow {
    /// The fields of its form.
    pub fields: Fields,
    /// Grows with each change; 0 before the first.
    pub revision: i64,
    pub saved_at: Option<Time>,
}

/// Of what was sent what belongs to a part, each bounded: what is saved need not be right yet, and is kept as it was written.
///
/// # Errors
/// What is too long to be kept.
pub(crate) fn kept_of(part: Part, fields: &Fields) -> Result<Fields, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let mut kept = Fields::default();
    for (name, _) in part.fields() {
        let (text, max) = match is_long(name) {
            true => (fields.text(name), TEXT_CHARS),
            false => (fields.line(name), LINE_CHARS),
        };
        let fits = text.chars().count() <= max;
        reader.check(fits, || FieldError::new(name, "error-application-long").with("max", max));
        let text = match *name {
            "mandate_on" => day_of(fields).map_or(text, |day| day.to_string()),
            name if name.starts_with("name_") || name == "mandate_name" => base::letters::name(&text),
            _ => text,
        };
        kept.set(name, text);
    }
    reader.end(kept)
}

fn is_long(name: &str) -> bool {
    ["background", "challenges", "approaches", "reason"].contains(&name)
}

/// As what somebody is named for a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactKind {
    /// Has the mandate of the mayor, the governor or another competent authority.
    Mandated,
    /// Works on the ground.
    Practitioner,
    /// Of an organisation that the city names.
    Organisation,
    /// Somebody else.
    Other,
}
store::coded!(ContactKind, ContactKind::parse);

impl ContactKind {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [ContactKind; 4] =
        [ContactKind::Mandated, ContactKind::Practitioner, ContactKind::Organisation, ContactKind::Other];

    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            ContactKind::Mandated => "mandated",
            ContactKind::Practitioner => "practitioner",
            ContactKind::Organisation => "organisation",
            ContactKind::Other => "other",
        }
    }

    /// From what is kept or sent.
    pub(crate) fn parse(text: &str) -> Option<ContactKind> {
        ContactKind::ALL.into_iter().find(|own| own.code() == text)
    }
}

/// Key of the words for one of them.
pub(crate) fn contact_kind_words(own: ContactKind) -> String {
    format!("contact-kind-{}", own.code())
}

/// What the city says of itself.
#[derive(Clone, Debug)]
pub(crate) struct CityPart {
    /// The language of its terms of reference.
    pub terms_lang: Lang,
}

impl CityPart {
    /// Reads what is kept.
    ///
    /// # Errors
    /// All that is missing.
    pub(crate) fn read(fields: &Fields, languages: &[Lang]) -> Result<CityPart, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        reader.needed_text("background", "application-background", TEXT_CHARS);
        reader.needed_text("challenges", "application-challenges", TEXT_CHARS);
        reader.needed_text("approaches", "application-approaches", TEXT_CHARS);
        let known = |text: &str| text.parse().ok().filter(|lang: &Lang| languages.contains(lang));
        let terms_lang = reader.one_of("terms_lang", "application-terms-lang", known);
        reader.end(CityPart { terms_lang: terms_lang.unwrap_or(languages[0]) })
    }
}

/// A point of contact as its city names it. The first one leads the city's work in the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contact {
    pub name: String,
    pub position: String,
    pub email: String,
    pub kind: ContactKind,
    /// Where it is not the local government.
    pub organisation: String,
}

/// Whom the city names.
#[derive(Clone, Debug)]
pub(crate) struct Contacts {
    pub people: Vec<Contact>,
    /// Why not one with the mandate and one practitioner; may be empty where they are.
    pub reason: String,
}

impl Contacts {
    /// Reads what is kept.
    ///
    /// # Errors
    /// All that is missing or cannot be.
    pub(crate) fn read(fields: &Fields) -> Result<Contacts, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let mut people: Vec<Contact> = Vec::new();
        for (place, names) in CONTACT_NAMES.iter().enumerate() {
            if place >= CONTACTS_LEAST && names.iter().all(|name| fields.line(name).is_empty()) {
                continue;
            }
            if let Some(contact) = contact(&mut reader, fields, *names) {
                let twice = people.iter().any(|other| other.email == contact.email);
                reader.check(!twice, || FieldError::new(names[2], "error-application-twice"));
                people.push(contact);
            }
        }
        // Whoever leads a city's work is of the city.
        let of_city = ContactKind::parse(&fields.line(CONTACT_NAMES[0][3])) != Some(ContactKind::Organisation);
        reader.check(of_city, || FieldError::new("kind_1", "error-application-lead"));
        let reason = reader.text("reason", "application-contacts-reason", TEXT_CHARS);
        reader.check(!reason.is_empty() || people.len() < CONTACTS_LEAST || are_usual(&people), || {
            FieldError::new("reason", "error-application-reason")
        });
        reader.end(Contacts { people, reason })
    }
}

fn contact(reader: &mut Reader, fields: &Fields, names: [&'static str; 5]) -> Option<Contact> {
    let [name, position, email, kind, organisation] = names;
    let own = Contact {
        name: reader.needed(name, "application-contact-name"),
        position: reader.needed(position, "application-contact-position"),
        email: people::fold_email(&fields.line(email)),
        kind: reader.one_of(kind, "application-contact-kind", ContactKind::parse).unwrap_or(ContactKind::Other),
        organisation: reader.line(organisation, "application-contact-organisation"),
    };
    let good = mail::is_address(&own.email);
    reader.check(good, || FieldError::new(email, "error-email"));
    let told = own.kind != ContactKind::Organisation || !own.organisation.is_empty();
    reader.check(told, || FieldError::new(organisation, "error-application-organisation"));
    good.then_some(own)
}

/// One with the mandate, and one who works on the ground, of the city or of an organisation that it names.
fn are_usual(people: &[Contact]) -> bool {
    let any = |kinds: &[ContactKind]| people.iter().any(|own| kinds.contains(&own.kind));
    any(&[ContactKind::Mandated]) && any(&[ContactKind::Practitioner, ContactKind::Organisation])
}

/// The day of the mandate: as a browser writes it, or as somebody does whose browser has no calendar.
fn day_of(fields: &Fields) -> Option<NaiveDate> {
    let text = fields.number("mandate_on");
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"]
        .into_iter()
        .find_map(|how| NaiveDate::parse_from_str(&text, how).ok())
}

/// Is what is kept of who gives the mandate right? It was given on this day at the latest.
///
/// # Errors
/// All that is missing or cannot be.
pub(crate) fn check_mandate(fields: &Fields, today: NaiveDate) -> Result<(), Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    reader.needed("mandate_name", "application-mandate-name");
    reader.needed("mandate_position", "application-mandate-position");
    let on = day_of(fields);
    reader.check(on.is_some(), || FieldError::new("mandate_on", "error-application-day"));
    let old = today - TimeDelta::days(MANDATE_DAYS);
    reader.check(on.is_none_or(|on| on >= old), || FieldError::new("mandate_on", "error-application-old"));
    reader.check(on.is_none_or(|on| on <= today), || FieldError::new("mandate_on", "error-application-ahead"));
    reader.end(())
}

/// A file that proves the mandate.
#[derive(Clone, Debug)]
pub(crate) struct ProofFile {
    pub id: i64,
    pub hash: String,
    pub format: ProofFormat,
    pub size: i64,
    pub sent_at: Time,
}
store::from_row!(ProofFile in application_files: id, hash, format, size, sent_at);

/// What a proof can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProofFormat {
    Pdf,
    Jpeg,
    Png,
}
store::coded!(ProofFormat, ProofFormat::parse);

impl ProofFormat {
    /// As it is kept: the ending of its name.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            ProofFormat::Pdf => "pdf",
            ProofFormat::Jpeg => "jpg",
            ProofFormat::Png => "png",
        }
    }

    /// Its media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            ProofFormat::Pdf => "application/pdf",
            ProofFormat::Jpeg => "image/jpeg",
            ProofFormat::Png => "image/png",
        }
    }

    fn parse(text: &str) -> Option<ProofFormat> {
        [ProofFormat::Pdf, ProofFormat::Jpeg, ProofFormat::Png].into_iter().find(|own| own.code() == text)
    }

    /// What a file is by its first bytes, whatever it is called.
    pub(crate) fn tell(head: &[u8]) -> Option<ProofFormat> {
        // Some programs write a line or two before the mark.
        const SEARCHED: usize = 1_024;
        let head = &head[..head.len().min(SEARCHED)];
        if head.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(ProofFormat::Jpeg)
        } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(ProofFormat::Png)
        } else if head.windows(5).any(|bytes| bytes == b"%PDF-") {
            Some(ProofFormat::Pdf)
        } else {
            None
        }
    }
}

/// Why an application is declined.
pub(crate) const DECLINE_REASONS: [&str; 4] = ["mandate", "contacts", "principles", "other"];

/// Key of what is said in a letter where an application is declined.
pub(crate) fn declined_words(reason: &str) -> String {
    format!("application-declined-{reason}")
}

/// Key of the same in short, for the office.
pub(crate) fn declined_label_words(reason: &str) -> String {
    format!("application-declined-label-{reason}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(fields: Fields, place: usize, email: &str, kind: &str) -> Fields {
        let [name, position, address, own, organisation] = CONTACT_NAMES[place];
        let organisation_name = if kind == "organisation" { "A youth house" } else { "" };
        fields
            .with(name, "Aïssa")
            .with(position, "Adviser")
            .with(address, email)
            .with(own, kind)
            .with(organisation, organisation_name)
    }

    fn wrong(fields: &Fields) -> Vec<(&'static str, &'static str)> {
        let errors = Contacts::read(fields).err().unwrap_or_default();
        errors.iter().map(|error| (error.field, error.message)).collect()
    }

    #[test]
    fn two_points_of_contact_are_needed_and_others_than_usual_need_a_reason() {
        let one = named(Fields::default(), 0, "a@x.example", "mandated");
        assert!(wrong(&one).iter().any(|(field, _)| *field == "name_2"));
        let usual = named(one.clone(), 1, "b@x.example", "practitioner");
        assert_eq!(wrong(&usual), []);
        assert_eq!(wrong(&named(one.clone(), 1, "b@x.example", "organisation")), [], "an organisation on the ground");
        let other = named(one.clone(), 1, "b@x.example", "other");
        assert_eq!(wrong(&other), [("reason", "error-application-reason")]);
        assert_eq!(wrong(&other.with("reason", "Nobody else yet")), []);
        let three = Contacts::read(&named(usual, 2, "c@x.example", "other")).unwrap();
        assert_eq!(three.people.len(), 3);
    }

    #[test]
    fn nobody_is_named_twice_and_a_city_is_led_from_within() {
        let twice = named(named(Fields::default(), 0, "A@x.example", "mandated"), 1, "a@X.example", "practitioner");
        assert_eq!(wrong(&twice), [("email_2", "error-application-twice")]);
        let outside = named(named(Fields::default(), 0, "a@x.example", "organisation"), 1, "b@x.example", "mandated");
        assert_eq!(wrong(&outside), [("kind_1", "error-application-lead")]);
        // What is wrong with the first is not the second's.
        let typed = named(named(Fields::default(), 0, "aissa@", "mandated"), 1, "b@x.example", "organisation");
        assert_eq!(wrong(&typed), [("email_1", "error-email")]);
        let mut nobodys = named(Fields::default(), 0, "a@x.example", "organisation");
        nobodys.set("organisation_1", "");
        assert!(wrong(&nobodys).contains(&("organisation_1", "error-application-organisation")));
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(ProofFormat::tell(b"\xff\xd8\xff\xe0"), Some(ProofFormat::Jpeg));
        assert_eq!(ProofFormat::tell(b"\x89PNG\r\n\x1a\n...."), Some(ProofFormat::Png));
        assert_eq!(ProofFormat::tell(b"\n\n%PDF-1.7"), Some(ProofFormat::Pdf));
        for other in [b"<html>%PDF".as_slice(), b"PK\x03\x04", b"GIF89a", b"", b"%PD"] {
            assert_eq!(ProofFormat::tell(other), None);
        }
    }

    #[test]
    fn a_mandate_was_given_already() {
        let today = "2026-12-01".parse().unwrap();
        let of = |day: &str| {
            let fields = Fields::default().with("mandate_name", "عمر").with("mandate_position", "Mayor");
            check_mandate(&fields.with("mandate_on", day), today).map_err(|all| all[0].message)
        };
        assert_eq!(of("2026-12-01"), Ok(()), "a name in any script");
        assert_eq!(of("2026-12-02"), Err("error-application-ahead"));
        assert_eq!(of("0026-12-01"), Err("error-application-old"));
        for day in ["1.12.2026", "1/12/2026", "01-12-2026", "٢٠٢٦-١٢-٠١", "١/١٢/٢٠٢٦"] {
            assert_eq!(of(day), Ok(()), "{day}");
            let kept = kept_of(Part::Mandate, &Fields::default().with("mandate_on", day)).unwrap();
            assert_eq!(kept.get("mandate_on"), "2026-12-01");
        }
        assert_eq!(of("1 December"), Err("error-application-day"));
        let kept = kept_of(Part::Mandate, &Fields::default().with("mandate_on", "1 December")).unwrap();
        assert_eq!(kept.get("mandate_on"), "1 December", "what cannot be read stays as it was written");
    }

    #[test]
    fn what_is_saved_need_not_be_right_and_what_is_not_asked_is_not_kept() {
        let sent = Fields::default().with("email_1", "not yet").with("admin", "yes").with("reason", "a\r\nb");
        let kept = kept_of(Part::Contacts, &sent).unwrap();
        assert_eq!((kept.get("email_1"), kept.get("reason"), kept.get("admin")), ("not yet", "a\nb", ""));
        assert!(kept_of(Part::City, &Fields::default().with("background", "x".repeat(TEXT_CHARS + 1))).is_err());
    }
}
