//! What a page of an office document holds beside its own text: diagrams, charts, slides inside slides.

use super::package::{Package, Relations};
use super::words::Words;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::sink::Sink;

/// Diagrams and charts of one part. A document has some dozens.
const PARTS: usize = 1_000;

/// Reads the diagrams and charts that a part of the package points to.
pub(super) fn read(package: &mut Package<'_>, relations: &Relations, sink: &mut Sink) -> Result<(), Trouble> {
    let parts = ["diagramData", "chart", "chartEx"].into_iter().flat_map(|kind| relations.of_kind(kind));
    for part in parts.take(PARTS) {
        part_words(package, part, sink)?;
    }
    Ok(())
}

/// Reads one part as text of its own. A broken one costs nothing but itself; a bomb does.
pub(super) fn part_words(package: &mut Package<'_>, part: &str, sink: &mut Sink) -> Result<(), Trouble> {
    let walked = package.part(part).and_then(|text| {
        sink.end_line();
        text.map_or(Ok(()), |text| walk_once(&text, sink))
    });
    match walked {
        Err(Trouble::TooLarge) => Err(Trouble::TooLarge),
        _ => Ok(()),
    }
}

/// A chart repeats the names of its columns with every row: each line is read once.
fn walk_once(text: &str, sink: &mut Sink) -> Result<(), Trouble> {
    let mut own = Sink::new(text.len());
    xml::walk(text, &mut Words::new(&mut own))?;
    let (words, _) = own.finish();
    let mut seen = std::collections::HashSet::new();
    for line in words.lines().filter(|line| !line.is_empty() && seen.insert(*line)) {
        sink.push(line);
        sink.end_line();
    }
    Ok(())
}

/// Whether the part is a slide that is left out of the show.
pub(super) fn is_left_out(text: &str) -> bool {
    struct Show(Option<bool>);
    impl Handler for Show {
        fn start(&mut self, tag: &Tag<'_>) {
            self.0.get_or_insert_with(|| tag.attribute("show").is_some_and(|value| value == "0" || value == "false"));
        }
        fn enough(&self) -> bool {
            self.0.is_some()
        }
    }
    let mut show = Show(None);
    let _ = xml::walk(text, &mut show);
    show.0.unwrap_or(false)
}
