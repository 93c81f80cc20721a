//! Where in a document the words of a query stand: asked of the index for the few documents that are shown, so that no text
//! has to be read through.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, InvertedIndexReader, SegmentReader, Term};

use crate::analyse::FORM_MARK;
use crate::forms::ANY;
use crate::glossary;
use crate::parse::{Asked, Forms, Kind, Part};
use crate::view::View;

/// Places of one word in one document that are looked at.
const PLACES: usize = 256;

/// What is asked of the index.
const POSITIONS: IndexRecordOption = IndexRecordOption::WithFreqsAndPositions;

/// Words with one beginning that are looked for.
const ENDINGS: usize = 64;

/// What a document has of one clause of a query.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// Places of its words in the body.
    pub places: Vec<u32>,
    /// It has the words themselves, in some form.
    pub own: bool,
    /// What it has by the glossary only.
    pub concept: Option<String>,
}

/// What each of these documents has of each clause: by document, then by clause. `codes`: of the documents' languages.
pub(crate) fn answers(
    view: &View,
    asked: &Asked,
    documents: &[(DocAddress, &'static str)],
) -> tantivy::Result<Vec<Vec<Answer>>> {
    let mut answers = vec![vec![Answer::default(); asked.clauses.len()]; documents.len()];
    for (segment, reader) in (0..).zip(view.searcher.segment_readers()) {
        let mut here: Vec<(usize, u32, &str)> = (documents.iter().enumerate())
            .filter(|(_, (address, _))| address.segment_ord == segment)
            .map(|(place, (address, code))| (place, address.doc_id, *code))
            .collect();
        if here.is_empty() {
            continue;
        }
        // Postings only go forward.
        here.sort_unstable_by_key(|&(_, doc, _)| doc);
        let mut found = Found { view, reader, here: &here, answers: &mut answers };
        for (clause, parts) in asked.clauses.iter().enumerate() {
            for part in &parts.any {
                found.part(clause, part)?;
            }
        }
    }
    for answer in answers.iter_mut().flatten() {
        answer.places.sort_unstable();
        answer.places.dedup();
    }
    Ok(answers)
}

/// The search in one segment.
struct Found<'a> {
    view: &'a View,
    reader: &'a SegmentReader,
    /// Place in the answers, document, code of its language.
    here: &'a [(usize, u32, &'a str)],
    answers: &'a mut Vec<Vec<Answer>>,
}

impl Found<'_> {
    fn part(&mut self, clause: usize, part: &Part) -> tantivy::Result<()> {
        let fields = self.view.fields;
        let texts = if part.title_only { &[fields.title][..] } else { &[fields.title, fields.body, fields.label] };
        match &part.kind {
            Kind::Word(forms) => self.word(clause, forms, texts, part.title_only),
            Kind::Joined { whole, others, words } => {
                self.word(clause, whole, texts, part.title_only)?;
                self.all(clause, others, &[fields.form])?;
                self.phrase(clause, words, texts)
            }
            Kind::Phrase(words) => self.phrase(clause, words, texts),
            Kind::Beginning(beginning) => {
                for &field in texts {
                    let index = self.reader.inverted_index(field)?;
                    let mut endings = Vec::new();
                    let mut stream = index.terms().range().ge(beginning.as_bytes()).into_stream()?;
                    while let Some((key, _)) = stream.next() {
                        if !key.starts_with(beginning.as_bytes()) || endings.len() == ENDINGS {
                            break;
                        }
                        endings.extend(String::from_utf8(key.to_vec()));
                    }
                    self.all(clause, &endings, &[field])?;
                }
                Ok(())
            }
        }
    }

    fn word(&mut self, clause: usize, forms: &Forms, texts: &[Field], title_only: bool) -> tantivy::Result<()> {
        let similar = forms.similar.iter().map(|similar| &similar.term);
        for word in std::iter::once(&forms.folded).chain(&forms.closed).chain(similar) {
            self.all(clause, std::slice::from_ref(word), texts)?;
        }
        for open in &forms.open {
            self.phrase(clause, open, texts)?;
        }
        if !title_only {
            self.all(clause, &forms.forms, &[self.view.fields.form])?;
            self.all(clause, &forms.roots, &[self.view.fields.form])?;
            self.all(clause, &forms.concepts, &[self.view.fields.form])?;
        }
        Ok(())
    }

    fn all(&mut self, clause: usize, terms: &[String], fields: &[Field]) -> tantivy::Result<()> {
        for &field in fields {
            let index = self.reader.inverted_index(field)?;
            for term in terms {
                self.term(clause, &index, field, term)?;
            }
        }
        Ok(())
    }

    /// Words that stand one after the other.
    fn phrase(&mut self, clause: usize, words: &[String], fields: &[Field]) -> tantivy::Result<()> {
        for &field in fields {
            let index = self.reader.inverted_index(field)?;
            let open = |word| index.read_postings(&Term::from_field_text(field, word), POSITIONS);
            let opened: Option<Vec<_>> =
                words.iter().map(|word| open(word).transpose()).collect::<Option<Result<_, _>>>().transpose()?;
            let Some(mut opened) = opened else { continue };
            for &(place, doc, _) in self.here {
                let starts = starts(&mut opened, doc);
                let answer = &mut self.answers[place][clause];
                answer.own |= !starts.is_empty();
                if field == self.view.fields.body {
                    let length = words.len() as u32;
                    answer.places.extend(starts.iter().take(PLACES).flat_map(|&start| start..start + length));
                }
            }
        }
        Ok(())
    }

    fn term(&mut self, clause: usize, index: &InvertedIndexReader, field: Field, term: &str) -> tantivy::Result<()> {
        let fields = self.view.fields;
        // Forms of a language stand in documents of that language only.
        let code = (field == fields.form).then(|| term.split_once(FORM_MARK)).flatten().map(|(code, _)| code);
        let of_any = code.is_none_or(|code| code == ANY) || glossary::concept(term).is_some();
        if !of_any && self.here.iter().all(|(_, _, own)| Some(*own) != code) {
            return Ok(());
        }
        let Some(mut postings) = index.read_postings(&Term::from_field_text(field, term), POSITIONS)? else {
            return Ok(());
        };
        let mut places = Vec::new();
        for &(place, doc, _) in self.here {
            if !reaches(&mut postings, doc) {
                continue;
            }
            let answer = &mut self.answers[place][clause];
            match glossary::concept(term) {
                Some(concept) => answer.concept = Some(concept.to_owned()),
                None => answer.own = true,
            }
            if field == fields.body || field == fields.form {
                postings.positions(&mut places);
                answer.places.extend(places.iter().take(PLACES));
            }
        }
        Ok(())
    }
}

/// Where words stand one after the other in a document: the places of the first. Postings only go forward.
fn starts(words: &mut [SegmentPostings], doc: u32) -> Vec<u32> {
    let (mut starts, mut places) = (Vec::new(), Vec::new());
    for (offset, postings) in (0..).zip(words) {
        if !reaches(postings, doc) {
            return Vec::new();
        }
        if offset == 0 {
            postings.positions(&mut starts);
        } else {
            postings.positions(&mut places);
            starts.retain(|start| places.binary_search(&(start + offset)).is_ok());
        }
    }
    starts
}

/// Whether a word is in this document.
fn reaches(postings: &mut SegmentPostings, doc: u32) -> bool {
    let at = if postings.doc() < doc { postings.seek(doc) } else { postings.doc() };
    at == doc
}
