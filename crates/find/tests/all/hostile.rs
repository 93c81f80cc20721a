//! Nothing that a reader types, and nothing that a file holds, is an error.

use super::*;
use proptest::prelude::*;

#[test]
fn hostile_queries_are_queries() {
    let index = index((1..=3).map(|id| entry(id, "en", "Quiet title", "quiet body")).collect());
    for everything in [
        "",
        "   ",
        "!!! ??? ***",
        "\"\"\"",
        "\u{0}\u{7}\u{1b}",
        "🙂🙃",
        "\u{202E}",
        "' - _ ~ ^ : ( ) [ ] { }",
        "\u{301}\u{301}",
    ] {
        assert_eq!(index.search(&request(everything)).unwrap().total, 3, "{everything:?}");
    }
    for words in [
        "quiet\u{0}title",
        "\"quiet",
        "quiet\"",
        "title:quiet",
        "quiet*",
        "+quiet - title",
        "quiet~",
        "(quiet",
        "quiet 🙂",
    ] {
        assert_eq!(index.search(&request(words)).unwrap().total, 3, "{words:?}");
    }
    for long in
        ["x".repeat(10_240), "quiet ".repeat(2_000), "\"".repeat(10_240), "京".repeat(3_500), "a'".repeat(5_000)]
    {
        index.search(&Request { snippets: true, ..request(&long) }).unwrap();
        suggest(&index, &long);
    }
}

#[test]
fn hostile_documents_are_documents() {
    let mut entries = vec![
        entry(1, "en", "", ""),
        entry(2, "en\u{1}fr", "\u{1}\u{0}", "\u{1}"),
        entry(3, "zz", &"t".repeat(100_000), &"b".repeat(2_000_000)),
        entry(4, "en", &"many words ".repeat(10_000), &"\u{301}".repeat(100_000)),
        entry(5, "ar", "\u{FDFA}\u{202E}", "\u{0640}\u{0621} \u{0651}"),
    ];
    entries[0].themes = (0..5_000).chain(0..5_000).collect();
    entries[1].title_key = vec![0xFF; 10_000];
    entries[2].city = u64::MAX;
    entries[3].id = i64::MIN;
    entries[4].popularity = u64::MAX;
    let index = index(entries);
    let found = index.search(&Request { snippets: true, ..request("") }).unwrap();
    assert_eq!(found.total, 5);
    assert!(found.hits.iter().all(|hit| hit.title.as_ref().unwrap().text.len() <= 1024));
    assert_eq!(found.facets[&find::Facet::Theme].len(), 4_999);
    assert_eq!(search(&index, "many"), [i64::MIN]);
}

#[test]
fn an_empty_index_answers() {
    let index = Index::in_memory();
    for text in ["", "word", "\"a phrase\""] {
        assert_eq!(index.search(&request(text)).unwrap().total, 0);
    }
    assert!(suggest(&index, "w").is_empty() && index.is_empty());
}

#[test]
fn readers_and_the_writer_do_not_disturb_one_another() {
    let index = index((1..=50).map(|id| entry(id, "en", &format!("Plan {id}"), "text")).collect());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 2..20 {
                let entries = (1..=50).map(|id| entry(id, "en", &format!("Plan {id} round{round}"), "text")).collect();
                index.apply(entries, vec![], round).unwrap();
            }
        });
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..100 {
                    // A commit is seen whole or not at all.
                    assert_eq!(index.search(&Request { snippets: true, ..request("plan") }).unwrap().total, 50);
                    assert_eq!(index.search(&request("")).unwrap().total, 50);
                    suggest(&index, "plan 1");
                }
            });
        }
    });
    assert_eq!((index.cursor(), index.len()), (19, 50));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn what_goes_in_and_what_is_asked_may_be_anything(
        texts in prop::collection::vec((any::<String>(), any::<String>(), "en|ar|fr|sr|hi|tr|"), 1..6),
        queries in prop::collection::vec(any::<String>(), 1..6),
    ) {
        let entries = (1..).zip(&texts).map(|(id, (title, body, lang))| entry(id, lang, title, body)).collect();
        let index = index(entries);
        for query in queries.iter().chain(texts.iter().map(|(title, ..)| title)) {
            let found = index.search(&Request { snippets: true, ..request(query) }).unwrap();
            for snippet in found.hits.iter().flat_map(|hit| [&hit.title, &hit.snippet]).flatten() {
                for mark in &snippet.marks {
                    prop_assert!(snippet.text.get(mark.clone()).is_some());
                }
            }
            suggest(&index, query);
        }
    }
}
