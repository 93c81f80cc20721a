//! Spreadsheets of Office Open XML: sheet by sheet, row by row, as the values that were stored.

use super::package::Package;
use super::stated::Stated;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let main = package.relations("")?.of_kind("officeDocument").next().unwrap_or("xl/workbook.xml").to_owned();
    let relations = package.relations(&main)?;
    let mut workbook = Workbook::default();
    let text = package.required(&main)?;
    xml::expect_root(&text, "workbook")?;
    xml::walk(&text, &mut workbook)?;
    drop(text);

    let mut strings = Strings::new(bounds.text_bytes);
    if let Some(part) = relations.of_kind("sharedStrings").next()
        && let Some(text) = package.part(part)?
    {
        xml::walk(&text, &mut strings)?;
    }

    let mut sink = Sink::new(bounds.text_bytes);
    for (name, id) in &workbook.sheets {
        sink.line();
        sink.push(name);
        sink.end_line();
        if let Some(part) = relations.target(id)
            && let Some(text) = package.part(part)?
        {
            xml::walk(&text, &mut Sheet::new(&mut sink, &strings.list))?;
        }
    }
    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    found.title = title;
    Ok(found)
}

/// Names and relations of the sheets.
#[derive(Default)]
struct Workbook {
    sheets: Vec<(String, String)>,
}

impl Handler for Workbook {
    fn start(&mut self, tag: &Tag<'_>) {
        if tag.name() == "sheet"
            && let (Some(name), Some(id)) = (tag.attribute("name"), tag.relation())
        {
            self.sheets.push((name, id));
        }
    }
}

/// Strings that cells point to by their number.
struct Strings {
    list: Vec<String>,
    letters: bool,
    phonetic: usize,
    left: usize,
}

impl Strings {
    fn new(limit: usize) -> Self {
        Strings { list: Vec::new(), letters: false, phonetic: 0, left: limit }
    }
}

impl Handler for Strings {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "si" => self.list.push(String::new()),
            // How to pronounce it, not what it says.
            "rPh" => self.phonetic += 1,
            "t" => self.letters = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "rPh" => self.phonetic = self.phonetic.saturating_sub(1),
            "t" => self.letters = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.letters
            && self.phonetic == 0
            && let Some(last) = self.list.last_mut()
        {
            let kept = &text[..text.floor_char_boundary(self.left)];
            self.left -= kept.len();
            last.push_str(kept);
        }
    }
}

/// Cells of one sheet.
struct Sheet<'a> {
    sink: &'a mut Sink,
    strings: &'a [String],
    is_shared: bool,
    value: bool,
    letters: bool,
    content: String,
}

impl<'a> Sheet<'a> {
    fn new(sink: &'a mut Sink, strings: &'a [String]) -> Self {
        Sheet { sink, strings, is_shared: false, value: false, letters: false, content: String::new() }
    }
}

impl Handler for Sheet<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "c" => {
                self.is_shared = tag.attribute("t").as_deref() == Some("s");
                self.content.clear();
            }
            "v" => self.value = true,
            "t" => self.letters = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" => self.value = false,
            "t" => self.letters = false,
            "c" => {
                let content = std::mem::take(&mut self.content);
                if self.is_shared {
                    let shared = content.trim().parse::<usize>().ok().and_then(|index| self.strings.get(index));
                    self.sink.push_flowing(shared.map_or("", String::as_str));
                } else {
                    self.sink.push_flowing(&content);
                }
                self.sink.tab();
            }
            "row" => self.sink.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.value || self.letters {
            self.content.push_str(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}
