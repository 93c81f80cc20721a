//! Orders and pages over several segments, against a model.

use super::*;
use find::{MAX_WINDOW, Sort};
use proptest::prelude::*;
use std::cmp::Reverse;

const SORTS: [Sort; 6] = [Sort::Relevance, Sort::DateNewest, Sort::DateOldest, Sort::Title, Sort::City, Sort::Language];

/// The languages of the reader in [`model`].
const LANGUAGES: [&str; 2] = ["fr", "en"];

fn model(entries: &[Entry], sort: Sort) -> Vec<i64> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    let last = |key: &[u8]| (key.is_empty(), key.to_vec());
    sorted.sort_by_key(|entry| {
        let (first, date) = match sort {
            Sort::Relevance => {
                let distance = match LANGUAGES.iter().position(|lang| *lang == entry.lang) {
                    Some(0) => 0,
                    Some(_) => 1,
                    None => 2,
                };
                ((false, vec![distance]), entry.date.saturating_neg())
            }
            Sort::DateNewest => ((false, vec![]), entry.date.saturating_neg()),
            Sort::DateOldest => ((false, vec![]), entry.date),
            Sort::Title => (last(&entry.title_key), 0),
            Sort::City => (last(&entry.city_key), 0),
            Sort::Language => (last(entry.lang.as_bytes()), 0),
        };
        (first, date, Reverse(entry.date), entry.id)
    });
    sorted.into_iter().map(|entry| entry.id).collect()
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let key = || prop::collection::vec(0..3u8, 0..3);
    let lang = prop::sample::select(vec!["", "ar", "en", "fr"]);
    prop::collection::vec((-3..4i64, key(), key(), lang), 1..50).prop_map(|all| {
        (1..)
            .zip(all)
            .map(|(id, (date, title_key, city_key, lang))| Entry {
                date,
                title_key,
                city_key,
                language: if lang.is_empty() { 0 } else { find::number(lang) },
                ..entry(id, lang, "walk", "x")
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn orders_are_those_of_the_model(entries in entries(), chunk in 1..20usize, page in 1..9usize) {
        let index = Index::in_memory();
        for (place, chunk) in entries.chunks(chunk).enumerate() {
            index.apply(chunk.to_vec(), vec![], place as i64).unwrap();
        }
        let languages: Vec<u64> = LANGUAGES.iter().map(|lang| find::number(lang)).collect();
        for sort in SORTS {
            let expected = model(&entries, sort);
            let asked = |text: &str, offset, limit| {
                index.search(&Request { sort, offset, limit, languages: languages.clone(), ..request(text) }).unwrap()
            };
            let all = asked("", 0, 100);
            prop_assert_eq!(&ids(&all), &expected, "{:?}", sort);
            // Every score is the same here, so words change nothing.
            let words = asked("walk", 0, 100);
            prop_assert_eq!(words.total, entries.len());
            if sort != Sort::Relevance {
                prop_assert_eq!(&ids(&words), &expected, "{:?}", sort);
            }
            // Pages put together are the whole.
            let mut paged = Vec::new();
            for offset in (0..entries.len()).step_by(page) {
                let found = asked("", offset, page);
                prop_assert_eq!(found.total, entries.len());
                paged.extend(ids(&found));
            }
            prop_assert_eq!(&paged, &expected);
        }
    }
}

#[test]
fn extreme_dates_sort() {
    let dated = |id, date| Entry { date, ..entry(id, "en", "t", "") };
    let index = index(vec![dated(1, i64::MIN), dated(2, 0), dated(3, i64::MAX), dated(4, -1)]);
    assert_eq!(search(&index, ""), [3, 2, 4, 1]);
    let found = index.search(&Request { sort: Sort::DateOldest, ..request("") }).unwrap();
    assert_eq!(ids(&found), [1, 4, 2, 3]);
}

#[test]
fn relevance_is_the_same_on_every_page_and_in_every_run() {
    let entries: Vec<Entry> = (1..=60)
        .map(|id| entry(id, "en", &"plan ".repeat(id as usize % 5 + 1), &"plan other ".repeat(id as usize % 3)))
        .collect();
    let index = Index::in_memory();
    for (place, chunk) in entries.chunks(13).enumerate() {
        index.apply(chunk.to_vec(), vec![], place as i64).unwrap();
    }
    let all = index.search(&Request { limit: 100, ..request("plan") }).unwrap();
    assert!(all.hits.windows(2).all(|pair| pair[0].score >= pair[1].score && pair[0].score > 0.0));
    let mut paged = Vec::new();
    for offset in (0..60).step_by(7) {
        paged.extend(ids(&index.search(&Request { offset, limit: 7, ..request("plan") }).unwrap()));
    }
    assert_eq!(paged, ids(&all));
}

#[test]
fn pages_end_where_the_window_ends() {
    let index = index((1..=30).map(|id| entry(id, "en", "t", "")).collect());
    for (offset, limit, hits) in
        [(29, 10, 1), (30, 10, 0), (MAX_WINDOW, 10, 0), (usize::MAX, usize::MAX, 0), (0, usize::MAX, 30), (0, 0, 0)]
    {
        let found = index.search(&Request { offset, limit, ..request("") }).unwrap();
        assert_eq!((found.total, found.hits.len()), (30, hits), "{offset} {limit}");
    }
}

/// Of two that match alike, the one that the reader reads; a better match in another language stays better.
#[test]
fn what_the_reader_reads_is_a_better_match() {
    let spoken = |id, language, title: &str| Entry { language, ..entry(id, "en", title, "mediators") };
    let index = index(vec![spoken(1, 7, "One"), spoken(2, 8, "Two"), spoken(3, 9, "Mediators")]);
    let found = |languages: &[u64]| {
        ids(&index.search(&Request { languages: languages.to_vec(), ..request("mediators") }).unwrap())
    };
    assert_eq!(found(&[7]), [3, 1, 2]);
    assert_eq!(found(&[8, 7]), [3, 2, 1]);
    // What can be read in several languages is near to the readers of each, and counted in each.
    let several = Entry { also_in: vec![7, 8], ..spoken(2, 9, "Two") };
    index.apply(vec![several], vec![], 2).unwrap();
    assert_eq!(found(&[8]), [3, 2, 1]);
    assert_eq!(found(&[7]), [3, 2, 1], "the newer one, of two that are as near");
    let languages = index.search(&request("mediators")).unwrap().facets[&find::Facet::Language].clone();
    assert_eq!(languages, [(7, 2), (9, 2), (8, 1)]);
}
