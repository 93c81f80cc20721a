//! Tables that people bring in: a feature says which columns its rows have, and what taking one of them does; reading, looking first,
//! doing, and taking back are done for all of them alike (the feature `imports`).

use async_trait::async_trait;
use base::{Actor, Fail, FieldError, Result};
use input::Fields;
use store::Tx;

use crate::hub::Hub;
use crate::merging::CityRows;
use crate::visit::Visit;

/// A column of a table that is brought in. It is known by its name, and by its words in any language of the hub.
#[derive(Clone, Copy, Debug)]
pub struct ImportColumn {
    /// As which its cells come to the importer.
    pub name: &'static str,
    /// Key of the words that stand at its head, in a list that is taken out too.
    pub words: &'static str,
    /// Key of the words for what may stand in it.
    pub hint: &'static str,
    /// A table without it is not read.
    pub needed: bool,
}

/// What a table is brought in for.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The page from which people come, behind the language.
    pub path: String,
    /// What it is called.
    pub label: String,
}

/// A row of a table, with who brings it and for what.
#[derive(Clone, Copy)]
pub struct Brought<'a> {
    /// The hub.
    pub hub: &'a Hub,
    /// Rows that name a city.
    pub city_rows: &'a [CityRows],
    /// Who brings it.
    pub actor: &'a Actor,
    /// For what: as it stands in the address.
    pub of: &'a str,
    /// Its cells, by the names of their columns.
    pub row: &'a Fields,
}

/// What came of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// This is new, and can be taken back by its number.
    New(i64),
    /// All of it was there.
    Here,
}

/// Takes rows of one kind of table. Taking a row is one transaction; to look what it would do is the same, rolled back.
#[async_trait]
pub trait Importer: Send + Sync {
    /// Its name in addresses and rows, for ever. Its words are [`title_words`], [`hint_words`] and [`take_words`].
    fn kind(&self) -> &'static str;

    /// The columns that are read.
    fn columns(&self) -> &'static [ImportColumn];

    /// Asked of whoever opens a page of it, or presses there.
    ///
    /// # Errors
    /// [`Fail::NotFound`] where there is no such thing to bring it in for, [`Fail::Forbidden`], [`Fail::SignIn`].
    async fn open(&self, visit: &Visit, of: &str) -> Result<Ground>;

    /// By which rows of one table are the same; empty where they never are.
    fn key(&self, row: &Fields) -> String;

    /// The address of whom a row is about, folded as accounts are; empty where it is about nobody. With the account the row is
    /// erased.
    fn email(&self, row: &Fields) -> String;

    /// Counts what is about to be done, outside of its transaction.
    ///
    /// # Errors
    /// [`Fail::TooMany`]: this row waits.
    async fn count(&self, _brought: Brought<'_>) -> Result<()> {
        Ok(())
    }

    /// Takes a row.
    ///
    /// # Errors
    /// [`Fail::Invalid`] with what is wrong with it. Others that are [told](row_errors) of a row are told of it.
    async fn take(&self, tx: &Tx, brought: Brought<'_>) -> Result<Taken>;

    /// Takes back what a row brought; false where it stays, since somebody has gone on with it.
    ///
    /// # Errors
    /// As [`Importer::take`].
    async fn undo(&self, tx: &Tx, brought: Brought<'_>, thing: i64) -> Result<bool>;
}

/// Key of the words for what bringing in a table of this kind is called.
pub fn title_words(kind: &str) -> String {
    format!("import-{kind}")
}

/// Key of the words for what comes of such a table.
pub fn hint_words(kind: &str) -> String {
    format!("import-{kind}-hint")
}

/// Key of the words for what is pressed to have its rows taken.
pub fn take_words(kind: &str) -> String {
    format!("import-{kind}-take")
}

/// What is told of a row that was not taken.
///
/// # Errors
/// What is no matter of this row is handed on.
pub fn row_errors(fail: Fail) -> Result<Vec<FieldError>> {
    match fail {
        Fail::Invalid(errors) => Ok(errors),
        Fail::Forbidden => Ok(vec![FieldError::new("", "error-import-forbidden")]),
        Fail::NotFound => Ok(vec![FieldError::new("", "error-import-gone")]),
        Fail::Conflict(_) | Fail::Taken(_) => Ok(vec![FieldError::new("", "error-import-changed")]),
        other => Err(other),
    }
}
