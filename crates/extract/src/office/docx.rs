//! Word processor documents of Office Open XML.

use super::beside;
use super::package::Package;
use super::stated::Stated;
use super::words::Words;
use super::xml;
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

/// Parts beside the body, by the kind of their relation, in the order in which they are read.
const BESIDE: [&str; 4] = ["footnotes", "endnotes", "header", "footer"];

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let mut sink = Sink::new(bounds.text_bytes);

    let body = package.relations("")?.of_kind("officeDocument").next().unwrap_or("word/document.xml").to_owned();
    let text = package.required(&body)?;
    xml::expect_root(&text, "document")?;
    xml::walk(&text, &mut Words::new(&mut sink))?;
    drop(text);

    let relations = package.relations(&body)?;
    beside::read(&mut package, &relations, &mut sink)?;
    for part in BESIDE.into_iter().flat_map(|kind| relations.of_kind(kind)) {
        sink.end_line();
        if let Some(text) = package.part(part)? {
            xml::walk(&text, &mut Words::new(&mut sink))?;
        }
    }

    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    let [pages] = Stated::read(&mut package, "docProps/app.xml", ["Pages"])?;
    found.title = title;
    found.pages = pages.and_then(|pages| pages.trim().parse().ok()).filter(|pages| *pages > 0);
    Ok(found)
}
