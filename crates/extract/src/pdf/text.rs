//! Text, page count and title of a document, page by page.

use std::time::Instant;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::{Page, Rotation};
use hayro::kurbo::{Affine, Rect};

use super::content::{Reader, Shared};
use super::fields;
use super::layers::Layers;
use super::text_string;
use super::typeface::Typefaces;
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::guard::guarded;
use crate::sink::Sink;

/// Reads text, page count and title. A page that cannot be read is left out; where time runs out, the rest is.
pub(crate) fn read(pdf: &Pdf, bounds: &Bounds) -> Result<Found, Trouble> {
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Trouble::damaged("no pages"));
    }
    let layers = guarded(|| Layers::of(pdf)).unwrap_or_default();
    let shared = Shared { faces: Typefaces::new(), layers, until: bounds.until };
    let mut sink = Sink::of_hard_lines(bounds.text_bytes);
    let mut cut = false;
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            sink.page();
        }
        if sink.is_full() || Instant::now() >= bounds.until {
            cut = true;
            continue;
        }
        cut |= !read_page(page, &shared, &mut sink);
    }
    let mut found = Found::from_sink(sink);
    found.cut |= cut;
    found.pages = u32::try_from(pages.len()).ok();
    found.title = pdf.metadata().title.as_deref().map(text_string);
    Ok(found)
}

/// Reads one page; `false` where some of it is missing.
fn read_page<'a>(page: &Page<'a>, shared: &Shared<'a>, sink: &mut Sink) -> bool {
    let box_ = page.media_box();
    let mut reader = Reader::new(shared, rotation(page), Rect::new(box_.x0, box_.y0, box_.x1, box_.y1));
    let mut values = Vec::new();
    // A panic costs the page it is in: what was read of it so far is kept, and the thumbnail may still be drawn.
    let whole = guarded(|| {
        reader.run(page.typed_operations(), page.resources());
        reader.rewind();
        values = fields::read(page, &mut reader);
    });
    let late = reader.late;
    reader.joiner.write(sink);
    for line in values.iter().flat_map(|value| value.lines()) {
        sink.push(line);
        sink.end_line();
    }
    whole.is_ok() && !late
}

/// Turns a rotated page upright, so that its lines run along x.
fn rotation(page: &Page<'_>) -> Affine {
    let quarter_turns = match page.rotation() {
        Rotation::None => 0.0,
        Rotation::Horizontal => -1.0,
        Rotation::Flipped => 2.0,
        Rotation::FlippedHorizontal => 1.0,
    };
    Affine::rotate(quarter_turns * std::f64::consts::FRAC_PI_2)
}
