//! What Typst sees: one template, one data file, a fixed set of fonts. No disk, no network, no clock.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::PrintError;

const TEMPLATE: &str = include_str!("page.typ");

/// The fonts of a page, by file: serif for reading, a fixed width for code, and an Arabic whose text can be copied and
/// searched (most Noto fonts draw dots as glyphs of their own, and theirs cannot).
const FONT_FILES: [&[u8]; 8] = [
    include_bytes!("../../../look/fonts/LibertinusSerif-Regular.otf").as_slice(),
    include_bytes!("../../../look/fonts/LibertinusSerif-Bold.otf").as_slice(),
    include_bytes!("../../../look/fonts/LibertinusSerif-Italic.otf").as_slice(),
    include_bytes!("../../../look/fonts/LibertinusSerif-BoldItalic.otf").as_slice(),
    include_bytes!("../../../look/fonts/DejaVuSansMono.ttf").as_slice(),
    include_bytes!("../../../look/fonts/DejaVuSansMono-Bold.ttf").as_slice(),
    include_bytes!("../../../look/fonts/Amiri-Regular.ttf").as_slice(),
    include_bytes!("../../../look/fonts/Amiri-Bold.ttf").as_slice(),
];

/// The fonts of a document. Cheap to hand on.
#[derive(Clone)]
pub struct Fonts(Arc<Parsed>);

struct Parsed {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// Those that the program carries, parsed once: English, French and Arabic.
    pub fn shipped() -> Fonts {
        static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::of(shipped().collect()));
        FONTS.clone()
    }

    /// Those and others, by file (TrueType, OpenType), for what the program's own do not draw. A file that is no font adds nothing.
    pub fn with<'a>(files: impl IntoIterator<Item = &'a [u8]>) -> Fonts {
        let others: Vec<Font> = files.into_iter().flat_map(|data| Font::iter(Bytes::new(data.to_vec()))).collect();
        let own = Fonts::shipped();
        if others.is_empty() { own } else { Fonts::of(own.0.fonts.iter().cloned().chain(others).collect()) }
    }

    fn of(fonts: Vec<Font>) -> Fonts {
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Fonts(Arc::new(Parsed { fonts, book }))
    }

    /// Has any of them a glyph for this letter? In the place of one that has none another sign is printed.
    pub fn draw(&self, letter: char) -> bool {
        self.0.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

fn shipped() -> impl Iterator<Item = Font> {
    FONT_FILES.into_iter().flat_map(|data| Font::iter(Bytes::new(data)))
}

/// The template and one document.
pub(crate) struct Shelf {
    fonts: Fonts,
    template: Source,
    data: (FileId, Bytes),
}

impl Shelf {
    /// Puts the data where the template looks for it.
    pub(crate) fn new(fonts: Fonts, data: Vec<u8>) -> Result<Self, PrintError> {
        let template = Source::new(file("page.typ")?, TEMPLATE.to_owned());
        Ok(Self { fonts, template, data: (file("document.json")?, Bytes::new(data)) })
    }
}

fn file(name: &str) -> Result<FileId, PrintError> {
    let path = VirtualPath::new(name).map_err(|error| PrintError::Layout(format!("{name}: {error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Shelf {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.0.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.0.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
