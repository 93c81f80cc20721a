//! Rows that are written by the names of their columns: one more column shifts no other.

use base::Result;

use super::text::{Text, Values};
use super::{Condition, Statement};
use crate::db::Tx;
use crate::value::Value;

/// New rows of a table.
#[derive(Clone, Debug)]
#[must_use = "a statement does nothing before it is run"]
pub struct Insert {
    table: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
    /// All rows name the same columns.
    fits: bool,
}

impl Insert {
    /// Into this table.
    pub fn into(table: &'static str) -> Insert {
        Insert { table, columns: Vec::new(), rows: Vec::new(), fits: true }
    }

    /// Begins another row, which names the same columns in the same order. The first one begins by itself.
    pub fn row(mut self) -> Insert {
        self.rows.push(Vec::new());
        self
    }

    /// A column of the row.
    pub fn set(mut self, column: &'static str, value: impl Into<Value>) -> Insert {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let first = self.rows.len() == 1;
        if let Some(row) = self.rows.last_mut() {
            if first {
                self.columns.push(column);
            }
            self.fits &= self.columns.get(row.len()) == Some(&column);
            row.push(value.into());
        }
        self
    }

    /// Goes on with this text: what happens where such a row is there already.
    pub fn push(self, text: &str, values: impl Values) -> Statement {
        self.statement().push(text, values)
    }

    /// Writes the rows; answers how many.
    pub async fn exec(self, tx: &Tx) -> Result<u64> {
        self.statement().exec(tx).await
    }

    fn statement(self) -> Statement {
        let even = !self.rows.is_empty() && self.rows.iter().all(|row| row.len() == self.columns.len());
        let row = format!("({})", vec!["?"; self.columns.len()].join(","));
        let rows = vec![row; self.rows.len()].join(",");
        let text = format!("INSERT INTO {} ({}) VALUES {rows}", self.table, self.columns.join(", "));
        let text = Text::new(text, self.rows.into_iter().flatten().collect::<Vec<_>>());
        Statement { text: if self.fits && even { text } else { text.unfit() }, asks: false, own: false }
    }
}

/// Other values in rows of a table. It says of which before it can be run.
#[derive(Clone, Debug)]
#[must_use = "a statement does nothing before it is run"]
pub struct Update {
    table: &'static str,
    changes: Option<Text>,
}

impl Update {
    /// Of this table.
    pub fn of(table: &'static str) -> Update {
        Update { table, changes: None }
    }

    /// The column gets this value.
    pub fn set(self, column: &str, value: impl Into<Value>) -> Update {
        self.change(format!("{column} = ?"), value)
    }

    /// A change in SQL's own words, as `revision = revision + 1`.
    pub fn change(mut self, text: impl Into<String>, values: impl Values) -> Update {
        let next = Text::new(text, values);
        self.changes = Some(match self.changes {
            Some(before) => before.then(", ", next),
            None => next,
        });
        self
    }

    /// Of rows only for which this holds.
    pub fn when(self, text: impl Into<String>, values: impl Values) -> Statement {
        self.meets(Condition::new(text, values))
    }

    /// Of rows only that meet this condition.
    pub fn meets(self, condition: Condition) -> Statement {
        let changes = self.changes.unwrap_or_else(|| Text::new("", ()).unfit());
        let text = changes.within(&format!("UPDATE {} SET ", self.table), "");
        Statement { text, asks: false, own: false }.meets(condition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params;

    #[test]
    fn a_column_stands_beside_its_value() {
        let insert = Insert::into("places").set("id", 1_i64).set("name", "Oslo").row().set("id", 2_i64);
        let whole = insert.clone().set("name", "Diffa").push("ON CONFLICT (id) DO NOTHING", ());
        let (text, values) = whole.text.numbered().expect("it fits");
        assert_eq!(text, "INSERT INTO places (id, name) VALUES ($1,$2),($3,$4) ON CONFLICT (id) DO NOTHING");
        assert_eq!(values, params![1_i64, "Oslo", 2_i64, "Diffa"]);
        let other = insert.clone().set("country", "NE").statement();
        for wrong in [insert.statement(), other, Insert::into("places").statement()] {
            assert!(wrong.text.numbered().is_err(), "rows of different columns, or none");
        }
    }

    #[test]
    fn an_update_says_what_changes_and_where() {
        let update = Update::of("places").set("name", "Oslo").change("revision = revision + 1", ());
        let (text, values) = update.when("id = ?", 1_i64).text.numbered().expect("it fits");
        assert_eq!(text, "UPDATE places SET name = $1, revision = revision + 1 WHERE (id = $2)");
        assert_eq!(values, params!["Oslo", 1_i64]);
        assert!(Update::of("places").when("id = ?", 1_i64).text.numbered().is_err(), "nothing would change");
    }
}
