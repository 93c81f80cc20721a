//! Word processor documents of Office Open XML, and what the three kinds share.

use super::zipped::package;
use super::{escaped, is_rtl};

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A document with these paragraphs; it states that it has one page.
#[must_use]
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let types = content_types(&[(
        "/word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    )]);
    let root = root_relations("word/document.xml");
    let (core, app) = (core(paragraphs.first().copied().unwrap_or_default()), app("<Pages>1</Pages>"));
    let document = document(paragraphs);
    package(
        &[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root.as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
            ("docProps/app.xml", app.as_bytes()),
            ("word/document.xml", document.as_bytes()),
        ],
        &[],
    )
}

/// A package of these parts, by name and content, whatever they are.
#[must_use]
pub fn parts(list: &[(&str, &str)]) -> Vec<u8> {
    let list: Vec<(&str, &[u8])> = list.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    package(&list, &[])
}

/// The same of parts that are no text.
#[must_use]
pub fn packed(list: &[(&str, &[u8])]) -> Vec<u8> {
    package(list, &[])
}

pub(super) fn document(paragraphs: &[&str]) -> String {
    let mut body = format!("{HEAD}<w:document xmlns:w=\"{WORDS}\"><w:body>");
    for paragraph in paragraphs {
        let (line, run) =
            if is_rtl(paragraph) { ("<w:pPr><w:bidi/></w:pPr>", "<w:rPr><w:rtl/></w:rPr>") } else { ("", "") };
        body.push_str(&format!(
            "<w:p>{line}<w:r>{run}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(paragraph)
        ));
    }
    body.push_str("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
    body
}

/// `[Content_Types].xml` for these parts and the two of properties.
pub(super) fn content_types(parts: &[(&str, &str)]) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    for (name, kind) in parts {
        out.push_str(&format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    }
    out + "</Types>"
}

/// Relations, as pairs of the last word of the kind and the target; their ids are `rId1`, `rId2`, ….
pub(super) fn relations(list: &[(&str, &str)]) -> String {
    let mut out =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (number, (kind, target)) in list.iter().enumerate() {
        let base = if *kind == "metadata/core-properties" {
            "http://schemas.openxmlformats.org/package/2006/relationships"
        } else {
            RELATIONS
        };
        out.push_str(&format!("<Relationship Id=\"rId{}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>", number + 1));
    }
    out + "</Relationships>"
}

pub(super) fn root_relations(main: &str) -> String {
    relations(&[
        ("officeDocument", main),
        ("metadata/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    ])
}

pub(super) fn core(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        escaped(title)
    )
}

pub(super) fn app(inside: &str) -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">{inside}</Properties>"
    )
}
