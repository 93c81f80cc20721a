//! Choosing one of many things in a form: all of a few in a list; of more by typing, since a list of thousands is no list, and
//! half a megabyte on a slow line.

use super::{Choice, Form};

/// Things of a list at most; of more one is typed.
pub const LISTED: usize = 500;

/// How a form lets somebody choose.
#[derive(Clone)]
pub enum Picker {
    /// One of these.
    Listed(Vec<Choice>),
    /// Typed.
    Typed {
        /// These fit what was typed before.
        offered: Vec<String>,
        /// The address behind the language that answers what fits what is being typed.
        suggest: &'static str,
    },
}

impl Picker {
    /// The field of a form.
    pub fn draw(&self, form: &Form, name: &str, label: &str) -> String {
        match self {
            Picker::Listed(choices) => form.select(name, label, choices.clone()),
            Picker::Typed { offered, suggest } => form.typed(name, label, offered, suggest),
        }
    }
}
