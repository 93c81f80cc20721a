//! From what a reader typed to what must match: words, `"phrases"`, `-word`, `word*`, `this OR that`, `title:word`.
//!
//! Any text is a query. What is no word says nothing, and a sign that has nothing to do with a word is passed over.

use std::ops::Range;

use base::fold::fold;

use crate::analyse::{MAX_WORD_BYTES, Rules, Side, Word, is_kept, words};
use crate::forms;
use crate::function_words::is_function_word;
use crate::glossary::Glossary;
use crate::joints;
use crate::typo::Similar;

/// What a reader types is cut after this many characters.
pub const MAX_QUERY_CHARS: usize = 512;

/// Words after this many are not searched. A phrase counts as its words, and so do words that belong together.
pub const MAX_QUERY_WORDS: usize = 16;

/// A run of a script without spaces counts as one word and is cut after this many characters.
const MAX_RUN: usize = 32;

/// A beginning (`word*`) has at least this many letters: shorter ones would match most of everything.
const LEAST_BEGINNING: usize = 2;

/// What stands before a word that only the title may have, in the languages of the interface.
const TITLE_KEYS: [&str; 3] = ["title", "titre", "عنوان"];

/// A query as understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    /// All must match.
    pub clauses: Vec<Clause>,
    /// None may match.
    pub not: Vec<Part>,
}

/// What must match: one of some alternatives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clause {
    /// Mostly one; more with `OR`.
    pub any: Vec<Part>,
    /// Where it stands in what was typed.
    pub typed: Range<usize>,
    /// A word as people speak, without any sign: it may be left out where too little has all words.
    pub loose: bool,
}

/// One thing that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub kind: Kind,
    /// Only titles are looked at.
    pub title_only: bool,
}

/// In what way a thing is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A word, in any of its forms.
    Word(Forms),
    /// Words that belong together: as one, or one after the other.
    Joined {
        /// As one word.
        whole: Forms,
        /// What they have in common with the same number or day written in another way.
        others: Vec<String>,
        /// Folded, as they stand.
        words: Vec<String>,
    },
    /// Words in this order, as written; a single one may be.
    Phrase(Vec<String>),
    /// A word that begins like this.
    Beginning(String),
}

/// A word and all by which it is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Forms {
    /// As the index has it.
    pub folded: String,
    /// As [`crate::forms`] makes them.
    pub forms: Vec<String>,
    /// What its roots are as forms of words that are their own.
    pub roots: Vec<String>,
    /// What was perhaps meant; filled when little was found.
    pub similar: Vec<Similar>,
    /// It and its neighbour written as one word; filled from what the index has.
    pub closed: Vec<String>,
    /// It written as two words; filled when little was found.
    pub open: Vec<[String; 2]>,
    /// What it means in any language, by the glossary.
    pub concepts: Vec<String>,
}

impl Asked {
    /// Understands a text. `rules`: those of the languages that are there to be found; a word meets documents of each by the
    /// rules of that language.
    pub(crate) fn parse(text: &str, rules: &[Rules], glossary: &Glossary) -> Asked {
        let end = text.char_indices().nth(MAX_QUERY_CHARS).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let mut items = items(text, rules);
        let concepts = glossary.meant(&items.iter().map(Item::word).collect::<Vec<_>>());
        for (item, concepts) in items.iter_mut().zip(concepts) {
            if let Kind::Word(forms) = &mut item.part.kind {
                forms.concepts = concepts;
            }
        }
        Asked::of(items)
    }

    fn of(items: Vec<Item>) -> Asked {
        let mut asked = Asked::default();
        let says = |item: &Item| !item.is_function_word() && !item.not;
        let has_content = items.iter().any(says);
        for item in items {
            if item.not {
                push_once(&mut asked.not, item.part);
            } else if item.or
                && let Some(before) = asked.clauses.last_mut()
            {
                push_once(&mut before.any, item.part);
                before.typed.end = item.typed.end;
                before.loose = false;
            } else if !(has_content && item.is_function_word()) {
                let clause = Clause { loose: item.is_loose(), any: vec![item.part], typed: item.typed };
                // A word twice says nothing more, and would cost as much again.
                if asked.clauses.iter().all(|own| own.any != clause.any) {
                    asked.clauses.push(clause);
                }
            }
        }
        asked
    }

    /// Whether there is anything to search for.
    pub(crate) fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.not.is_empty()
    }

    /// All words that are looked for, each in its forms, with the place of its clause.
    pub(crate) fn words_mut(&mut self) -> impl Iterator<Item = &mut Forms> {
        self.clauses.iter_mut().flat_map(|clause| &mut clause.any).filter_map(|part| match &mut part.kind {
            Kind::Word(forms) => Some(forms),
            _ => None,
        })
    }

    /// Takes each word also for what another query takes it for; false where that changes nothing.
    pub(crate) fn widen_like(&mut self, other: &Asked) -> bool {
        let parts = other.clauses.iter().flat_map(|clause| &clause.any);
        let words: Vec<&Forms> = parts
            .filter_map(|part| match &part.kind {
                Kind::Word(forms) => Some(forms),
                _ => None,
            })
            .collect();
        let mut widened = false;
        for forms in self.words_mut() {
            let Some(known) = words.iter().find(|known| known.folded == forms.folded) else { continue };
            (forms.similar, forms.open) = (known.similar.clone(), known.open.clone());
            widened |= !forms.similar.is_empty() || !forms.open.is_empty();
        }
        widened
    }
}

/// A thing twice says nothing more, and would cost as much again.
fn push_once(parts: &mut Vec<Part>, part: Part) {
    if !parts.contains(&part) {
        parts.push(part);
    }
}

/// A thing as it stands in the text.
#[derive(Debug)]
struct Item {
    part: Part,
    typed: Range<usize>,
    /// After a minus sign.
    not: bool,
    /// After `OR`.
    or: bool,
}

impl Item {
    /// The word that this is, folded; for all else nothing.
    fn word(&self) -> Option<&str> {
        match &self.part.kind {
            Kind::Word(forms) if !self.not && !self.part.title_only => Some(&forms.folded),
            _ => None,
        }
    }

    fn is_function_word(&self) -> bool {
        !self.or && self.word().is_some_and(is_function_word)
    }

    fn is_loose(&self) -> bool {
        let spoken = match &self.part.kind {
            Kind::Word(_) | Kind::Joined { .. } => true,
            // A run of a script without spaces; in quotes it would be meant as it stands.
            Kind::Phrase(_) => false,
            Kind::Beginning(_) => false,
        };
        spoken && !self.part.title_only && !self.or
    }
}

/// The things of a text, in order.
fn items(text: &str, rules: &[Rules]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut room = MAX_QUERY_WORDS;
    // `OR` and `title:` wait for what follows.
    let (mut or, mut title_only) = (false, false);
    for (range, quoted) in sections(text) {
        let section = &text[range.clone()];
        if quoted {
            let terms: Vec<String> = terms(words(section)).take(room).collect();
            room -= terms.len();
            if !terms.is_empty() {
                let part = Part { kind: Kind::Phrase(terms), title_only: std::mem::take(&mut title_only) };
                let opening = text[..range.start].char_indices().next_back().map_or(0, |(at, _)| at);
                let (not, or) = (is_negated(text, opening), std::mem::take(&mut or) && !items.is_empty());
                items.push(Item { part, typed: opening..(range.end + 1).min(text.len()), not, or });
            }
            continue;
        }
        let mut at = 0;
        while room > 0 {
            let Some(run) = next_run(section, &mut at) else { break };
            let (first, last) = (run[0], run[run.len() - 1]);
            let (start, end) = (range.start + first.start, range.start + last.end());
            let rest = &text[end..];
            if run.len() == 1 && first.text == "OR" {
                or = !items.is_empty();
                continue;
            }
            if text[..start].trim_end().ends_with('|') {
                or = !items.is_empty();
            }
            let is_key = TITLE_KEYS.contains(&fold(first.text).as_str());
            if run.len() == 1
                && is_key
                && rest.starts_with(':')
                && !rest[1..].starts_with(char::is_whitespace)
                && rest.len() > 1
            {
                title_only = true;
                continue;
            }
            let begins = rest.starts_with('*') && run.len() == 1;
            let Some(kind) = kind(section, &run, begins, rules) else { continue };
            let part = Part { kind, title_only: std::mem::take(&mut title_only) };
            let not = is_negated(text, start);
            let end = end + usize::from(rest.starts_with('*'));
            items.push(Item { part, typed: start..end, not, or: std::mem::take(&mut or) && !not });
            // Words that belong together are looked for as they stand too.
            room = room.saturating_sub(if first.solo { 1 } else { run.len() });
        }
    }
    items
}

/// Whether a minus sign before this byte means "not": at the beginning or after a blank, as in no word.
fn is_negated(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let Some(rest) = before.strip_suffix(['-', '−']) else { return false };
    rest.is_empty() || rest.ends_with(char::is_whitespace)
}

/// The next word or words that belong together. What only glues (`l'` in `l'eau`, `s` in `city's`) is passed over: a document
/// need not have it.
fn next_run<'a>(text: &'a str, at: &mut usize) -> Option<Vec<Word<'a>>> {
    loop {
        let first = crate::analyse::Words::after(text, *at).next()?;
        *at = first.end();
        if !is_kept(&first) || (is_elided(text, &first) && has_neighbour(text, &first)) {
            continue;
        }
        if first.solo {
            let mut run = vec![first];
            for word in crate::analyse::Words::after(text, *at) {
                if !word.solo || word.start != *at {
                    break;
                }
                *at = word.end();
                if run.len() < MAX_RUN {
                    run.push(word);
                }
            }
            return Some(run);
        }
        let is_key = text[first.end()..].starts_with(':') && TITLE_KEYS.contains(&fold(first.text).as_str());
        let run = if is_key { vec![first] } else { joints::chain(text, first) };
        *at = run.last().map_or(*at, Word::end);
        return Some(run);
    }
}

/// Whether there is another word than this one.
fn has_neighbour(text: &str, word: &Word<'_>) -> bool {
    words(text).any(|other| other.start != word.start && !is_elided(text, &other))
}

/// Whether an apostrophe glues this word to its neighbour, and this is the lesser of both.
fn is_elided(text: &str, word: &Word<'_>) -> bool {
    let apostrophe = |c: Option<char>| c.is_some_and(joints::is_apostrophe);
    let mut after = text[word.end()..].chars();
    let before = text[..word.start].chars().next_back();
    let letters = word.text.chars().count();
    if apostrophe(after.next())
        && let Some(next) = crate::analyse::Words::after(text, word.end()).next()
        && text[word.end()..next.start].chars().count() == 1
    {
        return joints::is_elision(word, &next) && letters <= next.text.chars().count();
    }
    // `qu'` and the like at the end of what is typed, `'s` after a word.
    apostrophe(before) && letters == 1
}

/// In what way a run is looked for. `None` when nothing of it is.
fn kind(text: &str, run: &[Word<'_>], begins: bool, rules: &[Rules]) -> Option<Kind> {
    let folded: Vec<String> = terms(run.iter().copied()).collect();
    let (first, word) = (folded.first()?.clone(), run[0]);
    if begins && !word.solo && first.chars().count() >= LEAST_BEGINNING {
        return Some(Kind::Beginning(first));
    }
    if word.solo {
        return Some(Kind::Phrase(folded));
    }
    let mut joined = joints::joined(text, run);
    if run.len() > 1 {
        let whole = folded.concat();
        joined.retain(|form| *form != whole);
        let whole = of_word(&whole, &whole, rules);
        return Some(Kind::Joined {
            whole,
            others: joined.iter().map(|form| forms::any(form)).collect(),
            words: folded,
        });
    }
    // Persian writers put a blank where others put a joiner.
    let apart: Vec<String> = word.text.split('\u{200C}').map(fold).filter(|part| !part.is_empty()).collect();
    if apart.len() > 1 {
        return Some(Kind::Joined { whole: of_word(word.text, &first, rules), others: Vec::new(), words: apart });
    }
    let mut forms = of_word(word.text, &first, rules);
    forms.forms.extend(joined.iter().map(|form| forms::any(form)));
    Some(Kind::Word(forms))
}

fn of_word(word: &str, folded: &str, rules: &[Rules]) -> Forms {
    let mut found = vec![forms::any(folded)];
    found.extend(forms::of_name(word, folded, Side::Query).filter(|form| *form != found[0]));
    let is_number = folded.chars().all(char::is_numeric);
    for rules in rules.iter().filter(|rules| !is_number && rules.may_have(word)) {
        found.extend(forms::of_language(rules, word, folded, Side::Query));
    }
    let roots = forms::bare_roots(&found);
    Forms { folded: folded.to_owned(), forms: found, roots, ..Forms::default() }
}

/// Cuts a text at its quotation marks; the last one, when it has no partner, only separates.
fn sections(text: &str) -> Vec<(Range<usize>, bool)> {
    let marks: Vec<(usize, usize)> = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂'))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    let mut sections = Vec::new();
    let mut from = 0;
    for (count, &(at, after)) in marks.iter().enumerate() {
        sections.push((from..at, count % 2 == 1));
        from = after;
    }
    sections.push((from..text.len(), false));
    sections
}

fn terms<'a>(words: impl Iterator<Item = Word<'a>>) -> impl Iterator<Item = String> {
    words.filter(|word| word.text.len() <= MAX_WORD_BYTES).map(|word| fold(word.text)).filter(|term| !term.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::rules;

    fn shown(part: &Part) -> String {
        let shown = match &part.kind {
            Kind::Word(forms) => forms.folded.clone(),
            Kind::Joined { words, .. } => words.join("~"),
            Kind::Phrase(terms) => format!("\"{}\"", terms.join(" ")),
            Kind::Beginning(beginning) => format!("{beginning}*"),
        };
        if part.title_only { format!("title:{shown}") } else { shown }
    }

    fn parsed(text: &str) -> Vec<String> {
        let asked = Asked::parse(text, &[], &Glossary::default());
        let clause = |clause: &Clause| clause.any.iter().map(shown).collect::<Vec<_>>().join("|");
        asked.clauses.iter().map(clause).chain(asked.not.iter().map(|part| format!("-{}", shown(part)))).collect()
    }

    #[test]
    fn any_text_is_a_query() {
        assert!(parsed("").is_empty());
        assert!(parsed(" ?! \"\" \u{0}\u{7} 🙂 ").is_empty());
        assert_eq!(parsed("City PLANS city"), ["city", "plans"]);
        assert_eq!(parsed("safe \"local action plan\" today"), ["safe", "\"local action plan\"", "today"]);
        assert_eq!(parsed("safe \"local action"), ["safe", "local", "action"]);
        assert_eq!(parsed("« ville sûre »"), ["\"ville sure\""]);
        assert_eq!(parsed("\"one\" \"two"), ["\"one\"", "two"]);
        assert_eq!(parsed("l'eau d’argent city's qu'importe"), ["eau", "argent", "city", "importe"]);
        assert_eq!(parsed("l'"), ["l"]);
        assert_eq!(parsed("東京 tower"), ["\"東 京\"", "tower"]);
        assert_eq!(
            parsed("counter-terrorism Da'esh COVID-19 1 250 000"),
            ["counter~terrorism", "da~esh", "covid~19", "1~250~000"]
        );
    }

    #[test]
    fn signs_do_what_they_say() {
        assert_eq!(parsed("schools -police"), ["schools", "-police"]);
        assert_eq!(parsed("schools -\"action plan\""), ["schools", "-\"action plan\""]);
        assert_eq!(parsed("-police"), ["-police"]);
        assert_eq!(parsed("well-being - plan"), ["well~being", "plan"]);
        assert_eq!(parsed("marlin* x*"), ["marlin*", "x"]);
        assert_eq!(parsed("schools OR mosques prevention"), ["schools|mosques", "prevention"]);
        assert_eq!(parsed("schools | mosques"), ["schools|mosques"]);
        assert_eq!(parsed("OR schools OR"), ["schools"]);
        assert_eq!(parsed("schools OR mosques OR schools -police -police"), ["schools|mosques", "-police"]);
        assert_eq!(parsed(&"12 May 2024 OR ".repeat(30)), ["12~may~2024"]);
        assert_eq!(parsed("title:plan oslo"), ["title:plan", "oslo"]);
        assert_eq!(parsed("titre:\"plan local\""), ["title:\"plan local\""]);
        assert_eq!(parsed("عنوان:خطة"), ["title:خطه"]);
        assert_eq!(parsed("title: plan"), ["title", "plan"]);
        assert_eq!(parsed("title:2024"), ["title:2024"]);
        assert_eq!(parsed("title:"), ["title"]);
    }

    #[test]
    fn function_words_never_exclude() {
        assert_eq!(parsed("how do I talk to teenagers about hate online"), ["talk", "teenagers", "hate", "online"]);
        assert_eq!(parsed("plan de prévention de la violence"), ["plan", "prevention", "violence"]);
        assert_eq!(parsed("كيف أتحدث مع الشباب"), ["اتحدث", "الشباب"]);
        assert_eq!(parsed("to be or not to be"), ["to", "be", "or", "not"]);
        assert_eq!(parsed("\"how to\" plan"), ["\"how to\"", "plan"]);
    }

    #[test]
    fn long_queries_are_cut() {
        let many: String = (0..1000).map(|n| format!("w{n} ")).collect();
        assert_eq!(parsed(&many).len(), MAX_QUERY_WORDS);
        let quoted = format!("\"{}\"", &many[..100]);
        let asked = Asked::parse(&quoted, &[], &Glossary::default());
        assert!(matches!(&asked.clauses[0].any[0].kind, Kind::Phrase(terms) if terms.len() == MAX_QUERY_WORDS));
        assert_eq!(parsed(&"京".repeat(600)).len(), 1);
        let days: String = (1..=31).map(|day| format!("{day} May 2024 ")).collect();
        assert_eq!(parsed(&days).len(), MAX_QUERY_WORDS.div_ceil(3), "each of its words is looked for");
        assert!(parsed(&"x".repeat(MAX_QUERY_CHARS)).is_empty());
    }

    #[test]
    fn words_have_forms_of_each_language_of_their_script() {
        let known: Vec<Rules> = ["fr", "en", "ar", "sr", "ru"].into_iter().filter_map(rules).collect();
        let forms = |text: &str| {
            let mut asked = Asked::parse(text, &known, &Glossary::default());
            asked.words_mut().next().unwrap().forms.clone()
        };
        assert!(forms("villes").contains(&"fr:vill".to_owned()));
        for code in ["fr:", "en:", "sr:", "x:"] {
            assert!(forms("villes").iter().any(|form| form.starts_with(code)), "{code}");
        }
        assert!(!forms("villes").iter().any(|form| form.starts_with("ru:") || form.starts_with("ar:")));
        assert!(forms("المدينة").iter().all(|form| form.starts_with("ar:") || form.starts_with("x:")));
        assert!(forms("градови").iter().any(|form| form.starts_with("ru:")));
    }
}
