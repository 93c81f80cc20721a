//! As you type.

use super::*;

fn titled(id: i64, title: &str, popularity: u64) -> Entry {
    Entry { popularity, ..entry(id, "en", title, "body words are not suggested: zebra") }
}

#[test]
fn titles_with_all_words_the_last_as_a_beginning() {
    let index = index(vec![
        titled(1, "Youth work in Mombasa", 1),
        titled(2, "Youth Workers' Handbook", 9),
        titled(3, "Prévention à Genève", 0),
        titled(4, "خطة المدينة الآمنة", 0),
        titled(5, "北京城市安全", 0),
        titled(6, "Youth work in Mombasa", 3),
    ]);
    assert_eq!(suggest(&index, "you"), ["Youth Workers' Handbook", "Youth work in Mombasa"]);
    assert_eq!(suggest(&index, "work youth "), ["Youth Workers' Handbook", "Youth work in Mombasa"][1..]);
    assert_eq!(suggest(&index, "YOUTH mom"), ["Youth work in Mombasa"]);
    assert_eq!(suggest(&index, "geneve prev"), ["Prévention à Genève"]);
    assert_eq!(suggest(&index, "المدي"), ["خطة المدينة الآمنة"]);
    assert_eq!(suggest(&index, "北京"), ["北京城市安全"]);
    for nothing in ["", " ", "?!", "zeb", "youth xyz", "\u{0}"] {
        assert!(suggest(&index, nothing).is_empty(), "{nothing:?}");
    }
}

#[test]
fn as_many_as_asked_for_most_popular_then_newest() {
    let index = index((1..=90).map(|id| titled(id, &format!("Plan {id}"), id as u64 / 30)).collect());
    let some = |limit| {
        index
            .suggest(&Request { text: "pl".into(), audiences: vec![(PUBLIC, 0)], limit, ..Request::default() })
            .unwrap()
    };
    assert_eq!(some(3), ["Plan 90", "Plan 89", "Plan 88"]);
    assert!(some(0).is_empty());
    assert_eq!(some(usize::MAX).len(), 50);
}

#[test]
fn replaced_titles_are_no_longer_suggested() {
    let index = index(vec![titled(1, "Draft", 0), titled(2, "Drafting", 0)]);
    index.apply(vec![titled(1, "Final", 0)], vec![2], 2).unwrap();
    assert!(suggest(&index, "dra").is_empty());
    assert_eq!(suggest(&index, "fin"), ["Final"]);
}

/// Letter by letter, second word begun, without accents, with one wrong letter.
#[test]
fn a_title_that_fits_is_always_suggested() {
    let mut entries: Vec<Entry> =
        (1..200).map(|id| titled(id, &format!("Youth s{id:03}ab t{id:03}ab plan"), id as u64)).collect();
    entries.push(titled(900, "Youth shelter of Tirana", 0));
    entries.push(titled(901, "Prévention élargie", 0));
    let index = index(entries);
    for title in ["Youth shelter of Tirana", "Prevention elargie"] {
        for letters in 1..=title.len() {
            let typed = &title[..letters];
            assert!(!suggest(&index, typed).is_empty(), "{typed}");
        }
    }
    assert_eq!(suggest(&index, "youth sh"), ["Youth shelter of Tirana"]);
    assert_eq!(suggest(&index, "youth shelter ti"), ["Youth shelter of Tirana"]);
    assert_eq!(suggest(&index, "yuoth shelter"), ["Youth shelter of Tirana"]);
    assert_eq!(suggest(&index, "shetler ti"), ["Youth shelter of Tirana"]);
}

#[test]
fn what_the_reader_reads_is_suggested_first() {
    let spoken = |id, language, title: &str| Entry { language, ..titled(id, title, id as u64) };
    let index = index(vec![spoken(1, 7, "Plan one"), spoken(2, 8, "Plan two"), spoken(3, 9, "Plan three")]);
    let request = |languages: &[u64]| Request {
        text: "pla".into(),
        audiences: vec![(PUBLIC, 0)],
        languages: languages.to_vec(),
        limit: 9,
        ..Request::default()
    };
    let suggested = |languages: &[u64]| index.suggest(&request(languages)).unwrap();
    assert_eq!(suggested(&[7, 8]), ["Plan one", "Plan two", "Plan three"]);
    assert_eq!(suggested(&[8]), ["Plan two", "Plan three", "Plan one"]);
}
