//! A start tag: its name, its namespace, its attributes.

use quick_xml::NsReader;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;
use quick_xml::name::{QName, ResolveResult};

use super::fault::{malformed, refusal};
use crate::chars::{is_qualified_name, is_xml};
use crate::refused::{Refused, word};

/// The attributes that are kept: an element may have many thousands.
const KEPT: [&str; 8] = ["hex", "id", "order", "original", "srcLang", "state", "trgLang", "version"];

/// An element that begins.
pub struct Element {
    /// Its namespace, cut: a long one would be copied for every element in it, and XLIFF's are short. Empty where it
    /// has none.
    pub namespace: String,
    /// Its name without prefix.
    pub name: String,
    attributes: Vec<(&'static str, String)>,
    /// Where its start tag begins.
    pub line: usize,
}

impl Element {
    /// It is of XLIFF's core, not of a module or an extension.
    pub fn is_core(&self) -> bool {
        self.namespace == crate::CORE || self.namespace == crate::CORE_2_2
    }

    /// The value of an attribute, one of [`KEPT`].
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| &**value)
    }

    /// Reads a start tag with all that XML and its namespaces ask of one: the parser leaves that to us.
    pub fn read(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, line: usize) -> Result<Element, Refused> {
        let namespace = resolved(reader, start.name(), true, line)?;
        let mut attributes = Vec::new();
        let mut names = Vec::new();
        // The parser's own check for names that stand twice takes time by their square.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| malformed(line, error))?;
            let value = value(&attribute, line)?;
            resolved(reader, attribute.key, false, line)?;
            names.push(attribute.key.0);
            // Those of XLIFF have no prefix.
            if let Some(name) = KEPT.into_iter().find(|name| *name == attribute.key.0) {
                attributes.push((name, value));
            }
        }
        names.sort_unstable();
        if names.windows(2).any(|two| two[0] == two[1]) {
            return Err(malformed(line, "an attribute stands twice"));
        }
        Ok(Element { namespace, name: start.local_name().as_ref().to_owned(), attributes, line })
    }
}

fn value(attribute: &Attribute<'_>, line: usize) -> Result<String, Refused> {
    if attribute.value.contains('<') {
        return Err(malformed(line, "< in an attribute"));
    }
    let value =
        attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).map_err(|error| refusal(&error, line))?;
    if value.chars().all(is_xml) { Ok(value.into_owned()) } else { Err(malformed(line, "a character in an attribute")) }
}

/// The namespace that a name is in.
fn resolved(reader: &NsReader<&[u8]>, name: QName<'_>, element: bool, line: usize) -> Result<String, Refused> {
    if !is_qualified_name(name.0) {
        return Err(malformed(line, "a name that is none"));
    }
    match reader.resolver().resolve_prefix(name.prefix(), element) {
        ResolveResult::Bound(namespace) if element => Ok(word(namespace.0)),
        ResolveResult::Bound(_) | ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(prefix) => Err(malformed(line, format!("prefix {prefix} is bound to nothing"))),
    }
}
