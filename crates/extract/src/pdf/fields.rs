//! What stands on a page beside its content: remarks as they are drawn, and fields of forms, drawn or not.

use hayro::hayro_syntax::object::dict::keys::{
    ANNOTS, AP, AS, BBOX, CONTENTS, F, FT, MATRIX, N, PARENT, RECT, SUBTYPE, V,
};
use hayro::hayro_syntax::object::{self, Array, Dict, Name, Object, Rect, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{self, Affine, Shape};

use super::content::Reader;
use super::text_string;

/// Hidden, or not for the screen.
const UNSEEN: u32 = 1 << 1 | 1 << 5;
/// A field for a password.
const SECRET: u32 = 1 << 13;
/// Fields inside fields.
const PARENTS: usize = 32;

/// Reads what is drawn over the page; of a field that nobody has drawn, the value.
pub(super) fn read<'a>(page: &Page<'a>, reader: &mut Reader<'a, '_>) -> Vec<String> {
    let mut values = Vec::new();
    let Some(list) = page.raw().get::<Array<'a>>(ANNOTS) else { return values };
    for note in list.iter::<Dict<'a>>() {
        if note.get::<u32>(F).unwrap_or(0) & UNSEEN != 0 {
            continue;
        }
        match appearance(&note) {
            Some(drawn) => {
                if let Some(place) = place(&note, &drawn) {
                    reader.form(&drawn, page.resources(), place);
                }
            }
            None => values.extend(undrawn(&note)),
        }
    }
    values
}

fn appearance<'a>(note: &Dict<'a>) -> Option<Stream<'a>> {
    match note.get::<Dict<'a>>(AP)?.get::<Object<'a>>(N)? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => note.get::<Name<'_>>(AS).and_then(|state| states.get::<Stream<'a>>(state)),
        _ => None,
    }
}

/// How a drawing is fitted into the place of its note (PDF 32000, 12.5.5).
fn place(note: &Dict<'_>, drawn: &Stream<'_>) -> Option<Affine> {
    let rect = note.get::<Rect>(RECT)?;
    let box_ = drawn.dict().get::<Rect>(BBOX)?;
    let inner = drawn.dict().get::<[f64; 6]>(MATRIX).map_or(Affine::IDENTITY, Affine::new);
    let turned = (inner * kurbo::Rect::new(box_.x0, box_.y0, box_.x1, box_.y1).to_path(0.1)).bounding_box();
    let (sx, sy) = (rect.width() / turned.width(), rect.height() / turned.height());
    let fitted = [sx, 0.0, 0.0, sy, rect.x0 - sx * turned.x0, rect.y0 - sy * turned.y0];
    fitted.iter().all(|number| number.is_finite()).then(|| Affine::new(fitted))
}

/// What a viewer would draw by itself: the value of a field, a text on the page.
fn undrawn(note: &Dict<'_>) -> Option<String> {
    match note.get::<Name<'_>>(SUBTYPE).as_deref() {
        Some(b"Widget") => value(note),
        Some(b"FreeText") => note.get::<object::String<'_>>(CONTENTS).map(|text| text_string(&text)),
        _ => None,
    }
}

fn value(note: &Dict<'_>) -> Option<String> {
    let kind: Object<'_> = inherited(note, FT)?;
    let flags = match inherited(note, b"Ff") {
        Some(Object::Number(flags)) => u32::try_from(flags.as_i64()).unwrap_or(0),
        _ => 0,
    };
    let is_text = matches!(kind.into_name().as_deref(), Some(b"Tx" | b"Ch"));
    if !is_text || flags & SECRET != 0 {
        return None;
    }
    match inherited(note, V)? {
        Object::String(text) => Some(text_string(&text)),
        // Several choices of a list.
        Object::Array(list) => {
            let chosen: Vec<String> = list.iter::<object::String<'_>>().map(|text| text_string(&text)).collect();
            Some(chosen.join("\n"))
        }
        _ => None,
    }
}

/// What a field says under `key`, or the field that it is part of.
fn inherited<'a>(note: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut field = note.clone();
    for _ in 0..PARENTS {
        if let Some(found) = field.get::<Object<'a>>(key) {
            return Some(found);
        }
        field = field.get::<Dict<'a>>(PARENT)?;
    }
    None
}
