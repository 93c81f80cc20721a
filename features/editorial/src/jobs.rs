//! What is done later: the network's first texts, brought once into a new hub.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, Result};
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, Tx, handler};
use texts::{Draft, Parts};
use web::Hub;

use crate::actions::first;
use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Facts, SUMMARY, SUMMARY_CHARS, TITLE};

/// Brings the network's first texts; what was brought before stays as it is.
#[derive(Serialize, Deserialize)]
pub struct BringFirst {}

impl Payload for BringFirst {
    const KIND: &'static str = "editorial.bring-first";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<BringFirst>(Bringer(hub.clone()))]
}

struct Bringer(Hub);

#[async_trait]
impl Does<BringFirst> for Bringer {
    async fn work(&self, _job: BringFirst, _id: i64) -> Result<Done> {
        bring(&self.0).await?;
        Ok(Done::Yes)
    }
}

/// The network's tables of texts, and what they are.
const TABLES: [(Kind, &str); 3] =
    [(Kind::Question, "questions"), (Kind::Myth, "myths"), (Kind::Initiative, "initiatives")];

/// Brings all of them, each in a transaction of its own.
async fn bring(hub: &Hub) -> Result<()> {
    for (kind, table) in TABLES {
        for text in hub.network.first_texts(table)? {
            let name = format!("{table}/{}", text.name);
            if rows::has_first(&hub.db.read(), &name).await? {
                continue;
            }
            let languages = hub.network.languages.iter();
            let written: Vec<_> =
                languages.filter_map(|lang| Some((*lang, hub.network.first_text(table, &text.name, *lang)?))).collect();
            if written.is_empty() {
                continue;
            }
            let facts = Facts {
                section: text.group.clone(),
                position: text.position,
                sources: text.sources.split(';').map(str::to_owned).collect(),
                revision: 1,
                ..Facts::default()
            };
            let tx = hub.db.begin().await?;
            let item = rows::insert(&tx, kind, Some(&name)).await?;
            for (lang, markdown) in &written {
                let parts = parts(kind, markdown).with(ADDRESS, text.addresses.own(*lang).unwrap_or(&text.name));
                write(&tx, kind, item.id, *lang, parts).await?;
            }
            first(&tx, &item, &facts).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn write(tx: &Tx, kind: Kind, item: i64, lang: base::Lang, parts: Parts) -> Result<()> {
    let draft = Draft { parts, ready: true, ..Draft::default() };
    texts::write(tx, &Actor::System, kind.thing(item), lang, &draft).await.map(|_| ())
}

/// The parts of a text: what stands behind `#` is its title, and of all but a question the first paragraph says it in short.
pub(crate) fn parts(kind: Kind, markdown: &str) -> Parts {
    let (title, rest) = web::markdown::title_and_rest(markdown);
    let rest = rest.trim();
    let (summary, body) = match (kind, rest.split_once("\n\n")) {
        (Kind::Question, _) | (_, None) => ("", rest),
        (_, Some((summary, body))) => (summary, body),
    };
    // In short means without links: lists show it.
    let summary = web::markdown::words(&web::markdown::html(summary), SUMMARY_CHARS);
    Parts::default().with(TITLE, title).with(SUMMARY, summary).with(BODY, body.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use network::Network;

    #[test]
    fn all_first_texts_are_whole_in_each_language() {
        let network = Network::embedded().expect("the network");
        for (kind, table) in TABLES {
            let texts = network.first_texts(table).expect("a table");
            assert!(!texts.is_empty(), "{table}");
            for text in texts {
                for lang in &network.languages {
                    let markdown = network.first_text(table, &text.name, *lang);
                    let parts = parts(kind, &markdown.unwrap_or_else(|| panic!("{table}/{}.{lang}", text.name)));
                    assert!(crate::rules::is_whole(kind, &parts), "{table}/{}.{lang}", text.name);
                    assert!(!parts.get(SUMMARY).ends_with('…'), "{table}/{}.{lang} is cut", text.name);
                    assert_eq!(crate::address::address(text.addresses.get(*lang)), text.addresses.get(*lang));
                }
                for source in text.sources.split(';') {
                    assert!(network.source(source).is_some(), "{table}/{}: {source}", text.name);
                }
                let is_section = crate::kinds::SECTIONS.contains(&text.group.as_str());
                assert_eq!(is_section, kind == Kind::Question, "{table}/{}", text.name);
            }
        }
    }
}
