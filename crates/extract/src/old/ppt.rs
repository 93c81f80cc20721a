//! Presentations of before 2007: slides in order, each with its notes.
//!
//! A file that was saved in parts holds old states of its slides too: the last directory of places says which count.

use std::collections::{HashMap, HashSet};

use super::objects::{Objects, Room};
use super::records::{Record, records};
use super::{Container, latin, place_at, summary, u16_at, u32_at, utf16, xls};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::office::pptx;
use crate::sink::Sink;

/// Savings of one file.
const EDITS: usize = 10_000;
/// Places in one directory.
const PLACES: usize = 1_000_000;

/// Kinds of records ([MS-PPT]).
mod kind {
    pub const DOCUMENT: u16 = 1000;
    pub const SLIDE: u16 = 1006;
    pub const SLIDE_ATOM: u16 = 1007;
    pub const NOTES: u16 = 1008;
    pub const SLIDE_PLACE: u16 = 1011;
    pub const MASTER: u16 = 1016;
    pub const SHOW_INFO: u16 = 1017;
    pub const TEXT_HEAD: u16 = 3999;
    pub const WIDE_TEXT: u16 = 4000;
    pub const TEXT: u16 = 4008;
    pub const SLIDES: u16 = 4080;
    pub const EDIT: u16 = 4085;
    pub const PLACES: u16 = 6002;
}

/// The stream that holds the slides.
const STREAM: &str = "PowerPoint Document";
/// `headerToken` of a file under a password.
const LOCKED: u32 = 0xf3d1_c4df;
/// A text that is neither title nor body: a text box.
const OTHER: u32 = 4;
/// A slide that is left out of the show.
const LEFT_OUT: u16 = 1 << 2;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let container = Container::open(file)?;
    let stream = container.stream(STREAM)?.ok_or_else(|| Trouble::damaged("no presentation in the container"))?;
    let current = container.stream("Current User")?.unwrap_or_default();
    if u32_at(&current, 12) == Some(LOCKED) {
        return Err(Trouble::Encrypted);
    }
    let mut sink = Sink::new(bounds.text_bytes);
    let mut room = Room::new(bounds.until);
    let slides = match Show::of(&stream, &current) {
        Some(show) => show.write(&mut room, &mut sink),
        None => write_all(&stream, &mut sink),
    };
    let mut found = Found::from_sink(sink);
    found.cut |= room.is_cut;
    found.pages = slides.and_then(|slides| u32::try_from(slides).ok());
    found.title = summary::title(&container);
    Ok(found)
}

/// Reads an object that stands on a slide: a workbook or graph, a presentation, or a package of today.
fn read_object(file: &[u8], room: &mut Room, sink: &mut Sink) -> Result<(), Trouble> {
    let container = Container::open(file)?;
    // A letter's own objects are not on the slide.
    if container.stream("WordDocument")?.is_some() {
        return Ok(());
    }
    if let Some(stream) = xls::stream(&container)? {
        return xls::read_shown(&stream, sink);
    }
    if let Some(stream) = container.stream(STREAM)? {
        read_inside(&container, &stream, room, sink);
        return Ok(());
    }
    match container.stream("Package")? {
        Some(package) => pptx::read_packed(&package, &mut room.bytes, room.inside, sink),
        None => Ok(()),
    }
}

/// Reads the slides of a presentation that stands on a slide of another.
fn read_inside(container: &Container<'_>, stream: &[u8], room: &mut Room, sink: &mut Sink) {
    let current = container.stream("Current User").ok().flatten().unwrap_or_default();
    if let Some(show) = Show::of(stream, &current) {
        show.write(room, sink);
    }
}

/// A presentation whose parts are all found.
struct Show<'a> {
    stream: &'a [u8],
    places: HashMap<u32, usize>,
    document: Record<'a>,
}

/// A slide or notes as the document lists it, with the texts of its outline.
struct Listed<'a> {
    place: u32,
    id: u32,
    outline: Vec<Record<'a>>,
}

impl<'a> Show<'a> {
    fn of(stream: &'a [u8], current: &[u8]) -> Option<Show<'a>> {
        let mut places = HashMap::new();
        let mut document = None;
        let mut seen = HashSet::new();
        let mut at = place_at(current, 16)?;
        // From the last saving back to the first: the newest place of a part counts.
        while at != 0 && seen.len() < EDITS && seen.insert(at) {
            let edit = Record::at(stream, at).filter(|record| record.kind == kind::EDIT)?;
            read_places(&Record::at(stream, place_at(edit.content, 12)?)?, &mut places);
            document = document.or_else(|| u32_at(edit.content, 16));
            at = place_at(edit.content, 8)?;
        }
        let document = Record::at(stream, *places.get(&document?)?).filter(|record| record.kind == kind::DOCUMENT)?;
        Some(Show { stream, places, document })
    }

    /// Writes the slides; answers how many there are.
    fn write(&self, room: &mut Room, sink: &mut Sink) -> Option<usize> {
        let slides = self.listed(0);
        let objects = Objects::of(&self.document);
        let notes: HashMap<u32, u32> = self.listed(2).iter().map(|notes| (notes.id, notes.place)).collect();
        for (number, slide) in slides.iter().enumerate() {
            if number > 0 {
                sink.page();
            }
            let own = self.part(slide.place, kind::SLIDE);
            if own.is_some_and(|own| is_left_out(&own)) {
                continue;
            }
            slide.outline.iter().for_each(|text| write_text(text, sink));
            let Some(own) = own else { continue };
            write_texts(&own, sink);
            objects.write(&own, |place, kind| self.part(place, kind), read_object, room, sink);
            if number == 0 {
                self.write_masters(sink);
            }
            let atom = own.inside().find(|record| record.kind == kind::SLIDE_ATOM);
            let id = atom.and_then(|atom| u32_at(atom.content, 16));
            if let Some(notes) = id.and_then(|id| notes.get(&id)).and_then(|place| self.part(*place, kind::NOTES)) {
                sink.line();
                write_texts(&notes, sink);
            }
        }
        Some(slides.len())
    }

    /// What is drawn on every slide is read once; the prompts of a master are not.
    fn write_masters(&self, sink: &mut Sink) {
        for master in self.listed(1) {
            let Some(master) = self.part(master.place, kind::MASTER) else { continue };
            let mut other = false;
            master.walk(&mut |record| {
                match record.kind {
                    kind::TEXT_HEAD => other = u32_at(record.content, 0) == Some(OTHER),
                    _ if other => write_text(record, sink),
                    _ => {}
                }
                true
            });
        }
    }

    fn listed(&self, instance: u16) -> Vec<Listed<'a>> {
        let mut listed: Vec<Listed<'a>> = Vec::new();
        let lists = self.document.inside().filter(|record| record.kind == kind::SLIDES && record.instance == instance);
        for record in lists.flat_map(|list| list.inside()) {
            if record.kind == kind::SLIDE_PLACE {
                let (place, id) = (u32_at(record.content, 0), u32_at(record.content, 12));
                listed.push(Listed { place: place.unwrap_or(0), id: id.unwrap_or(0), outline: Vec::new() });
            } else if let Some(last) = listed.last_mut() {
                last.outline.push(record);
            }
        }
        listed
    }

    fn part(&self, place: u32, kind: u16) -> Option<Record<'a>> {
        Record::at(self.stream, *self.places.get(&place)?).filter(|record| record.kind == kind)
    }
}

fn read_places(directory: &Record<'_>, places: &mut HashMap<u32, usize>) {
    if directory.kind != kind::PLACES {
        return;
    }
    let mut at = 0;
    while let Some(head) = u32_at(directory.content, at) {
        let (first, count) = (head & 0xf_ffff, head >> 20);
        at += 4;
        for number in first..first + count {
            if let Some(place) = place_at(directory.content, at)
                && places.len() < PLACES
            {
                places.entry(number).or_insert(place);
            }
            at += 4;
        }
    }
}

fn is_left_out(slide: &Record<'_>) -> bool {
    let info = slide.inside().find(|record| record.kind == kind::SHOW_INFO);
    info.and_then(|info| u16_at(info.content, 10)).is_some_and(|flags| flags & LEFT_OUT != 0)
}

fn write_texts(part: &Record<'_>, sink: &mut Sink) {
    part.walk(&mut |record| {
        write_text(record, sink);
        !sink.is_full()
    });
}

fn write_text(record: &Record<'_>, sink: &mut Sink) {
    let text = match record.kind {
        kind::WIDE_TEXT => utf16(record.content),
        kind::TEXT => latin(record.content),
        _ => return,
    };
    for line in text.split(['\r', '\u{b}']) {
        // A star stands where the number of the slide or the date goes.
        if line.trim() != "*" {
            sink.push(line);
            sink.end_line();
        }
    }
}

/// Where the directory is broken: every text, in the order of the file.
fn write_all(stream: &[u8], sink: &mut Sink) -> Option<usize> {
    for record in records(stream) {
        write_text(&record, sink);
        write_texts(&record, sink);
    }
    None
}
