//! Charts that stand on a slide as objects of Microsoft Graph ([MS-OGRAPH]): a workbook whose one sheet holds a table of its own and the chart
//! that is drawn of it. Read are titles, names of series and what is written along the axis, as of other charts; not the values.

use std::collections::HashSet;

use super::biff::{Records, double};
use super::strings::Strings;
use super::u16_at;
use crate::office::formats::Formats;
use crate::sink::Sink;

/// Labels of one chart; nobody reads more on one slide.
const LABELS: usize = 10_000;

/// Kinds of records.
mod kind {
    pub const NUMBER: u16 = 0x03;
    pub const LABEL: u16 = 0x04;
    pub const END: u16 = 0x0a;
    pub const BEGIN: u16 = 0x809;
    pub const SERIES: u16 = 0x1003;
    pub const CHART_TEXT: u16 = 0x100d;
    pub const SCATTER: u16 = 0x101b;
    pub const TITLE: u16 = 0x1025;
    pub const DIRECTION: u16 = 0x1055;
}

/// What a sheet is that belongs to a graph.
const GRAPH: u16 = 0x8000;
/// A title that was taken away, in the second byte of its looks.
const DELETED: u8 = 1 << 6;

/// Whether the sheet at this place is a graph.
pub(super) fn is_graph(stream: &[u8], place: usize) -> bool {
    let head = Records::at(stream, place).next();
    head.is_some_and(|(kind, content)| kind == kind::BEGIN && u16_at(content, 2) == Some(GRAPH))
}

/// Writes the labels of a graph, each once.
pub(super) fn read(records: Records<'_>, strings: &Strings, formats: &Formats, sink: &mut Sink) {
    let mut labels = Labels::default();
    for (kind, content) in records {
        match kind {
            kind::END => break,
            _ => labels.record(kind, content, strings, formats),
        }
    }
    let mut seen = HashSet::new();
    for label in labels.in_order().filter(|label| seen.insert(*label)) {
        sink.push(label);
        sink.end_line();
    }
}

/// What is written in a graph.
#[derive(Default)]
struct Labels {
    titles: Vec<String>,
    series: Vec<String>,
    /// The first row of the table, and its first column: one has the categories, the other the names of series.
    across: Vec<String>,
    down: Vec<String>,
    series_in_columns: bool,
    /// Both axes have numbers, and there are no categories.
    scattered: bool,
    part: Part,
}

/// To what the next text belongs.
#[derive(Default, PartialEq, Eq)]
enum Part {
    #[default]
    Title,
    Series,
    Deleted,
}

impl Labels {
    fn record(&mut self, kind: u16, content: &[u8], strings: &Strings, formats: &Formats) {
        match kind {
            kind::DIRECTION => self.series_in_columns = content.first() == Some(&0),
            kind::SCATTER => self.scattered = true,
            kind::NUMBER => {
                let number = content.get(7..).and_then(double);
                // How the table writes a number is not looked at.
                self.cell(content, || Some(formats.shown(usize::MAX, &number?.to_string())));
            }
            kind::LABEL => self.cell(content, || strings.short(content.get(7..)?)),
            kind::SERIES => self.part = Part::Series,
            kind::TITLE if content.get(24).is_some_and(|looks| looks & DELETED != 0) => self.part = Part::Deleted,
            kind::TITLE => self.part = Part::Title,
            kind::CHART_TEXT => self.text(strings.short(content.get(2..).unwrap_or_default())),
            _ => {}
        }
    }

    fn text(&mut self, text: Option<String>) {
        let list = match self.part {
            Part::Title => &mut self.titles,
            Part::Series => &mut self.series,
            Part::Deleted => return,
        };
        list.extend(text.filter(|text| !text.is_empty() && list.len() < LABELS));
    }

    /// A cell of the table: only those along its edges name something.
    fn cell(&mut self, content: &[u8], text: impl FnOnce() -> Option<String>) {
        let list = match (u16_at(content, 0), u16_at(content, 2)) {
            (Some(0), Some(1..)) => &mut self.across,
            (Some(1..), Some(0)) => &mut self.down,
            _ => return,
        };
        if list.len() < LABELS {
            list.extend(text());
        }
    }

    fn in_order(&self) -> impl Iterator<Item = &str> {
        let categories = match (self.scattered, self.series_in_columns) {
            (true, _) => &[][..],
            (false, true) => &self.down,
            (false, false) => &self.across,
        };
        self.titles.iter().chain(&self.series).chain(categories).map(String::as_str)
    }
}
