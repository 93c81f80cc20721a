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
    let some = |limit| index.suggest("pl", &[(PUBLIC, 0)], &[], &HashSet::new(), limit).unwrap();
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
