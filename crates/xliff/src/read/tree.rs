//! Tags to files and units.

use std::collections::HashSet;

use super::tags::Element;
use super::unit::{Gathering, Side};
use crate::chars::is_xml_space;
use crate::limits::Limits;
use crate::refused::{Refused, word};
use crate::returned::{Returned, ReturnedFile};

/// What an element that has not ended is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    File,
    Group,
    Unit,
    /// A segment, or what lies between two.
    Segment,
    /// A source or target, or an element within one that encloses text.
    Text,
    /// An element within a source or target that may hold nothing.
    Void,
    /// Of another namespace, or nothing to us: all within is passed over.
    Skipped,
}

/// Grows with the tags.
pub struct Tree {
    limits: Limits,
    places: Vec<Place>,
    returned: Returned,
    /// Units so far, of all files.
    units: usize,
    files_seen: HashSet<String>,
    /// Of the file that has not ended.
    units_seen: HashSet<String>,
    unit: Option<Gathering>,
}

impl Tree {
    /// Of a file with these limits.
    pub fn new(limits: Limits) -> Tree {
        let returned = Returned { source: String::new(), target: String::new(), files: Vec::new() };
        let (files_seen, units_seen) = (HashSet::new(), HashSet::new());
        Tree { limits, places: Vec::new(), returned, units: 0, files_seen, units_seen, unit: None }
    }

    /// An element begins.
    pub fn start(&mut self, element: &Element) -> Result<(), Refused> {
        let place = match self.places.last() {
            None => self.root(element)?,
            Some(Place::Skipped) => Place::Skipped,
            Some(_) if !element.is_core() => Place::Skipped,
            Some(Place::Root) => self.in_root(element)?,
            Some(Place::File | Place::Group) => self.in_file(element)?,
            Some(Place::Unit) => self.in_unit(element),
            Some(Place::Segment) => self.in_segment(element),
            Some(Place::Text) => self.in_text(element),
            Some(Place::Void) => self.misplaced(element),
        };
        self.places.push(place);
        Ok(())
    }

    /// The last element ends.
    pub fn end(&mut self) {
        let ended = self.places.pop();
        if ended == Some(Place::Unit)
            && let Some(unit) = self.unit.take()
            && let Some(file) = self.returned.files.last_mut()
        {
            file.units.push(unit.finish());
        }
        if ended == Some(Place::Segment)
            && let Some(unit) = &mut self.unit
        {
            unit.end_part();
        }
    }

    /// Text stands in the last element.
    pub fn text(&mut self, text: &str, line: usize) -> Result<(), Refused> {
        match (self.places.last(), &mut self.unit) {
            (Some(Place::Text), Some(unit)) => unit.text(text, line),
            (None | Some(Place::Skipped), _) => {}
            _ if is_xml_space(text) => {}
            (_, Some(unit)) => unit.stray(line),
            (_, None) => return Err(Refused::Stray { line }),
        }
        Ok(())
    }

    /// The root has ended.
    pub fn finish(self) -> Returned {
        self.returned
    }

    fn root(&mut self, element: &Element) -> Result<Place, Refused> {
        let version = element.get("version").unwrap_or_default();
        let other = element.namespace.strip_prefix(crate::ANY_VERSION);
        match (element.name.as_str(), other) {
            ("xliff", Some(_)) if element.is_core() && matches!(version, "2.0" | "2.1" | "2.2") => {}
            ("xliff", Some(number)) => {
                let version = if version.is_empty() && !element.is_core() { number } else { version };
                return Err(Refused::Version { version: word(version) });
            }
            // 1.0 had no namespace.
            ("xliff", None) if element.namespace.is_empty() && version.starts_with("1.") => {
                return Err(Refused::Version { version: word(version) });
            }
            _ => {
                return Err(Refused::NotXliff { name: word(&element.name), namespace: word(&element.namespace) });
            }
        }
        self.returned.source = language(element, "srcLang")?;
        self.returned.target = language(element, "trgLang")?;
        Ok(Place::Root)
    }

    fn in_root(&mut self, element: &Element) -> Result<Place, Refused> {
        if element.name != "file" {
            return Err(misplaced(element));
        }
        if self.returned.files.len() >= self.limits.files {
            return Err(Refused::TooManyFiles { limit: self.limits.files });
        }
        let id = id(element, "file")?;
        if !self.files_seen.insert(id.clone()) {
            return Err(Refused::DuplicateFile { line: element.line, id: word(&id) });
        }
        self.units_seen.clear();
        let original = element.get("original").unwrap_or_default().to_owned();
        self.returned.files.push(ReturnedFile { id, original, units: Vec::new() });
        Ok(Place::File)
    }

    fn in_file(&mut self, element: &Element) -> Result<Place, Refused> {
        match element.name.as_str() {
            "group" => Ok(Place::Group),
            "skeleton" | "notes" => Ok(Place::Skipped),
            "unit" => self.begin_unit(element),
            _ => Err(misplaced(element)),
        }
    }

    fn begin_unit(&mut self, element: &Element) -> Result<Place, Refused> {
        if self.units >= self.limits.units {
            return Err(Refused::TooManyUnits { limit: self.limits.units });
        }
        self.units += 1;
        let id = id(element, "unit")?;
        if !self.units_seen.insert(id.clone()) {
            let file = self.returned.files.last().map_or_else(String::new, |file| word(&file.id));
            return Err(Refused::DuplicateUnit { line: element.line, file, id: word(&id) });
        }
        self.unit = Some(Gathering::new(id, element.line, self.limits.unit_bytes));
        Ok(Place::Unit)
    }

    fn in_unit(&mut self, element: &Element) -> Place {
        match (element.name.as_str(), &mut self.unit) {
            ("segment" | "ignorable", Some(unit)) => {
                unit.begin_part(element);
                Place::Segment
            }
            ("notes" | "originalData", _) => Place::Skipped,
            _ => self.misplaced(element),
        }
    }

    fn in_segment(&mut self, element: &Element) -> Place {
        let side = match element.name.as_str() {
            "source" => Side::Source,
            "target" => Side::Target,
            // The standard has them in the unit only; nothing is lost with them.
            "notes" | "originalData" => return Place::Skipped,
            _ => return self.misplaced(element),
        };
        let begun = self.unit.as_mut().is_some_and(|unit| unit.begin_side(side, element));
        if begun { Place::Text } else { self.misplaced(element) }
    }

    fn in_text(&mut self, element: &Element) -> Place {
        match (element.name.as_str(), &mut self.unit) {
            // What they mark is text.
            ("mrk" | "pc", _) => Place::Text,
            // Marks without extent: they say nothing of the text itself.
            ("sm" | "em", _) => Place::Void,
            ("cp", Some(unit)) => {
                unit.code_point(element);
                Place::Void
            }
            (name @ ("ph" | "sc" | "ec"), Some(unit)) => {
                unit.foreign_code(name, element.line);
                Place::Void
            }
            _ => self.misplaced(element),
        }
    }

    /// Within a unit that costs the unit only.
    fn misplaced(&mut self, element: &Element) -> Place {
        if let Some(unit) = &mut self.unit {
            unit.misplaced(element);
        }
        Place::Skipped
    }
}

fn misplaced(element: &Element) -> Refused {
    Refused::Misplaced { line: element.line, name: word(&element.name) }
}

fn language(element: &Element, attribute: &'static str) -> Result<String, Refused> {
    match element.get(attribute).map(str::trim) {
        Some(tag) if !tag.is_empty() => Ok(tag.to_owned()),
        _ => Err(Refused::NoLanguage { attribute }),
    }
}

fn id(element: &Element, name: &'static str) -> Result<String, Refused> {
    match element.get("id").map(str::trim) {
        Some(id) if !id.is_empty() => Ok(id.to_owned()),
        _ => Err(Refused::NoId { line: element.line, element: name }),
    }
}
