//! Presentations of Office Open XML: slides in order, each with its notes.

use super::package::Package;
use super::stated::Stated;
use super::words::Words;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let mut sink = Sink::new(bounds.text_bytes);
    let slides = slides(&mut package)?;
    for (number, slide) in slides.iter().enumerate() {
        if number > 0 {
            sink.page();
        }
        let Some(text) = package.part(slide)? else {
            continue;
        };
        xml::walk(&text, &mut Words::new(&mut sink))?;
        drop(text);
        let relations = package.relations(slide)?;
        for notes in relations.of_kind("notesSlide") {
            sink.line();
            if let Some(text) = package.part(notes)? {
                xml::walk(&text, &mut Words::new(&mut sink))?;
            }
        }
    }
    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    found.title = title;
    found.pages = u32::try_from(slides.len()).ok();
    Ok(found)
}

/// Parts of the slides, in the order of the presentation; where that cannot be told, in the order of their numbers.
fn slides(package: &mut Package<'_>) -> Result<Vec<String>, Trouble> {
    let main = package.relations("")?.of_kind("officeDocument").next().unwrap_or("ppt/presentation.xml").to_owned();
    let relations = package.relations(&main)?;
    let mut order = Order::default();
    let text = package.required(&main)?;
    xml::expect_root(&text, "presentation")?;
    xml::walk(&text, &mut order)?;
    drop(text);
    let slides: Vec<String> = order.ids.iter().filter_map(|id| relations.target(id)).map(str::to_owned).collect();
    if !slides.is_empty() {
        return Ok(slides);
    }
    let mut numbered: Vec<(u32, String)> = package
        .names()
        .into_iter()
        .filter_map(|name| {
            let number = name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse().ok()?;
            Some((number, name))
        })
        .collect();
    numbered.sort();
    Ok(numbered.into_iter().map(|(_, name)| name).collect())
}

#[derive(Default)]
struct Order {
    ids: Vec<String>,
}

impl Handler for Order {
    fn start(&mut self, tag: &Tag<'_>) {
        // The slide has an `id` of its own too: the relation is the one with a prefix.
        if tag.name() == "sldId"
            && let Some(id) = tag.relation()
        {
            self.ids.push(id);
        }
    }
}
