//! Markdown as a small tree that the template can draw: plain data, clean text, no surprises.

use comrak::nodes::{AstNode, ListType, NodeValue, TableAlignment};
use comrak::{Arena, Options, parse_document};
use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use crate::world::Fonts;
use crate::{Document, MAX_LINE_CHARS, PrintError};

/// How deep lists, quotes and emphasis may lie in one another; what is deeper is printed as plain text.
const MAX_DEPTH: usize = 10;

/// The deepest heading.
const MAX_HEADING: usize = 6;

/// Stands where no font has the letter.
const UNKNOWN: char = '\u{25A1}';

/// How letters are cleaned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Letters that no font can draw become a box.
    Usual,
    /// Combining marks and invisible characters go too.
    Strict,
}

#[derive(Serialize)]
struct Data {
    lang: String,
    title: String,
    subtitle: String,
    author: String,
    footer: String,
    body: Vec<Block>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
enum Block {
    Heading { level: usize, body: Vec<Inline> },
    Paragraph { body: Vec<Inline> },
    List { ordered: bool, start: usize, tight: bool, items: Vec<Vec<Block>> },
    Quote { body: Vec<Block> },
    Code { text: String },
    Table { align: Vec<&'static str>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Rule,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
enum Inline {
    Text { text: String },
    Strong { body: Vec<Inline> },
    Emph { body: Vec<Inline> },
    Code { text: String },
    Link { url: String, body: Vec<Inline> },
    Break,
}

/// The document as the JSON that the template reads.
pub(crate) fn data(document: &Document<'_>, fonts: &Fonts, care: Care) -> Result<Vec<u8>, PrintError> {
    let mut reader = Reader { fonts, care, levels: Vec::new() };
    let title = reader.line(document.title);
    if title.is_empty() {
        return Err(PrintError::Title);
    }
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    let root = parse_document(&arena, document.markdown, &options);
    let first = root
        .first_child()
        .filter(|node| matches!(node.data.borrow().value, NodeValue::Heading(_)) && reader.line(&plain(node)) == title);
    if let Some(node) = first {
        node.detach();
    }
    let data = Data {
        lang: document.lang.to_owned(),
        subtitle: reader.line(document.subtitle),
        author: reader.line(document.author),
        footer: reader.line(document.footer),
        body: reader.blocks(root, 0),
        title,
    };
    serde_json::to_vec(&data).map_err(|error| PrintError::Layout(error.to_string()))
}

struct Reader<'f> {
    fonts: &'f Fonts,
    care: Care,
    /// The levels, as written, of the headings that the present place is under.
    levels: Vec<u8>,
}

impl Reader<'_> {
    fn blocks<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for node in parent.children() {
            if depth > MAX_DEPTH {
                let text = self.clean(&plain(node), false);
                if !text.trim().is_empty() {
                    blocks.push(Block::Paragraph { body: vec![Inline::Text { text }] });
                }
                continue;
            }
            let value = node.data.borrow().value.clone();
            match value {
                NodeValue::Heading(heading) => {
                    let body = self.inlines(node, depth + 1);
                    if !is_blank(&body) {
                        blocks.push(match depth {
                            0 => Block::Heading { level: self.level(heading.level), body },
                            _ => Block::Paragraph { body: vec![Inline::Strong { body }] },
                        });
                    }
                }
                NodeValue::Paragraph => {
                    let body = self.inlines(node, depth + 1);
                    if !is_blank(&body) {
                        blocks.push(Block::Paragraph { body });
                    }
                }
                NodeValue::List(list) => {
                    let items: Vec<_> = node.children().map(|item| self.blocks(item, depth + 1)).collect();
                    let ordered = list.list_type == ListType::Ordered;
                    blocks.push(Block::List { ordered, start: list.start, tight: list.tight, items });
                }
                NodeValue::BlockQuote => {
                    let body = self.blocks(node, depth + 1);
                    if !body.is_empty() {
                        blocks.push(Block::Quote { body });
                    }
                }
                NodeValue::CodeBlock(code) => {
                    let text = self.clean(code.literal.trim_end(), true);
                    if !text.is_empty() {
                        blocks.push(Block::Code { text });
                    }
                }
                NodeValue::HtmlBlock(html) => {
                    let text = self.clean(html.literal.trim(), true);
                    if !text.is_empty() {
                        blocks.push(Block::Paragraph { body: vec![Inline::Text { text }] });
                    }
                }
                NodeValue::Table(table) => {
                    let mut rows: Vec<Vec<Vec<Inline>>> = node
                        .children()
                        .map(|row| row.children().map(|cell| self.inlines(cell, depth + 1)).collect())
                        .collect();
                    if !rows.is_empty() {
                        let head = rows.remove(0);
                        let columns = head.len();
                        rows.iter_mut().for_each(|row| row.resize_with(columns, Vec::new));
                        let align = table.alignments.iter().take(columns).map(|align| match align {
                            TableAlignment::Center => "center",
                            TableAlignment::Right => "end",
                            TableAlignment::Left | TableAlignment::None => "start",
                        });
                        blocks.push(Block::Table { align: align.collect(), head, rows });
                    }
                }
                NodeValue::ThematicBreak => blocks.push(Block::Rule),
                _ => {
                    let text = self.clean(&plain(node), false);
                    if !text.trim().is_empty() {
                        blocks.push(Block::Paragraph { body: vec![Inline::Text { text }] });
                    }
                }
            }
        }
        blocks
    }

    fn inlines<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in parent.children() {
            if depth > MAX_DEPTH {
                inlines.push(Inline::Text { text: self.clean(&plain(node), false) });
                continue;
            }
            let value = node.data.borrow().value.clone();
            match value {
                NodeValue::Text(text) => inlines.push(Inline::Text { text: self.clean(&text, false) }),
                NodeValue::HtmlInline(text) | NodeValue::Raw(text) => {
                    inlines.push(Inline::Text { text: self.clean(&text, false) })
                }
                NodeValue::SoftBreak => inlines.push(Inline::Text { text: " ".to_owned() }),
                NodeValue::LineBreak => inlines.push(Inline::Break),
                NodeValue::Code(code) => inlines.push(Inline::Code { text: self.clean(&code.literal, false) }),
                NodeValue::Strong => inlines.push(Inline::Strong { body: self.inlines(node, depth + 1) }),
                NodeValue::Emph => inlines.push(Inline::Emph { body: self.inlines(node, depth + 1) }),
                NodeValue::Link(link) => {
                    let body = self.inlines(node, depth + 1);
                    match address(&link.url) {
                        Some(url) if !is_blank(&body) => inlines.push(Inline::Link { url, body }),
                        _ => inlines.extend(body),
                    }
                }
                // A picture is its description; a struck text stays readable.
                _ => inlines.extend(self.inlines(node, depth + 1)),
            }
        }
        inlines
    }

    /// The level that keeps the order of headings without a gap: a step down is one level, whatever was written.
    fn level(&mut self, written: u8) -> usize {
        while self.levels.last().is_some_and(|above| *above >= written) {
            self.levels.pop();
        }
        self.levels.push(written);
        self.levels.len().min(MAX_HEADING)
    }

    fn line(&self, text: &str) -> String {
        let text = self.clean(text, false);
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").chars().take(MAX_LINE_CHARS).collect()
    }

    /// Only letters that can be drawn; PDF/UA refuses a document with any other.
    fn clean(&self, text: &str, lines: bool) -> String {
        let mut clean = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\n' if lines => clean.push('\n'),
                '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => clean.push(' '),
                // Orders that turn text around, byte order marks, variation selectors.
                '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFC}' | '\u{FE00}'..='\u{FE0F}' => {}
                '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' => {
                    if self.care == Care::Usual {
                        clean.push(letter);
                    }
                }
                _ if letter.is_control() => {}
                _ if self.care == Care::Strict && is_combining_mark(letter) => {}
                _ if is_private(letter) => clean.push(UNKNOWN),
                _ if self.fonts.draw(letter) => clean.push(letter),
                _ if letter.is_whitespace() => clean.push(' '),
                _ if is_combining_mark(letter) => {}
                _ => clean.push(UNKNOWN),
            }
        }
        clean
    }
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn is_blank(body: &[Inline]) -> bool {
    body.iter().all(|inline| match inline {
        Inline::Text { text } | Inline::Code { text } => text.trim().is_empty(),
        Inline::Strong { body } | Inline::Emph { body } | Inline::Link { body, .. } => is_blank(body),
        Inline::Break => true,
    })
}

/// An address that a reader may follow from a PDF: on the web or by e-mail, whole, and of a sane length.
fn address(url: &str) -> Option<String> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    let sane = url.len() <= 2000 && !url.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    (known && sane).then(|| url.to_owned())
}

/// All the text below a node, without recursion.
fn plain<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::HtmlInline(words) | NodeValue::Raw(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => text.push_str(&code.literal),
            NodeValue::HtmlBlock(html) => text.push_str(&html.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph | NodeValue::Item(_) => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}
