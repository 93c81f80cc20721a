//! Where the next letter goes: the state that the instructions of a page change.

use std::rc::Rc;

use hayro::kurbo::{Affine, Point, Vec2};

use super::join::Placed;
use super::typeface::{EM, Typeface};

/// Widest letter, in em. A broken table of widths must not move what follows off the page.
const WIDEST: f64 = 4.0;

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct State<'a> {
    /// From the coordinates of the instructions to those of the page.
    pub page: Affine,
    pub face: Option<Rc<Typeface<'a>>>,
    pub size: f64,
    /// Between letters, in units of text space.
    pub letter_space: f64,
    /// After a blank, in units of text space.
    pub word_space: f64,
    /// 1 is as wide as the font wants it.
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    /// From text space to the coordinates of the instructions, at the point of writing.
    text: Affine,
    line: Affine,
}

impl<'a> State<'a> {
    pub fn new(page: Affine) -> Self {
        State {
            page,
            face: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    /// Begins a line at the origin of `matrix`.
    pub fn start_line(&mut self, matrix: Affine) {
        self.text = matrix;
        self.line = matrix;
    }

    /// Begins a line beside the last one.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(self.line * Affine::translate((x, y)));
    }

    /// Moves by a number in an array of strings, in thousandths of the size, backwards.
    pub fn adjust(&mut self, thousandths: f64) {
        let step = -thousandths / EM * self.size;
        match &self.face {
            Some(face) if !face.is_horizontal() => self.text *= Affine::translate((0.0, step)),
            _ => self.text *= Affine::translate((step * self.stretch, 0.0)),
        }
    }

    /// Writes a string: tells where each letter stands, and which, and moves behind it.
    pub fn show(&mut self, bytes: &[u8], mut tell: impl FnMut(Placed, &str)) {
        let Some(face) = self.face.clone() else { return };
        let horizontal = face.is_horizontal();
        // Within a string only the point of writing moves: what a step along and up is, is reckoned once.
        let all = self.page * self.text;
        let [a, b, c, d, _, _] = all.as_coeffs();
        let (along, up) = (Vec2::new(a, b), Vec2::new(c, d));
        let em = along * (self.size * self.stretch);
        let height = up * self.size;
        let (direction, length) = if horizontal { (em, em.hypot()) } else { (-height, height.hypot()) };
        let unit = if length > 0.0 { direction / length } else { Vec2::new(1.0, 0.0) };
        // Condensed fonts have a narrow em: the height tells the size of the letters.
        let size = if horizontal { height.hypot().max(em.hypot() * 0.2) } else { length } * face.scale();
        let gap = face.gap();
        let start = all * Point::new(0.0, self.rise);
        let (mut x, mut y) = (0.0, 0.0);
        let mut at = 0;
        while at < bytes.len() {
            let (code, read) = face.code(bytes, at);
            at += read;
            let (ahead, down) = face.advance(code);
            let word_space = if code == 32 && read == 1 { self.word_space } else { 0.0 };
            let spaced = self.letter_space + word_space;
            let (moved_x, moved_y, width, after) = if horizontal {
                let width = (ahead / EM).clamp(-WIDEST * face.scale(), WIDEST * face.scale()) * self.size;
                let step = (width + spaced) * self.stretch;
                (step, 0.0, width * self.stretch, self.letter_space * self.stretch)
            } else {
                let step = down / EM * self.size + spaced;
                (0.0, step, down.abs() / EM * self.size, spaced)
            };
            let (beside_x, beside_y) = face.displacement(code);
            let origin =
                start + along * (x + beside_x / EM * self.size * self.stretch) + up * (y + beside_y / EM * self.size);
            let scale = if horizontal { along.hypot() } else { up.hypot() };
            tell(
                Placed {
                    x: origin.x,
                    y: origin.y,
                    dx: unit.x,
                    dy: unit.y,
                    // Space between letters belongs to them: set apart for looks, they are one word still.
                    width: (width.abs() + after) * scale,
                    size,
                    gap,
                },
                &face.letter(code),
            );
            x += moved_x;
            y += moved_y;
        }
        self.text *= Affine::translate((x, y));
    }
}
