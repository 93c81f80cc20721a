//! What a package states about itself: title, pages.

use super::package::Package;
use super::xml::{self, Handler, Tag};
use crate::Trouble;

/// Content of the first element with each of the wanted names.
pub(crate) struct Stated<const N: usize> {
    names: [&'static str; N],
    found: [Option<String>; N],
    open: Option<usize>,
}

impl<const N: usize> Stated<N> {
    /// Reads a part; where it is missing or broken, nothing is stated: that must not cost the text. A bomb does.
    pub fn read(
        package: &mut Package<'_>,
        part: &str,
        names: [&'static str; N],
    ) -> Result<[Option<String>; N], Trouble> {
        let mut stated = Stated { names, found: std::array::from_fn(|_| None), open: None };
        let walked = package.part(part).and_then(|text| text.map_or(Ok(()), |text| xml::walk(&text, &mut stated)));
        if let Err(Trouble::TooLarge) = walked {
            return Err(Trouble::TooLarge);
        }
        Ok(stated.found)
    }
}

impl<const N: usize> Handler for Stated<N> {
    fn start(&mut self, tag: &Tag<'_>) {
        self.open = self.names.iter().position(|name| *name == tag.name()).filter(|index| self.found[*index].is_none());
        if let Some(index) = self.open {
            self.found[index] = Some(String::new());
        }
    }

    fn end(&mut self, _name: &str) {
        self.open = None;
    }

    fn text(&mut self, text: &str) {
        if let Some(found) = self.open.and_then(|index| self.found[index].as_mut())
            && found.len() < 4096
        {
            found.push_str(text);
        }
    }
}
