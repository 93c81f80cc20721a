//! All rows of a list in one file, walked in steps.

use base::Fail;

use super::List;
use crate::failure::Answer;
use crate::sheet::{Ending, Sheet, as_file};
use crate::visit::Visit;

/// Rows of one file at most. A file that is cut says so in its last row.
pub const SHEET_ROWS: usize = 50_000;
/// Rows that are read at once.
const STEP: usize = 1_000;

/// The file, written off the threads that answer. It has a place at work from its first row on until it is written,
/// also when nobody waits for it any more.
pub(super) async fn answer<L: List>(visit: &Visit, mut list: L, ending: Ending) -> Answer {
    let place = visit.hub.work.sheet(&visit.client).await?;
    let columns: Vec<_> = L::COLUMNS.iter().filter_map(|column| Some((column, column.cell?))).collect();
    let heads = columns.iter().map(|(column, _)| visit.t(column.words)).collect();
    let right_to_left = visit.lang.dir() == "rtl";
    let mut sheet = Sheet { heads, rows: Vec::new(), cut: String::new(), right_to_left };
    let window = L::WINDOW.min(SHEET_ROWS);
    // What was asked for, not what came: rows may be left out because this reader may not see them.
    let mut asked = 0;
    let more = loop {
        let step = STEP.min(window - asked);
        let next = list.next(visit, step).await?;
        sheet.rows.extend(next.rows.iter().map(|row| columns.iter().map(|(_, cell)| cell(visit, row)).collect()));
        asked += step;
        if !next.more || asked == window {
            break next.more;
        }
    };
    if more {
        sheet.cut = visit.tn("sheet-cut", window);
    }
    let name = format!("{}-{}", L::NAME, visit.iso(&visit.hub.now()));
    let written = tokio::task::spawn_blocking(move || {
        let bytes = sheet.written(ending);
        drop((sheet, place));
        bytes
    });
    let bytes = written.await.map_err(Fail::internal)?.map_err(Fail::internal)?;
    list.taken(visit).await?;
    Ok(as_file(&name, ending, bytes))
}
