//! A small reader of Rich Text Format: text, in its code pages and in Unicode, without what is not text.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

/// Groups inside one another.
const DEPTH: usize = 4_096;
/// Fonts of one file.
const FONTS: usize = 10_000;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    if !file.trim_ascii_start().starts_with(b"{\\rtf") && !file.starts_with(b"\xEF\xBB\xBF{\\rtf") {
        return Err(Trouble::damaged("not RTF"));
    }
    let mut reader = Reader::new(file, bounds.text_bytes);
    reader.run()?;
    let title = reader.title;
    let mut found = Found::from_sink(reader.sink);
    found.title = Some(title).filter(|title| !title.is_empty());
    Ok(found)
}

/// Where the text of a group goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    Title,
    Fonts,
    Nowhere,
}

#[derive(Clone, Copy)]
struct Group {
    place: Place,
    /// Characters that stand behind a `\u` for old readers.
    fallback: usize,
    font: i32,
    hidden: bool,
}

struct Reader<'a> {
    file: &'a [u8],
    at: usize,
    group: Group,
    groups: Vec<Group>,
    page: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// Bytes in a code page that wait to be decoded together: a character may have two.
    pending: Vec<u8>,
    /// First half of a pair of UTF-16.
    high: Option<u16>,
    /// Fallback characters that are still to be skipped.
    skip: usize,
    /// `\*` was the first word of a group: the next says what the group is. Elsewhere in a group it says nothing.
    starred: bool,
    /// A group has just begun.
    fresh: bool,
    sink: Sink,
    title: String,
}

impl<'a> Reader<'a> {
    fn new(file: &'a [u8], limit: usize) -> Self {
        Reader {
            file,
            at: 0,
            group: Group { place: Place::Body, fallback: 1, font: -1, hidden: false },
            groups: Vec::new(),
            page: WINDOWS_1252,
            fonts: HashMap::new(),
            pending: Vec::new(),
            high: None,
            skip: 0,
            starred: false,
            fresh: false,
            sink: Sink::new(limit),
            title: String::new(),
        }
    }

    fn run(&mut self) -> Result<(), Trouble> {
        while let Some(byte) = self.next()
            && !self.sink.is_full()
        {
            match byte {
                b'{' => {
                    self.flush();
                    if self.groups.len() >= DEPTH {
                        return Err(Trouble::TooLarge);
                    }
                    self.groups.push(self.group);
                    self.starred = false;
                    self.fresh = true;
                    self.skip = 0;
                }
                b'}' => {
                    self.flush();
                    self.skip = 0;
                    if let Some(outer) = self.groups.pop() {
                        self.group = outer;
                    }
                    if self.groups.is_empty() {
                        // What follows the document is not it.
                        break;
                    }
                }
                b'\\' => {
                    let fresh = std::mem::take(&mut self.fresh);
                    self.control(fresh);
                }
                b'\r' | b'\n' => {}
                byte => {
                    self.fresh = false;
                    self.byte(byte);
                }
            }
        }
        self.flush();
        Ok(())
    }

    fn next(&mut self) -> Option<u8> {
        let byte = *self.file.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn peek(&self) -> Option<u8> {
        self.file.get(self.at).copied()
    }

    fn control(&mut self, first: bool) {
        let Some(byte) = self.next() else { return };
        if byte.is_ascii_alphabetic() {
            self.at -= 1;
            self.word();
            return;
        }
        match byte {
            b'\'' => {
                let digits = self.file.get(self.at..self.at + 2).and_then(|pair| std::str::from_utf8(pair).ok());
                if let Some(value) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.at += 2;
                    self.byte(value);
                }
            }
            b'*' => self.starred = first,
            b'~' => self.put(" "),
            b'_' => self.put("-"),
            b'{' | b'}' | b'\\' => self.byte(byte),
            b'\r' | b'\n' => self.line(),
            // `\-` may be a hyphen; `\|`, `\:` belong to indexes.
            _ => {}
        }
    }

    /// `\word`, `\word12`, `\word-12`, with one space that belongs to it.
    fn word(&mut self) {
        let file = self.file;
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let word = std::str::from_utf8(&file[start..self.at]).unwrap_or_default();
        let number_start = self.at;
        if self.peek() == Some(b'-') && self.file.get(self.at + 1).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) && self.at - number_start < 12 {
            self.at += 1;
        }
        let number: Option<i64> =
            std::str::from_utf8(&file[number_start..self.at]).ok().and_then(|digits| digits.parse().ok());
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        let starred = std::mem::take(&mut self.starred);
        if word != "u" && self.skip > 0 {
            // A word counts as one fallback character.
            self.skip -= 1;
            return;
        }
        self.act(word, number, starred);
    }

    fn act(&mut self, word: &str, number: Option<i64>, starred: bool) {
        match word {
            "u" => {
                self.flush_bytes();
                self.unit(number.unwrap_or(0));
                self.skip = self.group.fallback;
            }
            "uc" => self.group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(64),
            "bin" => {
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(length).min(self.file.len());
            }
            "par" | "line" | "sect" | "page" | "row" => self.line(),
            "tab" | "cell" | "nestcell" => {
                self.flush();
                if self.shows() {
                    self.sink.tab();
                }
            }
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" | "enspace" | "qmspace" => self.put(" "),
            "v" => {
                self.flush();
                self.group.hidden = number != Some(0);
            }
            "plain" => {
                self.flush();
                self.group.hidden = false;
            }
            "f" => {
                self.flush();
                self.group.font = number.and_then(|number| i32::try_from(number).ok()).unwrap_or(-1);
            }
            "fcharset" if self.group.place == Place::Fonts => {
                if let Some(encoding) = number.and_then(charset)
                    && self.fonts.len() < FONTS
                {
                    self.fonts.insert(self.group.font, encoding);
                }
            }
            "ansicpg" => self.page = number.and_then(code_page).unwrap_or(self.page),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "fonttbl" => self.group.place = Place::Fonts,
            "title" if self.group.place == Place::Nowhere && !starred => self.group.place = Place::Title,
            word if is_destination(word) || (starred && !is_shown_though_starred(word)) => {
                self.flush();
                self.group.place = Place::Nowhere;
            }
            _ => {}
        }
    }

    fn shows(&self) -> bool {
        self.group.place == Place::Body && !self.group.hidden
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    fn line(&mut self) {
        self.flush();
        if self.shows() {
            self.sink.end_line();
        }
    }

    fn put(&mut self, text: &str) {
        self.flush();
        self.write(text);
    }

    fn unit(&mut self, number: i64) {
        // Written as a signed 16 bit number, by the book; some write it unsigned.
        let unit = (number & 0xFFFF) as u16;
        let units: Vec<u16> = self.high.take().into_iter().chain(std::iter::once(unit)).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units).flatten().collect();
        self.write(&text);
    }

    fn flush(&mut self) {
        self.high = None;
        self.flush_bytes();
    }

    fn flush_bytes(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let encoding = self.fonts.get(&self.group.font).copied().unwrap_or(self.page);
        let text = encoding.decode_without_bom_handling(&bytes).0;
        self.write(&text);
    }

    fn write(&mut self, text: &str) {
        match self.group.place {
            Place::Body if !self.group.hidden => self.sink.push(text),
            Place::Title if self.title.len() < 4096 => self.title.push_str(text),
            _ => {}
        }
    }
}

/// Groups that hold something else than text.
fn is_destination(word: &str) -> bool {
    matches!(
        word,
        "colortbl"
            | "stylesheet"
            | "info"
            | "pict"
            | "object"
            | "objdata"
            | "listtable"
            | "listoverridetable"
            | "rsidtbl"
            | "generator"
            | "themedata"
            | "colorschememapping"
            | "datastore"
            | "latentstyles"
            | "xmlnstbl"
            | "fldinst"
            | "bkmkstart"
            | "bkmkend"
            | "filetbl"
            | "revtbl"
            | "nonshppict"
            | "mmathPr"
            | "pntext"
            | "listtext"
            | "annotation"
            | "atnid"
            | "atnauthor"
            | "atnref"
            | "template"
            | "operator"
            | "author"
            | "company"
            | "userprops"
            | "pgdsctbl"
            | "private"
            | "tc"
            | "xe"
            | "falt"
            | "panose"
    )
}

/// Groups that old readers skip, and whose text is part of the page.
fn is_shown_though_starred(word: &str) -> bool {
    matches!(word, "shppict" | "shpinst" | "shptxt" | "shp" | "footnote" | "nesttableprops" | "ud" | "upr" | "u" | "uc")
}

fn charset(number: i64) -> Option<&'static Encoding> {
    use encoding_rs::*;
    Some(match number {
        0 => WINDOWS_1252,
        77 => MACINTOSH,
        128 => SHIFT_JIS,
        129 => EUC_KR,
        134 => GBK,
        136 => BIG5,
        161 => WINDOWS_1253,
        162 => WINDOWS_1254,
        163 => WINDOWS_1258,
        177 => WINDOWS_1255,
        178 => WINDOWS_1256,
        186 => WINDOWS_1257,
        204 => WINDOWS_1251,
        222 => WINDOWS_874,
        238 => WINDOWS_1250,
        // 1: the default of the file. 2: symbols.
        _ => return None,
    })
}

fn code_page(number: i64) -> Option<&'static Encoding> {
    match number {
        932 => Some(encoding_rs::SHIFT_JIS),
        936 => Some(encoding_rs::GBK),
        949 => Some(encoding_rs::EUC_KR),
        950 => Some(encoding_rs::BIG5),
        866 => Some(encoding_rs::IBM866),
        10000 => Some(encoding_rs::MACINTOSH),
        65001 => Some(encoding_rs::UTF_8),
        number => Encoding::for_label(format!("windows-{number}").as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn text(rtf: &[u8]) -> (String, Option<String>) {
        let found = read(rtf, &Bounds { text_bytes: 1000, until: Instant::now() }).unwrap();
        (found.text, found.title)
    }

    #[test]
    fn code_pages_and_unicode() {
        let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset178 Arabic;}}\uc1 caf\'e9 \u1587?\u1604?\f1\'e3\f0  x\par\uc2 \u8364ab\uc0\u8364 c \u-10179\u-8704}";
        assert_eq!(text(rtf).0, "café سلم x\n€€c 😀");
    }

    #[test]
    fn what_is_not_text_is_skipped() {
        let rtf = br"{\rtf1{\info{\title My \'abplan\'bb}{\author Me}}{\*\generator X;}{\pict\bin3 }}}}{\stylesheet{\s1 Heading;}}a{\v hidden}b {\field{\*\fldinst HYPERLINK}{\fldrslt link}}\{c\}}trailer";
        assert_eq!(text(rtf), ("ab link{c}".to_owned(), Some("My «plan»".to_owned())));
    }

    #[test]
    fn a_star_inside_a_group_hides_nothing() {
        let rtf = br"{\rtf1 a {\b\*\cs7 styled} {\*\cs7 destination} {\cs7\*\b too}}";
        assert_eq!(text(rtf).0, "a styled  too");
    }

    #[test]
    fn bad_files_end() {
        assert!(read(b"hello", &Bounds { text_bytes: 10, until: Instant::now() }).is_err());
        let deep = [b"{\\rtf1".to_vec(), vec![b'{'; 10_000]].concat();
        assert_eq!(read(&deep, &Bounds { text_bytes: 10, until: Instant::now() }).err(), Some(Trouble::TooLarge));
        for bad in [
            &br"{\rtf1\"[..],
            br"{\rtf1\'",
            br"{\rtf1\'z",
            br"{\rtf1\bin99999999999999999999",
            br"{\rtf1\u",
            br"{\rtf1}}}",
        ] {
            let _ = text(bad);
        }
    }
}
