//! What the engine is asked.

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analyse::FORM_MARK;
use crate::forms::{HEAD_MARK, TRUNK_MARK};
use crate::glossary;
use crate::parse::{Asked, Clause, Forms, Kind, Part};
use crate::schema::Fields;
use crate::typo::Similar;

/// A match in the title weighs this much more than one in the body.
const TITLE_BOOST: f32 = 3.0;

/// What a label says (a city, a theme, a year, the abstract) weighs this much more than the body.
const LABEL_BOOST: f32 = 2.0;

/// What a form weighs, by how near it is to the word: `university` and `universe` share a stem, `Beschwerde` is no kind of
/// `Schwerde`, and a concept stands in documents that do not have the word at all.
const STEM_BOOST: f32 = 0.5;
const HEAD_BOOST: f32 = 0.2;
const TRUNK_BOOST: f32 = 0.1;
const CONCEPT_BOOST: f32 = 0.2;

/// What words that belong together weigh where they stand together.
const TOGETHER_BOOST: f32 = 2.0;

/// What a similar word weighs, by how many letters differ.
const TYPO_BOOST: [f32; 3] = [1.0, 0.4, 0.15];

/// What a word is worth as two, where no text has it as one: most such places are chance.
const OPEN_BOOST: f32 = 0.3;

/// What it is worth that all words of a query stand near one another: in the title, in the body.
const NEAR_TITLE_BOOST: f32 = 2.0;
const NEAR_BODY_BOOST: f32 = 1.0;

/// How many words may stand between them.
const NEAR_SLOP: u32 = 2;

/// Nearness is asked for this many words at most: more make no phrase.
const NEAR_WORDS: usize = 5;

/// What all words together are worth where some are enough: more than any score, so that they come first.
const ALL_WORDS: f32 = 10_000.0;

impl Asked {
    /// Everything must match.
    pub(crate) fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut parts = self.required(fields, |_| true);
        let positive = !parts.is_empty();
        parts.extend(self.not(fields));
        if !positive {
            parts.push((Occur::Must, Box::new(AllQuery)));
        }
        parts.extend(self.near(fields));
        together(parts)
    }

    /// Everything must match but for some of the loose words: of these at least so many; documents that have all come first.
    pub(crate) fn relaxed(&self, fields: &Fields, least: usize) -> Box<dyn Query> {
        let loose = self.clauses.iter().filter(|clause| clause.loose);
        let loose = loose.map(|clause| (Occur::Should, clause.query(fields))).collect();
        let some: Box<dyn Query> = Box::new(BooleanQuery::with_minimum_required_clauses(loose, least));
        let mut parts = self.required(fields, |clause| !clause.loose);
        parts.push((Occur::Must, some));
        parts.extend(self.not(fields));
        let all = together(self.required(fields, |_| true));
        parts.push((Occur::Should, Box::new(ConstScoreQuery::new(all, ALL_WORDS))));
        parts.extend(self.near(fields));
        together(parts)
    }

    fn required(&self, fields: &Fields, which: impl Fn(&Clause) -> bool) -> Vec<(Occur, Box<dyn Query>)> {
        self.clauses.iter().filter(|clause| which(clause)).map(|clause| (Occur::Must, clause.query(fields))).collect()
    }

    fn not<'a>(&'a self, fields: &'a Fields) -> impl Iterator<Item = (Occur, Box<dyn Query>)> + 'a {
        self.not.iter().map(|part| (Occur::MustNot, part.query(fields)))
    }

    /// That the words stand near one another in this order: worth something, asked of nothing.
    fn near(&self, fields: &Fields) -> Vec<(Occur, Box<dyn Query>)> {
        let words: Vec<&str> = self.clauses.iter().filter_map(Clause::only_word).collect();
        if words.len() != self.clauses.len() || !(2..=NEAR_WORDS).contains(&words.len()) {
            return Vec::new();
        }
        let near = |field: Field| -> Box<dyn Query> {
            let terms = words.iter().map(|word| Term::from_field_text(field, word)).enumerate().collect();
            Box::new(PhraseQuery::new_with_offset_and_slop(terms, NEAR_SLOP))
        };
        vec![
            (Occur::Should, boosted(near(fields.title), NEAR_TITLE_BOOST)),
            (Occur::Should, boosted(near(fields.body), NEAR_BODY_BOOST)),
        ]
    }
}

impl Clause {
    pub(crate) fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut any: Vec<Box<dyn Query>> = self.any.iter().map(|part| part.query(fields)).collect();
        if any.len() == 1 { any.swap_remove(0) } else { Box::new(BooleanQuery::union(any)) }
    }

    /// The word that this is, where it is nothing but a word.
    fn only_word(&self) -> Option<&str> {
        match self.any.as_slice() {
            [Part { kind: Kind::Word(forms), title_only: false }] => Some(&forms.folded),
            _ => None,
        }
    }
}

impl Part {
    fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let fields: &[(Field, f32)] = if self.title_only {
            &[(fields.title, TITLE_BOOST)]
        } else {
            &[(fields.title, TITLE_BOOST), (fields.body, 1.0), (fields.label, LABEL_BOOST), (fields.form, 0.0)]
        };
        let mut any = Any { fields, queries: Vec::new() };
        match &self.kind {
            Kind::Word(forms) => any.word(forms, 1.0),
            Kind::Phrase(terms) => any.phrase(terms, 1.0),
            Kind::Joined { whole, others, words } => {
                any.word(whole, TOGETHER_BOOST);
                any.forms(others, TOGETHER_BOOST);
                any.phrase(words, 1.0);
            }
            Kind::Beginning(beginning) => any.beginning(beginning),
        }
        Box::new(BooleanQuery::union(any.queries))
    }
}

/// The ways in which a part may match, of which one is enough.
struct Any<'a> {
    /// Each with what a match in it weighs; nothing for the field of forms.
    fields: &'a [(Field, f32)],
    queries: Vec<Box<dyn Query>>,
}

impl Any<'_> {
    fn term(&mut self, field: Field, term: &str, boost: f32) {
        let query = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
        self.queries.push(boosted(Box::new(query), boost));
    }

    fn folded(&mut self, term: &str, boost: f32) {
        for &(field, weight) in self.fields.iter().filter(|(_, weight)| *weight > 0.0) {
            self.term(field, term, weight * boost);
        }
    }

    fn word(&mut self, forms: &Forms, boost: f32) {
        self.folded(&forms.folded, boost);
        self.forms(&forms.forms, boost);
        self.forms(&forms.roots, boost * TRUNK_BOOST / STEM_BOOST);
        self.forms(&forms.concepts, boost);
        for closed in &forms.closed {
            self.folded(closed, boost);
        }
        for open in &forms.open {
            self.phrase(open, boost * OPEN_BOOST);
        }
        for Similar { term, distance } in &forms.similar {
            self.folded(term, TYPO_BOOST.get(usize::from(*distance)).copied().unwrap_or_default());
        }
    }

    fn forms(&mut self, forms: &[String], boost: f32) {
        let Some(&(field, _)) = self.fields.iter().find(|(_, weight)| *weight == 0.0) else { return };
        for form in forms {
            self.term(field, form, weight(form) * boost);
        }
    }

    fn phrase(&mut self, terms: &[String], boost: f32) {
        if let [term] = terms {
            return self.folded(term, boost);
        }
        for &(field, weight) in self.fields.iter().filter(|(_, weight)| *weight > 0.0) {
            let terms = terms.iter().map(|term| Term::from_field_text(field, term)).collect();
            self.queries.push(boosted(Box::new(PhraseQuery::new(terms)), weight * boost));
        }
    }

    /// All words that begin like this, each as good as the others.
    fn beginning(&mut self, beginning: &str) {
        for &(field, weight) in self.fields.iter().filter(|(_, weight)| *weight > 0.0) {
            // Letters, digits and marks only: nothing in it means anything to the pattern.
            if let Ok(query) = RegexQuery::from_pattern(&format!("{beginning}.*"), field) {
                self.queries.push(boosted(Box::new(query), weight));
            }
        }
    }
}

/// What a form weighs.
fn weight(form: &str) -> f32 {
    if glossary::concept(form).is_some() {
        return CONCEPT_BOOST;
    }
    match form.split_once(FORM_MARK).and_then(|(_, form)| form.chars().next()) {
        Some(HEAD_MARK) => HEAD_BOOST,
        Some(TRUNK_MARK) => TRUNK_BOOST,
        _ => STEM_BOOST,
    }
}

fn together(mut parts: Vec<(Occur, Box<dyn Query>)>) -> Box<dyn Query> {
    if let [(Occur::Must, _)] = parts.as_slice()
        && let Some((_, only)) = parts.pop()
    {
        return only;
    }
    Box::new(BooleanQuery::new(parts))
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    if boost == 1.0 { query } else { Box::new(BoostQuery::new(query, boost)) }
}
