//! Writing what cities are called, and what follows from it: what they are found and sorted by.

use base::{Actor, CityId, Lang, Result};
use network::Network;
use store::Tx;
use texts::{Draft, First, InLanguages};
use web::translated::Brought;

use crate::names::{Change, NAME, Named, Unnamed, change, folded, parts, thing};
use crate::rows;

/// Held while names are written: what somebody corrects on another node while a language is added would be sorted by its name of
/// before.
pub(crate) const LOCK: &str = "city-names";

/// Writes the names of a form, the first of which is the source's, and what follows from them. The city's row is held: nobody
/// else writes them.
pub(crate) async fn write(tx: &Tx, actor: &Actor, network: &Network, city: CityId, names: &[Named]) -> Result<()> {
    let thing = thing(city);
    let before = texts::newest(tx, thing).await?;
    let of = |lang: Lang| before.iter().find(|text| text.lang == lang);
    let mut source = 0;
    let mut source_changes = false;
    for (place, own) in names.iter().enumerate() {
        let seen = of(own.lang).map_or(0, |text| text.number);
        let said = of(own.lang).map(|text| text.parts.get(NAME));
        let done = match place {
            0 if said == Some(own.name.as_str()) => Change::None,
            0 => Change::Written,
            _ => change(own, said, source_changes),
        };
        let number = match done {
            Change::None => seen,
            Change::Written => {
                let draft = Draft { parts: parts(&own.name), seen, ready: true, ..Draft::default() };
                texts::write(tx, actor, thing, own.lang, &draft).await?
            }
            Change::Confirmed => {
                texts::confirm(tx, actor, thing, own.lang, seen, source).await?;
                seen
            }
        };
        if place == 0 {
            (source, source_changes) = (number, number != seen);
        }
    }
    texts::publish(tx, thing, None).await?;
    follow(tx, network, city).await
}

/// Writes one name, as the translation of what the source said in a revision; answers its revision.
pub(crate) async fn translate(
    tx: &Tx,
    actor: &Actor,
    network: &Network,
    city: CityId,
    brought: &Brought<'_>,
    name: &str,
) -> Result<i64> {
    let thing = thing(city);
    let (seen, rendered) = (brought.seen, Some(brought.rendered));
    let draft = Draft { parts: parts(name), seen, rendered, ready: true, ..Draft::default() };
    let number = texts::write(tx, actor, thing, brought.lang, &draft).await?;
    texts::publish(tx, thing, None).await?;
    follow(tx, network, city).await?;
    Ok(number)
}

/// Brings what a city is found and sorted by up to its names.
async fn follow(tx: &Tx, network: &Network, city: CityId) -> Result<()> {
    let names = rows::names(tx, city).await?;
    // Also in languages that only other nodes know yet, or that the network may take up again.
    let mut languages = rows::key_languages(tx, city).await?;
    languages.extend(&network.languages);
    languages.sort();
    languages.dedup();
    rows::set_folded(tx, city, &folded(&names)).await?;
    let keys = languages.into_iter().map(|lang| (city, lang, web::format::sort_key(names.get(lang))));
    rows::set_keys(tx, keys.collect()).await
}

/// Names cities that have no names yet, and keeps what they are sorted by; answers what they are found by.
pub(crate) async fn bring(tx: &Tx, network: &Network, cities: &[Unnamed]) -> Result<Vec<(CityId, String)>> {
    let first: Vec<First> = cities.iter().map(|city| city.first(network)).collect();
    texts::bring(tx, &Actor::System, &first).await?;
    let (mut keys, mut found) = (Vec::new(), Vec::new());
    for (city, first) in cities.iter().zip(first) {
        let names = InLanguages::of(first.texts.iter().map(|(lang, parts)| (*lang, parts.get(NAME).to_owned())));
        keys.extend(network.languages.iter().map(|lang| (city.city, *lang, web::format::sort_key(names.get(*lang)))));
        found.push((city.city, folded(&names)));
    }
    rows::set_keys(tx, keys).await?;
    Ok(found)
}
