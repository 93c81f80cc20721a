//! How well languages are told, on texts that the table was not made of.

use std::collections::BTreeMap;

use crate::language::{LANGUAGES, are_twins, detect_among, detect_language};
use crate::sources::{DECLARATIONS, MODELS, Sources, paragraphs};

/// How texts of one language and kind were told.
#[derive(Default)]
struct Count {
    right: usize,
    wrong: usize,
    open: usize,
    /// Claimed for another language while their own was taken away, twins too.
    claimed: usize,
}

impl Count {
    fn add(&mut self, truth: &str, text: &str) {
        match detect_language(text) {
            None if LANGUAGES.contains(&truth) => self.open += 1,
            // A language of the table that is not told is rightly left open.
            None => self.right += 1,
            Some(told) if told == truth || are_twins(told, truth) => self.right += 1,
            Some(_) => self.wrong += 1,
        }
        let without = detect_among(text, |tag| tag != truth && !are_twins(tag, truth));
        self.claimed += usize::from(without.is_some());
    }

    fn sum(&mut self, other: &Count) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.open += other.open;
        self.claimed += other.claimed;
    }

    fn show(&self, of: &str) {
        let all = (self.right + self.wrong + self.open).max(1) as f64;
        let share = |part: usize| part as f64 / all;
        println!(
            "{of:24} {all:6} right {:.3} wrong {:.3} open {:.3} claimed without it {:.3}",
            share(self.right),
            share(self.wrong),
            share(self.open),
            share(self.claimed)
        );
    }
}

/// Two to five words out of a sentence, as titles are.
fn title(number: usize, sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let length = 2 + number % 4;
    let start = (words.len() >= 2 * length).then(|| number % (words.len() - length))?;
    Some(words[start..start + length].join(" "))
}

/// The test texts that come with the models, and the translations of the declaration into languages that the table does not have.
pub fn measure(sources: &Sources) {
    let mut kinds: BTreeMap<&str, Count> = BTreeMap::new();
    for (tag, _) in MODELS {
        let read = |file: &str| {
            sources.model(tag).and_then(|own| std::fs::read_to_string(own.join("testdata").join(file)).ok())
        };
        let sentences: Vec<String> = read("sentences.txt").unwrap_or_default().lines().map(str::to_owned).collect();
        let pairs = read("word-pairs.txt").unwrap_or_default().lines().map(str::to_owned).collect();
        let titles = sentences.iter().enumerate().filter_map(|(number, own)| title(number, own)).collect();
        // Ten of the test's sentences in a row: a page of a document.
        let pages = sentences.chunks(10).map(|chunk| chunk.join("\n")).collect();
        for (kind, texts) in [("pages", pages), ("pairs of words", pairs), ("titles", titles), ("sentences", sentences)]
        {
            let mut count = Count::default();
            texts.iter().for_each(|text| count.add(tag, text));
            count.show(&format!("{tag} {kind}"));
            kinds.entry(kind).or_default().sum(&count);
        }
    }
    kinds.iter().for_each(|(kind, count)| count.show(kind));
    unknown(sources);
}

/// Paragraphs in languages that are neither told nor in the table: how many are claimed, and of which translations.
fn unknown(sources: &Sources) {
    let (mut all, mut claimed) = (0, 0);
    let mut entries: Vec<_> = std::fs::read_dir(&sources.declarations)
        .expect("the declarations")
        .filter_map(Result::ok)
        .map(|own| own.path())
        .collect();
    entries.sort();
    for path in entries {
        let page = std::fs::read_to_string(&path).unwrap_or_default();
        let attribute = |name: &str| page.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        let lang = attribute("lang").unwrap_or_default().split('-').next().unwrap_or_default().to_owned();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let tabled = DECLARATIONS.iter().any(|(_, own)| *own == name);
        if tabled || LANGUAGES.contains(&lang.as_str()) || ["la", "eo", "no", ""].contains(&lang.as_str()) {
            continue;
        }
        let texts: Vec<String> = paragraphs(&path).into_iter().filter(|text| text.chars().count() > 40).collect();
        let told: Vec<&str> = texts.iter().filter_map(|text| detect_language(text)).collect();
        all += texts.len();
        claimed += told.len();
        if told.len() * 5 > texts.len() {
            println!("{name} ({lang}): {} of {} claimed, as {}", told.len(), texts.len(), told[0]);
        }
    }
    println!("unknown languages: {claimed} of {all} paragraphs claimed");
}

/// Lines `language TAB text` of standard input, such as documents that one has; the wrong ones are shown.
pub fn lines() {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let start = std::time::Instant::now();
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let Some((truth, text)) = line.split_once('\t') else { continue };
        counts.entry(truth.to_owned()).or_default().add(truth, text);
        let told = detect_language(text);
        if told != Some(truth) && !told.is_some_and(|told| are_twins(told, truth)) {
            println!("{truth} told as {}: {}", told.unwrap_or("-"), text.chars().take(80).collect::<String>());
        }
    }
    let mut all = Count::default();
    for (tag, count) in &counts {
        count.show(tag);
        all.sum(count);
    }
    all.show("all");
    println!("{:?}, each text told three times", start.elapsed());
}
