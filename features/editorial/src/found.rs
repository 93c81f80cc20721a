//! What readers have, in the search index and among the hits of the one search.

use std::collections::HashMap;

use async_trait::async_trait;
use base::{Audience, CityId, Result};
use chrono::Datelike;
use cities::City;
use find::number;
use texts::Text;
use web::finding::{FOUND, Labels};
use web::parts::{CardOfHit, Hits, KindOfHit, SearchKind};
use web::{Hub, Visit};

use crate::kinds::{Kind, kind_words, kinds_words, section_words};
use crate::lines::words_alone;
use crate::rows::{self, Entry};
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE};

/// Characters of a body that are looked at to say what it is about, where nothing is said in short: Markdown.
const BEGINNING_CHARS: usize = 600;

/// What is published of one kind.
pub(crate) struct Published(pub Kind);

#[async_trait]
impl SearchKind for Published {
    fn kind(&self) -> &'static str {
        self.0.code()
    }

    async fn entries(&self, hub: &Hub, ids: &[i64]) -> Result<Vec<find::Entry>> {
        let sql = hub.db.read();
        let items = rows::shown_of(&sql, Some(self.0), hub.now(), ids).await?;
        let ids: Vec<i64> = items.iter().map(|item| item.id).collect();
        let things: Vec<_> = items.iter().map(Item::thing).collect();
        let mut texts = texts::live(&sql, &things, &[TITLE, SUMMARY, BODY]).await?;
        let mut themes = rows::themes(&sql, &ids).await?;
        let of = rows::cities_of(&sql, &ids).await?;
        let mut wanted: Vec<CityId> = of.values().flatten().copied().collect();
        wanted.sort();
        wanted.dedup();
        let cities = cities::by_ids(&sql, &wanted).await?;
        let entry = |item: Item| {
            let texts = texts.remove(&item.thing()).unwrap_or_default();
            let own = of.get(&item.id).into_iter().flatten().filter_map(|id| cities.get(id));
            // Who is no member is no city of it, as on its page.
            let own: Vec<&City> = own.filter(|city| city.membership.is_member()).collect();
            entry(hub, &item, &texts, &themes.remove(&item.id).unwrap_or_default(), &own)
        };
        Ok(items.into_iter().filter_map(entry).collect())
    }

    fn follows(&self, kind: &str) -> bool {
        // It is found by the names of its cities.
        kind == "city"
    }

    async fn followers_of(&self, hub: &Hub, item: i64, after: i64, limit: usize) -> Result<Vec<i64>> {
        rows::shown_of_city(&hub.db.read(), self.0, item, after, limit as i64).await
    }

    async fn ids_after(&self, hub: &Hub, after: i64, limit: usize) -> Result<Vec<i64>> {
        let items = rows::shown_after(&hub.db.read(), self.0, hub.now(), after, limit as i64).await?;
        Ok(items.into_iter().map(|item| item.id).collect())
    }
}

/// Markdown in plain words.
fn plain(markdown: &str) -> String {
    web::markdown::words(&web::markdown::html(&words_alone(markdown)), usize::MAX)
}

/// The source as it is; all that its translations say, and what it belongs to, as labels in their languages.
fn entry(hub: &Hub, item: &Item, texts: &[Text], themes: &[String], own_cities: &[&City]) -> Option<find::Entry> {
    let source = texts.iter().find(|text| text.source).or(texts.first())?;
    let others: Vec<&Text> = texts.iter().filter(|text| text.lang != source.lang).collect();
    let network = &hub.network;
    let mut labels = Labels::default();
    for text in &others {
        labels.add(text.lang.code(), text.get(TITLE));
        labels.add(text.lang.code(), text.get(SUMMARY));
        labels.add(text.lang.code(), &plain(text.get(BODY)));
    }
    for &lang in &network.languages {
        labels.add(lang.code(), &hub.words.write(lang, kind_words(item.kind), &[]));
        if !item.section.is_empty() {
            labels.add(lang.code(), &hub.words.write(lang, &section_words(&item.section), &[]));
        }
        for theme in themes.iter().filter_map(|slug| network.theme(slug)) {
            labels.add(lang.code(), theme.label(lang));
        }
    }
    for city in own_cities {
        cities::label(hub, city, &[], &mut labels);
    }
    Some(find::Entry {
        id: item.id,
        audiences: vec![Audience::EVERYONE],
        title: source.get(TITLE).to_owned(),
        abstract_text: source.get(SUMMARY).to_owned(),
        body: plain(source.get(BODY)),
        labels: labels.all(),
        lang: source.lang.code().to_owned(),
        themes: themes.iter().map(|slug| number(slug)).collect(),
        city: the_one(own_cities.iter().map(|city| city.id.0.unsigned_abs())),
        country: the_one(own_cities.iter().map(|city| number(&city.country))),
        region: the_one(own_cities.iter().map(|city| number(&city.region))),
        language: number(source.lang.code()),
        also_in: others.iter().map(|text| number(text.lang.code())).collect(),
        year: if matches!(item.kind, Kind::News | Kind::Release) {
            item.published_at.map_or(0, |at| at.year().unsigned_abs().into())
        } else {
            0
        },
        date: item.published_at.map_or(0, |at| at.timestamp_micros()),
        title_key: web::format::sort_key(source.get(TITLE)),
        ..find::Entry::default()
    })
}

/// What all of these are; 0 where they differ, or there is none.
fn the_one(mut values: impl Iterator<Item = u64>) -> u64 {
    let first = values.next().unwrap_or(0);
    if values.all(|value| value == first) { first } else { 0 }
}

/// What is published, of all kinds: read together.
pub(crate) struct FoundTexts;

#[async_trait]
impl Hits for FoundTexts {
    fn kinds(&self, visit: &Visit) -> Vec<KindOfHit> {
        let named = |kind: Kind| {
            let (one, all) = (visit.t(kind_words(kind)), visit.t(kinds_words(kind)));
            KindOfHit { code: kind.code(), one, all }
        };
        Kind::ALL.into_iter().map(named).collect()
    }

    async fn cards(&self, visit: &Visit, ids: &[i64]) -> Result<HashMap<i64, CardOfHit>> {
        let sql = visit.hub.db.read();
        let items = rows::shown_of(&sql, None, visit.hub.now(), ids).await?;
        let mut themes = rows::themes(&sql, ids).await?;
        let entries = rows::entries(visit, items, &[TITLE, SUMMARY, BODY, ADDRESS]).await?;
        let card = |entry: Entry| {
            let themes = themes.remove(&entry.item.id).unwrap_or_default();
            (entry.item.id, card(visit, &entry, themes))
        };
        Ok(entries.into_iter().map(card).collect())
    }

    fn topics(&self) -> Vec<&'static str> {
        vec![FOUND, "cities"]
    }
}

fn card(visit: &Visit, entry: &Entry, themes: Vec<String>) -> CardOfHit {
    let (item, text) = (&entry.item, &entry.text);
    let mut facts = Vec::new();
    if matches!(item.kind, Kind::News | Kind::Release) {
        facts.extend(item.published_at.map(|at| visit.date(&at)));
    }
    if !item.section.is_empty() {
        facts.push(visit.t(section_words(&item.section)));
    }
    CardOfHit {
        path: entry.path(),
        title: text.get(TITLE).to_owned(),
        lang: text.lang.code().to_owned(),
        summary: match text.get(SUMMARY) {
            // How the source begins the index tells.
            "" if text.source => String::new(),
            "" => plain(&web::finding::shortened(text.get(BODY), BEGINNING_CHARS)),
            summary => summary.to_owned(),
        },
        said_in: text.lang.code().to_owned(),
        facts,
        themes,
        quoted: text.source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_indexed_in_plain_words() {
        let text = "# A *plan*\n\n[Read](/funders) | this\n\n![A map](picture:0000000000071)\n\n- one\n- two";
        assert_eq!(plain(text), "A plan Read | this one two");
    }

    #[test]
    fn a_facet_has_one_value_or_none() {
        assert_eq!([the_one([7, 7].into_iter()), the_one([7, 8].into_iter()), the_one([].into_iter())], [7, 0, 0]);
    }
}
