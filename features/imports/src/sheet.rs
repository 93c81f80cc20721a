//! A file becomes the rows of an importer: its columns are found by what stands at their heads.

use base::{Fail, FieldError, Result};
use blobs::Staged;
use extract::{Trouble, is_workbook};
use input::Fields;
use tables::{Bad, Table};
use tokio::io::AsyncReadExt;
use web::imports::ImportColumn;
use web::{Hub, Visit};

use crate::rules::{BYTES, CELL_CHARS, ROWS, TOLD_CHARS};

/// What a file holds, for an importer.
pub(crate) struct Sheet {
    /// Each row with its line, and its cells by the names of their columns.
    pub rows: Vec<(u64, std::result::Result<Fields, Bad>)>,
    /// Heads of columns that are not read.
    pub unread: Vec<String>,
    /// Other sheets of the workbook with something in them.
    pub others: i64,
}

/// Reads a file: a workbook in a locked child, a text as it is.
///
/// # Errors
/// [`Fail::Invalid`] with why it is no table with these columns.
pub(crate) async fn read(visit: &Visit, file: &Staged, columns: &'static [ImportColumn]) -> Result<Sheet> {
    let hub = &visit.hub;
    let mut head = [0; 8];
    let mut open = tokio::fs::File::from_std(file.open().await?);
    let length = open.read(&mut head).await.map_err(Fail::internal)?;
    if is_workbook(&head[..length]) {
        let sheet = hub.extractor.sheet(file.open().await?).await.map_err(|trouble| told(&trouble))?;
        let others = i64::try_from(sheet.others).unwrap_or(0);
        return Ok(Sheet { others, ..of_table(visit, Table::of_sheet(sheet.rows, ROWS), columns)? });
    }
    let mut bytes = head[..length].to_vec();
    open.take(BYTES).read_to_end(&mut bytes).await.map_err(Fail::internal)?;
    let known = heads(hub, columns);
    // Millions of letters: not where others wait for their pages.
    let read =
        move || Table::of_text(&bytes, |name| known.iter().any(|(head, _)| *head == base::fold::fold(name)), ROWS);
    let table = tokio::task::spawn_blocking(read).await.map_err(Fail::internal)?;
    of_table(visit, table.map_err(|_| Fail::field("file", "error-import-file"))?, columns)
}

fn told(trouble: &Trouble) -> Fail {
    if trouble.may_pass() {
        return Fail::Unavailable("the reader of tables".into());
    }
    tracing::info!(%trouble, "a workbook could not be read");
    Fail::field(
        "file",
        match trouble {
            Trouble::Encrypted => "error-import-encrypted",
            Trouble::TooLarge | Trouble::TooSlow | Trouble::OutOfMemory => "error-import-heavy",
            _ => "error-import-file",
        },
    )
}

/// What may stand at the head of each column, folded: its name, and its words in every language of the hub.
fn heads(hub: &Hub, columns: &'static [ImportColumn]) -> Vec<(String, &'static ImportColumn)> {
    let of = |column: &'static ImportColumn| {
        let words = hub.network.languages.iter().map(|lang| hub.words.write(*lang, column.words, &[]));
        let all: Vec<String> = words.chain([column.name.to_owned()]).collect();
        all.into_iter().map(move |head| (base::fold::fold(&head), column))
    };
    columns.iter().flat_map(of).collect()
}

/// The rows of a table by the columns of an importer.
fn of_table(visit: &Visit, table: Table, columns: &'static [ImportColumn]) -> Result<Sheet> {
    let known = heads(&visit.hub, columns);
    let (mut found, mut unread): (Vec<Option<&ImportColumn>>, Vec<String>) = (Vec::new(), Vec::new());
    for head in &table.head {
        let folded = base::fold::fold(&tables::column(head));
        let column = known.iter().find(|(own, _)| *own == folded).map(|(_, column)| *column);
        if let Some(column) = column
            && found.iter().flatten().any(|own| own.name == column.name)
        {
            let twice = FieldError::new("file", "error-import-column-twice").with("column", visit.t(column.words));
            return Err(Fail::Invalid(vec![twice]));
        }
        if column.is_none() && !folded.is_empty() {
            unread.push(Fields::default().with("head", head).line("head").chars().take(TOLD_CHARS).collect());
        }
        found.push(column);
    }
    let missing =
        columns.iter().filter(|column| column.needed && !found.iter().flatten().any(|own| own.name == column.name));
    let missing: Vec<String> = missing.map(|column| visit.t(column.words)).collect();
    if !missing.is_empty() {
        let error = FieldError::new("file", "error-import-columns").with("columns", visit.list(missing));
        return Err(Fail::Invalid(vec![error]));
    }
    if table.more {
        return Err(Fail::Invalid(vec![FieldError::new("file", "error-import-rows").with("max", ROWS)]));
    }
    if table.rows.is_empty() {
        return Err(Fail::field("file", "error-import-empty"));
    }
    let fields = |cells: Vec<String>| {
        let named = found.iter().zip(cells).filter_map(|(column, cell)| Some((column.as_ref()?.name, cell)));
        let cut = |cell: String| cell.chars().take(CELL_CHARS).collect::<String>();
        named.fold(Fields::default(), |fields, (name, cell)| fields.with(name, cut(cell)))
    };
    let rows = table.rows.into_iter().map(|row| (row.line, row.cells.map(fields))).collect();
    Ok(Sheet { rows, unread, others: 0 })
}
