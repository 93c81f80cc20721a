//! Runs the drawing instructions of each page against a device that only listens to glyphs.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::time::Instant;

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{self, Dict};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

use super::join::{Joiner, Placed};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::guard::guarded;
use crate::sink::Sink;

/// Glyph space of hayro: a thousand units to the em.
const EM: f64 = 1000.0;

/// A PDF does not nest marked content deeper than this, unless to hurt.
const MARKED_DEPTH: usize = 512;

/// Reads text, page count and title. A page that cannot be read is left out; where time runs out, the rest is.
pub(crate) fn read(file: &Arc<Vec<u8>>, bounds: &Bounds) -> Result<Found, Trouble> {
    let pdf = super::open(file)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Trouble::damaged("no pages"));
    }
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let mut sink = Sink::new(bounds.text_bytes);
    let mut cut = false;
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            sink.page();
        }
        if sink.is_full() || Instant::now() >= bounds.until {
            cut = true;
            continue;
        }
        let mut listener = Listener::new(bounds.until);
        // A panic costs the page it is in: what was heard of it so far is kept, and the thumbnail may still be drawn.
        cut |= guarded(|| listen(&pdf, page, &cache, &settings, &mut listener)).is_err();
        listener.write(&mut sink);
    }
    let mut found = Found::from_sink(sink);
    found.cut |= cut;
    found.pages = u32::try_from(pages.len()).ok();
    found.title = pdf.metadata().title.as_deref().map(text_string);
    Ok(found)
}

fn listen<'a>(
    pdf: &'a Pdf,
    page: &'a Page<'a>,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
    listener: &mut Listener,
) {
    // Neither the transform nor the visible box matter: text is read wherever it is.
    let box_ = Rect::new(0.0, 0.0, 1.0, 1.0);
    let upright = rotation(page);
    let mut context = Context::new(upright, box_, cache, pdf.xref(), settings.clone());
    interpret_page(page, &mut context, listener);
}

/// Turns a rotated page upright, so that its lines run along x.
fn rotation(page: &Page<'_>) -> Affine {
    use hayro::hayro_syntax::page::Rotation;
    let quarter_turns = match page.rotation() {
        Rotation::None => 0.0,
        Rotation::Horizontal => -1.0,
        Rotation::Flipped => 2.0,
        Rotation::FlippedHorizontal => 1.0,
    };
    Affine::rotate(quarter_turns * std::f64::consts::FRAC_PI_2)
}

/// What is inside `/ActualText`: the text stands for all glyphs of the span.
struct Actual {
    text: String,
    written: bool,
}

struct Listener {
    joiner: Joiner,
    /// One for each open marked content sequence; most state no text.
    marked: Vec<Option<Actual>>,
    /// Sequences beyond [`MARKED_DEPTH`], which are counted but not kept.
    deeper: usize,
    until: Instant,
    runs: u32,
}

impl Listener {
    fn new(until: Instant) -> Self {
        Listener { joiner: Joiner::default(), marked: Vec::new(), deeper: 0, until, runs: 0 }
    }

    fn write(self, sink: &mut Sink) {
        self.joiner.write(sink);
    }

    /// Leaves a page that draws for ever. There is no other way out of the interpreter than to unwind.
    fn watch_the_time(&mut self) {
        self.runs = self.runs.wrapping_add(1);
        if self.runs.is_multiple_of(256) && Instant::now() >= self.until {
            resume_unwind(Box::new("out of time"));
        }
    }

    fn glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, vertical: bool) {
        let place = place(glyph, transform, vertical);
        if let Some(actual) = self.marked.iter_mut().rev().find_map(Option::as_mut) {
            if actual.written {
                self.joiner.stretch(&place);
            } else {
                actual.written = true;
                self.joiner.push(place, &actual.text);
            }
            return;
        }
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.joiner.push(place, c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => self.joiner.push(place, &text),
            // Fonts without a table mostly use ASCII as it is.
            None => {
                if let Some(c) = char::from_u32(glyph.char_code()).filter(|c| matches!(c, ' '..='~')) {
                    self.joiner.push(place, c.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }
}

fn place(glyph: &Glyph<'_>, transform: Affine, vertical: bool) -> Placed {
    let advance = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let advance = advance.map_or(EM / 2.0, f64::from).clamp(0.0, 4.0 * EM);
    let origin = transform * Point::ZERO;
    let (ahead, advance) = if vertical { (Point::new(0.0, -EM), EM) } else { (Point::new(EM, 0.0), advance) };
    let along = (transform * ahead) - origin;
    let up = (transform * Point::new(0.0, EM)) - origin;
    let em = along.hypot();
    Placed {
        x: origin.x,
        y: origin.y,
        dx: if em > 0.0 { along.x / em } else { 1.0 },
        dy: if em > 0.0 { along.y / em } else { 0.0 },
        width: em * advance / EM,
        // Condensed fonts have a narrow em: the height tells the size of the letters.
        size: if vertical { em } else { up.hypot().max(em * 0.2) },
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.watch_the_time();
        let vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), vertical);
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        if self.marked.len() >= MARKED_DEPTH {
            self.deeper += 1;
            return;
        }
        let stated = properties.and_then(|dict| dict.get::<object::String<'_>>(b"ActualText".as_slice()));
        self.marked.push(stated.map(|text| Actual { text: text_string(text.as_bytes()), written: false }));
    }

    fn end_marked_content(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.marked.pop();
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.watch_the_time();
    }

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {
        self.watch_the_time();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    // A form that only draws forms draws nothing, but its box clips.
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.watch_the_time();
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.watch_the_time();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A PDF text string: UTF-16 or UTF-8 with a mark, else (nearly) Latin.
fn text_string(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
