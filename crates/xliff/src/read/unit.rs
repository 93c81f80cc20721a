//! One unit as its tags come.

use super::tags::Element;
use crate::chars::is_blank;
use crate::refused::word;
use crate::returned::{ReturnedUnit, State, UnitTrouble};

/// Which text of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `<source>`
    Source,
    /// `<target>`
    Target,
}

/// A `<segment>`, or an `<ignorable>`.
struct Part {
    is_segment: bool,
    line: usize,
    state: State,
    source: Option<String>,
    target: Option<String>,
    /// Where its target stands among those of the unit, counted from 1, if not in its own place.
    order: Option<usize>,
}

impl Part {
    fn source(&self) -> &str {
        self.source.as_deref().unwrap_or_default()
    }

    /// Somebody has to translate it.
    fn has_content(&self) -> bool {
        self.is_segment && !is_blank(self.source())
    }

    fn is_missing(&self) -> bool {
        self.has_content() && self.target.as_deref().is_none_or(is_blank)
    }

    /// What lies between segments, and segments of blanks, stand for themselves where nobody said how they are
    /// rendered.
    fn rendered(&self) -> &str {
        self.target.as_deref().unwrap_or_else(|| self.source())
    }
}

/// A unit that has not ended.
pub struct Gathering {
    id: String,
    line: usize,
    limit: usize,
    parts: Vec<Part>,
    side: Side,
    source_bytes: usize,
    target_bytes: usize,
    /// The first.
    trouble: Option<UnitTrouble>,
}

impl Gathering {
    /// A unit without anything, which may become so many bytes long.
    pub fn new(id: String, line: usize, limit: usize) -> Gathering {
        let (source_bytes, target_bytes) = (0, 0);
        Gathering { id, line, limit, parts: Vec::new(), side: Side::Source, source_bytes, target_bytes, trouble: None }
    }

    /// A segment begins, or what lies between.
    pub fn begin_part(&mut self, element: &Element) {
        self.parts.push(Part {
            is_segment: element.name == "segment",
            line: element.line,
            state: State::parse(element.get("state").unwrap_or_default()),
            source: None,
            target: None,
            order: None,
        });
    }

    /// It ends.
    pub fn end_part(&mut self) {
        if let Some(part) = self.parts.pop_if(|part| part.source.is_none()) {
            self.trouble(UnitTrouble::NoSource { line: part.line });
        }
    }

    /// A source or a target begins, unless it is the second.
    pub fn begin_side(&mut self, side: Side, element: &Element) -> bool {
        let Some(part) = self.parts.last_mut() else { return false };
        let text = match side {
            Side::Source => &mut part.source,
            Side::Target => &mut part.target,
        };
        if text.is_some() {
            return false;
        }
        *text = Some(String::new());
        self.side = side;
        if side == Side::Target
            && let Some(order) = element.get("order")
        {
            // No number, then none that there is.
            part.order = Some(order.trim().parse().unwrap_or(0));
        }
        true
    }

    /// Text of the side that began last.
    pub fn text(&mut self, text: &str, line: usize) {
        let Some(part) = self.parts.last_mut() else { return };
        let (into, bytes) = match self.side {
            Side::Source => (&mut part.source, &mut self.source_bytes),
            Side::Target => (&mut part.target, &mut self.target_bytes),
        };
        *bytes += text.len();
        if *bytes > self.limit {
            let limit = self.limit;
            return self.trouble(UnitTrouble::TooLong { line, limit });
        }
        into.get_or_insert_default().push_str(text);
    }

    /// A character by its number.
    pub fn code_point(&mut self, element: &Element) {
        let hex = element.get("hex").unwrap_or_default();
        // `from_str_radix` takes a sign.
        let is_hex = hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        let letter = u32::from_str_radix(hex, 16).ok().filter(|_| is_hex).and_then(char::from_u32);
        match letter.filter(|letter| *letter != '\0') {
            Some(letter) => self.text(letter.encode_utf8(&mut [0; 4]), element.line),
            None => self.trouble(UnitTrouble::Character { line: element.line, hex: word(hex) }),
        }
    }

    /// A code that no text of ours has.
    pub fn foreign_code(&mut self, name: &str, line: usize) {
        let name = match name {
            "sc" => "sc",
            "ec" => "ec",
            _ => "ph",
        };
        self.trouble(UnitTrouble::ForeignCode { line, name });
    }

    /// Text where none may be.
    pub fn stray(&mut self, line: usize) {
        self.trouble(UnitTrouble::Stray { line });
    }

    /// An element where none may be.
    pub fn misplaced(&mut self, element: &Element) {
        self.trouble(UnitTrouble::Misplaced { line: element.line, name: word(&element.name) });
    }

    /// It has ended.
    pub fn finish(mut self) -> ReturnedUnit {
        let outcome = match self.trouble.take() {
            Some(trouble) => Err(trouble),
            None => self.target(),
        };
        let state = self.parts.iter().filter(|part| part.has_content()).map(|part| part.state).min();
        let source = self.parts.iter().map(Part::source).collect();
        ReturnedUnit { id: self.id, source, outcome, state: state.unwrap_or(State::Final), line: self.line }
    }

    fn trouble(&mut self, trouble: UnitTrouble) {
        self.trouble.get_or_insert(trouble);
    }

    fn target(&self) -> Result<String, UnitTrouble> {
        if !self.parts.iter().any(|part| part.is_segment) {
            return Err(UnitTrouble::NoSource { line: self.line });
        }
        let ordered = self.ordered()?;
        let segments = self.parts.iter().filter(|part| part.has_content()).count();
        match self.parts.iter().filter(|part| part.is_missing()).count() {
            0 => Ok(ordered.into_iter().map(Part::rendered).collect()),
            missing => Err(UnitTrouble::Incomplete { missing, segments }),
        }
    }

    /// The parts as their targets follow each other: each has one place, and each place one part.
    fn ordered(&self) -> Result<Vec<&Part>, UnitTrouble> {
        let mut places: Vec<Option<&Part>> = vec![None; self.parts.len()];
        for (index, part) in self.parts.iter().enumerate() {
            let place = part.order.map_or(Some(index), |order| order.checked_sub(1));
            match place.and_then(|place| places.get_mut(place)) {
                Some(free @ None) => *free = Some(part),
                _ => return Err(UnitTrouble::Order { line: part.line }),
            }
        }
        Ok(places.into_iter().flatten().collect())
    }
}
