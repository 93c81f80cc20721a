//! Web pages: what a reader of the page would read, and its title.

use std::cell::{Cell, RefCell};

use encoding_rs::Encoding;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;
use crate::text;

/// Where browsers look for the encoding is the first kilobyte; pages in the wild state it later.
const CHARSET_BYTES: usize = 8 * 1024;

/// Markup may be much longer than its text, in times.
const MARKUP_TIMES: usize = 4;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    if text::is_mainframe(file) {
        return Err(Trouble::damaged("a page in EBCDIC"));
    }
    let markup = text::decode(file, stated_encoding(file), bounds.text_bytes.saturating_mul(MARKUP_TIMES));
    let tokenizer = Tokenizer::new(Page::new(bounds.text_bytes), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(markup));
    // The page answers neither of the two results that stop the tokenizer.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let page = tokenizer.sink;
    let title = page.title.into_inner();
    let mut found = Found::from_sink(page.sink.into_inner());
    found.title = Some(title).filter(|title| !title.is_empty());
    Ok(found)
}

/// `<meta charset=…>` or `<meta http-equiv=… content="…; charset=…">`.
fn stated_encoding(file: &[u8]) -> Option<&'static Encoding> {
    let head = file[..file.len().min(CHARSET_BYTES)].to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(start) = find(rest, b"<meta") {
        rest = &rest[start + 5..];
        let tag = &rest[..find(rest, b">").unwrap_or(rest.len())];
        if let Some(at) = find(tag, b"charset") {
            let value = tag[at + 7..].trim_ascii_start();
            if let Some(value) = value.strip_prefix(b"=") {
                let value = value.trim_ascii_start();
                let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
                let end = value
                    .iter()
                    .position(|byte| matches!(byte, b'"' | b'\'' | b';' | b' ' | b'/' | b'\n' | b'\t'))
                    .unwrap_or(value.len());
                if let Some(encoding) = Encoding::for_label(&value[..end]) {
                    return Some(encoding);
                }
            }
        }
    }
    None
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}

/// Hears the tokens of a page. The tokenizer lends it out, so it changes through cells.
struct Page {
    sink: RefCell<Sink>,
    title: RefCell<String>,
    in_title: Cell<bool>,
    /// The element whose content is not read, until its end tag.
    skipped: RefCell<Option<String>>,
    pre: Cell<usize>,
}

impl Page {
    fn new(limit: usize) -> Self {
        Page {
            sink: RefCell::new(Sink::new(limit)),
            title: RefCell::default(),
            in_title: Cell::new(false),
            skipped: RefCell::default(),
            pre: Cell::new(0),
        }
    }

    fn characters(&self, text: &str) {
        if self.skipped.borrow().is_some() {
        } else if self.in_title.get() {
            let mut title = self.title.borrow_mut();
            if title.len() < 4096 {
                title.push_str(text);
            }
        } else if self.pre.get() > 0 {
            self.sink.borrow_mut().push(text);
        } else {
            self.sink.borrow_mut().push_flowing(text);
        }
    }

    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let starts = tag.kind == TagKind::StartTag;
        let mut skipped = self.skipped.borrow_mut();
        if let Some(open) = skipped.as_deref() {
            if !starts && open == name {
                *skipped = None;
            }
            return TokenSinkResult::Continue;
        }
        if starts
            && matches!(
                name,
                "script" | "style" | "template" | "iframe" | "noembed" | "noframes" | "object" | "svg" | "math"
            )
            && !tag.self_closing
        {
            *skipped = Some(name.to_owned());
            return match name {
                "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                "template" | "object" | "svg" | "math" => TokenSinkResult::Continue,
                _ => TokenSinkResult::RawData(RawKind::Rawtext),
            };
        }
        let mut sink = self.sink.borrow_mut();
        match name {
            "title" => {
                self.in_title.set(starts && self.title.borrow().is_empty());
                if starts {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            "textarea" if starts => return TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" if starts => return TokenSinkResult::Plaintext,
            "pre" | "listing" => {
                self.pre.set(if starts { self.pre.get() + 1 } else { self.pre.get().saturating_sub(1) });
                sink.end_line();
            }
            "br" => sink.end_line(),
            "td" | "th" if !starts => sink.tab(),
            "img" | "area" if starts => {
                if let Some(alternative) = tag.attrs.iter().find(|attribute| &*attribute.name.local == "alt") {
                    sink.space();
                    sink.push_flowing(&alternative.value);
                    sink.space();
                }
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "ul" | "ol" | "dl" | "table" | "section"
            | "article" => sink.line(),
            name if is_block(name) => sink.end_line(),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "aside"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "option"
            | "search"
            | "select"
            | "summary"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
    )
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.characters(&text),
            Token::TagToken(tag) => return self.tag(&tag),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn page(html: &[u8]) -> (String, Option<String>) {
        let found = read(html, &Bounds { text_bytes: 1000, until: Instant::now() }).unwrap();
        (found.text, found.title)
    }

    #[test]
    fn the_text_of_a_page() {
        let html = b"<!doctype html><title>A &amp; B</title><style>p{}</style><script>if (a<b) '</p>'</script>
            <h1>Head</h1><p>One\n two<br>three <b>four</b></p><table><tr><td>a</td><td>b</td></tr></table><img alt='a picture'><svg><title>no</title></svg>end";
        assert_eq!(
            page(html),
            ("Head\n\nOne two\nthree four\n\na\tb\n\na picture end".to_owned(), Some("A & B".to_owned()))
        );
    }

    #[test]
    fn encodings() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251
            .encode("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">Привет");
        assert_eq!(page(&bytes).0, "Привет");
        let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode("<meta charset='windows-1256'><p>سلام");
        assert_eq!(page(&bytes).0, "سلام");
    }

    #[test]
    fn an_open_script_ends_with_the_page() {
        assert_eq!(page(b"a<script>b").0, "a");
        assert_eq!(page(b"a<textarea>b</p>").0, "ab</p>");
    }
}
