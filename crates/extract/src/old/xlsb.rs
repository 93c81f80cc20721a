//! Binary spreadsheets of today (XLSB): sheet by sheet, row by row.
//!
//! The reader is a crate that was not made for hostile files: it runs in the child only, where a panic and a lack of memory are contained.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader, SheetVisible, Xlsb, XlsbError};

use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::office::formats::shown;
use crate::sink::Sink;

/// A binary workbook of today.
pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    if crate::format::is_ole(file) {
        return Err(Trouble::Encrypted);
    }
    let workbook = Xlsb::new(Cursor::new(file)).map_err(|error| match error {
        XlsbError::Password => Trouble::Encrypted,
        error => Trouble::damaged(error),
    })?;
    Ok(read_sheets(workbook, bounds))
}

fn read_sheets(mut workbook: Xlsb<Cursor<&[u8]>>, bounds: &Bounds) -> Found {
    let mut sink = Sink::new(bounds.text_bytes);
    let seen = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let mut cut = false;
    for name in names {
        sink.line();
        sink.push(&name);
        sink.end_line();
        match workbook.worksheet_range(&name) {
            Ok(cells) => {
                for row in cells.rows() {
                    row.iter().for_each(|cell| write(cell, &mut sink));
                    sink.end_line();
                }
            }
            // A chart of its own, or a broken sheet: the others are read.
            Err(_) => cut = true,
        }
    }
    let mut found = Found::from_sink(sink);
    found.cut |= cut;
    found
}

fn write(cell: &Data, sink: &mut Sink) {
    let text = match cell {
        Data::Empty => return,
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        other => other.to_string(),
    };
    sink.push_flowing(&text);
    sink.tab();
}

/// A moment as every country reads it; the format of the cell is not told.
fn moment_text(moment: &ExcelDateTime) -> String {
    let number = moment.as_f64();
    if moment.is_duration() {
        return shown("[h]:mm:ss", number, false).unwrap_or_else(|| number.to_string());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}");
    match (number < 1.0, hour == 0 && minute == 0 && second == 0) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date} {time}"),
    }
}
