//! PDF files written by hand: no compression, no embedded font file, text in any script.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compress, Compression, FlushCompress};

use crate::pdf::{Unit, is_rtl, runs_right_to_left, visual_to_logical};

/// Characters on a line before it is broken.
const LINE_CHARS: usize = 84;
const LINES: usize = 46;

/// A PDF with a page for each text. Latin text is in Helvetica; other letters are drawn as small boxes, but say which letter they are, as
/// a scanned and recognised page does. Right-to-left lines are drawn from the right.
#[must_use]
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut drawn = Drawn::default();
    let streams: Vec<String> = pages.iter().map(|page| drawn.page(page)).collect();
    let mut file = File::new();
    // 1 catalog, 2 tree, 3 Helvetica, 4 the box, then the drawn fonts (font, table of letters), then pages and their content.
    let first_page = 5 + 2 * drawn.fonts();
    let kids: String = (0..pages.len()).map(|number| format!("{} 0 R ", first_page + 2 * number)).collect();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object(&format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()));
    file.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    file.stream("", b"520 0 0 0 460 600 d1 60 0 400 600 re 110 50 300 500 re f*");
    let mut fonts = String::from("/H 3 0 R ");
    for font in 0..drawn.fonts() {
        let number = 5 + 2 * font;
        fonts.push_str(&format!("/D{font} {number} 0 R "));
        file.object(&Drawn::font(number + 1));
        file.stream("", drawn.table(font).as_bytes());
    }
    for (number, stream) in streams.iter().enumerate() {
        let content = first_page + 2 * number + 1;
        file.object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fonts}>>>>/Contents {content} 0 R>>"
        ));
        file.stream("", stream.as_bytes());
    }
    let title: String = pages
        .first()
        .and_then(|page| page.lines().next())
        .unwrap_or_default()
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    let info = file.object(&format!("<</Title<FEFF{title}>>>"));
    file.finish(&format!("/Root 1 0 R/Info {info} 0 R"))
}

/// A PDF with one page and nothing on it, like a scan whose picture was lost.
#[must_use]
pub fn empty_pdf() -> Vec<u8> {
    one_page("", b"")
}

/// A PDF of one page with these instructions and this dictionary of the page (`/Resources`, `/Annots`); `objects` are numbered from 5 on.
#[must_use]
pub fn page_pdf(content: &str, page: &str, objects: &[&str]) -> Vec<u8> {
    let mut file = File::new();
    file.object("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>>>");
    file.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    file.object(&format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{page}>>"));
    file.stream("", content.as_bytes());
    for object in objects {
        file.object(object);
    }
    file.finish("/Root 1 0 R")
}

/// A PDF that wants a password. (No password opens it: the check values are made up.)
#[must_use]
pub fn encrypted_pdf() -> Vec<u8> {
    let mut file = File::new();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    file.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    let encrypt = file.object(&format!(
        "<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<{}>/U<{}>>>",
        "5A".repeat(32),
        "A5".repeat(32)
    ));
    file.finish(&format!("/Root 1 0 R/Encrypt {encrypt} 0 R/ID[<{0}><{0}>]", "01".repeat(16)))
}

/// A PDF in which only what is attached is encrypted; its page says "Open page". (No password opens the rest.)
#[must_use]
pub fn locked_attachment_pdf() -> Vec<u8> {
    let mut file = File::new();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    file.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>");
    file.stream("", b"BT /H 20 Tf 72 700 Td (Open page) Tj ET");
    let encrypt = file.object(&format!(
        "<</Filter/Standard/V 4/R 4/Length 128/P -3904/CF<</StdCF<</AuthEvent/EFOpen/CFM/AESV2/Length 16>>>>/EFF/StdCF/StmF/Identity/StrF/Identity/O<{}>/U<{}>>>",
        "5A".repeat(32),
        "A5".repeat(32)
    ));
    file.finish(&format!("/Root 1 0 R/Encrypt {encrypt} 0 R/ID[<{0}><{0}>]", "01".repeat(16)))
}

/// A PDF of about a megabyte whose page inflates to more than 1.5 GB.
#[must_use]
pub fn inflating_pdf() -> Vec<u8> {
    const BLOCK: usize = 8 << 20;
    const BLOCKS: usize = 192;
    // Compressed once: after a full flush a block stands for itself, so it can be repeated.
    let mut compress = Compress::new(Compression::best(), false);
    let mut block = Vec::with_capacity(BLOCK / 100);
    let _ = compress.compress_vec(&vec![b' '; BLOCK], &mut block, FlushCompress::Full);
    let mut data = vec![0x78, 0x01];
    for _ in 0..BLOCKS {
        data.extend_from_slice(&block);
    }
    let mut end = DeflateEncoder::new(Vec::new(), Compression::fast());
    let _ = end.write_all(b" ");
    data.extend(end.finish().unwrap_or_default());
    data.extend(adler_of_spaces(BLOCK * BLOCKS + 1).to_be_bytes());
    one_page("/Filter/FlateDecode", &data)
}

/// A PDF whose tree of pages has itself as a branch, and whose form draws itself twice.
#[must_use]
pub fn looping_pdf() -> Vec<u8> {
    let mut file = File::new();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object("<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>");
    file.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 6 0 R/Contents 4 0 R>>");
    file.stream("", b"BT /H 20 Tf 72 700 Td (Still here) Tj ET /X Do");
    file.stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources 6 0 R", b"/X Do /X Do");
    file.object("<</XObject<</X 5 0 R>>/Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>");
    file.finish("/Root 1 0 R")
}

/// A PDF with arrays inside arrays, and marked content inside marked content, a hundred thousand deep.
#[must_use]
pub fn deep_pdf() -> Vec<u8> {
    let depth = 100_000;
    let content = format!(
        "BT /H 20 Tf 72 700 Td {}{} TJ ET {} BT (x) Tj ET",
        "[".repeat(depth),
        "]".repeat(depth),
        "q /P BMC ".repeat(depth)
    );
    one_page("", content.as_bytes())
}

fn one_page(filter: &str, content: &[u8]) -> Vec<u8> {
    let mut file = File::new();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    file.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>");
    file.stream(filter, content);
    file.finish("/Root 1 0 R")
}

fn adler_of_spaces(count: usize) -> u32 {
    const PRIME: u64 = 65_521;
    let n = count as u64;
    let space = u64::from(b' ');
    // After n equal bytes: a = 1 + n·v, b = n + v·n(n+1)/2.
    let b = (n % PRIME + space * ((n % (2 * PRIME)) * ((n + 1) % (2 * PRIME)) / 2 % PRIME)) % PRIME;
    let a = (1 + space * (n % PRIME)) % PRIME;
    u32::try_from(b << 16 | a).unwrap_or_default()
}

/// Objects and where they begin.
struct File {
    bytes: Vec<u8>,
    offsets: Vec<usize>,
}

impl File {
    fn new() -> Self {
        File { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), offsets: Vec::new() }
    }

    fn object(&mut self, content: &str) -> usize {
        self.raw(content.as_bytes())
    }

    fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let head = format!("<<{entries}/Length {}>>stream\n", data.len());
        self.raw(&[head.as_bytes(), data, b"\nendstream"].concat())
    }

    fn raw(&mut self, content: &[u8]) -> usize {
        self.offsets.push(self.bytes.len());
        let number = self.offsets.len();
        self.bytes.extend(format!("{number} 0 obj\n").into_bytes());
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\nendobj\n");
        number
    }

    fn finish(mut self, trailer: &str) -> Vec<u8> {
        let start = self.bytes.len();
        let size = self.offsets.len() + 1;
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for offset in &self.offsets {
            table.push_str(&format!("{offset:010} 00000 n \n"));
        }
        table.push_str(&format!("trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n"));
        self.bytes.extend(table.into_bytes());
        self.bytes
    }
}

/// Letters outside of Latin-1: each gets a code in a drawn (Type 3) font of 255 letters.
#[derive(Default)]
struct Drawn {
    codes: BTreeMap<char, usize>,
    letters: Vec<char>,
}

impl Drawn {
    fn fonts(&self) -> usize {
        self.letters.len().div_ceil(255)
    }

    fn page(&mut self, text: &str) -> String {
        let mut out = String::from("BT\n");
        let page_rtl = runs_right_to_left(units(text).iter());
        for (number, line) in text.lines().flat_map(wrapped).take(LINES).enumerate() {
            let turned = line.chars().any(is_rtl);
            let line = if turned { visual(&line, page_rtl) } else { line };
            // Right-to-left lines end at the right margin, roughly.
            let x = if turned && page_rtl { 540.0 - 6.0 * line.chars().count() as f64 } else { 56.0 };
            out.push_str(&format!("1 0 0 1 {x} {} Tm\n", 780 - 15 * number));
            out.push_str(&self.line(&line));
        }
        out + "ET\n"
    }

    fn line(&mut self, line: &str) -> String {
        let mut out = String::new();
        let mut font = String::new();
        let mut codes = String::new();
        for c in line.chars() {
            let (name, code) = self.code(c);
            if name != font {
                flush(&mut out, &font, &mut codes);
                font = name;
            }
            codes.push_str(&format!("{code:02X}"));
        }
        flush(&mut out, &font, &mut codes);
        out
    }

    fn code(&mut self, c: char) -> (String, usize) {
        if matches!(c, ' '..='~' | '\u{a1}'..='\u{ff}') {
            return ("H".to_owned(), c as usize);
        }
        let letters = &mut self.letters;
        let index = *self.codes.entry(c).or_insert_with(|| {
            letters.push(c);
            letters.len() - 1
        });
        (format!("D{}", index / 255), index % 255 + 1)
    }

    fn font(table: usize) -> String {
        let widths = "520 ".repeat(255);
        let names: String = (1..256).map(|code| format!("/g{code} ")).collect();
        // One drawing serves every letter.
        let drawings: String = (1..256).map(|code| format!("/g{code} 4 0 R ")).collect();
        format!(
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 520 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar 255/Widths[{widths}]\
             /Encoding<</Type/Encoding/Differences[1 {names}]>>/CharProcs<<{drawings}>>/Resources<<>>/ToUnicode {table} 0 R>>"
        )
    }

    fn table(&self, font: usize) -> String {
        let letters = &self.letters[font * 255..self.letters.len().min(font * 255 + 255)];
        let mut out = String::from(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/L def/CMapType 2 def\n1 begincodespacerange<00><FF>endcodespacerange\n",
        );
        for (chunk, letters) in letters.chunks(100).enumerate() {
            out.push_str(&format!("{} beginbfchar\n", letters.len()));
            for (number, letter) in letters.iter().enumerate() {
                let units: String = letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
                out.push_str(&format!("<{:02X}><{units}>\n", chunk * 100 + number + 1));
            }
            out.push_str("endbfchar\n");
        }
        out + "endcmap end end\n"
    }
}

fn flush(out: &mut String, font: &str, codes: &mut String) {
    if !codes.is_empty() {
        out.push_str(&format!("/{font} 11 Tf <{codes}> Tj\n"));
        codes.clear();
    }
}

/// The order of the eye.
fn visual(line: &str, page_rtl: bool) -> String {
    visual_to_logical(units(line), page_rtl).into_iter().map(|unit| unit.text).collect()
}

/// Letters, with the marks that belong to them.
fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for c in text.chars() {
        match units.last_mut() {
            Some(last) if unicode_normalization::char::is_combining_mark(c) => last.text.push(c),
            _ => units.push(Unit { text: c.to_string(), start: 0.0, end: 0.0, gap: 0.0 }),
        }
    }
    units
}

fn wrapped(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in line.split(' ') {
        let word_length = word.chars().count();
        if length + word_length > LINE_CHARS && length > 0 {
            lines.push(String::new());
            length = 0;
        }
        if let Some(last) = lines.last_mut() {
            if length > 0 {
                last.push(' ');
            }
            last.push_str(word);
        }
        length += word_length + 1;
    }
    lines
}
