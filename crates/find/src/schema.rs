//! The fields of the index. A change here must raise [`crate::folder::VERSION`].

use std::collections::BTreeSet;
use std::sync::Arc;

use base::fold::is_invisible;
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::tokenizer::{RAW_TOKENIZER_NAME, TextAnalyzer};
use tantivy::{TantivyDocument, Term};

use crate::analyse::LANG_MARK;
use crate::forms;
use crate::glossary::Glossary;
use crate::kept::{self, PAGE_BREAK};
use crate::tokens::{FoldTokenizer, FormTokenizer};
use crate::types::{Entry, Facet};

/// How much of an abstract counts as a label, in bytes.
const ABSTRACT_BYTES: usize = 4 * 1024;

/// How much of a title is searched and shown, in bytes.
pub(crate) const TITLE_BYTES: usize = 1024;

/// How much of a label is searched, in bytes: one may be a whole text in another language.
const LABEL_BYTES: usize = 256 * 1024;

/// Column of the sort key of titles.
pub(crate) const TITLE_KEY: &str = "title_key";
/// Column of the sort key of cities.
pub(crate) const CITY_KEY: &str = "city_key";
/// Column of language codes.
pub(crate) const LANG: &str = "lang";
/// Column of dates.
pub(crate) const DATE: &str = "date";
/// Column of what stands aside: 1.
pub(crate) const ASIDE: &str = "aside";
/// Column of popularity.
pub(crate) const POPULARITY: &str = "popularity";
/// The field of forms.
pub(crate) const FORM: &str = "form";
/// Column of ids.
pub(crate) const ID: &str = "id";

/// Column of a facet.
pub(crate) fn column(facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => "theme",
        Facet::City => "city",
        Facet::Country => "country",
        Facet::Region => "region",
        Facet::Language => "language",
        Facet::Type => "type",
        Facet::Year => "year",
        Facet::Audience => "audience",
        Facet::Kind => "kind",
    }
}

/// Handles to the fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// [`Entry::id`]: indexed to be replaced, fast to be answered.
    pub id: Field,
    /// Folded words with positions; stored to be shown.
    pub title: Field,
    /// Folded words with positions; not stored.
    pub body: Field,
    /// Forms of all words, see [`crate::forms`]; of the body first, with the places of its words.
    pub form: Field,
    /// Folded words of labels, with positions.
    pub label: Field,
    /// The body, packed as [`crate::kept`] does it, stored for snippets.
    pub text: Field,
    lang: Field,
    facets: [Field; Facet::ALL.len()],
    date: Field,
    title_key: Field,
    city_key: Field,
    popularity: Field,
    aside: Field,
}

/// The schema and the handles to its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing =
        |tokenizer: &str, option| TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
    let words = TextOptions::default().set_indexing_options(indexing("fold", IndexRecordOption::WithFreqsAndPositions));
    let forms = TextOptions::default().set_indexing_options(indexing("form", IndexRecordOption::WithFreqsAndPositions));
    let number = NumericOptions::default().set_fast();
    let bytes = BytesOptions::default().set_fast();
    let fields = Fields {
        id: builder.add_i64_field(ID, INDEXED | FAST),
        title: builder.add_text_field("title", words.clone().set_stored()),
        body: builder.add_text_field("body", words.clone()),
        label: builder.add_text_field("label", words),
        form: builder.add_text_field(FORM, forms),
        text: builder.add_bytes_field("text", STORED),
        lang: builder.add_text_field(LANG, TextOptions::default().set_fast(RAW_TOKENIZER_NAME)),
        // Facets are columns only: they are counted and filtered by the collector, never by query clauses.
        facets: Facet::ALL.map(|facet| builder.add_u64_field(column(facet), number.clone())),
        date: builder.add_i64_field(DATE, number.clone()),
        title_key: builder.add_bytes_field(TITLE_KEY, bytes.clone()),
        city_key: builder.add_bytes_field(CITY_KEY, bytes),
        popularity: builder.add_u64_field(POPULARITY, number.clone()),
        aside: builder.add_u64_field(ASIDE, number),
    };
    (builder.build(), fields)
}

/// Makes the analysers known to an index; they are not part of its files.
pub(crate) fn register(index: &tantivy::Index, glossary: &Arc<Glossary>) {
    index.tokenizers().register("fold", TextAnalyzer::from(FoldTokenizer::default()));
    index.tokenizers().register("form", TextAnalyzer::from(FormTokenizer::new(Arc::clone(glossary))));
}

impl Fields {
    /// What names the entry with this id.
    pub(crate) fn id_term(&self, id: i64) -> Term {
        Term::from_field_i64(self.id, id)
    }

    /// An entry as the engine takes it.
    pub(crate) fn document(&self, entry: Entry) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_i64(self.id, entry.id);
        let title = tidy(&entry.title, TITLE_BYTES);
        let said = tidy(&entry.abstract_text, ABSTRACT_BYTES);
        // What is said of a text stands before its first page.
        let text = format!("{said}{PAGE_BREAK}{}", tidy_pages(&entry.body));
        // The first value: only its words have the places that they have in the body.
        document.add_text(self.form, format!("{}{LANG_MARK}{text}", entry.lang));
        document.add_text(self.form, format!("{}{LANG_MARK}{title}", entry.lang));
        for (lang, label) in &entry.labels {
            let label = tidy(label, LABEL_BYTES);
            let lang = if lang.is_empty() { forms::ANY } else { lang };
            document.add_text(self.form, format!("{lang}{LANG_MARK}{label}"));
            document.add_text(self.label, label);
        }
        document.add_text(self.label, said);
        if let Some(packed) = kept::pack(&text) {
            document.add_bytes(self.text, &packed);
        }
        document.add_text(self.title, title);
        document.add_text(self.body, text);
        if !entry.lang.is_empty() {
            document.add_text(self.lang, entry.lang);
        }
        let mut themes = entry.themes;
        themes.sort_unstable();
        themes.dedup();
        for facet in Facet::ALL {
            let field = self.facets[facet as usize];
            match facet {
                Facet::Theme => themes.iter().for_each(|&theme| document.add_u64(field, theme)),
                Facet::City => document.add_u64(field, entry.city),
                Facet::Country => document.add_u64(field, entry.country),
                Facet::Region => document.add_u64(field, entry.region),
                Facet::Language => {
                    let all: BTreeSet<u64> =
                        std::iter::once(entry.language).chain(entry.also_in.iter().copied()).collect();
                    all.into_iter().for_each(|language| document.add_u64(field, language));
                }
                Facet::Type => document.add_u64(field, entry.document_type),
                Facet::Year => document.add_u64(field, entry.year),
                Facet::Audience => {
                    for audience in &entry.audiences {
                        document.add_u64(field, audience.number().cast_unsigned());
                    }
                }
                Facet::Kind => document.add_u64(field, entry.kind),
            }
        }
        document.add_i64(self.date, entry.date);
        // An absent key sorts last, an empty one would sort first.
        if !entry.title_key.is_empty() {
            document.add_bytes(self.title_key, &entry.title_key);
        }
        if !entry.city_key.is_empty() {
            document.add_bytes(self.city_key, &entry.city_key);
        }
        document.add_u64(self.popularity, entry.popularity);
        document.add_u64(self.aside, u64::from(entry.aside));
        document
    }
}

/// The pages of a text, each [`tidy`].
fn tidy_pages(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for (place, page) in text.split(PAGE_BREAK).enumerate() {
        if place > 0 {
            tidied.push(PAGE_BREAK);
        }
        tidied.push_str(&tidy(page, usize::MAX));
    }
    tidied
}

/// Text fit to be shown on one line: control characters and runs of white space become one space, direction marks go
/// (cutting a snippet would leave one without its partner), and it ends before `max` bytes.
pub(crate) fn tidy(text: &str, max: usize) -> String {
    let mut tidied = String::with_capacity(text.len().min(max));
    for c in text.chars() {
        let shapes = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}');
        let breaks = c == '\u{200B}' || c.is_whitespace() || c.is_control();
        if is_invisible(c) && !shapes && !breaks {
            continue;
        }
        let c = if breaks { ' ' } else { c };
        if c == ' ' && (tidied.is_empty() || tidied.ends_with(' ')) {
            continue;
        }
        if tidied.len() + c.len_utf8() > max {
            break;
        }
        tidied.push(c);
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidied_text_is_one_clean_line() {
        assert_eq!(tidy("  a\r\n\tb\0\u{202E}c  ", 99), "a b c");
        assert_eq!(tidy("می\u{200C}خواهم", 99), "می\u{200C}خواهم");
        assert_eq!(tidy("ééé", 5), "éé");
        assert_eq!(tidy("", 5), "");
    }
}
