//! Totals and counts against a model that does the obvious.

use super::*;
use find::Facet;
use proptest::prelude::*;
use std::collections::HashMap;

fn values(entry: &Entry, facet: Facet) -> Vec<u64> {
    match facet {
        Facet::Theme => entry.themes.clone(),
        Facet::City => vec![entry.city],
        Facet::Country => vec![entry.country],
        Facet::Region => vec![entry.region],
        Facet::Language => vec![entry.language],
        Facet::Type => vec![entry.document_type],
        Facet::Kind => vec![entry.kind],
        Facet::Year => vec![entry.year],
        Facet::Audience => entry.audiences.iter().map(|audience| audience.number().cast_unsigned()).collect(),
    }
}

/// Total and all-but-own counts, the slow way.
fn model(entries: &[Entry], request: &Request) -> (usize, HashMap<Facet, Vec<(u64, usize)>>) {
    let passes = |entry: &Entry, but: Option<Facet>| {
        request.audiences.iter().any(|(audience, from)| entry.audiences.contains(audience) && entry.id >= *from)
            && !request.deny.contains(&entry.id)
            && (request.text.is_empty() || entry.title.contains(&request.text))
            && request.filters.iter().all(|(facet, asked)| {
                Some(*facet) == but
                    || asked.is_empty()
                    || values(entry, *facet).iter().any(|value| asked.contains(value))
            })
    };
    let facets = Facet::ALL.into_iter().map(|facet| {
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for entry in entries.iter().filter(|entry| passes(entry, Some(facet))) {
            let mut values = values(entry, facet);
            values.sort_unstable();
            values.dedup();
            values.retain(|&value| value != 0 || facet == Facet::Audience);
            values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
        let mut counts: Vec<(u64, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|&(value, count)| (std::cmp::Reverse(count), value));
        (facet, counts)
    });
    (entries.iter().filter(|entry| passes(entry, None)).count(), facets.collect())
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let fields =
        (prop::collection::vec(0..5u64, 0..4), 0..4u64, 0..3u64, 0..3u64, 0..3u64, 0..3u64, 0..4i64, any::<bool>());
    prop::collection::vec(fields, 0..40).prop_map(|all| {
        let make = |(id, (themes, city, country, region, language, kind, audience, word))| Entry {
            themes,
            city,
            country,
            region,
            language,
            kind,
            year: 2020 + city,
            // Some are for two audiences.
            audiences: (audience..=audience + audience % 2).map(Audience::from_number).collect(),
            ..entry(id, "en", if word { "harbour" } else { "mountain" }, "")
        };
        (1..).zip(all).map(make).collect()
    })
}

fn filters() -> impl Strategy<Value = Vec<(Facet, Vec<u64>)>> {
    let facet = prop::sample::select(Facet::ALL.to_vec());
    prop::collection::hash_map(facet, prop::collection::vec(0..4u64, 0..3), 0..4)
        .prop_map(|map| map.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn counts_are_those_of_the_model(
        entries in entries(),
        requests in prop::collection::vec(
            (filters(), prop::collection::hash_map(1..4i64, 0..30i64, 0..4), prop::collection::hash_set(0..40i64, 0..6), any::<bool>()),
            6,
        ),
        chunk in 1..30usize,
    ) {
        let index = Index::in_memory();
        for (place, chunk) in entries.chunks(chunk).enumerate() {
            index.apply(chunk.to_vec(), vec![], place as i64).unwrap();
        }
        for (filters, audiences, deny, words) in requests {
            let text = if words { "harbour" } else { "" };
            let audiences = audiences.into_iter().map(|(own, from)| (Audience::from_number(own), from / 2)).collect();
            let request = Request { filters, audiences, deny, ..request(text) };
            let found = index.search(&request).unwrap();
            let (total, facets) = model(&entries, &request);
            prop_assert_eq!(found.total, total);
            prop_assert_eq!(found.hits.len(), total.min(20));
            let empty = Vec::new();
            for facet in Facet::ALL {
                prop_assert_eq!(found.facets.get(&facet).unwrap_or(&empty), &facets[&facet], "{:?} {:?}", facet, &request);
            }
        }
    }
}

#[test]
fn filters_on_one_facet_given_twice_are_alternatives() {
    let index = index((1..=4).map(|id| Entry { city: id as u64, ..entry(id, "en", "t", "") }).collect());
    let filters = vec![(Facet::City, vec![1]), (Facet::City, vec![3]), (Facet::Type, vec![])];
    let found = index.search(&Request { filters, ..request("") }).unwrap();
    assert_eq!(ids(&found), [3, 1]);
}
