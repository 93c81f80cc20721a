//! Which formats the hub reads, and how a file is recognised as one of them.

use crate::text::is_mainframe;

/// A format that the hub accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Word processor document, Office Open XML.
    Docx,
    /// Word processor document, OpenDocument.
    Odt,
    /// Presentation, Office Open XML.
    Pptx,
    /// Presentation, OpenDocument.
    Odp,
    /// Spreadsheet, Office Open XML.
    Xlsx,
    /// Spreadsheet, OpenDocument.
    Ods,
    /// Word processor document of before 2007.
    Doc,
    /// Presentation of before 2007.
    Ppt,
    /// Spreadsheet of before 2007.
    Xls,
    /// Spreadsheet, binary, in a package.
    Xlsb,
    /// Rich Text Format.
    Rtf,
    /// Web page.
    Html,
    /// Plain text.
    Txt,
}

/// Why a file is of no [`Format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// An office document under a password.
    Encrypted,
    /// A text in an alphabet of mainframes (EBCDIC), which other machines do not read.
    Mainframe,
    /// Its kind is not read, or its name says another kind than its first bytes.
    Unknown,
}

/// How many first bytes of a file [`Format::sniff`] wants, where the file has them.
pub(crate) const HEAD_BYTES: usize = 8 * 1024;

/// A PDF may have rubbish before its header, but not more than this many bytes.
const PDF_HEADER_BYTES: usize = 1024;

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";
/// Where an OpenDocument file says what it is: the stored first entry, named `mimetype`.
const ODF_NAME: std::ops::Range<usize> = 30..38;

impl Format {
    /// Every format, in the order in which a form should list them.
    pub const ALL: [Format; 14] = [
        Format::Pdf,
        Format::Docx,
        Format::Odt,
        Format::Pptx,
        Format::Odp,
        Format::Xlsx,
        Format::Ods,
        Format::Doc,
        Format::Ppt,
        Format::Xls,
        Format::Xlsb,
        Format::Rtf,
        Format::Html,
        Format::Txt,
    ];

    /// The format of a file, when the extension of its name *and* its first bytes (8 KB, or all that it has) agree; otherwise `None`.
    #[must_use]
    pub fn sniff(file_name: &str, head: &[u8]) -> Option<Format> {
        let (_, extension) = file_name.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        let format = Self::ALL.into_iter().find(|format| format.extensions().contains(&extension.as_str()))?;
        format.agrees_with(&head[..head.len().min(HEAD_BYTES)]).then_some(format)
    }

    /// The format of a file, as [`Format::sniff`] tells it, or why it has none: for people who have sent it.
    ///
    /// # Errors
    /// [`Refusal`], for a file that is not to be kept.
    pub fn tell(file_name: &str, head: &[u8]) -> Result<Format, Refusal> {
        if head.is_empty() {
            return Err(Refusal::Empty);
        }
        match Self::sniff(file_name, head) {
            Some(Format::Txt | Format::Html) if is_mainframe(head) => Err(Refusal::Mainframe),
            Some(format) => Ok(format),
            None if is_locked(file_name, head) => Err(Refusal::Encrypted),
            None => Err(Refusal::Unknown),
        }
    }

    /// The format with this [`Format::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Format> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Short stable name, for addresses, stored rows and words files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Pptx => "pptx",
            Format::Odp => "odp",
            Format::Xlsx => "xlsx",
            Format::Ods => "ods",
            Format::Doc => "doc",
            Format::Ppt => "ppt",
            Format::Xls => "xls",
            Format::Xlsb => "xlsb",
            Format::Rtf => "rtf",
            Format::Html => "html",
            Format::Txt => "txt",
        }
    }

    /// Media type to serve a file of this format as. The character set of text formats is the file's own affair.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Odt => "application/vnd.oasis.opendocument.text",
            Format::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Format::Odp => "application/vnd.oasis.opendocument.presentation",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Format::Doc => "application/msword",
            Format::Ppt => "application/vnd.ms-powerpoint",
            Format::Xls => "application/vnd.ms-excel",
            Format::Xlsb => "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
            Format::Rtf => "application/rtf",
            Format::Html => "text/html",
            Format::Txt => "text/plain",
        }
    }

    /// Extensions of file names, lower case, without the dot; the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Format::Pdf => &["pdf"],
            Format::Docx => &["docx"],
            Format::Odt => &["odt"],
            Format::Pptx => &["pptx"],
            Format::Odp => &["odp"],
            Format::Xlsx => &["xlsx"],
            Format::Ods => &["ods"],
            Format::Doc => &["doc"],
            Format::Ppt => &["ppt"],
            Format::Xls => &["xls"],
            Format::Xlsb => &["xlsb"],
            Format::Rtf => &["rtf"],
            Format::Html => &["html", "htm"],
            Format::Txt => &["txt"],
        }
    }

    fn agrees_with(self, head: &[u8]) -> bool {
        match self {
            Format::Pdf => holds(&head[..head.len().min(PDF_HEADER_BYTES)], b"%PDF-"),
            Format::Doc | Format::Ppt | Format::Xls => is_ole(head),
            Format::Docx | Format::Pptx | Format::Xlsx | Format::Xlsb => {
                head.starts_with(ZIP) && head.get(ODF_NAME) != Some(b"mimetype")
            }
            Format::Odt | Format::Odp | Format::Ods => {
                // A package without the entry is repaired by office programs, so it is not refused; one that says otherwise is.
                head.starts_with(ZIP)
                    && (head.get(ODF_NAME) != Some(b"mimetype")
                        || head[ODF_NAME.end..].starts_with(self.media_type().as_bytes()))
            }
            Format::Rtf => skip_space(head).starts_with(b"{\\rtf"),
            Format::Html => is_text(head) && has_tag(head),
            Format::Txt => {
                is_text(head) && !head.starts_with(b"%PDF-") && !head.starts_with(ZIP) && !head.starts_with(b"{\\rtf")
            }
        }
    }
}

/// Whether a file is an OLE container: an old office document, or a new one that is encrypted.
pub(crate) fn is_ole(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE)
}

/// Whether a file whose name says that it is a package lies in a container: then it is locked, unless the container says "old".
fn is_locked(file_name: &str, head: &[u8]) -> bool {
    let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let packages = [Format::Docx, Format::Pptx, Format::Xlsx, Format::Xlsb];
    let is_package = packages.iter().any(|format| format.extensions().contains(&extension.as_str()));
    let says = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(head, &wide)
    };
    is_package && is_ole(head) && !["WordDocument", "PowerPoint Document", "Workbook"].into_iter().any(says)
}

fn is_text(head: &[u8]) -> bool {
    !head.is_empty() && (has_utf16_mark(head) || !head.contains(&0))
}

fn has_utf16_mark(head: &[u8]) -> bool {
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

/// Something that a browser takes for a tag, a comment or a doctype. In UTF-16 the bytes are apart, so the zeros are left out.
fn has_tag(head: &[u8]) -> bool {
    let bytes: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    bytes.windows(2).any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || matches!(pair[1], b'!' | b'?')))
}

fn skip_space(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.trim_ascii_start()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_bytes_must_agree() {
        assert_eq!(Format::sniff("Plan.PDF", b"%PDF-1.4 ..."), Some(Format::Pdf));
        assert_eq!(Format::sniff("Plan.pdf", b"rubbish\n%PDF-1.4"), Some(Format::Pdf));
        let late = [vec![b' '; 1100], b"%PDF-1.4".to_vec()].concat();
        assert_eq!(Format::sniff("Plan.pdf", &late), None);
        assert_eq!(Format::sniff("Plan.docx", b"%PDF-1.4"), None);
        assert_eq!(Format::sniff("Plan.pdf", b"PK\x03\x04"), None);
        assert_eq!(Format::sniff("Plan.docx", b"PK\x03\x04"), Some(Format::Docx));
        assert_eq!(Format::sniff("Plan.docx", OLE), None);
        assert_eq!(Format::sniff("Plan.doc", OLE), Some(Format::Doc));
        assert_eq!(Format::sniff("Plan.doc", b"PK\x03\x04"), None);
        assert_eq!(Format::sniff("Plan.exe", b"MZ"), None);
        assert_eq!(Format::sniff("Plan", b"%PDF-1.4"), None);
        assert_eq!(Format::sniff("pdf", b"%PDF-1.4"), None);
        assert_eq!(Format::sniff("Plan.rtf", b"{\\rtf1 x}"), Some(Format::Rtf));
        assert_eq!(Format::sniff("Plan.rtf", b"{\\RTF"), None);
    }

    #[test]
    fn an_open_document_says_what_it_is() {
        let head = |kind: &str| [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetype", kind.as_bytes()].concat();
        assert_eq!(Format::sniff("a.odt", &head("application/vnd.oasis.opendocument.text")), Some(Format::Odt));
        assert_eq!(Format::sniff("a.odt", &head("application/vnd.oasis.opendocument.spreadsheet")), None);
        assert_eq!(Format::sniff("a.docx", &head("application/vnd.oasis.opendocument.text")), None);
    }

    #[test]
    fn text_holds_no_zero_byte() {
        assert_eq!(Format::sniff("a.txt", b"hello"), Some(Format::Txt));
        assert_eq!(Format::sniff("a.txt", b"hel\0lo"), None);
        assert_eq!(Format::sniff("a.txt", b"\xFF\xFEh\0i\0"), Some(Format::Txt));
        assert_eq!(Format::sniff("a.txt", b""), None);
        assert_eq!(Format::sniff("a.html", b"just text"), None);
        assert_eq!(Format::sniff("a.htm", b"<p>text"), Some(Format::Html));
        assert_eq!(Format::sniff("a.html", b"\xFF\xFE<\0p\0>\0"), Some(Format::Html));
    }

    #[test]
    fn why_a_file_is_refused() {
        let mainframe = b"\xa3\x88\x85\x40\x97\x93\x81\x95\x40\x86\x96\x99\x40\xa3\x88\x85\x40\x83\x89\xa3\xa8";
        let old = [OLE, b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"].concat();
        assert_eq!(Format::tell("a.txt", b""), Err(Refusal::Empty));
        assert_eq!(Format::tell("a.docx", OLE), Err(Refusal::Encrypted));
        assert_eq!(Format::tell("a.XLSB", OLE), Err(Refusal::Encrypted));
        assert_eq!(Format::tell("a.docx", &old), Err(Refusal::Unknown));
        assert_eq!(Format::tell("a.txt", mainframe), Err(Refusal::Mainframe));
        assert_eq!(Format::tell("a.exe", b"MZ"), Err(Refusal::Unknown));
        assert_eq!(Format::tell("a.doc", OLE), Ok(Format::Doc));
    }

    #[test]
    fn codes_come_back() {
        for format in Format::ALL {
            assert_eq!(Format::from_code(format.code()), Some(format));
        }
    }
}
