//! Presentations of before 2007, with objects on their slides.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::old::{container, put, record};

/// A slide of an old presentation.
#[derive(Default)]
pub struct OldSlide<'a> {
    /// What it says; lines become paragraphs.
    pub text: &'a str,
    /// Whether the show leaves it out.
    pub left_out: bool,
    /// The object that stands on it, by its place among the objects.
    pub shows: Option<u32>,
}

/// An object of an old presentation.
pub struct OldObject {
    /// What the file keeps of it.
    pub stored: Vec<u8>,
    /// Whether the file says that it is deflated.
    pub deflated: bool,
    /// Whether the slide shows only a sign for it.
    pub sign: bool,
}

impl OldObject {
    /// An object that is stored as it is.
    #[must_use]
    pub fn plain(file: &[u8]) -> OldObject {
        OldObject { stored: file.to_vec(), deflated: false, sign: false }
    }

    /// An object that is deflated and says that it is so long.
    #[must_use]
    pub fn deflated(file: &[u8], stated: u32) -> OldObject {
        let mut encoder = ZlibEncoder::new(stated.to_le_bytes().to_vec(), Compression::fast());
        // As PowerPoint does: everything is there, and the end is not.
        let written = encoder.write_all(file).and_then(|()| encoder.flush());
        let stored = written.map(|()| encoder.get_ref().clone()).unwrap_or_default();
        OldObject { stored, deflated: true, sign: false }
    }
}

/// A presentation with one text on each slide; lines of a slide become paragraphs.
#[must_use]
pub fn ppt(slides: &[&str]) -> Vec<u8> {
    let slides: Vec<OldSlide<'_>> = slides.iter().map(|text| OldSlide { text, ..OldSlide::default() }).collect();
    old_presentation(&slides, &[])
}

/// A presentation with these slides, and objects that may stand on them.
#[must_use]
pub fn old_presentation(slides: &[OldSlide<'_>], objects: &[OldObject]) -> Vec<u8> {
    let mut stream = document(slides, objects);
    let mut places = vec![0u32];
    for slide in slides {
        places.push(stream.len() as u32);
        stream.extend(record(0xf, 1006, &inside(slide)));
    }
    for object in objects {
        places.push(stream.len() as u32);
        stream.extend(record(u16::from(object.deflated) << 4, 4113, &object.stored));
    }
    let directory = stream.len() as u32;
    let head = 1 | (places.len() as u32) << 20;
    let entries: Vec<u8> = std::iter::once(head).chain(places).flat_map(u32::to_le_bytes).collect();
    stream.extend(record(0, 6002, &entries));
    let edit = stream.len() as u32;
    let mut last = vec![0; 28];
    put(&mut last, 12, &directory.to_le_bytes());
    put(&mut last, 16, &1u32.to_le_bytes());
    stream.extend(record(0, 4085, &last));
    let mut user = vec![0; 20];
    put(&mut user, 4, &0xe391_c05fu32.to_le_bytes());
    put(&mut user, 8, &edit.to_le_bytes());
    container(&[("PowerPoint Document", stream), ("Current User", record(0, 4086, &user))])
}

/// The list of objects, and that of slides with their texts.
fn document(slides: &[OldSlide<'_>], objects: &[OldObject]) -> Vec<u8> {
    let mut embedded = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        let place = (slides.len() + number) as u32 + 2;
        let numbers = [if object.sign { 4 } else { 1 }, 0, number as u32, 3, place, 0];
        let atom: Vec<u8> = numbers.into_iter().flat_map(u32::to_le_bytes).collect();
        embedded.extend(record(0xf, 4044, &record(1, 4035, &atom)));
    }
    let mut list = Vec::new();
    for (number, slide) in slides.iter().enumerate() {
        let mut place = vec![0; 20];
        put(&mut place, 0, &(number as u32 + 2).to_le_bytes());
        put(&mut place, 12, &(number as u32 + 256).to_le_bytes());
        list.extend(record(0, 1011, &place));
        list.extend(record(0, 3999, &[0; 4]));
        let text: Vec<u8> = slide.text.replace('\n', "\r").encode_utf16().flat_map(u16::to_le_bytes).collect();
        list.extend(record(0, 4000, &text));
    }
    record(0xf, 1000, &[record(0xf, 1033, &embedded), record(0xf, 4080, &list)].concat())
}

/// What a slide holds: a head, how it is shown, a drawing with a shape for the object.
fn inside(slide: &OldSlide<'_>) -> Vec<u8> {
    let mut show = vec![0; 16];
    put(&mut show, 10, &[u8::from(slide.left_out) << 2]);
    let shape = slide.shows.map(|number| record(0, 3009, &number.to_le_bytes())).unwrap_or_default();
    let drawing = [0xf011, 0xf004, 0xf003, 0xf002, 1036].iter().fold(shape, |inner, kind| record(0xf, *kind, &inner));
    [record(2, 1007, &[0; 24]), record(0, 1017, &show), drawing].concat()
}
