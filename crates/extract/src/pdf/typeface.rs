//! The fonts of a document as far as they matter to text: which letters a code stands for, how far it moves, what a space is.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro::hayro_syntax::object::dict::keys::{
    DESCENDANT_FONTS, ENCODING, FONT_DESC, FONT_FILE2, FONT_FILE3, FONT_MATRIX, ORDERING, REGISTRY, SUBTYPE, TO_UNICODE,
};
use hayro::hayro_syntax::object::{self, Array, Dict, Name, Object, Stream};
use hayro_font::{Font, FontCache, FontGlyph};

use super::sfnt::letters_of_glyphs;

/// Glyph space of fonts: a thousand units to the em.
pub(super) const EM: f64 = 1000.0;
/// Width of a middling letter, in em: it tells the size of a font whose letters are drawn in units of their own.
const MIDDLING: f64 = 0.5;
/// Part of the font's own space that is a space already, where lines are set tight.
const TIGHT: f64 = 0.35;
/// Bounds of the gap that makes a space, in em: letters are seldom kerned apart so far, and words never stand so near.
const GAP: (f64, f64) = (0.098, 0.15);

/// All fonts of a document, each made once.
pub(super) struct Typefaces<'a> {
    cache: FontCache<'a>,
    settings: InterpreterSettings,
    /// By where the font's dictionary lies in the file.
    made: RefCell<HashMap<usize, Option<Rc<Typeface<'a>>>>>,
}

impl<'a> Typefaces<'a> {
    pub fn new() -> Self {
        Typefaces { cache: FontCache::new(), settings: InterpreterSettings::default(), made: RefCell::default() }
    }

    /// The font of a dictionary; `None` where it cannot be read at all.
    pub fn of(&self, dict: &Dict<'a>) -> Option<Rc<Typeface<'a>>> {
        let place = dict.data().as_ptr() as usize;
        if let Some(known) = self.made.borrow().get(&place) {
            return known.clone();
        }
        let font = self.cache.font(dict, &self.settings.font_resolver, &self.settings.cmap_resolver);
        let made = font.map(|font| Rc::new(Typeface::new(font, dict.clone())));
        self.made.borrow_mut().insert(place, made.clone());
        made
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One byte is one letter.
    Simple,
    /// Codes of several bytes, for collections of many thousand letters.
    Composite,
    /// Each letter is a drawing (Type 3).
    Drawn,
}

/// One font.
pub(super) struct Typeface<'a> {
    font: Font<'a>,
    dict: Dict<'a>,
    kind: Kind,
    letters: RefCell<HashMap<u32, Rc<str>>>,
    /// Size of the letters beside the stated size of the font.
    scale: f64,
    /// Gap that makes a space, in em.
    gap: Cell<f64>,
    collection: OnceCell<Collection>,
    is_bare: bool,
}

impl<'a> Typeface<'a> {
    fn new(font: Font<'a>, dict: Dict<'a>) -> Self {
        let kind = match dict.get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(b"Type0") => Kind::Composite,
            Some(b"Type3") => Kind::Drawn,
            _ => Kind::Simple,
        };
        let scale = if kind == Kind::Drawn { drawn_scale(&font, &dict) } else { 1.0 };
        let gap = Cell::new(GAP.0);
        let (letters, collection) = (RefCell::default(), OnceCell::new());
        let is_bare = is_bare(&dict);
        let face = Typeface { font, dict, kind, letters, scale, gap, collection, is_bare };
        if face.kind != Kind::Composite && face.stated(u32::from(b' ')).as_deref() == Some(" ") {
            face.note_space(face.font.code_advance(u32::from(b' ')).x);
        }
        face
    }

    /// The next code of a string, and its length in bytes.
    pub fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// Whether its lines run along x.
    pub fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// How far a code moves, in thousandths of the stated size, along and up.
    pub fn advance(&self, code: u32) -> (f64, f64) {
        let advance = self.font.code_advance(code);
        (advance.x, advance.y)
    }

    /// Where the letter of a code stands beside the point of writing, in thousandths of the stated size.
    pub fn displacement(&self, code: u32) -> (f64, f64) {
        let displacement = self.font.origin_displacement(code);
        (displacement.x, displacement.y)
    }

    /// Size of the letters, as a multiple of the stated size.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Gap between two letters that makes a space, in em.
    pub fn gap(&self) -> f64 {
        self.gap.get()
    }

    /// What a code stands for; empty where nobody knows.
    pub fn letter(&self, code: u32) -> Rc<str> {
        if let Some(known) = self.letters.borrow().get(&code) {
            return Rc::clone(known);
        }
        let letter: Rc<str> = self.find_letter(code).unwrap_or_default().into();
        if self.kind == Kind::Composite && &*letter == " " {
            self.note_space(self.font.code_advance(code).x);
        }
        self.letters.borrow_mut().insert(code, Rc::clone(&letter));
        letter
    }

    fn note_space(&self, advance: f64) {
        if advance > 0.0 {
            self.gap.set((TIGHT * advance / EM / self.scale).clamp(GAP.0, GAP.1));
        }
    }

    fn find_letter(&self, code: u32) -> Option<String> {
        match self.kind {
            Kind::Composite => self.stated(code).or_else(|| {
                self.collection
                    .get_or_init(|| Collection::of(&self.dict))
                    .letter(code, self.font.map_code(code).to_u32())
            }),
            Kind::Simple if self.is_bare => windows(code),
            // Programs that write neither names nor a table write in the alphabet of Windows.
            Kind::Simple | Kind::Drawn => self.stated(code).or_else(|| windows(code)),
        }
    }

    /// What the font says itself, by its table or the names of its letters.
    fn stated(&self, code: u32) -> Option<String> {
        let stated = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(outline) => outline.as_unicode(),
            FontGlyph::Type3(drawn) => drawn.as_unicode(),
        };
        stated.map(as_string).filter(|text| says_something(text))
    }
}

/// A TrueType font without table and encoding: the standard alphabet, which is presumed then, is that of other fonts.
fn is_bare(dict: &Dict<'_>) -> bool {
    let is_true_type = dict.get::<Name<'_>>(SUBTYPE).as_deref() == Some(b"TrueType");
    is_true_type && !dict.contains_key(ENCODING) && !dict.contains_key(TO_UNICODE)
}

fn as_string(text: BfString) -> String {
    match text {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    }
}

fn says_something(text: &str) -> bool {
    text.chars().any(|c| c != '\0' && c != '\u{fffd}')
}

fn ascii(code: u32) -> Option<String> {
    char::from_u32(code).filter(|c| matches!(c, ' '..='~')).map(String::from)
}

fn windows(code: u32) -> Option<String> {
    let byte = u8::try_from(code).ok().filter(|byte| *byte >= b' ' && *byte != 0x7f)?;
    Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned())
}

/// Letters of a Type 3 font have any size; their widths tell which, near enough.
fn drawn_scale(font: &Font<'_>, dict: &Dict<'_>) -> f64 {
    let widths: Vec<f64> = (0..=255).map(|code| font.code_advance(code).x.abs()).filter(|width| *width > 0.0).collect();
    let middling = widths.iter().sum::<f64>() / widths.len().max(1) as f64 / EM / MIDDLING;
    let [a, _, _, d, _, _] = dict.get::<[f64; 6]>(FONT_MATRIX).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let stretched = if a == 0.0 || d == 0.0 { 1.0 } else { (d / a).abs() };
    let scale = middling * stretched;
    if scale.is_finite() && scale > 0.0 { scale } else { 1.0 }
}

/// Where letters of a font of many come from that has no table of its own.
enum Collection {
    /// One of Adobe's collections of letters of East Asia.
    Adobe {
        /// From codes to numbers of the collection; `None` where they are the same.
        numbers: Option<Box<CMap>>,
        letters: Box<CMap>,
    },
    /// The font inside, by glyph.
    Embedded(HashMap<u32, char>),
    /// Codes are letters already: the table is said to be "the same".
    Same,
    /// Nothing at all.
    None,
}

impl Collection {
    fn of(dict: &Dict<'_>) -> Collection {
        if dict.get::<Name<'_>>(TO_UNICODE).is_some_and(|name| name.starts_with(b"Identity")) {
            return Collection::Same;
        }
        adobe(dict).or_else(|| embedded(dict)).unwrap_or(Collection::None)
    }

    fn letter(&self, code: u32, glyph: u32) -> Option<String> {
        match self {
            Collection::Adobe { numbers, letters } => {
                let number = match numbers {
                    Some(map) => (1..=4).find_map(|length| map.lookup_cid_code(code, length))?,
                    None => code,
                };
                letters.lookup_bf_string(number).map(as_string)
            }
            Collection::Embedded(letters) => letters.get(&glyph).map(char::to_string),
            Collection::Same => char::from_u32(code).map(String::from),
            Collection::None => ascii(code),
        }
    }
}

fn adobe(dict: &Dict<'_>) -> Option<Collection> {
    let numbers = numbers(dict)?;
    let stated = numbers.as_ref().and_then(|map| map.metadata().character_collection.as_ref());
    let stated = stated.map(|collection| collection.family.clone());
    let family = stated.filter(|family| *family != CidFamily::AdobeIdentity).or_else(|| family(dict))?;
    let letters = CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?;
    Some(Collection::Adobe { numbers: numbers.map(Box::new), letters: Box::new(letters) })
}

fn embedded(dict: &Dict<'_>) -> Option<Collection> {
    let descendant = dict.get::<Array<'_>>(DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
    let descriptor = descendant.get::<Dict<'_>>(FONT_DESC)?;
    let Some(program) = descriptor.get::<Stream<'_>>(FONT_FILE2) else {
        // A font that is not there has no glyphs to number: what is written can only be letters.
        let is_missing = !descriptor.contains_key(FONT_FILE3) && !dict.contains_key(TO_UNICODE);
        return is_missing.then_some(Collection::Same);
    };
    let letters = letters_of_glyphs(&program.decoded_data().ok()?);
    (!letters.is_empty()).then_some(Collection::Embedded(letters))
}

fn numbers(dict: &Dict<'_>) -> Option<Option<CMap>> {
    match dict.get::<Object<'_>>(ENCODING)? {
        Object::Name(name) => match &*name {
            b"Identity-H" | b"Identity-V" => Some(None),
            name => Some(Some(CMap::parse(load_embedded(CMapName::from_bytes(name))?, load_embedded)?)),
        },
        Object::Stream(stream) => Some(Some(parse(&stream)?)),
        _ => None,
    }
}

fn parse(stream: &Stream<'_>) -> Option<CMap> {
    CMap::parse(&stream.decoded_data().ok()?, load_embedded)
}

fn family(dict: &Dict<'_>) -> Option<CidFamily> {
    let descendant = dict.get::<Array<'_>>(DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let registry = info.get::<object::String<'_>>(REGISTRY)?;
    let ordering = info.get::<object::String<'_>>(ORDERING)?;
    Some(CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()))
}
