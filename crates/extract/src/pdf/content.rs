//! Runs the instructions of a page, those that matter to text: pictures, lines and colours are passed over.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Instant;

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Do;
use hayro::hayro_syntax::object::dict::keys::{ACTUAL_TEXT, FONT, MATRIX, OC, RESOURCES, SUBTYPE};
use hayro::hayro_syntax::object::{self, Array, Dict, Name, Number, Object, Stream};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, Rect};

use super::join::{Joiner, Placed};
use super::layers::Layers;
use super::state::State;
use super::text_string;
use super::typeface::{Typeface, Typefaces};

/// A PDF does not nest marked content or states deeper than this, unless to hurt.
const DEPTH: usize = 512;
/// Forms that draw forms.
const FORMS: usize = 40;
/// How many instructions are run between two looks at the clock.
const STEPS: u32 = 256;

/// What the whole document shares.
pub(super) struct Shared<'a> {
    pub faces: Typefaces<'a>,
    pub layers: Layers,
    /// When to stop, and keep what was read.
    pub until: Instant,
}

/// A sequence of marked content that is open.
enum Mark {
    Plain,
    /// On a layer that is not shown.
    Hidden,
    /// A text that stands for all glyphs of the sequence.
    Actual {
        text: String,
        written: bool,
    },
}

/// Reads one page.
pub(super) struct Reader<'a, 's> {
    shared: &'s Shared<'a>,
    pub joiner: Joiner,
    upright: Affine,
    /// What is outside of it is not on the page.
    paper: Rect,
    state: State<'a>,
    states: Vec<State<'a>>,
    marks: Vec<Mark>,
    /// Sequences beyond [`DEPTH`], which are counted but not kept.
    deeper: usize,
    forms: usize,
    steps: u32,
    /// Time has run out.
    pub late: bool,
}

impl<'a, 's> Reader<'a, 's> {
    /// A reader for a page whose coordinates `upright` turns upright, with paper from corner to corner.
    pub fn new(shared: &'s Shared<'a>, upright: Affine, paper: Rect) -> Self {
        Reader {
            shared,
            joiner: Joiner::default(),
            upright,
            paper: upright.transform_rect_bbox(paper),
            state: State::new(upright),
            states: Vec::new(),
            marks: Vec::new(),
            deeper: 0,
            forms: 0,
            steps: 0,
            late: false,
        }
    }

    /// Forgets what the page's own instructions have left behind.
    pub fn rewind(&mut self) {
        self.state = State::new(self.upright);
        self.states.clear();
        self.marks.clear();
    }

    /// Runs a stream of instructions.
    pub fn run(&mut self, mut instructions: TypedIter<'_>, resources: &Resources<'a>) {
        let mut faces = HashMap::new();
        while let Some(instruction) = instructions.next() {
            self.steps = self.steps.wrapping_add(1);
            if self.steps.is_multiple_of(STEPS) && Instant::now() >= self.shared.until {
                self.late = true;
            }
            if self.late {
                return;
            }
            self.step(&instruction, resources, &mut faces);
        }
    }

    fn step(
        &mut self,
        instruction: &Do<'_, '_>,
        resources: &Resources<'a>,
        faces: &mut HashMap<Vec<u8>, Option<Rc<Typeface<'a>>>>,
    ) {
        let state = &mut self.state;
        match instruction {
            Do::SaveState(_) if self.states.len() < DEPTH => self.states.push(self.state.clone()),
            Do::RestoreState(_) => {
                if let Some(saved) = self.states.pop() {
                    self.state = saved;
                }
            }
            Do::Transform(to) => state.page *= matrix([to.0, to.1, to.2, to.3, to.4, to.5]),
            Do::BeginText(_) => state.start_line(Affine::IDENTITY),
            Do::CharacterSpacing(space) => state.letter_space = space.0.as_f64(),
            Do::WordSpacing(space) => state.word_space = space.0.as_f64(),
            Do::HorizontalScaling(percent) => state.stretch = percent.0.as_f64() / 100.0,
            Do::TextLeading(leading) => state.leading = leading.0.as_f64(),
            Do::TextRise(rise) => state.rise = rise.0.as_f64(),
            Do::TextFont(font) => {
                state.size = font.1.as_f64();
                let face = faces.entry(font.0.to_vec()).or_insert_with(|| {
                    resources.fonts.get::<Dict<'_>>(font.0).and_then(|dict| self.shared.faces.of(&dict))
                });
                self.state.face = face.clone();
            }
            Do::SetGraphicsState(name) => {
                if let Some(changes) = resources.ext_g_states.get::<Dict<'_>>(name.0) {
                    self.change(&changes);
                }
            }
            Do::SetTextMatrix(to) => state.start_line(matrix([to.0, to.1, to.2, to.3, to.4, to.5])),
            Do::NextLine(step) => state.next_line(step.0.as_f64(), step.1.as_f64()),
            Do::NextLineAndSetLeading(step) => {
                state.leading = -step.1.as_f64();
                state.next_line(step.0.as_f64(), step.1.as_f64());
            }
            Do::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            Do::ShowText(text) => self.show(text.0),
            Do::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0);
            }
            Do::ShowTextWithParameters(text) => {
                state.word_space = text.0.as_f64();
                state.letter_space = text.1.as_f64();
                state.next_line(0.0, -state.leading);
                self.show(text.2);
            }
            Do::ShowTexts(pieces) => self.show_pieces(pieces.0),
            Do::XObject(name) => {
                if let Some(stream) = resources.x_objects.get::<Stream<'a>>(name.0) {
                    self.form(&stream, resources, Affine::IDENTITY);
                }
            }
            Do::BeginMarkedContent(_) => self.mark(Mark::Plain),
            Do::BeginMarkedContentWithProperties(begun) => {
                let mark = self.mark_of(begun.0, begun.1, resources);
                self.mark(mark);
            }
            Do::EndMarkedContent(_) => {
                if self.deeper > 0 {
                    self.deeper -= 1;
                } else {
                    self.marks.pop();
                }
            }
            _ => {}
        }
    }

    /// Changes of the graphics state: only the font matters.
    fn change(&mut self, changes: &Dict<'a>) {
        let Some(font) = changes.get::<Array<'a>>(FONT) else { return };
        let mut parts = font.iter::<Object<'a>>();
        if let (Some(Object::Dict(dict)), Some(Object::Number(size))) = (parts.next(), parts.next()) {
            self.state.face = self.shared.faces.of(&dict);
            self.state.size = size.as_f64();
        }
    }

    fn show_pieces(&mut self, pieces: &Array<'_>) {
        for piece in pieces.iter::<Object<'_>>() {
            match piece {
                Object::String(text) => self.show(&text),
                Object::Number(step) => self.state.adjust(step.as_f64()),
                _ => {}
            }
        }
    }

    fn show(&mut self, text: &object::String<'_>) {
        let Reader { state, joiner, marks, paper, .. } = self;
        let hidden = marks.iter().any(|mark| matches!(mark, Mark::Hidden));
        state.show(text.as_bytes(), |place, letter| {
            if hidden || !is_on(paper, &place) {
                return;
            }
            let actual = marks.iter_mut().rev().find_map(|mark| match mark {
                Mark::Actual { text, written } => Some((text, written)),
                _ => None,
            });
            match actual {
                Some((_, written)) if *written => joiner.stretch(&place),
                Some((text, written)) => {
                    *written = true;
                    joiner.push(place, text);
                }
                None => joiner.push(place, letter),
            }
        });
    }

    fn mark(&mut self, mark: Mark) {
        if self.marks.len() < DEPTH {
            self.marks.push(mark);
        } else {
            self.deeper += 1;
        }
    }

    fn mark_of(&self, tag: &Name<'_>, properties: &Object<'_>, resources: &Resources<'a>) -> Mark {
        let named = match properties {
            Object::Name(name) => Some(name),
            _ => None,
        };
        if &**tag == OC
            && let Some(name) = named
            && !self.shared.layers.shows(&resources.properties, name)
        {
            return Mark::Hidden;
        }
        let stated = match properties {
            Object::Dict(dict) => dict.get::<object::String<'_>>(ACTUAL_TEXT).map(|text| text_string(&text)),
            _ => named
                .and_then(|name| resources.properties.get::<Dict<'_>>(name))
                .and_then(|dict| dict.get::<object::String<'_>>(ACTUAL_TEXT).map(|text| text_string(&text))),
        };
        stated.map_or(Mark::Plain, |text| Mark::Actual { text, written: false })
    }

    /// Runs what a form draws, moved by `place`.
    pub fn form(&mut self, stream: &Stream<'a>, outer: &Resources<'a>, place: Affine) {
        let dict = stream.dict();
        let is_form = dict.get::<Name<'_>>(SUBTYPE).is_none_or(|kind| &*kind == b"Form");
        if !is_form || self.forms >= FORMS || self.late || !self.shared.layers.shows(dict, OC) {
            return;
        }
        let Ok(content) = stream.decoded_data() else { return };
        let resources = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let inner = dict.get::<[f64; 6]>(MATRIX).map_or(Affine::IDENTITY, Affine::new);
        let (state, states) = (self.state.clone(), std::mem::take(&mut self.states));
        let marks = self.marks.len();
        self.state.page = self.state.page * place * inner;
        self.forms += 1;
        self.run(TypedIter::new(&content), resources.as_ref().unwrap_or(outer));
        self.forms -= 1;
        // What a form leaves open ends with it.
        self.marks.truncate(marks);
        (self.state, self.states) = (state, states);
    }
}

fn matrix(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

/// Whether some of a letter is on the paper. What is beside it nobody sees.
fn is_on(paper: &Rect, place: &Placed) -> bool {
    let slack = place.size.abs() + place.width.abs();
    !(place.x < paper.x0 - slack
        || place.x > paper.x1 + slack
        || place.y < paper.y0 - slack
        || place.y > paper.y1 + slack)
}
