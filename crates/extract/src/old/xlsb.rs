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
    if let Some(text) = cell_text(cell) {
        sink.push_flowing(&text);
        sink.tab();
    }
}

/// What a cell says; nothing where nothing stands in it.
pub(crate) fn cell_text(cell: &Data) -> Option<String> {
    Some(match cell {
        Data::Empty => return None,
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        other => other.to_string(),
    })
}

/// A moment as every country reads it; the format of the cell is not told.
fn moment_text(moment: &ExcelDateTime) -> String {
    let number = moment.as_f64();
    if moment.is_duration() {
        return shown("[h]:mm:ss", number, false).unwrap_or_else(|| number.to_string());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year}-{month:02}-{day:02}");
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    match (number < 1.0, hour == 0 && minute == 0 && second == 0) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn moments_are_as_exact_as_they_are() {
        let text = |number| moment_text(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false));
        assert_eq!(text(45_232.0), "2023-11-02");
        assert_eq!(text(45_232.5), "2023-11-02 12:00");
        assert_eq!(text(45_232.0 + 45_296.0 / 86_400.0), "2023-11-02 12:34:56");
        assert_eq!(text(0.5625), "13:30");
        let lasting = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(moment_text(&lasting), "36:00:00");
    }
}
