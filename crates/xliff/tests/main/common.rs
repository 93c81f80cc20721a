//! An office with its tool, played.

use xliff::{Document, File, Limits, Refused, Returned, ReturnedUnit, Unit, read};

pub const SOURCE: &str = "<source xml:space=\"preserve\">";

/// One text with these units.
pub fn document(units: Vec<Unit>) -> Document {
    let file = File { id: "page.7".into(), original: "https://hub.example/page/7".into(), notes: vec![], units };
    Document { source: "en".into(), target: "fr".into(), files: vec![file] }
}

pub fn unit(id: &str, source: &str) -> Unit {
    Unit { id: id.into(), source: source.into(), ..Unit::default() }
}

/// The office writes into every segment without target what this makes of its source.
pub fn translated(file: &[u8], translate: impl Fn(&str) -> String) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    let mut out = String::new();
    for (index, piece) in text.split("<segment").enumerate() {
        if index == 0 {
            out.push_str(piece);
            continue;
        }
        let (head, rest) = piece.split_once(SOURCE).unwrap();
        let (source, rest) = rest.split_once("</source>").unwrap();
        out.push_str(&format!("<segment{head}{SOURCE}{source}</source>"));
        if !rest.starts_with("<target") {
            out.push_str(&format!("<target xml:space=\"preserve\">{}</target>", translate(source)));
        }
        out.push_str(rest);
    }
    out.into_bytes()
}

/// A file with this in it.
pub fn around(file: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" \
         srcLang=\"en\" trgLang=\"fr\">\
         {file}</xliff>"
    )
}

/// A file with one unit, `u`, with this in it.
pub fn around_unit(unit: &str) -> String {
    around(&format!("<file id=\"f\"><unit id=\"u\">{unit}</unit></file>"))
}

pub fn read_text(text: &str) -> Result<Returned, Refused> {
    read(text.as_bytes(), &Limits::default())
}

pub fn refused(text: &str) -> Refused {
    read_text(text).unwrap_err()
}

/// The only unit of a file with this in it.
pub fn read_unit(unit: &str) -> ReturnedUnit {
    let mut returned = read_text(&around_unit(unit)).unwrap();
    returned.files.remove(0).units.remove(0)
}
