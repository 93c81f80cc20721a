//! OpenDocument: text, presentation and spreadsheet have one kind of content.

use super::package::Package;
use super::xml::{self, Handler, Tag};
use crate::found::{Bounds, Found};
use crate::sink::Sink;
use crate::{Format, Trouble};

/// Spaces that one element may stand for.
const SPACES: usize = 64;

pub(crate) fn read(format: Format, file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Trouble::Encrypted);
    }
    let mut sink = Sink::new(bounds.text_bytes);
    let master = if format == Format::Odp { master(&mut package)? } else { String::new() };
    let text = package.required("content.xml")?;
    let mut content = Content { master, ..Content::new(&mut sink, format, false) };
    xml::walk(&text, &mut content)?;
    content.end_slide();
    let slides = content.slides;
    drop(text);
    // Headers and footers.
    if format == Format::Odt
        && let Some(styles) = package.part("styles.xml")?
    {
        sink.end_line();
        xml::walk(&styles, &mut Content::new(&mut sink, format, true))?;
    }
    let mut found = Found::from_sink(sink);
    let mut meta = Meta::default();
    if let Some(text) = package.part("meta.xml")? {
        // Broken properties must not cost the text; a bomb among them does.
        if let Err(Trouble::TooLarge) = xml::walk(&text, &mut meta) {
            return Err(Trouble::TooLarge);
        }
    }
    found.title = meta.title;
    found.pages = match format {
        Format::Odp => Some(slides),
        Format::Odt => meta.pages.filter(|pages| *pages > 0),
        _ => None,
    };
    Ok(found)
}

/// What the masters of a presentation draw on every slide, without the prompts of what slides fill in.
fn master(package: &mut Package<'_>) -> Result<String, Trouble> {
    let Some(styles) = package.part("styles.xml")? else { return Ok(String::new()) };
    let mut sink = Sink::new(styles.len());
    // Broken styles must not cost the slides.
    match xml::walk(&styles, &mut Content::new(&mut sink, Format::Odp, true)) {
        Err(Trouble::TooLarge) => Err(Trouble::TooLarge),
        _ => Ok(sink.finish().0),
    }
}

/// Text in paragraphs; of `styles.xml` only that in headers and footers, or on masters.
struct Content<'a> {
    sink: &'a mut Sink,
    format: Format,
    margins_only: bool,
    margins: usize,
    paragraphs: usize,
    skipped: usize,
    cells: usize,
    slides: u32,
    /// What stands on every slide: it is written with the first.
    master: String,
}

impl<'a> Content<'a> {
    fn new(sink: &'a mut Sink, format: Format, margins_only: bool) -> Self {
        Content {
            sink,
            format,
            margins_only,
            margins: 0,
            paragraphs: 0,
            skipped: 0,
            cells: 0,
            slides: 0,
            master: String::new(),
        }
    }

    fn end_slide(&mut self) {
        let master = std::mem::take(&mut self.master);
        if !master.is_empty() {
            self.sink.end_line();
            self.sink.push(&master);
        }
    }

    /// On a master: prompts, notes, and fields that are filled in on each slide.
    fn is_prompt(&self, tag: &Tag<'_>) -> bool {
        self.margins_only
            && self.format == Format::Odp
            && (matches!(tag.name(), "notes" | "handout-master" | "page-number" | "date-time")
                || tag.attribute("placeholder").is_some_and(|value| value == "true"))
    }

    fn is_margin(&self, name: &str) -> bool {
        match self.format {
            Format::Odp => name == "master-page",
            _ => is_margin(name),
        }
    }

    fn listens(&self) -> bool {
        self.paragraphs > 0 && (!self.margins_only || self.margins > 0)
    }
}

/// Deleted text, remarks in the margin, forms and the like.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes"
            | "annotation"
            | "forms"
            | "scripts"
            | "automatic-styles"
            | "font-face-decls"
            | "settings"
            | "desc"
    )
}

fn is_margin(name: &str) -> bool {
    matches!(name, "header" | "footer" | "header-first" | "footer-first" | "header-left" | "footer-left")
}

impl Handler for Content<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 || is_skipped(tag.name()) || self.is_prompt(tag) {
            self.skipped += 1;
            return;
        }
        match tag.name() {
            name if self.is_margin(name) => self.margins += 1,
            "p" | "h" => self.paragraphs += 1,
            "s" if self.listens() => {
                let spaces = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1).min(SPACES);
                self.sink.push(&" ".repeat(spaces));
            }
            "tab" if self.listens() => self.sink.tab(),
            "line-break" if self.listens() => self.sink.end_line(),
            "table" if self.format == Format::Ods => {
                self.sink.line();
                self.sink.push(&tag.full_attribute("table:name").unwrap_or_default());
                self.sink.end_line();
            }
            "table-cell" | "covered-table-cell" => self.cells += 1,
            "page" if self.format == Format::Odp && !self.margins_only => {
                if self.slides > 0 {
                    self.end_slide();
                    self.sink.page();
                }
                self.slides += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            name if self.is_margin(name) => self.margins = self.margins.saturating_sub(1),
            "p" | "h" => {
                let listened = self.listens();
                self.paragraphs = self.paragraphs.saturating_sub(1);
                match listened {
                    // Paragraphs of a cell stay on its line.
                    true if self.cells > 0 => self.sink.space(),
                    true => self.sink.end_line(),
                    false => {}
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cells = self.cells.saturating_sub(1);
                self.sink.tab();
            }
            "table-row" if self.cells == 0 => self.sink.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.listens() && self.skipped == 0 {
            self.sink.push_flowing(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}

#[derive(Default)]
struct Meta {
    title: Option<String>,
    pages: Option<u32>,
    in_title: bool,
}

impl Handler for Meta {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "title" if self.title.is_none() => {
                self.in_title = true;
                self.title = Some(String::new());
            }
            "document-statistic" => self.pages = tag.attribute("page-count").and_then(|pages| pages.parse().ok()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if name == "title" {
            self.in_title = false;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(title) = self.title.as_mut()
            && self.in_title
            && title.len() < 4096
        {
            title.push_str(text);
        }
    }
}
