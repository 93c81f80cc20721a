//! The site's pages as a tree: which stands below which, and which the menu and the foot lead to.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, FieldError, Lang, Result};
use store::Tx;
use texts::Text;
use web::Hub;
use web::links::{Place, Placed};
use web::parts::Menus;

use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, Facts, HOME, Item, TITLE};

/// Pages of the tree at most: of a site with more the rest stands in no menu and below no page.
pub const PAGES: i64 = 2_000;
/// How deep pages stand below each other at most.
pub const DEPTH: usize = 5;
/// Pages that the team puts into the main menu at most: a narrow screen shows them all, a bar has no room for more.
pub const IN_MENU: usize = 3;
/// Pages that the team puts into a section of the foot at most.
pub const IN_FOOT: usize = 10;

/// The place of this name.
fn place_of(name: &str) -> Option<Place> {
    match name {
        "menu" => Some(Place::Main),
        "foot-network" => Some(Place::FootNetwork),
        "foot-together" => Some(Place::FootTogether),
        "foot-open" => Some(Place::FootOpen),
        _ => None,
    }
}

/// A page of the tree, as readers have it.
pub struct Node {
    /// The page.
    pub item: Item,
    texts: Vec<Text>,
}

impl Node {
    /// What it is called, with the language of that and its address behind the language.
    pub fn named(&self, lang: Lang, languages: &[Lang]) -> Option<(Lang, &str, String)> {
        let text = texts::best(&self.texts, lang, languages)?;
        Some((text.lang, text.get(TITLE), self.item.path(text.get(ADDRESS))))
    }
}

/// All pages that readers have, in their order.
pub struct Tree(Vec<Node>);

impl Tree {
    /// Read once for all readers, until a page changes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(hub: &Hub) -> Result<Arc<Tree>> {
        hub.shared(Kind::Page.topic(), read(hub)).await
    }

    /// The pages above this one, the uppermost first.
    pub fn above(&self, item: &Item) -> Vec<&Node> {
        let mut above = Vec::new();
        let mut parent = item.parent;
        while let Some(node) = parent.and_then(|id| self.0.iter().find(|node| node.item.id == id))
            && above.len() < DEPTH
        {
            above.push(node);
            parent = node.item.parent;
        }
        above.reverse();
        above
    }

    /// The pages right below this one.
    pub fn below(&self, id: i64) -> impl Iterator<Item = &Node> {
        self.0.iter().filter(move |node| node.item.parent == Some(id))
    }

    /// Those below which this one may stand: not itself, none that is below it, and not the home page, which is above all.
    pub fn parents_for<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Node> {
        self.0.iter().filter(|node| {
            let own = node.item.id == item.id || node.item.parent == Some(item.id);
            !own && is_parent(&node.item) && !self.above(&node.item).iter().any(|above| above.item.id == item.id)
        })
    }
}

/// Whether pages may stand below it.
fn is_parent(item: &Item) -> bool {
    item.kind == Kind::Page && item.fixed() != Some(HOME)
}

async fn read(hub: &Hub) -> Result<Tree> {
    let sql = hub.db.read();
    let items = rows::pages(&sql, hub.now(), PAGES).await?;
    let things: Vec<_> = items.iter().map(Item::thing).collect();
    let mut texts = texts::live(&sql, &things, &[TITLE, ADDRESS]).await?;
    let node = |item: Item| Node { texts: texts.remove(&item.thing()).unwrap_or_default(), item };
    Ok(Tree(items.into_iter().map(node).collect()))
}

pub(crate) struct PlacedPages;

#[async_trait]
impl Menus for PlacedPages {
    async fn placed(&self, hub: &Hub) -> Result<Vec<Placed>> {
        let tree = Tree::of(hub).await?;
        let languages = &hub.network.languages;
        let one = |node: &Node| {
            let place = place_of(&node.item.place)?;
            // The best one for whoever has none in their language comes first.
            let first = texts::best(&node.texts, languages[0], languages)?.lang;
            let order = std::iter::once(first).chain(languages.iter().copied());
            let named = order.filter_map(|lang| node.named(lang, languages));
            let mut texts: Vec<(Lang, String, String)> =
                named.map(|(lang, title, path)| (lang, title.to_owned(), path)).collect();
            let mut there = Vec::new();
            texts.retain(|(lang, ..)| {
                !there.contains(lang) && {
                    there.push(*lang);
                    true
                }
            });
            Some(Placed { place, texts })
        };
        Ok(tree.0.iter().filter_map(one).collect())
    }
}

/// The page may stand where these facts say. Held to the end of the transaction: two that are put below each other at once
/// would be below themselves.
pub(crate) async fn check(tx: &Tx, item: &Item, facts: &Facts) -> Result<()> {
    if facts.parent.is_none() && facts.place.is_empty() {
        return Ok(());
    }
    if item.fixed().is_some() {
        // The form does not offer it.
        return Err(Fail::field("", "error-page-fixed"));
    }
    tx.one_at_a_time("editorial tree").await?;
    let mut parent = facts.parent;
    let mut depth = rows::depth_below(tx, item.id, DEPTH).await?;
    while let Some(id) = parent {
        depth += 1;
        if id == item.id {
            return Err(Fail::field("parent", "error-page-loop"));
        }
        if depth > DEPTH {
            return Err(Fail::Invalid(vec![FieldError::new("parent", "error-page-deep").with("max", DEPTH)]));
        }
        let above = rows::item(tx, id).await?;
        if !is_parent(&above) {
            return Err(Fail::Invalid(vec![FieldError::new("parent", "error-choose").with("label", "page-parent")]));
        }
        parent = above.parent;
    }
    let room = if facts.place == "menu" { IN_MENU } else { IN_FOOT };
    if !facts.place.is_empty() && rows::placed_beside(tx, item.id, &facts.place).await? >= room as i64 {
        return Err(Fail::Invalid(vec![FieldError::new("place", "error-page-place").with("max", room)]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::PLACES;

    #[test]
    fn each_place_is_somewhere() {
        let mut places: Vec<String> =
            PLACES.iter().map(|name| format!("{:?}", place_of(name).expect("a place"))).collect();
        places.dedup();
        assert_eq!(places.len(), PLACES.len());
        assert!(place_of("").is_none());
    }
}
