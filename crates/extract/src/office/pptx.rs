//! Presentations of Office Open XML: slides in order, each with its diagrams, charts and notes.

use std::collections::HashSet;

use super::beside;
use super::package::{Package, Relations};
use super::stated::Stated;
use super::words::Words;
use super::xlsx;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::format::is_ole;
use crate::found::{Bounds, Found};
use crate::ole;
use crate::sink::Sink;

/// Objects inside objects.
const INSIDE: usize = 2;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let mut sink = Sink::new(bounds.text_bytes);
    let slides = slides(&mut package)?;
    let mut masters = HashSet::new();
    for (number, slide) in slides.iter().enumerate() {
        if number > 0 {
            sink.page();
        }
        read_slide(&mut package, slide, &mut masters, INSIDE, &mut sink)?;
    }
    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    found.title = title;
    found.pages = u32::try_from(slides.len()).ok();
    Ok(found)
}

/// One slide. `masters` are the masters and layouts whose text was read already: it stands on every slide, and is read with the first.
fn read_slide(
    package: &mut Package<'_>,
    slide: &str,
    masters: &mut HashSet<String>,
    inside: usize,
    sink: &mut Sink,
) -> Result<(), Trouble> {
    let Some(text) = package.part(slide)? else { return Ok(()) };
    if beside::is_left_out(&text) {
        return Ok(());
    }
    xml::walk(&text, &mut Words::new(sink))?;
    drop(text);
    let relations = package.relations(slide)?;
    beside::read(package, &relations, sink)?;
    if inside > 0 {
        read_inside(package, &relations, inside - 1, sink)?;
    }
    read_masters(package, &relations, masters, sink)?;
    for notes in relations.of_kind("notesSlide") {
        sink.line();
        if let Some(text) = package.part(notes)? {
            xml::walk(&text, &mut Words::new(sink))?;
        }
    }
    Ok(())
}

/// The layout of a slide, and the master of the layout, where they are met for the first time.
fn read_masters(
    package: &mut Package<'_>,
    relations: &Relations,
    masters: &mut HashSet<String>,
    sink: &mut Sink,
) -> Result<(), Trouble> {
    for layout in relations.of_kind("slideLayout") {
        if !masters.insert(layout.to_owned()) {
            continue;
        }
        read_master(package, layout, sink)?;
        for master in package.relations(layout)?.of_kind("slideMaster") {
            if masters.insert(master.to_owned()) {
                read_master(package, master, sink)?;
            }
        }
    }
    Ok(())
}

fn read_master(package: &mut Package<'_>, part: &str, sink: &mut Sink) -> Result<(), Trouble> {
    sink.end_line();
    if let Some(text) = package.part(part)? {
        xml::walk(&text, &mut Words::of_master(sink))?;
    }
    Ok(())
}

/// Presentations and workbooks that stand on a slide as objects. Of a broken one the picture on the slide is left.
fn read_inside(
    package: &mut Package<'_>,
    relations: &Relations,
    inside: usize,
    sink: &mut Sink,
) -> Result<(), Trouble> {
    for part in relations.of_kind("package").chain(relations.of_kind("oleObject")) {
        let Some(file) = package.file(part)? else { continue };
        let Some(file) = (if is_ole(&file) { ole::packed(&file) } else { Some(file) }) else { continue };
        let Ok(mut inner) = Package::inside(&file, package) else { continue };
        sink.end_line();
        let read = read_object(&mut inner, inside, sink);
        package.spent_like(&inner);
        if let Err(Trouble::TooLarge) = read {
            return Err(Trouble::TooLarge);
        }
    }
    Ok(())
}

/// Reads a package that stands on a slide of an old presentation, as one that stands on a slide of today. `room` is how many bytes it may
/// inflate to; what is left of it is written back.
pub(crate) fn read_packed(file: &[u8], room: &mut usize, inside: usize, sink: &mut Sink) -> Result<(), Trouble> {
    let mut package = Package::within(file, *room as u64)?;
    let read = read_object(&mut package, inside, sink);
    *room = usize::try_from(package.left()).unwrap_or(0).min(*room);
    read
}

fn read_object(object: &mut Package<'_>, inside: usize, sink: &mut Sink) -> Result<(), Trouble> {
    if xlsx::is_workbook(object)? {
        return xlsx::read_shown(object, sink);
    }
    let mut masters = HashSet::new();
    for slide in slides(object)? {
        sink.end_line();
        read_slide(object, &slide, &mut masters, inside, sink)?;
    }
    Ok(())
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
