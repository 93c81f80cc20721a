//! What Typst sees: one template, one data file, a fixed set of fonts. No disk, no network, no clock.

use std::sync::LazyLock;

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

/// The fonts, parsed once for the whole program.
pub(crate) struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// The one set of fonts.
    pub(crate) fn get() -> &'static Fonts {
        static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
            let fonts: Vec<Font> = FONT_FILES.into_iter().flat_map(|data| Font::iter(Bytes::new(data))).collect();
            let book = LazyHash::new(FontBook::from_fonts(&fonts));
            Fonts { fonts, book }
        });
        &FONTS
    }

    /// Whether any font has a glyph for it.
    pub(crate) fn draw(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

/// The template and one document.
pub(crate) struct Shelf {
    fonts: &'static Fonts,
    template: Source,
    data: (FileId, Bytes),
}

impl Shelf {
    /// Puts the data where the template looks for it.
    pub(crate) fn new(fonts: &'static Fonts, data: Vec<u8>) -> Result<Self, PrintError> {
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
        &self.fonts.book
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
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
