//! OpenDocument packages.

use super::escaped;
use super::office::HEAD;
use super::zipped::package;

const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";

/// A text document with these paragraphs; it states that it has one page.
#[must_use]
pub fn odt(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|paragraph| format!("<text:p>{}</text:p>", escaped(paragraph))).collect();
    make("text", &format!("<office:text>{body}</office:text>"), paragraphs.first())
}

/// A presentation with one text box on each slide.
#[must_use]
pub fn odp(slides: &[&str]) -> Vec<u8> {
    let mut body = String::new();
    for (number, slide) in slides.iter().enumerate() {
        let lines: String = slide.lines().map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
        body.push_str(&format!(
            "<draw:page draw:name=\"page{}\" draw:master-page-name=\"Default\"><draw:frame svg:width=\"24cm\" svg:height=\"12cm\" svg:x=\"2cm\" svg:y=\"2cm\">\
             <draw:text-box>{lines}</draw:text-box></draw:frame></draw:page>",
            number + 1
        ));
    }
    let title = slides.first().and_then(|slide| slide.lines().next());
    make("presentation", &format!("<office:presentation>{body}</office:presentation>"), title.as_ref())
}

/// A spreadsheet with one sheet; cells that are numbers are stored as such.
#[must_use]
pub fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let mut body = String::new();
    for row in rows {
        body.push_str("<table:table-row>");
        for cell in *row {
            let kind = match cell.parse::<f64>() {
                Ok(number) => format!("office:value-type=\"float\" office:value=\"{number}\""),
                Err(_) => "office:value-type=\"string\"".to_owned(),
            };
            body.push_str(&format!("<table:table-cell {kind}><text:p>{}</text:p></table:table-cell>", escaped(cell)));
        }
        body.push_str("</table:table-row>");
    }
    let table =
        format!("<office:spreadsheet><table:table table:name=\"Sheet1\">{body}</table:table></office:spreadsheet>");
    make("spreadsheet", &table, rows.first().and_then(|row| row.first()))
}

fn make(kind: &str, body: &str, title: Option<&&str>) -> Vec<u8> {
    let media_type = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "{HEAD}<office:document-content {NAMESPACES}><office:body>{body}</office:body></office:document-content>"
    );
    let styles = format!(
        "{HEAD}<office:document-styles {NAMESPACES}><office:automatic-styles><style:page-layout style:name=\"pm1\">\
         <style:page-layout-properties fo:page-width=\"28cm\" fo:page-height=\"21cm\"/></style:page-layout></office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Default\" style:page-layout-name=\"pm1\"/></office:master-styles></office:document-styles>"
    );
    let meta = format!(
        "{HEAD}<office:document-meta {NAMESPACES}><office:meta><dc:title>{}</dc:title><meta:document-statistic meta:page-count=\"1\"/>\
         </office:meta></office:document-meta>",
        escaped(title.copied().unwrap_or_default())
    );
    let entry = |path: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
    };
    let manifest = format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">{}{}{}{}</manifest:manifest>",
        entry("/", &media_type),
        entry("content.xml", "text/xml"),
        entry("styles.xml", "text/xml"),
        entry("meta.xml", "text/xml")
    );
    package(
        &[
            ("mimetype", media_type.as_bytes()),
            ("content.xml", content.as_bytes()),
            ("styles.xml", styles.as_bytes()),
            ("meta.xml", meta.as_bytes()),
            ("META-INF/manifest.xml", manifest.as_bytes()),
        ],
        // The first entry says what the file is: its bytes must be seen from outside.
        &["mimetype"],
    )
}
