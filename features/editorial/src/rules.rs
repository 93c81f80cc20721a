//! What may be written, and how it is read from a form.

use base::limits::LINE_CHARS;
use base::{FieldError, Time};
use chrono::NaiveDate;
use input::{Fields, Reader};
use network::Network;
use texts::Parts;

use crate::address::address;
use crate::kinds::{Kind, SECTIONS, body_words, needs_summary, summary_words, title_words};
use crate::lines::EMBEDS;
use crate::schedule::When;
use crate::state::ItemState;

/// Characters of what is said in short at most: it is shown in lists and when a page is shared.
pub const SUMMARY_CHARS: usize = 400;
/// Characters of a text at most: some 5,000 words. In Arabic this is what a form can bring.
pub const BODY_CHARS: usize = 30_000;
/// Levels of lists and quotations within each other at most.
pub const NESTED: usize = 12;
/// Cells of a table at most, also of those that stand for what a short row lacks.
pub const CELLS: usize = 5_000;
/// Characters of what is said of a consent at most.
pub const CONSENT_CHARS: usize = 1_000;
/// Cities of an initiative at most.
pub const CITIES: usize = 60;

/// Where the site may lead to a page from everywhere.
pub const PLACES: [&str; 4] = ["menu", "foot-network", "foot-together", "foot-open"];

/// Key of the words for a place.
pub fn place_words(place: &str) -> String {
    format!("page-place-{place}")
}

/// Before the name of a page in the first data.
pub const PAGES: &str = "pages/";
/// The name of the page whose words stand at the head of the home page.
pub const HOME: &str = "home";
/// Names of the parts of a text.
pub const TITLE: &str = "title";
/// What is said in short.
pub const SUMMARY: &str = "summary";
/// All of it, in Markdown.
pub const BODY: &str = "body";
/// The last part of its address: what nobody translates begins with a point.
pub const ADDRESS: &str = ".address";

/// Something that the team publishes, without its words.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: i64,
    /// Its kind.
    pub kind: Kind,
    /// Where its newest words stand.
    pub state: ItemState,
    /// Readers have it.
    pub shown: bool,
    /// Of a question: what it is about.
    pub section: String,
    /// Its place among others of its kind.
    pub position: i64,
    /// Of a page: the page below which it stands.
    pub parent: Option<i64>,
    /// Of a page: the menu or the section of the foot that leads to it; empty of most.
    pub place: String,
    /// Ids of sources, with a blank between them.
    pub sources: String,
    /// Who looked last whether it is still true.
    pub reviewed_by: String,
    /// The day of that; empty or `2026-11-28`.
    pub reviewed_on: String,
    /// The day on which that is to be done again.
    pub review_due: String,
    /// Of a voice: how whoever speaks has consented, and where that is kept; for the team.
    pub consent: String,
    /// When that ends: from then on readers do not have it.
    pub ends_at: Option<Time>,
    /// Of a release: whom the media ask, and how they are reached.
    pub media_contact: String,
    /// When readers are to have it, where that is planned; with the local time and the zone that were chosen.
    pub scheduled_at: Option<Time>,
    /// The local time, as `2026-11-28T09:00`.
    pub scheduled_local: String,
    /// The zone.
    pub scheduled_zone: String,
    /// Which plan that is.
    pub plan: Option<i64>,
    /// When readers had it first.
    pub published_at: Option<Time>,
    /// When anything of it was changed.
    pub changed_at: Time,
    /// Grows with every change of these facts.
    pub revision: i64,
    /// Its name in the first data, if it is from there.
    pub first: Option<String>,
}
store::from_row!(Item in editorial_items: id, kind, state, shown, section, position, parent, place, sources, reviewed_by, reviewed_on, review_due, consent, ends_at, media_contact, scheduled_at, scheduled_local, scheduled_zone, plan, published_at, changed_at, revision, first);

impl Item {
    /// When readers are to have it, where that is planned.
    pub fn when(&self) -> Option<When> {
        When::kept(self.scheduled_at, &self.scheduled_local, &self.scheduled_zone)
    }

    /// Readers have it at this time.
    pub fn is_shown(&self, now: Time) -> bool {
        self.shown && self.ends_at.is_none_or(|end| end > now)
    }

    /// Whoever speaks in it has consented to be quoted at this time; all else needs no consent.
    pub fn is_consented(&self, at: Time) -> bool {
        consented(self.kind, &self.consent, self.ends_at, at)
    }

    /// For its texts.
    pub fn thing(&self) -> texts::Thing {
        self.kind.thing(self.id)
    }

    /// Its place in the office, behind the language.
    pub fn office(&self) -> String {
        office(self.id)
    }

    /// Of a page that every network has: its name, which is its address in all languages. The site stands on it: it is never
    /// withdrawn.
    pub fn fixed(&self) -> Option<&str> {
        self.first.as_deref().filter(|_| self.kind == Kind::Page)?.strip_prefix(PAGES)
    }

    /// Its page behind the language, with this last part of its address.
    pub fn path(&self, slug: &str) -> String {
        if let Some(name) = self.fixed() {
            return if name == HOME { "/".to_owned() } else { format!("/{name}") };
        }
        let slug = percent_encoding::utf8_percent_encode(slug, percent_encoding::NON_ALPHANUMERIC).to_string();
        format!("{}/{}", self.kind.path(), slug.replace("%2D", "-"))
    }

    /// The topic of its page.
    pub fn topic(&self) -> String {
        topic(self.id)
    }

    /// The ids of its sources.
    pub fn source_ids(&self) -> impl Iterator<Item = &str> {
        self.sources.split_whitespace()
    }
}

/// The place of a thing in the office, behind the language.
pub fn office(item: i64) -> String {
    format!("/office/editorial/{}", base::id::write_id(item))
}

/// The topic of a thing's page.
pub fn topic(item: i64) -> String {
    format!("editorial-item:{}", base::id::write_id(item))
}

/// A text as it was sent.
#[derive(Clone, Debug)]
pub struct Written {
    /// Title, summary, body, and the address that was asked for, if one was.
    pub parts: Parts,
    /// The newest revision when the form was opened.
    pub seen: i64,
    /// Of a translation: the revision of the source that stood beside it.
    pub rendered: Option<i64>,
    /// It goes on from the draft that stood in the form; not where two texts were put together.
    pub goes_on: bool,
}

impl Written {
    /// A first text of these parts, of something new or of a translation that begins.
    pub fn of(title: &str, summary: &str, body: &str) -> Written {
        let parts = Parts::default().with(TITLE, title).with(SUMMARY, summary).with(BODY, body);
        Written { parts, seen: 0, rendered: None, goes_on: false }
    }

    /// From a form. What is only kept (`draft`) needs a title and may lack all else.
    pub fn read(fields: &Fields, kind: Kind, draft: bool) -> Result<Written, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let title = reader.needed("title", title_words(kind));
        let summary = reader.text("summary", summary_words(kind), SUMMARY_CHARS);
        if needs_summary(kind) && !draft {
            let said = !summary.trim().is_empty();
            reader.check(said, || FieldError::new("summary", "error-required").with("label", summary_words(kind)));
        }
        let body = if draft {
            reader.text("body", body_words(kind), BODY_CHARS)
        } else {
            reader.needed_text("body", body_words(kind), BODY_CHARS)
        };
        reader.check(crate::render::depth(&body) <= NESTED, || {
            FieldError::new("body", "error-nested").with("max", NESTED)
        });
        reader
            .check(crate::render::cells(&body) <= CELLS, || FieldError::new("body", "error-cells").with("max", CELLS));
        reader.check(crate::lines::count(&body) <= EMBEDS, || {
            FieldError::new("body", "error-embeds").with("max", EMBEDS)
        });
        let typed = reader.line("address", "editorial-address");
        let own = address(&typed);
        let readable = typed.is_empty() || !own.is_empty();
        reader.check(readable, || FieldError::new("address", "error-address"));
        let parts = Parts::default().with(TITLE, title).with(SUMMARY, summary).with(BODY, body).with(ADDRESS, own);
        let number = |name: &str| fields.get(name).parse().ok();
        let goes_on = fields.get("merged").is_empty();
        reader.end(Written { parts, seen: number("revision").unwrap_or(0), rendered: number("rendered"), goes_on })
    }
}

/// Has all that readers expect of such a thing: what is only begun is kept with less.
pub fn is_whole(kind: Kind, parts: &Parts) -> bool {
    let has = |part| !parts.get(part).trim().is_empty();
    has(TITLE) && has(BODY) && (!needs_summary(kind) || has(SUMMARY))
}

/// Facts of a thing, which are the same in all languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Of a question: one of [`SECTIONS`].
    pub section: String,
    /// Its place among others.
    pub position: i64,
    /// Of a page: the page below which it stands.
    pub parent: Option<i64>,
    /// Of a page: the menu or the section of the foot that leads to it; empty: none.
    pub place: String,
    /// Ids of the network's sources.
    pub sources: Vec<String>,
    /// Who looked last whether it is true.
    pub reviewed_by: String,
    /// The day of that.
    pub reviewed_on: String,
    /// The day on which that is to be done again.
    pub review_due: String,
    /// Slugs of themes.
    pub themes: Vec<String>,
    /// Of a voice: how whoever speaks has consented.
    pub consent: String,
    /// Of a release: whom the media ask.
    pub media_contact: String,
    /// When that ends: behind its last day, in UTC.
    pub ends_at: Option<Time>,
    /// The state that was changed.
    pub revision: i64,
}

/// A voice is heard with the consent of whoever speaks, and until that ends.
fn consented(kind: Kind, consent: &str, ends_at: Option<Time>, at: Time) -> bool {
    kind != Kind::Voice || !consent.trim().is_empty() && ends_at.is_some_and(|end| end > at)
}

impl Facts {
    /// With these facts such a thing may be shown at this time.
    pub fn is_consented(&self, kind: Kind, at: Time) -> bool {
        consented(kind, &self.consent, self.ends_at, at)
    }

    /// From a form.
    pub fn read(fields: &Fields, kind: Kind, network: &Network) -> Result<Facts, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let section = match kind {
            Kind::Question => {
                reader.one_of("section", "question-section", |typed| SECTIONS.into_iter().find(|own| *own == typed))
            }
            _ => None,
        };
        let (parent, place) = match kind {
            Kind::Page => (base::id::read_id(fields.get("parent")), fields.get("place")),
            _ => (None, ""),
        };
        let place = PLACES.into_iter().find(|own| *own == place).unwrap_or_default();
        let position = reader.number("position", 0..=9_999, || FieldError::new("position", "error-position"));
        let sources = known(fields, "sources", |id| network.source(id).is_some());
        let themes = known(fields, "themes", |slug| network.theme(slug).is_some());
        let reviewed_by = reader.line_within("reviewed_by", "editorial-reviewed-by", LINE_CHARS);
        let reviewed_on = day(&mut reader, fields, "reviewed_on");
        let review_due = day(&mut reader, fields, "review_due");
        let (consent, until) = match kind {
            Kind::Voice => (
                reader.text("consent", "voice-consent", CONSENT_CHARS),
                NaiveDate::parse_from_str(&day(&mut reader, fields, "until"), "%Y-%m-%d").ok(),
            ),
            _ => Default::default(),
        };
        let media_contact = match kind {
            Kind::Release => reader.line_within("media_contact", "release-contact", LINE_CHARS),
            _ => String::new(),
        };
        reader.end(Facts {
            section: section.unwrap_or_default().to_owned(),
            position: position.unwrap_or(0),
            parent,
            place: place.to_owned(),
            sources,
            reviewed_by,
            reviewed_on,
            review_due,
            themes,
            consent,
            media_contact,
            ends_at: until.and_then(end_of),
            revision: fields.get("revision").parse().unwrap_or(0),
        })
    }
}

/// Those of the values that were ticked which there are.
fn known(fields: &Fields, name: &str, is: impl Fn(&str) -> bool) -> Vec<String> {
    let mut values: Vec<String> = fields.all(name).into_iter().filter(|value| is(value)).map(str::to_owned).collect();
    values.sort();
    values.dedup();
    values
}

/// The end of a day, in UTC: the last day of a consent is still within it.
fn end_of(day: NaiveDate) -> Option<Time> {
    let four_figures = (1000..=9999).contains(&chrono::Datelike::year(&day));
    day.succ_opt().filter(|_| four_figures).map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc())
}

/// The last day of a consent, as a form shows it.
pub fn last_day(end: Time) -> String {
    (end - chrono::TimeDelta::days(1)).format("%Y-%m-%d").to_string()
}

/// A day as forms send it; empty where none is given.
fn day(reader: &mut Reader<'_>, fields: &Fields, name: &'static str) -> String {
    let typed = fields.number(name);
    let day = NaiveDate::parse_from_str(&typed, "%Y-%m-%d");
    reader.check(typed.is_empty() || day.is_ok(), || FieldError::new(name, "error-day"));
    day.map(|day| day.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(kind: Kind, draft: bool, text: &str) -> Vec<(&'static str, &'static str)> {
        let read = Written::read(&Fields::parse(text), kind, draft);
        read.err().into_iter().flatten().map(|error| (error.field, error.message)).collect()
    }

    #[test]
    fn a_draft_needs_a_title_and_what_is_published_needs_more() {
        assert_eq!(wrong(Kind::Myth, true, "title=x"), []);
        assert_eq!(wrong(Kind::Myth, true, ""), [("title", "error-required")]);
        assert_eq!(wrong(Kind::Myth, false, "title=x"), [("summary", "error-required"), ("body", "error-required")]);
        assert_eq!(wrong(Kind::News, false, "title=x&body=y"), []);
        assert_eq!(wrong(Kind::News, true, "title=x&address=%3F%21"), [("address", "error-address")]);
    }

    #[test]
    fn a_text_of_ten_thousand_nested_lists_is_refused() {
        let nested = format!("title=x&body={}x", "-+".repeat(10_000));
        assert_eq!(wrong(Kind::News, true, &nested), [("body", "error-nested")]);
        let quoted = format!("title=x&body={}x", "%3E".repeat(10_000));
        assert_eq!(wrong(Kind::News, true, &quoted), [("body", "error-nested")]);
        assert_eq!(wrong(Kind::News, true, "title=x&body=-+a%0A++-+b%0A++++-+c"), []);
    }

    #[test]
    fn a_table_that_grows_by_itself_is_refused() {
        let wide = format!("{}|\n{}|\n{}", "|a".repeat(300), "|-".repeat(300), "|x\n".repeat(900));
        let fields = Fields::default().with("title", "x").with("body", wide);
        let read = Written::read(&fields, Kind::News, true).err().into_iter().flatten();
        assert_eq!(read.map(|error| error.message).collect::<Vec<_>>(), ["error-cells"]);
        let usual = format!("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n{}", "|1|2|3|4|5|6|\n".repeat(300));
        assert!(Written::read(&Fields::default().with("title", "x").with("body", usual), Kind::News, true).is_ok());
    }

    #[test]
    fn a_text_that_is_too_long_is_told_so() {
        let long = format!("title=x&body={}", "a".repeat(BODY_CHARS + 1));
        assert_eq!(wrong(Kind::News, true, &long), [("body", "error-too-long")]);
    }

    #[test]
    fn days_are_days() {
        let network = Network::embedded().expect("the network");
        let read = |text: &str| Facts::read(&Fields::parse(text), Kind::News, &network);
        let facts = read("reviewed_on=2026-11-28&review_due=&themes=nothing&sources=network-faq").expect("facts");
        assert_eq!((facts.reviewed_on.as_str(), facts.review_due.as_str()), ("2026-11-28", ""));
        assert_eq!((facts.themes.len(), facts.sources.as_slice()), (0, ["network-faq".to_owned()].as_slice()));
        for no_day in ["2026-02-30", "tomorrow", "28.11.2026"] {
            assert!(read(&format!("reviewed_on={no_day}")).is_err(), "{no_day}");
        }
    }
}
