//! What goes in and what comes out.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use base::Audience;

/// How deep a reader can page: `offset + limit` never reaches beyond this many hits.
///
/// Nobody reads that far; a crawler that does would make every page sort more.
pub const MAX_WINDOW: usize = 10_000;

/// One searchable thing. All labels (themes, cities, languages …) are ids of the caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Names the entry; putting in an entry with the same id replaces it.
    pub id: i64,
    /// What kind of thing it is ([`number`]): things of another kind than is asked for do not exist for a request.
    pub kind: u64,
    /// Who may see it, see [`Request::audiences`]: whoever is in one of them.
    pub audiences: Vec<Audience>,
    /// Weighs more than the body, is suggested and shown.
    pub title: String,
    /// What is said of it; weighs more than the body. Its first 4 KB are searched.
    pub abstract_text: String,
    /// The full text, as long as it is, its pages with U+000C between them. All of it is kept, for snippets.
    pub body: String,
    /// What else is said of it, and what it belongs to, each with the BCP 47 code of its language; without one (a name, a
    /// number) only whole words are found.
    pub labels: Vec<(String, String)>,
    /// BCP 47 code of title and body, for stemming. May be empty: then English rules are used.
    pub lang: String,
    /// Facet [`Facet::Theme`], any number of them.
    pub themes: Vec<u64>,
    /// Facet [`Facet::City`]; 0 is none.
    pub city: u64,
    /// Facet [`Facet::Country`]; 0 is none.
    pub country: u64,
    /// Facet [`Facet::Region`]; 0 is none.
    pub region: u64,
    /// Facet [`Facet::Language`]; 0 is none.
    pub language: u64,
    /// More values of [`Facet::Language`]: other languages in which it can be read.
    pub also_in: Vec<u64>,
    /// Facet [`Facet::Type`], the type of document; 0 is none.
    pub document_type: u64,
    /// Facet [`Facet::Year`]; 0 is none.
    pub year: u64,
    /// Microseconds since 1970.
    pub date: i64,
    /// Collation key of the title: sorted bytewise. Empty sorts last.
    pub title_key: Vec<u8>,
    /// Collation key of the city's name: sorted bytewise. Empty sorts last.
    pub city_key: Vec<u8>,
    /// What suggestions prefer.
    pub popularity: u64,
    /// It is about the hub itself, so that it weighs less than what people look for in it.
    pub aside: bool,
}

/// By what hits can be filtered and counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Facet {
    /// [`Entry::themes`].
    Theme,
    /// [`Entry::city`].
    City,
    /// [`Entry::country`].
    Country,
    /// [`Entry::region`].
    Region,
    /// [`Entry::language`] and [`Entry::also_in`].
    Language,
    /// [`Entry::document_type`].
    Type,
    /// [`Entry::year`].
    Year,
    /// [`Entry::audiences`].
    Audience,
    /// [`Entry::kind`].
    Kind,
}

/// The number under which a name (a kind, a slug, a code) stands in the index: FNV-1a, stable for ever.
pub const fn number(name: &str) -> u64 {
    let (bytes, mut at, mut hash) = (name.as_bytes(), 0, 0xcbf2_9ce4_8422_2325_u64);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

impl Facet {
    /// All of them, each at the place of its own number.
    pub const ALL: [Facet; 9] = [
        Facet::Theme,
        Facet::City,
        Facet::Country,
        Facet::Region,
        Facet::Language,
        Facet::Type,
        Facet::Year,
        Facet::Audience,
        Facet::Kind,
    ];
}

/// In which order hits come. Ties are always broken by newest date, then by id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Sort {
    /// Best match first; without words, what the reader can read first ([`Request::languages`]), newest first.
    #[default]
    Relevance,
    /// Newest first.
    DateNewest,
    /// Oldest first.
    DateOldest,
    /// By [`Entry::title_key`].
    Title,
    /// By [`Entry::city_key`].
    City,
    /// By [`Entry::lang`].
    Language,
}

/// What a reader asks.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Words as typed, with `"phrases"`, `-word`, `word*`, `this OR that`, `title:word`. Cut at [`crate::MAX_QUERY_CHARS`] and [`crate::MAX_QUERY_WORDS`].
    /// No word at all (empty, only punctuation) means everything.
    pub text: String,
    /// Values within one facet are alternatives, facets must all hold. An empty list of values asks nothing.
    pub filters: Vec<(Facet, Vec<u64>)>,
    /// Values of [`Facet::Language`] that the reader reads, their own first: what is in them is a little better a match. Where
    /// there are no words to be relevant to, [`Sort::Relevance`] puts the first before the others, and all these before the
    /// rest.
    pub languages: Vec<u64>,
    /// The order.
    pub sort: Sort,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to return.
    pub limit: usize,
    /// The audiences that this reader is in, each with the first id of what they see there ([`base::Actor::audiences`]): all
    /// else does not exist for them.
    pub audiences: Vec<(Audience, i64)>,
    /// The kinds of things that are asked for; empty: all kinds. All else is neither found nor counted, and lends no word
    /// to a correction.
    pub kinds: Vec<u64>,
    /// Entries that do not exist for this reader although the index may still say so: restrictions newer than the index.
    pub deny: HashSet<i64>,
    /// Whether hits carry their marked title and a snippet.
    pub snippets: bool,
    /// Whether only the words themselves are looked for, not what the glossary says that they mean in other languages.
    pub own_words: bool,
}

/// Plain text with places to mark. The text is one line without control characters, **not** escaped for HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The text.
    pub text: String,
    /// Byte ranges of the matching words: on character boundaries, in order, apart from one another.
    pub marks: Vec<Range<usize>>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// [`Entry::id`].
    pub id: i64,
    /// [`Entry::kind`].
    pub kind: u64,
    /// How well it matches. Only comparable within one answer; 0 unless sorted by relevance.
    pub score: f32,
    /// The title with the matching words marked, when snippets were asked for.
    pub title: Option<Snippet>,
    /// The best place of the body, when snippets were asked for and there is a body.
    pub snippet: Option<Snippet>,
    /// The page of that place, counted from 1, where the body has pages and the place is on one.
    pub page: Option<u32>,
    /// What was typed and it does not have, when snippets were asked for.
    pub missing: Vec<String>,
    /// The term in its own language by which it was found, where it has none of the words that the term stands for.
    pub across: Option<String>,
}

/// The query with one thing left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// What is left out, as typed.
    pub word: String,
    /// What is left.
    pub text: String,
    /// How many would match, with the same filters.
    pub total: usize,
}

/// A query that was perhaps meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The query.
    pub text: String,
    /// How many would match, with the same filters.
    pub total: usize,
}

/// All answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many entries match that the reader may see.
    pub total: usize,
    /// The page that was asked for.
    pub hits: Vec<Hit>,
    /// How many of the visible matches have each value. The counts of a facet ignore the filter on that facet itself, so that
    /// a reader sees what choosing another value would give. Most frequent first, then by value; 0 ("none") is left out.
    pub facets: HashMap<Facet, Vec<(u64, usize)>>,
    /// Of `total` those that have all that was typed: fewer where so little was found that most of the words were enough.
    /// They come first.
    pub whole: usize,
    /// Documents have all words, but none of those that the filters leave: then these are what most of the words find.
    pub narrowed: bool,
    /// Words that nothing has and that were taken for similar ones, as they were typed, each with the likeliest of those.
    pub similar: Vec<(String, String)>,
    /// Where little was found: the query without one of its words, that which finds most first.
    pub without: Vec<Without>,
    /// Where little was found: what may have been meant, if it finds much more.
    pub meant: Option<Meant>,
    /// How many things of other kinds than those that are asked for have all words, of those that the reader may see and
    /// whatever the filters.
    pub elsewhere: usize,
}
