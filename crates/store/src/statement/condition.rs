//! What rows must meet.

use super::Statement;
use super::text::{Text, Values};
use crate::value::Value;

/// A condition with its values: put into any statement, or together with others, whatever stands before it there.
#[derive(Clone, Debug)]
#[must_use = "a condition does nothing before it is part of a statement"]
pub struct Condition {
    /// Without brackets around it.
    text: Text,
}

impl Condition {
    /// This text, with a value for each `?`.
    pub fn new(text: impl Into<String>, values: impl Values) -> Condition {
        Condition { text: Text::new(text, values) }
    }

    /// The column is one of these: never, where there are none.
    pub fn among<T: Into<Value>>(column: &str, values: impl IntoIterator<Item = T>) -> Condition {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if values.is_empty() {
            return Condition::new("FALSE", ());
        }
        let marks = vec!["?"; values.len()].join(",");
        Condition::new(format!("{column} IN ({marks})"), values)
    }

    /// The column is what this query answers, which is one row with one column.
    pub fn is_answer(column: &str, query: Statement) -> Condition {
        Condition { text: query.text.within(&format!("{column} = ("), ")") }
    }

    /// The column is among what this query answers, which is one column.
    pub fn is_one_of(column: &str, query: Statement) -> Condition {
        Condition { text: query.text.within(&format!("{column} IN ("), ")") }
    }

    /// This query answers something.
    pub fn there_is(query: Statement) -> Condition {
        Condition { text: query.text.within("EXISTS (", ")") }
    }

    /// Both.
    pub fn and(self, other: Condition) -> Condition {
        Condition { text: self.into_text().then(" AND ", other.into_text()) }
    }

    /// Either, or both.
    pub fn or(self, other: Condition) -> Condition {
        Condition { text: self.into_text().then(" OR ", other.into_text()) }
    }

    /// Not this.
    pub fn but_not(self, other: Condition) -> Condition {
        Condition { text: self.into_text().then(" AND NOT ", other.into_text()) }
    }

    /// In brackets, so that it means the same wherever it stands.
    pub(super) fn into_text(self) -> Text {
        self.text.within("(", ")")
    }
}
