//! What a reader may not see leaves no trace.

use super::*;
use find::{Facet, Sort};

fn hidden(id: i64, title: &str, body: &str) -> Entry {
    // Of another language too, in whose rules nothing else is: what is found does not tell that it is there.
    let labels = vec![("tr".to_owned(), "orchart parklar".to_owned()), (String::new(), "harvestt parkk".to_owned())];
    Entry { audiences: vec![HIDDEN], city: 7, themes: vec![70], labels, ..entry(id, "en", title, body) }
}

/// The same public entries, with and without hidden ones, over several segments.
fn pair() -> (Index, Index) {
    let public: Vec<Entry> = (1..=30)
        .map(|id| Entry {
            city: 1,
            themes: vec![10],
            popularity: 5,
            ..entry(id, "en", &format!("Safety walk {id}"), "prevention in parks")
        })
        .chain([entry(31, "en", "Preventive harvest", "orchard")])
        .collect();
    let secret: Vec<Entry> = (100..=160)
        .map(|id| Entry {
            popularity: 99,
            ..hidden(id, &format!("Safety secret preventionist {id}"), "harvist prevantion orchord walk")
        })
        .collect();
    let clean = index(public.clone());
    let mixed = index(public);
    for (place, chunk) in secret.chunks(20).enumerate() {
        mixed.apply(chunk.to_vec(), vec![], place as i64 + 2).unwrap();
    }
    (clean, mixed)
}

#[test]
fn hidden_entries_change_nothing_that_is_seen() {
    let (clean, mixed) = pair();
    for text in [
        "",
        "safety",
        "walk",
        "prevention",
        "secret",
        "preventoin",
        "harvest",
        "hervest",
        "orchard",
        "orchord",
        "\"safety walk\"",
        // A hidden word and a seen one as one, alone and beside what is found.
        "secretwalk",
        "secretwalk OR preventoin",
        "preventoin OR secretwalk",
        "secretwalk preventoin walk parks",
    ] {
        for sort in [Sort::DateNewest, Sort::Title, Sort::City] {
            for filters in [vec![], vec![(Facet::City, vec![7])], vec![(Facet::City, vec![1])]] {
                let request = Request { sort, filters, snippets: true, limit: 50, ..request(text) };
                assert_eq!(mixed.search(&request).unwrap(), clean.search(&request).unwrap(), "{text} {sort:?}");
            }
        }
        // Scores know how frequent words are in the whole index, but who is found and how many does not.
        let request = request(text);
        let (one, other) = (mixed.search(&request).unwrap(), clean.search(&request).unwrap());
        assert_eq!((one.total, &one.facets, &one.similar), (other.total, &other.facets, &other.similar), "{text}");
    }
    for typed in ["s", "sa", "sec", "safety s", "prevent", "preventi", "h", "walk"] {
        assert_eq!(suggest(&mixed, typed), suggest(&clean, typed), "{typed}");
    }
}

#[test]
fn things_of_another_kind_change_nothing_either() {
    const DOCUMENT: u64 = find::number("document");
    let (clean, mixed) = pair();
    let of = |kind: u64, entry: Entry| Entry { kind, audiences: vec![PUBLIC], ..entry };
    let documents = |text: &str| Request { kinds: vec![DOCUMENT], snippets: true, ..request(text) };
    let walks: Vec<Entry> = (1..=9).map(|id| entry(id, "en", &format!("Safety walk {id}"), "parks")).collect();
    clean.clear().unwrap();
    mixed.clear().unwrap();
    clean.apply(walks.iter().cloned().map(|walk| of(DOCUMENT, walk)).collect(), vec![], 1).unwrap();
    mixed.apply(walks.into_iter().map(|walk| of(DOCUMENT, walk)).collect(), vec![], 1).unwrap();
    let events = (50..=90).map(|id| of(find::number("event"), hidden(id, "Safety fair walkers", "perks")));
    mixed.apply(events.collect(), vec![], 2).unwrap();
    for text in ["", "safety", "walk", "wolk", "fair", "perks", "walkers"] {
        let (one, other) = (
            mixed.search(&documents(text)).unwrap(),
            clean.search(&Request { kinds: vec![], ..documents(text) }).unwrap(),
        );
        assert_eq!((one.total, &one.facets, &one.similar), (other.total, &other.facets, &other.similar), "{text}");
        assert_eq!(ids(&one), ids(&other), "{text}");
    }
    for typed in ["s", "safety w", "fai"] {
        let suggested = mixed
            .suggest(&Request {
                text: typed.into(),
                audiences: vec![(PUBLIC, 0)],
                limit: 10,
                kinds: vec![DOCUMENT],
                ..Request::default()
            })
            .unwrap();
        assert_eq!(suggested, suggest(&clean, typed), "{typed}");
    }
    let all = mixed.search(&request("safety")).unwrap();
    assert_eq!((all.total, all.elsewhere), (50, 0), "asked of all kinds, all are found");
    assert!(all.hits.iter().all(|hit| hit.kind == if hit.id < 50 { DOCUMENT } else { find::number("event") }));
    // Beside documents those are counted that the reader may see, whatever the filters.
    let elsewhere = |request: Request| mixed.search(&request).unwrap().elsewhere;
    assert_eq!(elsewhere(documents("safety")), 41);
    assert_eq!(elsewhere(Request { filters: vec![(Facet::City, vec![3])], ..documents("safety") }), 41);
    assert_eq!(elsewhere(Request { deny: HashSet::from([50, 51, 1]), ..documents("safety") }), 39);
    assert_eq!(elsewhere(Request { audiences: vec![], ..documents("safety") }), 0);
    assert_eq!(elsewhere(documents("parks")), 0);
}

#[test]
fn those_who_may_see_do() {
    let (_, mixed) = pair();
    let request = Request { audiences: vec![(PUBLIC, 0), (HIDDEN, 0)], ..request("secret") };
    assert_eq!(mixed.search(&request).unwrap().total, 61);
    let suggested = mixed
        .suggest(&Request { text: "safety s".into(), audiences: vec![(HIDDEN, 0)], limit: 3, ..Request::default() })
        .unwrap();
    assert!(suggested.len() == 3 && suggested[0].contains("secret"));
    assert_eq!(mixed.search(&Request { audiences: vec![], ..request.clone() }).unwrap().total, 0);
    assert!(
        mixed
            .suggest(&Request { text: "safety".into(), audiences: Vec::new(), limit: 3, ..Request::default() })
            .unwrap()
            .is_empty()
    );
}

#[test]
fn what_is_older_than_a_reader_may_see_is_as_if_it_were_not_there() {
    let all = || (1..=30).map(|id| hidden(id, &format!("Safety secret{id}"), "walkers"));
    let (old_and_new, new) = (Index::in_memory(), Index::in_memory());
    old_and_new.apply(all().collect(), vec![], 1).unwrap();
    new.apply(all().filter(|entry| entry.id >= 21).collect(), vec![], 1).unwrap();
    let since = |from: i64| vec![(PUBLIC, 0), (HIDDEN, from)];
    // The whole answer is asked for first: what is remembered of it must not be given to who sees less.
    assert_eq!(old_and_new.search(&Request { audiences: since(0), ..request("") }).unwrap().total, 30);
    for text in ["", "safety", "secret7", "secret25", "sacret7", "walkers"] {
        let ask = |from: i64| Request { audiences: since(from), snippets: true, ..request(text) };
        let (newcomer, everybody) = (old_and_new.search(&ask(21)).unwrap(), new.search(&ask(0)).unwrap());
        assert_eq!(
            (newcomer.total, &newcomer.facets, &newcomer.similar),
            (everybody.total, &everybody.facets, &everybody.similar),
            "{text}"
        );
        assert_eq!(ids(&newcomer), ids(&everybody), "{text}");
    }
    for typed in ["safety secret", "safety secret7", "sec"] {
        let suggested = |index: &Index, from| {
            index
                .suggest(&Request { text: typed.into(), audiences: since(from), limit: 10, ..Request::default() })
                .unwrap()
        };
        assert_eq!(suggested(&old_and_new, 21), suggested(&new, 0), "{typed}");
    }
}

#[test]
fn denied_entries_are_gone_at_once() {
    let index = index(
        (1..=9).map(|id| Entry { city: id as u64, ..entry(id, "en", &format!("Title{id} common"), "") }).collect(),
    );
    // An answer that was remembered before the restriction must not be given after it.
    assert_eq!(index.search(&request("")).unwrap().total, 9);
    let deny: HashSet<i64> = [3, 4, 99].into();
    for text in ["", "common"] {
        let found = index.search(&Request { deny: deny.clone(), ..request(text) }).unwrap();
        assert_eq!(found.total, 7);
        assert!(!ids(&found).contains(&3));
        assert!(found.facets[&Facet::City].iter().all(|&(city, _)| city != 3 && city != 4));
    }
    assert!(
        index.search(&Request { deny: deny.clone(), ..request("title3") }).unwrap().hits.iter().all(|hit| hit.id != 3)
    );
    assert!(
        index
            .suggest(&Request {
                text: "title3".into(),
                audiences: vec![(PUBLIC, 0)],
                limit: 5,
                deny: deny.clone(),
                ..Request::default()
            })
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        index
            .suggest(&Request {
                text: "title5".into(),
                audiences: vec![(PUBLIC, 0)],
                limit: 5,
                deny: deny.clone(),
                ..Request::default()
            })
            .unwrap(),
        ["Title5 common"]
    );
}

#[test]
fn a_changed_audience_counts_from_the_commit_on() {
    let index = index(vec![entry(1, "en", "Minutes of the meeting", "text")]);
    assert_eq!(index.search(&request("")).unwrap().total, 1);
    index.apply(vec![hidden(1, "Minutes of the meeting", "text")], vec![], 2).unwrap();
    assert_eq!(index.len(), 1);
    for text in ["", "minutes", "minutse", "text"] {
        let found = index.search(&request(text)).unwrap();
        assert_eq!((found.total, !found.similar.is_empty()), (0, false));
        assert!(found.facets.values().all(Vec::is_empty));
    }
    assert!(suggest(&index, "min").is_empty());
}
