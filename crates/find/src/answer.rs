//! From what is asked to what is answered: all that was typed first, then a way down.
//!
//! Where little has all words, similar words are tried for those that nothing has, then most of the words are enough; and it is
//! told what else could be asked.

use std::collections::{HashMap, HashSet};

use base::fold::fold;
use tantivy::query::Query;

use crate::analyse::rules;
use crate::collect::{Best, Gather, Gathered, Order};
use crate::forms::ANY;
use crate::parse::{Asked, Clause, Forms, Kind};
use crate::places::{self, Answer};
use crate::sight::{SegmentSight, Sight};
use crate::snippet::Marker;
use crate::types::{Facet, Found, Hit, MAX_WINDOW, Meant, Request, Without};
use crate::typo;
use crate::view::View;

/// With fewer matches than this, a way down is looked for.
const ENOUGH_HITS: usize = 5;

/// Words that nothing has and for which similar ones are looked for: each costs a look into the whole dictionary.
const WIDENED: usize = 6;

/// From so many words on a query is a question, whose words are rarely all in one text: half of them find as well.
const QUESTION: usize = 4;

/// Words that are left out, one at a time, to tell what would be found.
const WITHOUT: usize = 6;

/// A similar word is offered where it stands in this many times more documents.
const MORE: usize = 4;

/// The least letters of the parts into which a word is taken apart.
const OPEN_LETTERS: usize = 3;

/// What stands between the parts of compounds in languages that write them as one: `Arbeitslosigkeit`, `Jugendlichenheim`.
const LINKS: [&str; 5] = ["", "s", "n", "en", "es"];

impl View {
    /// Answers a request.
    pub(crate) fn answer(&self, request: &Request, mut asked: Asked) -> tantivy::Result<Found> {
        let sight = Sight::new(&request.audiences, &request.kinds, &request.deny);
        let search = Search { view: self, request, sight: &sight };
        self.close(&mut asked)?;
        let mut gathered = search.best(&*asked.query(&self.fields), asked.is_empty())?;
        let (mut whole, mut found) = (gathered.total, Found { elsewhere: gathered.elsewhere, ..Found::default() });
        // Whether few match is asked of the words alone: narrowing a good search with filters must not widen the words, unless
        // nothing is left of it.
        let nothing_left = gathered.total == 0;
        if !asked.is_empty() && (nothing_left || gathered.matched < ENOUGH_HITS) {
            found.meant = search.meant(&asked, gathered.matched)?;
            let widened = search.widen(&mut asked)?;
            if widened {
                let wider = search.best(&*asked.query(&self.fields), false)?;
                if wider.matched > gathered.matched {
                    (whole, gathered) = (wider.total, wider);
                    found.similar = search.taken(&asked)?;
                }
            }
            found.narrowed = nothing_left && gathered.matched > 0;
            let reached = |gathered: &Gathered| if nothing_left { gathered.total } else { gathered.matched };
            if reached(&gathered) < ENOUGH_HITS {
                found.without = search.without(&asked)?;
                if let Some(most) = search.most(&asked, reached(&gathered), reached)? {
                    gathered = most;
                    if widened {
                        found.similar = search.taken(&asked)?;
                    }
                }
            }
        }
        let page: Vec<Best> = gathered.best.iter().skip(request.offset.min(MAX_WINDOW)).copied().collect();
        found.hits = self.hits(request, &asked, &page)?;
        // What no hit has was taken for nothing that is shown.
        if request.snippets && !found.hits.is_empty() {
            let lacked = |typed: &String| found.hits.iter().all(|hit| hit.missing.contains(typed));
            found.similar.retain(|(typed, _)| !lacked(typed));
        }
        (found.total, found.whole, found.facets) = (gathered.total, whole, ranked(gathered.facets));
        Ok(found)
    }

    /// Takes neighbours that some text writes as one word for that word too: `counter terrorism`, `Jugend Arbeit`.
    fn close(&self, asked: &mut Asked) -> tantivy::Result<()> {
        let compounds = self.rules().iter().any(|rules| matches!(rules.code, "de" | "nl" | "sv" | "da" | "no"));
        let links = if compounds { &LINKS[..] } else { &LINKS[..1] };
        let words: Vec<Option<String>> = (asked.clauses.iter())
            .map(|clause| match &clause.any[0].kind {
                Kind::Word(forms) if clause.loose => Some(forms.folded.clone()),
                _ => None,
            })
            .collect();
        for (place, pair) in words.windows(2).enumerate() {
            let [Some(one), Some(other)] = pair else { continue };
            for link in links {
                let closed = format!("{one}{link}{other}");
                if self.has_word(&closed)? {
                    for clause in &mut asked.clauses[place..=place + 1] {
                        if let Kind::Word(forms) = &mut clause.any[0].kind {
                            forms.closed.push(closed.clone());
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The hits of a page, with all that is shown of them.
    fn hits(&self, request: &Request, asked: &Asked, page: &[Best]) -> tantivy::Result<Vec<Hit>> {
        let bare = |best: &Best| Hit {
            id: best.id,
            kind: self.kind(best.address),
            score: best.score,
            title: None,
            snippet: None,
            page: None,
            missing: Vec::new(),
            across: None,
        };
        if !request.snippets {
            return Ok(page.iter().map(bare).collect());
        }
        let langs = page.iter().map(|best| self.lang(best.address)).collect::<tantivy::Result<Vec<String>>>()?;
        let code = |lang: &String| rules(lang).map_or(ANY, |rules| rules.code);
        let documents: Vec<_> = page.iter().zip(&langs).map(|(best, lang)| (best.address, code(lang))).collect();
        let answers = places::answers(self, asked, &documents)?;
        let mut marker = Marker::new(asked, &self.glossary);
        let hits = page.iter().zip(&langs).zip(answers).map(|((best, lang), answers)| {
            let shown = self.shown(best.address)?;
            let place = marker.snippet(&shown.text, lang, &answers);
            let (snippet, page) = place.map_or((None, None), |place| (Some(place.snippet), place.page));
            let missing = missing(&request.text, asked, &answers);
            let across = self.across(&answers, lang);
            let title = Some(marker.title(shown.title, lang));
            Ok(Hit { title, snippet, page, missing, across, ..bare(best) })
        });
        hits.collect()
    }

    /// The term by which a document was found that has none of the words it stands for.
    fn across(&self, answers: &[Answer], lang: &str) -> Option<String> {
        let concept = answers.iter().filter(|answer| !answer.own).find_map(|answer| answer.concept.as_deref())?;
        self.glossary.name(concept, lang).map(str::to_owned)
    }
}

/// What was typed and a document does not have.
fn missing(text: &str, asked: &Asked, answers: &[Answer]) -> Vec<String> {
    let lacks = |answer: &Answer| !answer.own && answer.concept.is_none();
    let clauses = asked.clauses.iter().zip(answers).filter(|(clause, answer)| clause.loose && lacks(answer));
    clauses.filter_map(|(clause, _)| text.get(clause.typed.clone())).map(str::to_owned).collect()
}

/// A request under way.
struct Search<'a> {
    view: &'a View,
    request: &'a Request,
    sight: &'a Sight<'a>,
}

impl Search<'_> {
    /// The best of what matches, with counts. `all`: nothing was asked for, so there is nothing to be relevant to.
    fn best(&self, query: &dyn Query, all: bool) -> tantivy::Result<Gathered> {
        let request = self.request;
        let offset = request.offset.min(MAX_WINDOW);
        let keep = offset.saturating_add(request.limit).min(MAX_WINDOW);
        let gather = Gather {
            view: self.view,
            sight: self.sight,
            filters: filters(request),
            order: Order::of(request.sort, !all),
            languages: &request.languages,
            // Past the end of the window nothing is returned, so nothing needs to be kept.
            keep: if offset < keep { keep } else { 0 },
        };
        self.view.searcher.search(query, &gather)
    }

    /// How many match.
    fn count(&self, asked: &Asked) -> tantivy::Result<Gathered> {
        let gather = Gather {
            view: self.view,
            sight: self.sight,
            filters: filters(self.request),
            order: Order::Newest,
            languages: &[],
            keep: 0,
        };
        self.view.searcher.search(&*asked.query(&self.view.fields), &gather)
    }

    /// Adds what a word that nothing has may have been: similar words, or two words written as one. False when nothing was
    /// added.
    fn widen(&self, asked: &mut Asked) -> tantivy::Result<bool> {
        let sights = self.sight.of_all(self.view)?;
        let (mut widened, mut unknown) = (false, 0);
        for forms in asked.words_mut() {
            if unknown == WIDENED || self.is_known(&sights, forms)? {
                continue;
            }
            unknown += 1;
            forms.open = self.open(&sights, &forms.folded)?;
            // A word that is spelt as it should be means what it says: `police` is no `policy`.
            if !self.view.glossary.knows(&forms.folded) {
                forms.similar = typo::similar(self.view, &sights, &forms.folded)?;
            }
            widened |= !forms.similar.is_empty() || !forms.open.is_empty();
        }
        Ok(widened)
    }

    /// Which words were taken for which, as they are written.
    fn taken(&self, asked: &Asked) -> tantivy::Result<Vec<(String, String)>> {
        let sights = self.sight.of_all(self.view)?;
        let mut taken = Vec::new();
        for clause in &asked.clauses {
            let alone = if clause.any.len() == 1 { self.request.text.get(clause.typed.clone()) } else { None };
            for part in &clause.any {
                let Kind::Word(forms) = &part.kind else { continue };
                let similar = match (forms.similar.first(), forms.open.first()) {
                    (Some(similar), _) => {
                        self.view.as_written(&sights, &similar.term)?.unwrap_or_else(|| similar.term.clone())
                    }
                    (None, Some([one, other])) => format!("{one} {other}"),
                    (None, None) => continue,
                };
                taken.push((alone.unwrap_or(&forms.folded).to_owned(), similar));
            }
        }
        Ok(taken)
    }

    /// Whether a document that the reader sees has a word as it stands, alone or as one with its neighbour.
    fn is_known(&self, sights: &[SegmentSight], forms: &Forms) -> tantivy::Result<bool> {
        for word in std::iter::once(&forms.folded).chain(&forms.closed) {
            if self.sees(sights, word)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a document that the reader sees has this word.
    fn sees(&self, sights: &[SegmentSight], word: &str) -> tantivy::Result<bool> {
        Ok(typo::frequency(self.view, sights, word, 1)? > 0)
    }

    /// A word as two that both stand in texts that the reader sees, where there is such a place: the halves of the most even
    /// length first.
    fn open(&self, sights: &[SegmentSight], word: &str) -> tantivy::Result<Vec<[String; 2]>> {
        let letters = word.chars().count();
        let mut open = Vec::new();
        if letters < 2 * OPEN_LETTERS || word.chars().any(char::is_numeric) {
            return Ok(open);
        }
        let mut places: Vec<usize> = (OPEN_LETTERS..=letters - OPEN_LETTERS).collect();
        places.sort_by_key(|place| place.abs_diff(letters / 2));
        for place in places {
            let at = word.char_indices().nth(place).map_or(word.len(), |(at, _)| at);
            let (one, other) = word.split_at(at);
            // Cheap first: most halves are no word of any text.
            let there = self.view.has_word(one)? && self.view.has_word(other)?;
            if there && self.sees(sights, one)? && self.sees(sights, other)? {
                open.push([one.to_owned(), other.to_owned()]);
            }
        }
        // Of many places most are chance.
        open.truncate(2);
        Ok(open)
    }

    /// Most of the loose words, first all but one, then more than half (of a question half); where nothing has these, half of
    /// them, then any. `None` where that finds no more.
    fn most(
        &self,
        asked: &Asked,
        matched: usize,
        reached: impl Fn(&Gathered) -> usize,
    ) -> tantivy::Result<Option<Gathered>> {
        let loose = asked.clauses.iter().filter(|clause| clause.loose).count();
        let (mut most, mut best, mut tried) = (None, matched, loose);
        for least in [loose.saturating_sub(1), loose / 2 + 1, loose.div_ceil(2), 1] {
            let half_of_many = loose >= QUESTION && 2 * least >= loose;
            let enough = if 2 * least > loose || half_of_many { ENOUGH_HITS } else { 1 };
            if least == 0 || least >= tried || best >= enough {
                continue;
            }
            tried = least;
            let gathered = self.best(&*asked.relaxed(&self.view.fields, least), false)?;
            if reached(&gathered) > best {
                best = reached(&gathered);
                most = Some(gathered);
            }
        }
        Ok(most)
    }

    /// What would match without one of the loose words, for those words that stand in the way.
    fn without(&self, asked: &Asked) -> tantivy::Result<Vec<Without>> {
        let text = &self.request.text;
        let loose: Vec<&Clause> = asked.clauses.iter().filter(|clause| clause.loose).collect();
        if loose.len() < 2 {
            return Ok(Vec::new());
        }
        let mut without = Vec::new();
        for clause in loose.into_iter().take(WITHOUT) {
            let typed = clause.typed.clone();
            let (Some(before), Some(word), Some(after)) =
                (text.get(..typed.start), text.get(typed.clone()), text.get(typed.end..))
            else {
                continue;
            };
            let rest = format!("{before} {after}").split_whitespace().collect::<Vec<_>>().join(" ");
            // Asked as the link asks it: what is left may be joined anew, or be the same words as before.
            let mut fewer = Asked::parse(&rest, self.view.rules(), &self.view.glossary);
            if fewer.clauses.len() >= asked.clauses.len() {
                continue;
            }
            self.view.close(&mut fewer)?;
            let mut counted = self.count(&fewer)?;
            if counted.matched < ENOUGH_HITS && fewer.widen_like(asked) {
                let wider = self.count(&fewer)?;
                counted = if wider.matched > counted.matched { wider } else { counted };
            }
            let total = counted.total;
            if total > 0 {
                without.push(Without { word: word.to_owned(), text: rest, total });
            }
        }
        without.sort_by_key(|without| std::cmp::Reverse(without.total));
        Ok(without)
    }

    /// The query with its rarest known word replaced by a similar one that is much more frequent, where that finds much more.
    fn meant(&self, asked: &Asked, matched: usize) -> tantivy::Result<Option<Meant>> {
        let sights = self.sight.of_all(self.view)?;
        let mut best: Option<(usize, usize, String)> = None;
        for (place, clause) in asked.clauses.iter().enumerate() {
            let (true, Kind::Word(forms)) = (clause.loose, &clause.any[0].kind) else { continue };
            let own = typo::frequency(self.view, &sights, &forms.folded, ENOUGH_HITS)?;
            if own == 0 || own >= ENOUGH_HITS || self.view.glossary.knows(&forms.folded) {
                continue;
            }
            let similar = typo::similar(self.view, &sights, &forms.folded)?;
            let Some(similar) = similar.into_iter().next() else { continue };
            let frequency = typo::frequency(self.view, &sights, &similar.term, usize::MAX)?;
            if frequency >= own * MORE && best.as_ref().is_none_or(|(least, ..)| own < *least) {
                best = Some((own, place, similar.term));
            }
        }
        let Some((_, place, term)) = best else { return Ok(None) };
        let mut other = asked.clone();
        let typed = other.clauses[place].typed.clone();
        let text = &self.request.text;
        let (Some(before), Some(after)) = (text.get(..typed.start), text.get(typed.end..)) else { return Ok(None) };
        let shown = self.view.as_written(&sights, &term)?.unwrap_or(term);
        let text = format!("{before}{shown}{after}");
        other = Asked::parse(&text, self.view.rules(), &self.view.glossary);
        let counted = self.count(&other)?;
        let worth = counted.matched >= matched.max(1) * MORE && counted.total > 0;
        Ok(worth.then_some(Meant { text, total: counted.total }))
    }
}

impl View {
    /// A folded word as some document that the reader sees writes it.
    fn as_written(&self, sights: &[SegmentSight], term: &str) -> tantivy::Result<Option<String>> {
        let Some(address) = typo::some_document(self, sights, term)? else { return Ok(None) };
        let shown = self.shown(address)?;
        let in_title = crate::analyse::words(&shown.title).find(|word| fold(word.text) == term);
        if let Some(word) = in_title {
            return Ok(Some(word.text.to_owned()));
        }
        let asked = Asked::parse(&format!("\"{term}\""), &[], &crate::glossary::Glossary::default());
        let answers = places::answers(self, &asked, &[(address, ANY)])?;
        let place = answers.first().and_then(|answers| answers.first()?.places.first().copied());
        let kept = crate::kept::Kept::read(&shown.text);
        let Some((place, piece)) = place.and_then(|place| Some((place, kept?.around(place)?))) else { return Ok(None) };
        let words = crate::analyse::words(&piece.text).filter(crate::analyse::is_kept);
        Ok(words.skip((place - piece.word) as usize).map(|word| word.text.to_owned()).next())
    }
}

/// Filters by facet; several on one facet are alternatives.
fn filters(request: &Request) -> [Option<HashSet<u64>>; Facet::ALL.len()] {
    let mut filters: [Option<HashSet<u64>>; Facet::ALL.len()] = Default::default();
    for (facet, values) in request.filters.iter().filter(|(_, values)| !values.is_empty()) {
        filters[*facet as usize].get_or_insert_default().extend(values);
    }
    filters
}

/// Counts as readers want them: the most frequent first.
fn ranked(facets: HashMap<Facet, HashMap<u64, usize>>) -> HashMap<Facet, Vec<(u64, usize)>> {
    let sorted = |counts: HashMap<u64, usize>| {
        let mut counts: Vec<(u64, usize)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(value, count)| (std::cmp::Reverse(count), value));
        counts
    };
    facets.into_iter().map(|(facet, counts)| (facet, sorted(counts))).collect()
}
