//! What is done with a table: it is looked at, its rows are taken, or taken back. Each row is a transaction of its own, in which it is marked:
//! what breaks off is gone on with, and nothing is done twice.

use std::collections::HashMap;

use base::{Actor, Fail, FieldError, Result};
use input::Fields;
use store::Tx;
use tables::Bad;
use web::imports::{Brought, Importer, Taken, row_errors};
use web::merging::CityRows;
use web::{Hub, Words};

use crate::acts;
use crate::rows::{self, Came};
use crate::rules::{Import, ImportRow, ImportState, Outcome, READ, TOLD_CHARS, kept, written};
use crate::sheet::Sheet;

/// A kind of table, for something, by somebody.
pub(crate) struct Work<'a> {
    pub hub: &'a Hub,
    pub city_rows: &'a [CityRows],
    pub actor: &'a Actor,
    pub importer: &'a dyn Importer,
    pub ground: &'a str,
}

impl Work<'_> {
    fn brought<'a>(&'a self, row: &'a Fields) -> Brought<'a> {
        Brought { hub: self.hub, city_rows: self.city_rows, actor: self.actor, of: self.ground, row }
    }

    /// Nobody else is at this import until the transaction is over.
    async fn lock(&self, tx: &Tx, id: i64) -> Result<Import> {
        tx.one_at_a_time(&format!("import {id}")).await?;
        rows::find(tx, self.importer.kind(), self.ground, id).await
    }

    /// Counts a table that is about to be read: readers of files are few.
    ///
    /// # Errors
    /// [`Fail::TooMany`] of whoever had too many tables read today.
    pub(crate) async fn count(&self) -> Result<()> {
        let by = self.actor.id().ok_or(Fail::SignIn)?;
        self.hub.guard.pass(&self.hub.db, &[(&format!("imports:{by}"), READ)]).await
    }

    /// Looks what each row would do, and keeps that; answers the import.
    ///
    /// # Errors
    /// [`Fail::SignInAgain`].
    pub(crate) async fn look(&self, sheet: Sheet, file_name: &str) -> Result<i64> {
        let by_person = self.actor.id().ok_or(Fail::SignIn)?;
        self.actor.must_be_recent(self.hub.now())?;
        let mut looked = Vec::with_capacity(sheet.rows.len());
        let mut first: HashMap<String, u64> = HashMap::new();
        for (line, fields) in &sheet.rows {
            looked.push(self.look_at(*line, fields, &mut first).await?);
        }
        let tx = self.hub.db.begin().await?;
        let own = Import {
            id: tx.new_id(),
            kind: self.importer.kind().to_owned(),
            ground: self.ground.to_owned(),
            by_person,
            file_name: file_name.to_owned(),
            unread: sheet.unread.join("\n"),
            sheets: sheet.others,
            state: ImportState::Looked,
            looked_at: tx.now(),
            done_at: None,
        };
        rows::insert(&tx, &own).await?;
        for row in &looked {
            rows::insert_row(&tx, own.id, row).await?;
        }
        tx.commit().await?;
        Ok(own.id)
    }

    async fn look_at(
        &self,
        line: u64,
        read: &std::result::Result<Fields, Bad>,
        first: &mut HashMap<String, u64>,
    ) -> Result<ImportRow> {
        let row = |fields: &Fields, outcome: Outcome, errors: &[FieldError]| ImportRow {
            line: i64::try_from(line).unwrap_or(i64::MAX),
            fields: written(fields),
            email: self.importer.email(fields),
            outcome,
            reasons: kept(errors),
            thing: None,
        };
        let fields = match read {
            Ok(fields) => fields,
            Err(bad) => return Ok(row(&Fields::default(), Outcome::Bad, &[unreadable(bad)])),
        };
        let same = self.importer.key(fields);
        if let Some(before) = first.get(&same).filter(|_| !same.is_empty()) {
            let twice = FieldError::new("", "error-import-twice").with("line", before);
            return Ok(row(fields, Outcome::Bad, &[twice]));
        }
        let tx = self.hub.db.begin().await?;
        let taken = self.importer.take(&tx, self.brought(fields)).await;
        drop(tx);
        Ok(match taken {
            Ok(taken) => {
                first.insert(same, line);
                let outcome = if taken == Taken::Here { Outcome::Here } else { Outcome::New };
                row(fields, outcome, &[])
            }
            Err(fail) => row(fields, Outcome::Bad, &row_errors(fail)?),
        })
    }

    /// Takes the rows that are to be taken still.
    ///
    /// # Errors
    /// [`Fail::Conflict`] where they were taken back, or are too old; [`Fail::TooMany`] where some have to wait: the others are taken.
    pub(crate) async fn take(&self, id: i64) -> Result<()> {
        self.actor.must_be_recent(self.hub.now())?;
        let tx = self.hub.db.begin().await?;
        let own = self.lock(&tx, id).await?;
        match own.state {
            _ if !own.is_young(tx.now()) => return Err(Fail::Conflict("imports.state".into())),
            ImportState::Looked => {
                tx.move_to(self.actor, id, own.state, ImportState::Done, "").await?;
                rows::set_done(&tx, id).await?;
                tx.audit(self.actor, acts::DONE, &own.written(), &own.kind).await?;
                tx.commit().await?;
            }
            // Gone on with.
            ImportState::Done => drop(tx),
            ImportState::Undone => return Err(Fail::Conflict("imports.state".into())),
        }
        let mut wait = None;
        for row in rows::with_outcome(&self.hub.db.read(), id, Outcome::New).await? {
            match self.take_row(id, &row).await {
                // It may be this row's address that was written to too often, and no other's.
                Err(Fail::TooMany(seconds)) => wait = wait.max(Some(seconds)),
                taken => taken?,
            }
        }
        wait.map_or(Ok(()), |seconds| Err(Fail::TooMany(seconds)))
    }

    async fn take_row(&self, id: i64, row: &ImportRow) -> Result<()> {
        let fields = row.read();
        // Taken meanwhile by a second press: seldom is it counted again.
        if !rows::is(&self.hub.db.read(), id, row.line, Outcome::New).await? {
            return Ok(());
        }
        self.importer.count(self.brought(&fields)).await?;
        let tx = self.hub.db.begin().await?;
        if self.lock(&tx, id).await?.state != ImportState::Done {
            return Err(Fail::Conflict("imports.state".into()));
        }
        let was = Outcome::New;
        // It is marked first: somebody else may be at it.
        if !rows::set(&tx, id, row.line, was, Came { outcome: Outcome::Done, reasons: "", thing: None }).await? {
            return Ok(());
        }
        match self.importer.take(&tx, self.brought(&fields)).await {
            Ok(taken) => {
                let (outcome, thing) = match taken {
                    Taken::New(thing) => (Outcome::Done, Some(thing)),
                    Taken::Here => (Outcome::Here, None),
                };
                rows::set(&tx, id, row.line, Outcome::Done, Came { outcome, reasons: "", thing }).await?;
                tx.commit().await
            }
            Err(fail) => {
                drop(tx);
                self.told(id, row, was, Outcome::Bad, fail).await
            }
        }
    }

    /// What is wrong with a row is kept with it.
    async fn told(&self, id: i64, row: &ImportRow, was: Outcome, outcome: Outcome, fail: Fail) -> Result<()> {
        let reasons = kept(&row_errors(fail)?);
        let tx = self.hub.db.begin().await?;
        rows::set(&tx, id, row.line, was, Came { outcome, reasons: &reasons, thing: row.thing }).await?;
        tx.commit().await
    }

    /// Takes back what the rows brought, the last first.
    ///
    /// # Errors
    /// [`Fail::Conflict`] where nothing was done, or it is too old.
    pub(crate) async fn undo(&self, id: i64) -> Result<()> {
        self.actor.must_be_recent(self.hub.now())?;
        let tx = self.hub.db.begin().await?;
        let own = self.lock(&tx, id).await?;
        match own.state {
            ImportState::Done if own.is_young(tx.now()) => {
                tx.move_to(self.actor, id, own.state, ImportState::Undone, "").await?;
                tx.audit(self.actor, acts::UNDONE, &own.written(), &own.kind).await?;
                tx.commit().await?;
            }
            ImportState::Undone if own.is_young(tx.now()) => drop(tx),
            ImportState::Done | ImportState::Looked | ImportState::Undone => {
                return Err(Fail::Conflict("imports.state".into()));
            }
        }
        for row in rows::with_outcome(&self.hub.db.read(), id, Outcome::Done).await?.iter().rev() {
            self.undo_row(id, row).await?;
        }
        Ok(())
    }

    async fn undo_row(&self, id: i64, row: &ImportRow) -> Result<()> {
        let (fields, was) = (row.read(), Outcome::Done);
        let tx = self.hub.db.begin().await?;
        self.lock(&tx, id).await?;
        let came = Came { outcome: Outcome::Undone, reasons: "", thing: row.thing };
        if !rows::set(&tx, id, row.line, was, came).await? {
            return Ok(());
        }
        let Some(thing) = row.thing else { return tx.commit().await };
        match self.importer.undo(&tx, self.brought(&fields), thing).await {
            Ok(true) => tx.commit().await,
            Ok(false) => {
                drop(tx);
                let stays = FieldError::new("", "error-import-stays");
                self.told(id, row, was, Outcome::Stays, Fail::Invalid(vec![stays])).await
            }
            Err(fail) => {
                drop(tx);
                self.told(id, row, was, Outcome::Stays, fail).await
            }
        }
    }

    /// Throws away what was only looked at.
    ///
    /// # Errors
    /// [`Fail::Conflict`] where it was done meanwhile.
    pub(crate) async fn discard(&self, id: i64) -> Result<()> {
        let tx = self.hub.db.begin().await?;
        let own = match self.lock(&tx, id).await {
            // Pressed twice.
            Err(Fail::NotFound) => return Ok(()),
            own => own?,
        };
        if own.state != ImportState::Looked {
            return Err(Fail::Conflict("imports.state".into()));
        }
        rows::delete(&tx, id).await?;
        tx.commit().await
    }
}

/// Why a row is none, for people.
fn unreadable(bad: &Bad) -> FieldError {
    match bad {
        Bad::Letters => FieldError::new("", "error-import-letters"),
        Bad::Broken(_) => FieldError::new("", "error-import-broken"),
        Bad::Long { cells, columns, .. } => {
            FieldError::new("", "error-import-long").with("cells", cells).with("columns", columns)
        }
        Bad::Nameless { cell, column } => {
            let cell: String = cell.chars().take(TOLD_CHARS).collect();
            FieldError::new("", "error-import-nameless").with("cell", cell).with("column", column)
        }
    }
}

/// What is wrong with a row, in the reader's language.
pub(crate) fn sentences(words: &Words, lang: base::Lang, row: &ImportRow) -> Vec<String> {
    let say = |reason: crate::rules::Reason| {
        let mentioned: Vec<(&str, &str)> =
            reason.mentioned.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        words.sentence_of(lang, &reason.message, &mentioned)
    };
    row.reasons().into_iter().map(say).collect()
}
