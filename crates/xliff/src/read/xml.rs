//! Text to tags: well-formed XML without a DOCTYPE, or a refusal.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesDecl, BytesRef, Event};

use super::fault::{malformed, refusal};
use super::tags::Element;
use crate::chars::{is_xml, is_xml_space};
use crate::refused::{Refused, word};

/// What a file consists of. Comments and processing instructions are passed over.
pub enum Tag<'a> {
    /// An element begins.
    Start(Element),
    /// The element that began last and has not ended ends.
    End,
    /// Some text within an element; there may be more beside it.
    Text {
        /// With its references resolved.
        text: Cow<'a, str>,
        /// Where it begins.
        line: usize,
    },
}

/// Where in the file as a whole.
#[derive(PartialEq, Eq)]
enum Stage {
    /// Nothing was read.
    Beginning,
    /// Before the root.
    Prolog,
    /// In the root.
    Inside,
    /// Behind it.
    Behind,
}

/// Reads tag after tag.
pub struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    text: &'a str,
    stage: Stage,
    /// Elements that have not ended.
    depth: usize,
    depth_limit: usize,
    /// Bytes of which the lines are counted.
    counted: usize,
    line: usize,
}

impl<'a> Xml<'a> {
    /// Of this text, with so many elements within each other at most.
    pub fn new(text: &'a str, depth_limit: usize) -> Xml<'a> {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().enable_all_checks(true);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, text, stage: Stage::Beginning, depth: 0, depth_limit, counted: 0, line: 1 }
    }

    /// The next; none when the root has ended and nothing but white space and comments stands behind it.
    pub fn next(&mut self) -> Result<Option<Tag<'a>>, Refused> {
        loop {
            let line = self.line_at(self.reader.buffer_position());
            let event = self.reader.read_event().map_err(|error| self.refusal(&error))?;
            let stage = self.stage_after(&event);
            let first = std::mem::replace(&mut self.stage, stage) == Stage::Beginning;
            match event {
                Event::Start(start) => {
                    self.enter(line)?;
                    return Element::read(&self.reader, &start, line).map(|element| Some(Tag::Start(element)));
                }
                Event::End(_) => {
                    self.leave();
                    return Ok(Some(Tag::End));
                }
                Event::Text(text) => {
                    let text = text.xml10_content();
                    if text.contains("]]>") {
                        return Err(malformed(line, "]]> in text"));
                    }
                    if let Some(tag) = self.said(text, line)? {
                        return Ok(Some(tag));
                    }
                }
                Event::CData(text) if self.depth > 0 => {
                    return Ok(Some(Tag::Text { text: text.xml10_content(), line }));
                }
                Event::GeneralRef(reference) if self.depth > 0 => {
                    return resolve(&reference, line).map(|text| Some(Tag::Text { text: Cow::Owned(text), line }));
                }
                Event::CData(_) | Event::GeneralRef(_) => return Err(malformed(line, "text outside of the root")),
                Event::DocType(_) => return Err(Refused::Doctype { line }),
                Event::Decl(declaration) if first => check_version(&declaration)?,
                Event::Decl(_) => return Err(malformed(line, "a declaration that is not at the beginning")),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Empty(_) => return Err(malformed(line, "an empty element")),
                Event::Eof => return self.end(line),
            }
        }
    }

    fn stage_after(&self, event: &Event<'_>) -> Stage {
        match (&self.stage, event) {
            (Stage::Behind, _) => Stage::Behind,
            (_, Event::Start(_)) | (Stage::Inside, _) => Stage::Inside,
            _ => Stage::Prolog,
        }
    }

    fn enter(&mut self, line: usize) -> Result<(), Refused> {
        if self.stage == Stage::Behind {
            return Err(malformed(line, "a second root"));
        }
        if self.depth >= self.depth_limit {
            return Err(Refused::TooDeep { line, limit: self.depth_limit });
        }
        self.depth += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.stage = Stage::Behind;
        }
    }

    /// Text, where there may be any.
    fn said(&self, text: Cow<'a, str>, line: usize) -> Result<Option<Tag<'a>>, Refused> {
        match (self.depth, text.is_empty()) {
            (_, true) => Ok(None),
            (0, false) if is_xml_space(&text) => Ok(None),
            (0, false) => Err(malformed(line, "text outside of the root")),
            (_, false) => Ok(Some(Tag::Text { text, line })),
        }
    }

    fn end(&self, line: usize) -> Result<Option<Tag<'a>>, Refused> {
        match self.stage {
            Stage::Behind => Ok(None),
            _ => Err(Refused::Cut { line }),
        }
    }

    fn refusal(&mut self, error: &quick_xml::Error) -> Refused {
        let line = self.line_at(self.reader.error_position());
        refusal(error, line)
    }

    /// Each line break is counted once: positions only grow.
    fn line_at(&mut self, position: u64) -> usize {
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        if let Some(passed) = self.text.as_bytes().get(self.counted..position) {
            self.line += passed.iter().filter(|byte| **byte == b'\n').count();
            self.counted = position;
        }
        self.line
    }
}

/// One of XML's five, or a character by its number.
fn resolve(reference: &BytesRef<'_>, line: usize) -> Result<String, Refused> {
    match reference.resolve_char_ref().map_err(|error| malformed(line, error))? {
        Some(letter) if is_xml(letter) => Ok(letter.to_string()),
        Some(letter) => Err(malformed(line, format!("a reference to U+{:04X}", u32::from(letter)))),
        None => match resolve_predefined_entity(reference) {
            Some(text) => Ok(text.to_owned()),
            None => Err(Refused::Entity { line, name: word(reference) }),
        },
    }
}

/// XML 1.1 has other line breaks and other characters.
fn check_version(declaration: &BytesDecl<'_>) -> Result<(), Refused> {
    match declaration.version() {
        Ok(version) if version == "1.0" => Ok(()),
        Ok(version) => Err(malformed(1, format!("XML {version}"))),
        Err(error) => Err(malformed(1, error)),
    }
}
