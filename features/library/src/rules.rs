//! What a document is, and what may be said of it.

use base::letters::{is_hidden, is_line_end};
use base::limits::LINE_CHARS;
use base::{Audience, CityId, DocumentId, Fail, FieldError, PersonId, Time};
use blobs::Hash;
use extract::{Format, Refusal};
use input::{Fields, Reader};
use unicode_normalization::UnicodeNormalization;

/// Characters of an abstract at most.
pub const ABSTRACT_CHARS: usize = 2_000;
/// Characters of a title at most.
pub const TITLE_CHARS: usize = 300;
/// Themes of one document at most.
pub const THEMES: usize = 12;
/// Documents on one page of the search.
pub const SEARCH_ROWS: usize = 20;
/// Characters of a file's name that are kept.
pub const FILE_NAME_CHARS: usize = 150;
/// Bytes of a document's text that are searched at most.
pub const TEXT_BYTES: usize = 4 * 1024 * 1024;
/// The first year that a document may be of.
pub const FIRST_YEAR: i64 = 1900;

/// Years that can be asked for.
pub const YEARS: std::ops::RangeInclusive<i64> = 1..=9_999;

/// Types of documents, in the order in which they are offered.
pub const TYPES: [&str; 8] =
    ["action-plan", "strategy", "case-study", "toolkit", "guide", "evaluation", "research", "training"];

/// What a document is: one of [`TYPES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentType(&'static str);
store::coded!(DocumentType, DocumentType::parse);

impl DocumentType {
    /// As it is kept.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// From what is kept or sent.
    pub fn parse(text: &str) -> Option<DocumentType> {
        TYPES.into_iter().find(|code| *code == text).map(DocumentType)
    }
}

/// Key of the words for a type.
pub fn type_words(kind: &str) -> String {
    format!("type-{kind}")
}

/// Key of the words for who may see something.
pub fn access_words(access: Access) -> String {
    format!("access-{}", access.code())
}

/// Key of the words for who that is.
pub fn access_hint_words(access: Access) -> String {
    format!("access-{}-hint", access.code())
}

/// Key of the words for why a file could not be read, by the code of the [`extract::Trouble`].
pub fn trouble_words(trouble: &str) -> String {
    format!("trouble-{trouble}")
}

/// Key of the words for why a file is not taken.
pub fn refusal_words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "error-file-empty",
        Refusal::Encrypted => "error-file-encrypted",
        Refusal::Mainframe => "error-file-mainframe",
        Refusal::Unknown => "error-file-type",
    }
}

/// Languages that a document can be said to be in, by BCP 47 code, each in itself: those that can be told from a file.
pub use base::lang::NAMES as LANGUAGES;

/// The name of a language in itself; its code where it is not among [`LANGUAGES`].
pub fn language_name(code: &str) -> &str {
    LANGUAGES.iter().find(|(own, _)| *own == code).map_or(code, |(_, name)| name)
}

/// Whether a document can be said to be in this language.
pub fn is_language(code: &str) -> bool {
    LANGUAGES.iter().any(|(own, _)| *own == code)
}

/// Who may see a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    Public,
    /// Whoever holds a role.
    Members,
    /// Whoever holds a role for its city.
    City,
    /// The persons that another body names.
    Named,
}

impl std::fmt::Display for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Access {
    /// All.
    pub const ALL: [Access; 4] = [Access::Public, Access::Members, Access::City, Access::Named];
    /// Those that a form offers, widest first.
    pub const OFFERED: [Access; 3] = [Access::Public, Access::Members, Access::City];

    /// What an audience is for a document of this city.
    pub fn of(audience: Audience, city: Option<CityId>) -> Access {
        match audience {
            Audience::EVERYONE => Access::Public,
            Audience::MEMBERS => Access::Members,
            _ if city.is_some_and(|city| audience == Audience::of(city)) => Access::City,
            _ => Access::Named,
        }
    }

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Access::Public => "public",
            Access::Members => "members",
            Access::City => "city",
            Access::Named => "named",
        }
    }

    /// From what is sent: one of those that are offered.
    pub fn parse(text: &str) -> Option<Access> {
        Access::OFFERED.into_iter().find(|access| access.code() == text)
    }

    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Access::Public => "globe",
            Access::Members => "key",
            Access::City => "lock",
            Access::Named => "people",
        }
    }
}

/// A document with what was read from its file.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its title, in its language.
    pub title: String,
    /// What it is about, in its language.
    pub abstract_text: String,
    /// The city that it is of; none: of the network.
    pub city: Option<CityId>,
    /// What it is.
    pub kind: DocumentType,
    /// The year that it is of.
    pub year: Option<i64>,
    /// BCP 47; empty while unknown.
    pub language: String,
    /// Who may see it.
    pub audience: Audience,
    /// Who uploaded it; none: the hub itself.
    pub owner: Option<PersonId>,
    /// SHA-256 of its file.
    pub file: String,
    /// The file's real name, made safe.
    pub file_name: String,
    /// Code of the file's format.
    pub format: String,
    /// Bytes of its file.
    pub size: i64,
    /// Taken out of the library.
    pub withdrawn: bool,
    /// When it came in.
    pub created_at: Time,
    /// When it was last changed.
    pub updated_at: Time,
    /// Grows with every change.
    pub revision: i64,
    /// waiting, reading, done, failed.
    pub state: Option<String>,
    /// Why the file could not be read.
    pub reason: Option<String>,
    /// Blob of the extracted text.
    pub text_blob: Option<String>,
    /// Blob of the picture of its first page.
    pub thumbnail: Option<String>,
    /// Pages, where the file states them.
    pub pages: Option<i64>,
    /// The file holds no text (scanned pages).
    pub no_text: Option<bool>,
    /// The file has more text than is searched.
    pub cut: Option<bool>,
}
store::from_row!(Document in documents: id, title, abstract_text, city, kind, year, language, audience, owner, file, file_name, format, size, withdrawn, created_at, updated_at, revision, state, reason, text_blob, thumbnail, pages, no_text, cut);

impl Document {
    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/library/{}", self.id)
    }

    /// The address of its file.
    pub fn file_path(&self) -> String {
        format!("/files/{}", self.id)
    }

    /// Its file and the format of that.
    ///
    /// # Errors
    /// When the row names no file or no format that there is: somebody has to look at it.
    pub fn file_and_format(&self) -> base::Result<(Hash, Format)> {
        Hash::parse(&self.file).zip(Format::from_code(&self.format)).ok_or_else(|| {
            let (id, file, format) = (self.id.0, &self.file, &self.format);
            Fail::internal(format!("`documents`, id {id}: a file that is called `{file}`, of format `{format}`"))
        })
    }

    /// Its format as people write it.
    pub fn format_name(&self) -> String {
        self.format.to_uppercase()
    }

    /// Whether its file opens at a page that its address names (RFC 8118).
    pub fn opens_at_pages(&self) -> bool {
        Format::from_code(&self.format) == Some(Format::Pdf)
    }

    /// What its file counts as pages are slides.
    pub fn has_slides(&self) -> bool {
        matches!(Format::from_code(&self.format), Some(Format::Pptx | Format::Odp | Format::Ppt))
    }

    /// Whether it is a guide of the network itself.
    pub fn is_guide(&self) -> bool {
        self.city.is_none() && self.kind.code() == "guide"
    }

    /// Its language in itself.
    pub fn language_name(&self) -> &str {
        language_name(&self.language)
    }

    /// Key of the words for its type.
    pub fn type_words(&self) -> String {
        type_words(self.kind.code())
    }

    /// Who may see it, as people are told.
    pub fn access(&self) -> Access {
        Access::of(self.audience, self.city)
    }

    /// Key of the words for who may see it.
    pub fn access_words(&self) -> String {
        access_words(self.access())
    }

    /// The drawn cover, for lists: twenty pictures would be too heavy for a slow line.
    pub fn cover(&self) -> String {
        look::cover(&self.language, self.id.0.unsigned_abs() >> 3)
    }

    /// A picture of it, for its own page: its first page, or the drawn cover.
    pub fn picture(&self) -> String {
        match self.picture_path() {
            Some(path) => format!("<img class=\"thumb\" src=\"{path}\" alt=\"\" width=\"320\" height=\"420\">"),
            None => self.cover(),
        }
    }

    /// Where the picture of its first page is, where it has one.
    pub fn picture_path(&self) -> Option<String> {
        self.thumbnail.as_ref()?;
        Some(format!("{}/thumbnail?{}", self.file_path(), self.file.chars().take(8).collect::<String>()))
    }

    /// Its file is still to be read, or being read.
    pub fn is_being_read(&self) -> bool {
        matches!(self.state.as_deref(), None | Some("waiting" | "reading"))
    }

    /// Nobody said its language, and its file, which was read, does not tell it either.
    pub fn lacks_language(&self) -> bool {
        let read = !self.is_being_read() && self.trouble().is_none();
        // Who may see it is then chosen elsewhere, and not by the form of the document.
        self.language.is_empty() && read && !self.withdrawn && self.access() != Access::Named
    }

    /// Why its file could not be read, by its code.
    pub fn trouble(&self) -> Option<&str> {
        (self.state.as_deref() == Some("failed")).then(|| self.reason.as_deref().unwrap_or("damaged"))
    }

    /// Key of the words for why its file could not be read.
    pub fn trouble_words(&self, trouble: &str) -> String {
        trouble_words(trouble)
    }

    /// Key of the words for who that is who may see it.
    pub fn access_hint_words(&self) -> String {
        access_hint_words(self.access())
    }
}

/// What is said of a document in a form or a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub abstract_text: String,
    /// Slug of its city; empty: of the network.
    pub city: String,
    /// One of [`TYPES`].
    pub kind: String,
    /// Slugs of its themes.
    pub themes: Vec<String>,
    /// The year that it is of.
    pub year: Option<i64>,
    /// BCP 47; empty: to be detected.
    pub language: String,
    /// Who may see it.
    pub access: Access,
}

impl Draft {
    /// Reads and checks; `this_year` is the last year that is taken.
    pub fn read(fields: &Fields, network: &network::Network, this_year: i64) -> Result<Draft, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let title = reader.line_within("title", "doc-title", TITLE_CHARS);
        reader.check(base::letters::shows(&title), || FieldError::new("title", "error-title"));
        let abstract_text = reader.text("abstract", "doc-abstract", ABSTRACT_CHARS);
        let kind = reader.one_of("type", "doc-type", |kind| TYPES.into_iter().find(|own| *own == kind));
        let themes = themes(&mut reader, fields, network);
        let year = reader.number("year", FIRST_YEAR..=this_year, || {
            FieldError::new("year", "error-year").with("first", FIRST_YEAR).with("last", this_year)
        });
        let language = fields.line("language");
        let known = language.is_empty() || is_language(&language);
        reader.check(known, || FieldError::new("language", "error-choose").with("label", "doc-language"));
        let access = Access::parse(fields.get("access"));
        reader.check(access.is_some(), || FieldError::new("access", "error-access"));
        let city = fields.line("city").chars().take(LINE_CHARS).collect::<String>();
        let whose = access != Some(Access::City) || !city.is_empty();
        reader.check(whose, || FieldError::new("access", "error-access-city"));
        let kind = kind.unwrap_or_default().to_owned();
        let access = access.unwrap_or(Access::City);
        reader.end(Draft { title, abstract_text, city, kind, themes, year, language, access })
    }
}

/// The themes that were ticked, each once.
fn themes(reader: &mut Reader, fields: &Fields, network: &network::Network) -> Vec<String> {
    let mut themes: Vec<String> = fields.all("themes").into_iter().map(str::to_owned).collect();
    themes.sort();
    themes.dedup();
    let known = themes.iter().all(|slug| network.theme(slug).is_some());
    reader.check(known, || FieldError::new("themes", "error-choose").with("label", "themes"));
    reader.check(themes.len() <= THEMES, || FieldError::new("themes", "error-themes").with("max", THEMES));
    themes
}

/// A file's name made safe to keep and to send: no folders, no control characters, nothing that
/// turns the reading direction, its letters composed (a Mac sends them decomposed), not too long, its ending kept.
pub fn safe_file_name(name: &str, extension: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .nfc()
        .filter(|letter| {
            !letter.is_control()
                && !is_hidden(*letter)
                && !is_line_end(*letter)
                && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '"' | '<' | '>' | '|' | '*' | '?' | ':')
        })
        .collect();
    let clean = clean.trim().trim_start_matches('.').to_owned();
    let stem = match clean.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(extension) || ending.chars().count() <= 5 => {
            stem.to_owned()
        }
        _ => clean,
    };
    let stem: String = stem.trim().chars().take(FILE_NAME_CHARS).collect();
    if stem.is_empty() { format!("document.{extension}") } else { format!("{stem}.{extension}") }
}

/// What a reader asks of the library.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// As typed, bounded by the search.
    pub text: String,
    /// Values of each filter, as they stand in the address.
    pub themes: Vec<String>,
    /// Slugs.
    pub cities: Vec<String>,
    /// ISO codes.
    pub countries: Vec<String>,
    /// Slugs.
    pub regions: Vec<String>,
    /// BCP 47 codes.
    pub languages: Vec<String>,
    /// Of [`TYPES`].
    pub types: Vec<String>,
    /// Years.
    pub years: Vec<i64>,
    /// The order.
    pub sort: find::Sort,
    /// Only the words themselves, not what they mean in other languages.
    pub own_words: bool,
}

/// The field that asks for the words themselves, and its value.
pub const OWN_WORDS: (&str, &str) = ("words", "own");

/// Values of one filter that count.
const FILTER_VALUES: usize = 50;
/// Characters of a query that are shown again.
const QUERY_CHARS: usize = 512;

impl Query {
    /// From the address; unknown values are passed over.
    pub fn read(fields: &Fields, network: &network::Network) -> Query {
        let known = |name: &str, test: &dyn Fn(&str) -> bool| -> Vec<String> {
            fields.all(name).into_iter().filter(|value| test(value)).take(FILTER_VALUES).map(str::to_owned).collect()
        };
        Query {
            text: fields.line("q").chars().take(QUERY_CHARS).collect(),
            themes: known("theme", &|slug| network.theme(slug).is_some()),
            cities: known("city", &|slug| slug.len() <= 100),
            countries: known("country", &|code| network.countries.contains_key(code)),
            regions: known("region", &|slug| network.region(slug).is_some()),
            languages: known("language", &is_language),
            types: known("type", &|code| TYPES.contains(&code)),
            years: fields
                .all("year")
                .into_iter()
                .filter_map(|year| year.parse().ok())
                .filter(|year| YEARS.contains(year))
                .take(FILTER_VALUES)
                .collect(),
            sort: match fields.get("sort") {
                "date" => find::Sort::DateNewest,
                "oldest" => find::Sort::DateOldest,
                "title" => find::Sort::Title,
                "city" => find::Sort::City,
                "language" => find::Sort::Language,
                _ => find::Sort::Relevance,
            },
            own_words: fields.get(OWN_WORDS.0) == OWN_WORDS.1,
        }
    }

    /// A filter is set.
    pub fn is_filtered(&self) -> bool {
        !(self.themes.is_empty()
            && self.cities.is_empty()
            && self.countries.is_empty()
            && self.regions.is_empty()
            && self.languages.is_empty()
            && self.types.is_empty()
            && self.years.is_empty())
    }
}

/// The number under which a slug or code stands in the index.
pub fn term(text: &str) -> u64 {
    find::number(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever is asked can answer with what a file would have told, and the filter of the search knows both.
    #[test]
    fn every_language_that_is_told_has_a_name() {
        assert_eq!(LANGUAGES.map(|(code, _)| code), extract::LANGUAGES);
    }

    #[test]
    fn file_names_become_safe() {
        for (wild, safe) in [
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("C:\\Users\\x\\plan.PDF", "plan.pdf"),
            ("plan\u{202e}fdp.exe", "planfdp.pdf"),
            ("\u{2066}خطة\u{2069}.pdf", "خطة.pdf"),
            ("plan\u{2028}a\u{2029}b\u{e0041}\u{200b}.pdf", "planab.pdf"),
            ("می\u{200c}خواهم.pdf", "می\u{200c}خواهم.pdf"),
            ("a\"b<c>\r\n.pdf", "abc.pdf"),
            (".htaccess", "htaccess.pdf"),
            ("", "document.pdf"),
            ("...", "document.pdf"),
            ("Plan 2.0 final", "Plan 2.0 final.pdf"),
            ("E\u{301}te\u{301}.pdf", "\u{c9}t\u{e9}.pdf"),
        ] {
            assert_eq!(safe_file_name(wild, "pdf"), safe, "{wild:?}");
        }
        assert!(safe_file_name(&"x".repeat(5_000), "pdf").chars().count() <= FILE_NAME_CHARS + 4);
    }

    #[test]
    fn a_draft_names_everything_that_is_wrong() {
        let network = network::Network::embedded().unwrap();
        let fields = Fields::default()
            .with("title", " ")
            .with("abstract", "x".repeat(ABSTRACT_CHARS + 1))
            .with("type", "nonsense")
            .with("themes", "atlantis")
            .with("year", "1066")
            .with("language", "xx")
            .with("access", "city");
        let errors = Draft::read(&fields, &network, 2026).unwrap_err();
        let named: Vec<_> = errors.iter().map(|error| error.field).collect();
        assert_eq!(named, ["title", "abstract", "type", "themes", "year", "language", "access"]);
    }

    #[test]
    fn unknown_filters_are_passed_over() {
        let network = network::Network::embedded().unwrap();
        let query =
            Query::read(&Fields::parse("theme=atlantis&type=x&year=99999&year=2017&region=europe&sort=evil"), &network);
        assert!(query.themes.is_empty() && query.types.is_empty());
        assert_eq!((query.years, query.regions), (vec![2017], vec!["europe".to_owned()]));
    }
}
