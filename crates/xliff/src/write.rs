//! Writing: the order of elements is that of the schema of XLIFF 2.1.

mod escape;
mod sound;

use crate::direction::direction;
use crate::model::{Document, File, Unit, Unwritable};
use crate::paragraphs::{Pieces, pieces};
use escape::{attribute, content, said};

/// The file for an office: XLIFF 2.1 in UTF-8, as long as its texts and about 200 bytes for each paragraph.
///
/// # Errors
/// [`Unwritable`]: what no file can be made of.
pub fn write(document: &Document) -> Result<Vec<u8>, Unwritable> {
    sound::check(document)?;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (source, target) = (&document.source, &document.target);
    out.push_str(&format!(
        "<xliff xmlns=\"{}\" version=\"2.1\" srcLang=\"{source}\" trgLang=\"{target}\">\n",
        crate::CORE
    ));
    for file in &document.files {
        put_file(&mut out, file, direction(source), direction(target));
    }
    out.push_str("</xliff>\n");
    Ok(out.into_bytes())
}

fn put_file(out: &mut String, file: &File, source_direction: &str, target_direction: &str) {
    out.push_str(&format!("<file id=\"{}\" original=\"", file.id));
    attribute(out, &file.original);
    out.push_str(&format!("\" srcDir=\"{source_direction}\" trgDir=\"{target_direction}\">\n"));
    if !file.notes.is_empty() {
        out.push_str("<notes>\n");
        for note in &file.notes {
            out.push_str("<note>");
            said(out, note);
            out.push_str("</note>\n");
        }
        out.push_str("</notes>\n");
    }
    for unit in &file.units {
        put_unit(out, unit);
    }
    out.push_str("</file>\n");
}

fn put_unit(out: &mut String, unit: &Unit) {
    out.push_str(&format!("<unit id=\"{}\" xml:space=\"preserve\">\n", unit.id));
    if let Some(limit) = unit.limit {
        // A sign instead of words: an office may read any language.
        out.push_str(&format!(
            "<notes>\n<note category=\"max-characters\" appliesTo=\"target\">≤ {limit}</note>\n</notes>\n"
        ));
    }
    let state = if unit.current && unit.target.is_some() { "translated" } else { "initial" };
    let source = pieces(&unit.source);
    let target = unit.target.as_deref().map(pieces);
    let aligned = target.as_ref().is_none_or(|target| target.paragraphs.len() == source.paragraphs.len());
    // A unit has a segment at least, also where there is nothing to translate.
    if aligned && !source.paragraphs.is_empty() {
        put_paragraphs(out, &source, target.as_ref(), state);
    } else {
        put_piece(out, Kind::Segment(state), 1, &unit.source, unit.target.as_deref());
    }
    out.push_str("</unit>\n");
}

/// Segments and what lies between them. Gaps come from the target too: they are often others there.
fn put_paragraphs(out: &mut String, source: &Pieces<'_>, target: Option<&Pieces<'_>>, state: &'static str) {
    for (index, gap) in source.gaps.iter().enumerate() {
        let translated = target.and_then(|target| target.gaps.get(index)).copied();
        if !gap.is_empty() || translated.is_some_and(|gap| !gap.is_empty()) {
            put_piece(out, Kind::Ignorable, index + 1, gap, translated);
        }
        if let Some(paragraph) = source.paragraphs.get(index) {
            let translated = target.and_then(|target| target.paragraphs.get(index)).copied();
            put_piece(out, Kind::Segment(state), index + 1, paragraph, translated);
        }
    }
}

/// What a piece of a unit is.
enum Kind {
    /// To be translated; with its state.
    Segment(&'static str),
    /// Between segments.
    Ignorable,
}

/// One piece; its number makes the id, which is its own within the unit.
fn put_piece(out: &mut String, kind: Kind, number: usize, source: &str, target: Option<&str>) {
    let name = match kind {
        Kind::Segment(state) => {
            out.push_str(&format!("<segment id=\"s{number}\" state=\"{state}\">"));
            "segment"
        }
        Kind::Ignorable => {
            out.push_str(&format!("<ignorable id=\"i{number}\">"));
            "ignorable"
        }
    };
    put_text(out, "source", source);
    if let Some(target) = target {
        put_text(out, "target", target);
    }
    out.push_str(&format!("</{name}>\n"));
}

fn put_text(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name} xml:space=\"preserve\">"));
    content(out, text);
    out.push_str(&format!("</{name}>"));
}
