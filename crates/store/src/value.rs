//! What goes into a statement and what comes out of it: the same values on both engines.

use std::sync::Arc;

use base::{Audience, BodyId, CityId, DocumentId, Fail, Lang, OrganisationId, PersonId, Result, Time};

/// A parameter of a statement, or one cell of its answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Real(f64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An instant, to the microsecond.
    Time(Time),
}

macro_rules! values {
    ($($kind:ty => $variant:ident),* $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Value {
                Value::$variant(value.into())
            }
        }
    )*};
}
values!(bool => Bool, i64 => Int, i32 => Int, u32 => Int, f64 => Real, String => Text, &str => Text, &String => Text,
    Vec<u8> => Bytes, &[u8] => Bytes, Time => Time);

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

/// What a cell can be read as.
pub trait FromValue: Sized {
    /// The cell as this; none when it is something else.
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! from_values {
    ($($kind:ty: $pattern:pat => $read:expr),* $(,)?) => {$(
        impl FromValue for $kind {
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    $pattern => $read,
                    _ => None,
                }
            }
        }
    )*};
}
from_values! {
    i64: Value::Int(number) => Some(*number),
    i32: Value::Int(number) => i32::try_from(*number).ok(),
    String: Value::Text(text) => Some(text.clone()),
    Vec<u8>: Value::Bytes(bytes) => Some(bytes.clone()),
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(yes) => Some(*yes),
            // SQLite has no other.
            Value::Int(number @ (0 | 1)) => Some(*number == 1),
            _ => None,
        }
    }
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Real(number) => Some(*number),
            // SQLite keeps whole numbers as such.
            Value::Int(number) => Some(*number as f64),
            _ => None,
        }
    }
}

impl FromValue for Time {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Time(time) => Some(*time),
            // As SQLite keeps it; see `crate::sqlite`.
            Value::Text(text) => chrono::DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc()),
            _ => None,
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl From<$id> for Value {
            fn from(id: $id) -> Value {
                Value::Int(id.0)
            }
        }
        impl FromValue for $id {
            fn from_value(value: &Value) -> Option<Self> {
                i64::from_value(value).map($id)
            }
        }
    )*};
}
ids!(CityId, PersonId, DocumentId, OrganisationId, BodyId);

impl From<Audience> for Value {
    fn from(audience: Audience) -> Value {
        Value::Int(audience.number())
    }
}
impl FromValue for Audience {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Audience::from_number)
    }
}

/// Makes a closed set a value, which is kept by its code: `coded!(Access, Access::parse)`. A row with a code that is
/// none of them is an error, never something else.
#[macro_export]
macro_rules! coded {
    ($kind:ty, $parse:expr) => {
        impl From<$kind> for $crate::Value {
            fn from(value: $kind) -> $crate::Value {
                value.code().into()
            }
        }
        impl $crate::FromValue for $kind {
            fn from_value(value: &$crate::Value) -> Option<Self> {
                match value {
                    $crate::Value::Text(code) => $parse(code.as_str()),
                    _ => None,
                }
            }
        }
    };
}
crate::coded!(Lang, |code: &str| code.parse().ok());

/// One row of an answer.
#[derive(Clone, Debug)]
pub struct Row {
    pub(crate) names: Arc<[String]>,
    pub(crate) cells: Vec<Value>,
}

impl Row {
    /// All cells, each with the name of its column.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.names.iter().map(String::as_str).zip(&self.cells)
    }

    /// The cell of this column.
    ///
    /// # Errors
    /// Our own mistake: there is no such column, or it holds something else.
    pub fn get<T: FromValue>(&self, name: &str) -> Result<T> {
        let place = self.names.iter().position(|own| own == name);
        let cell = place.and_then(|place| self.cells.get(place));
        let cell = cell.ok_or_else(|| Fail::internal(format!("the answer has no column `{name}`")))?;
        T::from_value(cell).ok_or_else(|| {
            Fail::internal(format!("the column `{name}` holds no {}: {cell:?}", std::any::type_name::<T>()))
        })
    }
}

impl Row {
    /// The same failure, with the table and the row that cannot be read: somebody has to look at it there.
    pub fn unreadable(&self, table: &str, fail: Fail) -> Fail {
        match (fail, self.get::<i64>("id")) {
            (Fail::Internal(text), Ok(id)) => Fail::Internal(format!("`{table}`, id {id}: {text}")),
            (Fail::Internal(text), Err(_)) => Fail::Internal(format!("`{table}`: {text}")),
            (other, _) => other,
        }
    }
}

/// What a row can be read as; see [`crate::from_row!`].
pub trait FromRow: Sized {
    /// The row as this.
    fn from_row(row: &Row) -> Result<Self>;
}

/// Reads a struct from a row whose columns are called like its fields: `from_row!(PersonRow in people: id, name);`. What
/// cannot be read tells the table, where it is given, and the id.
#[macro_export]
macro_rules! from_row {
    ($name:ident: $($field:ident),+ $(,)?) => {
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> $crate::Result<Self> {
                Ok($name { $($field: row.get(stringify!($field))?),+ })
            }
        }
    };
    ($name:ident in $table:ident: $($field:ident),+ $(,)?) => {
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> $crate::Result<Self> {
                let read = || -> $crate::Result<Self> { Ok($name { $($field: row.get(stringify!($field))?),+ }) };
                read().map_err(|fail| row.unreadable(stringify!($table), fail))
            }
        }
    };
}

/// Parameters of a statement: `params![id, title]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_what_they_are_and_as_nothing_else() {
        let names: Arc<[String]> = ["a", "b", "c", "d"].map(str::to_owned).into();
        let cells =
            vec![Value::Int(1), Value::Null, Value::Text("2026-11-21T09:59:20.120+00:00".into()), Value::Int(7)];
        let row = Row { names, cells };
        assert_eq!(row.get::<i64>("a").unwrap(), 1);
        assert!(row.get::<bool>("a").unwrap());
        assert_eq!(row.get::<Option<i64>>("b").unwrap(), None);
        assert_eq!(row.get::<Time>("c").unwrap().timestamp_subsec_millis(), 120);
        assert_eq!(row.get::<CityId>("d").unwrap(), CityId(7));
        for wrong in [row.get::<i64>("b").err(), row.get::<i64>("e").err(), row.get::<i64>("c").err()] {
            assert!(matches!(wrong, Some(Fail::Internal(_))));
        }
        assert!(row.get::<bool>("d").is_err(), "seven is neither yes nor no");
    }

    #[test]
    fn a_code_that_is_none_is_told_with_its_table_and_id() {
        #[derive(Debug)]
        struct Person {
            id: PersonId,
            lang: Lang,
        }
        crate::from_row!(Person in people: id, lang);
        let row =
            |lang: &str| Row { names: ["id", "lang"].map(str::to_owned).into(), cells: crate::params![7_i64, lang] };
        let read = Person::from_row(&row(Lang::AR.code())).unwrap();
        assert_eq!((read.id, read.lang), (PersonId(7), Lang::AR));
        let told = Person::from_row(&row("xx")).unwrap_err().to_string();
        assert!(told.contains("`people`, id 7") && told.contains("`lang`") && told.contains("xx"), "{told}");
    }
}
