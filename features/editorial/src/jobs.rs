//! What is done later: the network's first texts, brought once into a new hub.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, Fail, Lang, Result};
use network::Network;
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, Tx, handler};
use texts::{Draft, Parts};
use web::Hub;
use web::parts::Chore;

use crate::actions::{end, first, held, publish_planned};
use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Facts, HOME, PAGES, SUMMARY, SUMMARY_CHARS, TITLE};
use crate::schedule::PublishPlanned;
use crate::voices::Ends;

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
    vec![
        handler::<BringFirst>(Bringer(hub.clone())),
        handler::<PublishPlanned>(Publisher(hub.clone())),
        handler::<Ends>(Ender(hub.clone())),
    ]
}

struct Publisher(Hub);

#[async_trait]
impl Does<PublishPlanned> for Publisher {
    async fn work(&self, job: PublishPlanned, _id: i64) -> Result<Done> {
        publish_planned(&self.0, &job).await?;
        Ok(Done::Yes)
    }
}

struct Ender(Hub);

#[async_trait]
impl Does<Ends> for Ender {
    async fn work(&self, job: Ends, _id: i64) -> Result<Done> {
        end(&self.0, &job).await?;
        Ok(Done::Yes)
    }
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

/// A text that is to be brought.
struct Brought {
    kind: Kind,
    /// Its name, for ever: the table's and its own.
    first: String,
    /// Each language with its Markdown and the last part of its address.
    written: Vec<(Lang, String, String)>,
    facts: Facts,
}

/// All that the network's folder has.
fn first_texts(network: &Network) -> Result<Vec<Brought>> {
    let mut all = Vec::new();
    let written = |folder: &str, name: &str, address: &dyn Fn(Lang) -> String| -> Vec<(Lang, String, String)> {
        let languages = network.languages.iter();
        let own = languages.filter_map(|lang| Some((*lang, network.first_text(folder, name, *lang)?, address(*lang))));
        own.collect()
    };
    for name in network.page_names() {
        let written = written("pages", &name, &|_| name.clone());
        let facts = Facts { revision: 1, ..Facts::default() };
        all.push(Brought { kind: Kind::Page, first: format!("{PAGES}{name}"), written, facts });
    }
    if !network.page_names().iter().any(|name| name == HOME) {
        // What the network says of itself in its settings, until the team writes it anew.
        let settings = &network.settings;
        let said = |lang: Lang| {
            (lang, format!("# {}\n\n{}", settings.headline.get(lang), settings.description.get(lang)), HOME.to_owned())
        };
        let facts = Facts { revision: 1, ..Facts::default() };
        let written = network.languages.iter().map(|lang| said(*lang)).collect();
        all.push(Brought { kind: Kind::Page, first: format!("{PAGES}{HOME}"), written, facts });
    }
    for (kind, table) in TABLES {
        for text in network.first_texts(table)? {
            let address = |lang: Lang| text.addresses.own(lang).unwrap_or(&text.name).to_owned();
            let written = written(table, &text.name, &address);
            let facts = Facts {
                section: text.group.clone(),
                position: text.position,
                sources: text.sources.split(';').map(str::to_owned).collect(),
                revision: 1,
                ..Facts::default()
            };
            all.push(Brought { kind, first: format!("{table}/{}", text.name), written, facts });
        }
    }
    all.retain(|text| !text.written.is_empty());
    Ok(all)
}

/// Brings what is not there yet, each text in a transaction of its own.
async fn bring(hub: &Hub) -> Result<()> {
    let there = rows::firsts(&hub.db.read()).await?;
    for text in first_texts(&hub.network)? {
        if there.contains(&text.first) {
            continue;
        }
        let tx = hub.db.begin().await?;
        let item = match rows::insert(&tx, text.kind, Some(&text.first)).await {
            // Another node brings it.
            Err(Fail::Taken(_)) => continue,
            item => item?,
        };
        for (lang, markdown, address) in &text.written {
            write(&tx, text.kind, item.id, *lang, parts(text.kind, markdown).with(ADDRESS, address)).await?;
        }
        first(&tx, &item, &text.facts).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Hubs of before have pages as files: they are brought once, at the first start of this program. Nothing else is, since such a
/// hub's folder has nothing else.
pub(crate) struct FirstTexts;

#[async_trait]
impl Chore for FirstTexts {
    async fn run(&self, hub: &Hub) -> Result<()> {
        bring(hub).await
    }
}

/// Things of before whose links are noted in one round.
const ROUND: i64 = 200;
/// Things that are withdrawn in one round.
const ENDED: i64 = 1_000;

/// Asks again for what is planned and whose time has passed: whatever became of its job, readers have it.
pub(crate) struct Overdue;

#[async_trait]
impl Chore for Overdue {
    async fn run(&self, hub: &Hub) -> Result<()> {
        for (item, plan) in rows::overdue(&hub.db.read(), hub.now()).await? {
            let tx = hub.db.begin().await?;
            tx.enqueue(&PublishPlanned { item, plan, by: None, seen: None }).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Withdraws what should have ended: whatever became of its job.
pub(crate) struct Ended;

#[async_trait]
impl Chore for Ended {
    async fn run(&self, hub: &Hub) -> Result<()> {
        for item in rows::ending(&hub.db.read(), hub.now(), ENDED).await? {
            if let Some(at) = item.ends_at {
                end(hub, &Ends { item: item.id, at }).await?;
            }
        }
        Ok(())
    }
}

/// What a program of before published has no links noted.
pub(crate) struct LinksOfBefore;

#[async_trait]
impl Chore for LinksOfBefore {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let left = "SELECT id FROM editorial_items WHERE shown AND NOT links_noted ORDER BY id LIMIT $1";
            let ids = hub.db.read().raw(left, store::params![ROUND]).await?;
            for row in &ids {
                let tx = hub.db.begin().await?;
                // Somebody may publish it at this moment.
                let item = held(&tx, row.get("id")?).await?;
                crate::care::note(&tx, &item).await?;
                tx.commit().await?;
            }
            if ids.len() < ROUND as usize {
                return Ok(());
            }
        }
    }
}

/// Forgets links to previews that ended long ago.
pub(crate) struct OldPreviews;

#[async_trait]
impl Chore for OldPreviews {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let tx = hub.db.begin().await?;
        crate::previews::forget_old(&tx).await?;
        tx.commit().await
    }
}

async fn write(tx: &Tx, kind: Kind, item: i64, lang: Lang, parts: Parts) -> Result<()> {
    let draft = Draft { parts, ready: true, ..Draft::default() };
    texts::write(tx, &Actor::System, kind.thing(item), lang, &draft).await.map(|_| ())
}

/// The parts of a text: what stands behind `#` is its title, and of all but a question the first paragraph says it in short.
pub(crate) fn parts(kind: Kind, markdown: &str) -> Parts {
    let (title, rest) = web::markdown::title_and_rest(markdown);
    let rest = rest.trim();
    let (summary, body) = match (kind, rest.split_once("\n\n")) {
        (Kind::Question | Kind::Page, _) | (_, None) => ("", rest),
        (_, Some((summary, body))) => (summary, body),
    };
    // In short means without links: lists show it.
    let summary = web::markdown::words(&web::markdown::html(summary), SUMMARY_CHARS);
    Parts::default().with(TITLE, title).with(SUMMARY, summary).with(BODY, body.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_first_texts_are_whole_in_each_language() {
        let network = Network::embedded().expect("the network");
        let texts = first_texts(&network).expect("texts");
        assert_eq!(texts.len(), 8 + 16 + 7 + 6, "pages with home, questions, myths, initiatives");
        for text in texts {
            assert_eq!(text.written.len(), network.languages.len(), "{}", text.first);
            for (lang, markdown, address) in &text.written {
                let parts = parts(text.kind, markdown);
                assert!(crate::rules::is_whole(text.kind, &parts), "{}.{lang}", text.first);
                assert!(!parts.get(SUMMARY).ends_with('…'), "{}.{lang} is cut", text.first);
                assert_eq!(crate::address::address(address), *address, "{}.{lang}", text.first);
            }
            for source in &text.facts.sources {
                assert!(network.source(source).is_some(), "{}: {source}", text.first);
            }
            let is_section = crate::kinds::SECTIONS.contains(&text.facts.section.as_str());
            assert_eq!(is_section, text.kind == Kind::Question, "{}", text.first);
        }
    }
}
