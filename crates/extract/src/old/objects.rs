//! Objects that stand on the slides of an old presentation: workbooks, charts, other presentations.
//!
//! A slide names an object by a number, the document says for each number in which part of the file it lies, and that part is a container,
//! mostly deflated. Of an object that cannot be read the picture on the slide is left, and the slides' own texts are read all the same.

use std::collections::HashMap;
use std::io::Read;
use std::time::Instant;

use flate2::read::ZlibDecoder;

use super::records::Record;
use super::u32_at;
use crate::Trouble;
use crate::guard::guarded;
use crate::sink::Sink;

/// Objects that one document lists, and objects of one slide.
const OBJECTS: usize = 10_000;
const ON_SLIDE: usize = 100;
/// Bytes of one object.
const OBJECT_BYTES: usize = 32 << 20;
/// Bytes of all objects that are read for one file, each as often as it is shown.
const TOTAL_BYTES: usize = 128 << 20;
/// Bytes of text of one object: it must not take the room of the slides behind it.
const TEXT_BYTES: usize = 1 << 20;
/// Objects inside objects.
const INSIDE: usize = 2;

/// Kinds of records.
mod kind {
    pub const LIST: u16 = 1033;
    pub const SHOWN: u16 = 3009;
    pub const ATOM: u16 = 4035;
    pub const EMBEDDED: u16 = 4044;
    pub const STORAGE: u16 = 4113;
}

/// An object of which the slide shows only a sign.
const SIGN: u32 = 4;
/// A storage that is deflated.
const DEFLATED: u16 = 1;

/// What may still be read of objects: one count for a file and all that is in it.
pub(super) struct Room {
    pub bytes: usize,
    pub inside: usize,
    until: Instant,
    /// Something was left out for want of room or time.
    pub is_cut: bool,
}

/// Reads the container of one object.
pub(super) type Reads = fn(&[u8], &mut Room, &mut Sink) -> Result<(), Trouble>;

impl Room {
    /// The room of a file; no object is begun after `until`.
    pub fn new(until: Instant) -> Room {
        Room { bytes: TOTAL_BYTES, inside: INSIDE, until, is_cut: false }
    }
}

/// Where the objects of a document lie, by their numbers.
pub(super) struct Objects(HashMap<u32, u32>);

impl Objects {
    pub fn of(document: &Record<'_>) -> Objects {
        let lists = document.inside().filter(|record| record.kind == kind::LIST);
        let embedded = lists.flat_map(|list| list.inside()).filter(|record| record.kind == kind::EMBEDDED);
        Objects(embedded.take(OBJECTS).filter_map(|object| number_and_place(&object)).collect())
    }

    /// Writes the words of the objects on a slide; `part` finds parts of the file.
    pub fn write<'a>(
        &self,
        slide: &Record<'_>,
        part: impl Fn(u32, u16) -> Option<Record<'a>>,
        reads: Reads,
        room: &mut Room,
        sink: &mut Sink,
    ) {
        for number in shown(slide) {
            if sink.is_full() {
                return;
            }
            let storage = self.0.get(&number).and_then(|place| part(*place, kind::STORAGE));
            let Some(text) = storage.and_then(|storage| text_of(&storage, reads, room)) else { continue };
            sink.end_line();
            for line in text.split(['\n', crate::PAGE_BREAK]) {
                sink.push(line);
                sink.end_line();
            }
        }
    }
}

fn number_and_place(object: &Record<'_>) -> Option<(u32, u32)> {
    let atom = object.inside().find(|record| record.kind == kind::ATOM)?.content;
    let is_sign = u32_at(atom, 0)? == SIGN;
    Some((u32_at(atom, 8)?, u32_at(atom, 16)?)).filter(|_| !is_sign)
}

/// Numbers of the objects on a slide, each once.
fn shown(slide: &Record<'_>) -> Vec<u32> {
    let mut numbers = Vec::new();
    slide.walk(&mut |record| {
        if record.kind == kind::SHOWN
            && numbers.len() < ON_SLIDE
            && let Some(number) = u32_at(record.content, 0)
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
        true
    });
    numbers
}

fn text_of(storage: &Record<'_>, reads: Reads, room: &mut Room) -> Option<String> {
    if room.inside == 0 {
        return None;
    }
    if Instant::now() >= room.until {
        room.is_cut = true;
        return None;
    }
    let file = content(storage, room)?;
    let inside = room.inside;
    room.inside = inside.saturating_sub(1);
    // A reader that fails in an object must not take the slides with it.
    let text = guarded(|| {
        let mut own = Sink::new(TEXT_BYTES);
        // Of one that breaks off, what came before is worth reading.
        let _ = reads(&file, room, &mut own);
        own.finish()
    });
    room.inside = inside;
    let (text, is_cut) = text.ok()?;
    room.is_cut |= is_cut;
    Some(text)
}

/// The container of an object, within the room that is left.
fn content(storage: &Record<'_>, room: &mut Room) -> Option<Vec<u8>> {
    let stated = match storage.instance {
        DEFLATED => usize::try_from(u32_at(storage.content, 0)?).ok()?,
        _ => storage.content.len(),
    };
    if stated > OBJECT_BYTES.min(room.bytes) {
        room.is_cut = true;
        return None;
    }
    if storage.instance != DEFLATED {
        room.bytes = room.bytes.saturating_sub(stated);
        return Some(storage.content.to_vec());
    }
    let limit = u64::try_from(stated).ok()?.checked_add(1)?;
    let mut bytes = Vec::new();
    // PowerPoint does not end what it deflates: that the end is missing says nothing, and a container that breaks off is read as far as it goes.
    let _ = ZlibDecoder::new(storage.content.get(4..)?).take(limit).read_to_end(&mut bytes);
    // What was inflated is spent, also where it was in vain.
    room.bytes = room.bytes.saturating_sub(bytes.len());
    Some(bytes).filter(|bytes| bytes.len() <= stated)
}
