//! Statements that number themselves: plain SQL in which `?` stands for a value, each given with the piece of text that
//! it stands in. So a piece can be added, left out or put elsewhere, and no other one is counted anew.

mod condition;
mod text;
mod write;

use base::Result;

use crate::db::Tx;
use crate::sql::Sql;
use crate::value::{FromRow, Row, Value};

pub use condition::Condition;
pub use text::Values;
pub use write::{Insert, Update};

use text::Text;

/// A statement that is being put together; it runs with its last call, as `statement.all(&sql)`.
#[derive(Clone, Debug)]
#[must_use = "a statement does nothing before it is run"]
pub struct Statement {
    text: Text,
    /// It has a condition, so that the next one is written with `AND`.
    asks: bool,
    /// Only this engine understands it.
    own: bool,
}

impl Statement {
    /// Begins with this text, which has no condition of its own (but in sub-queries).
    pub fn new(text: impl Into<String>, values: impl Values) -> Statement {
        Statement { text: Text::new(text, values), asks: false, own: false }
    }

    /// Goes on with this text, after a space.
    pub fn push(mut self, text: impl Into<String>, values: impl Values) -> Statement {
        self.text = self.text.then(" ", Text::new(text, values));
        self
    }

    /// Goes on with this condition, in brackets, where no `WHERE` is meant.
    pub fn holds(mut self, condition: Condition) -> Statement {
        self.text = self.text.then(" ", condition.into_text());
        self
    }

    /// Of rows only for which this holds, and all that was asked before.
    pub fn when(self, text: impl Into<String>, values: impl Values) -> Statement {
        self.meets(Condition::new(text, values))
    }

    /// The same, where there is a value; else of all rows.
    pub fn when_given<T: Into<Value>>(self, text: &str, value: Option<T>) -> Statement {
        match value {
            Some(value) => self.when(text, value),
            None => self,
        }
    }

    /// Of rows only whose column is one of these: of no row, where there are none.
    pub fn when_in<T: Into<Value>>(self, column: &str, values: impl IntoIterator<Item = T>) -> Statement {
        self.meets(Condition::among(column, values))
    }

    /// Of rows only that meet this condition, and all that was asked before.
    pub fn meets(mut self, condition: Condition) -> Statement {
        let joint = if self.asks { " AND " } else { " WHERE " };
        self.text = self.text.then(joint, condition.into_text());
        self.asks = true;
        self
    }

    /// In words that only this engine has: it is not held against the other one. For this crate alone.
    pub(crate) fn in_own_words(mut self) -> Statement {
        self.own = true;
        self
    }

    /// All rows, untyped. Bound the statement with `LIMIT`.
    pub async fn raw(self, sql: &Sql) -> Result<Vec<Row>> {
        let (text, values) = self.text.numbered()?;
        if self.own { sql.raw_in_own_words(&text, values).await } else { sql.raw(&text, values).await }
    }

    /// All rows. Bound the statement with `LIMIT`.
    pub async fn all<T: FromRow>(self, sql: &Sql) -> Result<Vec<T>> {
        self.raw(sql).await?.iter().map(T::from_row).collect()
    }

    /// The first row, if there is one.
    pub async fn first<T: FromRow>(self, sql: &Sql) -> Result<Option<T>> {
        self.raw(sql).await?.first().map(T::from_row).transpose()
    }

    /// The first row, or not found.
    pub async fn one<T: FromRow>(self, sql: &Sql) -> Result<T> {
        self.first(sql).await?.ok_or(base::Fail::NotFound)
    }

    /// A number: the first column of the first row, called `n`; 0 without a row.
    pub async fn number(self, sql: &Sql) -> Result<i64> {
        self.raw(sql).await?.first().map_or(Ok(0), |row| row.get("n"))
    }

    /// Changes rows; answers how many.
    pub async fn exec(self, tx: &Tx) -> Result<u64> {
        let (text, values) = self.text.numbered()?;
        if self.own { tx.exec_in_own_words(&text, values).await } else { tx.exec(&text, values).await }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params;

    fn written(statement: Statement) -> (String, Vec<Value>) {
        statement.text.numbered().expect("its values fit")
    }

    #[test]
    fn values_are_numbered_in_their_order_wherever_a_piece_stands() {
        let readers = Condition::new("d.access = 'public'", ()).or(Condition::among("d.city", [7_i64, 8]));
        let statement = Statement::new("SELECT d.id, ? AS mark FROM documents d", "x")
            .when("d.title <> '?'", ())
            .meets(readers)
            .when_given("d.year = ?", Some(2026))
            .when_given("d.type = ?", None::<&str>)
            .push("ORDER BY d.id LIMIT ? OFFSET ?", params![20_i64, 40_i64]);
        let (text, values) = written(statement);
        assert_eq!(
            text,
            "SELECT d.id, $1 AS mark FROM documents d WHERE (d.title <> '?') \
             AND ((d.access = 'public') OR (d.city IN ($2,$3))) AND (d.year = $4) ORDER BY d.id LIMIT $5 OFFSET $6"
        );
        assert_eq!(values, params!["x", 7_i64, 8_i64, 2026, 20_i64, 40_i64]);
    }

    #[test]
    fn none_of_no_values_is_met() {
        let (text, values) = written(Statement::new("SELECT id FROM people", ()).when_in("id", Vec::<i64>::new()));
        assert_eq!((text.as_str(), values), ("SELECT id FROM people WHERE (FALSE)", vec![]));
    }

    #[test]
    fn a_piece_whose_values_do_not_fit_is_refused_also_where_another_makes_up_for_it() {
        let missing = Statement::new("SELECT id FROM people", ()).when("id = ? AND name = ?", 1_i64);
        let made_up = missing.clone().push("LIMIT 1", 5_i64);
        let by_hand = Statement::new("SELECT id FROM people WHERE id = $1", ()).push("LIMIT ?", 1_i64);
        for wrong in [missing, made_up, by_hand] {
            assert!(matches!(wrong.text.numbered(), Err(base::Fail::Internal(_))));
        }
    }
}
