//! Walks XML under limits: no document type (so no entities of its own), no deep nesting.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Trouble;

/// Elements inside one another. Tables in text boxes in tables reach about forty.
const DEPTH: usize = 256;

/// An element that begins.
pub(crate) struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// Its name, without the prefix.
    pub fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The prefix of its name, or nothing.
    pub fn prefix(&self) -> &str {
        self.0.name().into_inner().rsplit_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// Value of the attribute with this name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found = self
            .0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| local(attribute.key.into_inner()) == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// Identifier of the relation that the element points to (`r:id`): the `id` with a prefix, where one without may stand beside it.
    pub fn relation(&self) -> Option<String> {
        let found = self.0.attributes().with_checks(false).flatten().find(|attribute| {
            let name = attribute.key.into_inner();
            name.contains(':') && local(name) == "id"
        })?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// Value of the attribute with this prefix and name.
    pub fn full_attribute(&self, name: &str) -> Option<String> {
        let found =
            self.0.attributes().with_checks(false).flatten().find(|attribute| attribute.key.into_inner() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Hears what is in a document. Names come without their prefix: the formats do not use one name for two things where it matters.
pub(crate) trait Handler {
    /// An element begins. One without content begins and ends.
    fn start(&mut self, tag: &Tag<'_>);
    /// An element ends.
    fn end(&mut self, _name: &str) {}
    /// Characters, in pieces.
    fn text(&mut self, _text: &str) {}
    /// Whether to stop: the text is long enough.
    fn enough(&self) -> bool {
        false
    }
}

/// Walks a document to its end.
pub(crate) fn walk(xml: &str, handler: &mut impl Handler) -> Result<(), Trouble> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0usize;
    while !handler.enough() {
        let event = reader.read_event().map_err(|error| Trouble::Damaged(format!("xml: {error}")))?;
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Trouble::TooLarge);
                }
                handler.start(&Tag(&tag));
            }
            Event::Empty(tag) => {
                handler.start(&Tag(&tag));
                handler.end(local(tag.name().into_inner()));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                handler.end(local(tag.name().into_inner()));
            }
            Event::Text(text) => handler.text(&text.xml10_content()),
            Event::CData(text) => handler.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                if let Ok(Some(c)) = name.resolve_char_ref() {
                    handler.text(c.encode_utf8(&mut [0; 4]));
                } else {
                    handler.text(predefined(&name.xml10_content()));
                }
            }
            // Entities are declared here. No office program writes one.
            Event::DocType(_) => {
                return Err(Trouble::damaged("xml: a document type is not allowed"));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if depth > 0 => return Err(Trouble::damaged("xml: it ends too early")),
            Event::Eof => break,
        }
    }
    Ok(())
}

/// Refuses a document whose outermost element has another name: the package is not what it is taken for.
pub(crate) fn expect_root(xml: &str, wanted: &str) -> Result<(), Trouble> {
    struct Root(Option<String>);
    impl Handler for Root {
        fn start(&mut self, tag: &Tag<'_>) {
            self.0.get_or_insert_with(|| tag.name().to_owned());
        }
        fn enough(&self) -> bool {
            self.0.is_some()
        }
    }
    let mut root = Root(None);
    walk(xml, &mut root)?;
    if root.0.as_deref() == Some(wanted) { Ok(()) } else { Err(Trouble::Damaged(format!("not a {wanted}"))) }
}

fn predefined(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct All(String);

    impl Handler for All {
        fn start(&mut self, tag: &Tag<'_>) {
            self.0 += &format!("<{}{}>", tag.name(), tag.attribute("v").unwrap_or_default());
        }
        fn end(&mut self, name: &str) {
            self.0 += &format!("</{name}>");
        }
        fn text(&mut self, text: &str) {
            self.0 += text;
        }
    }

    fn all(xml: &str) -> Result<String, Trouble> {
        let mut handler = All::default();
        walk(xml, &mut handler).map(|()| handler.0)
    }

    #[test]
    fn names_references_and_sections() {
        assert_eq!(
            all("<w:a v='&amp;1'>x &lt; &#x645;&unknown;<b/><![CDATA[<c>]]></w:a>").unwrap(),
            "<a&1>x < م<b></b><c></a>"
        );
    }

    #[test]
    fn bombs() {
        let bomb = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>";
        assert!(matches!(all(bomb), Err(Trouble::Damaged(_))));
        assert_eq!(all(&"<a>".repeat(300)), Err(Trouble::TooLarge));
        assert!(matches!(all("<a><b></b>"), Err(Trouble::Damaged(_))));
        assert!(matches!(all("<a></b>"), Err(Trouble::Damaged(_))));
    }
}
