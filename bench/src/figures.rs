//! What was measured: as tables for people, as JSON for machines.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::Result;

/// What one section measured.
pub struct Section {
    name: &'static str,
    tables: Vec<Table>,
}

/// One table. Its first column names the rows.
pub struct Table {
    name: String,
    title: String,
    columns: Vec<&'static str>,
    rows: Vec<(String, Vec<Option<f64>>)>,
    notes: Vec<String>,
}

impl Section {
    /// With these tables.
    pub fn new(name: &'static str, tables: Vec<Table>) -> Section {
        Section { name, tables }
    }

    /// Shows it.
    pub fn print(&self) {
        for table in &self.tables {
            table.print();
        }
    }

    fn json(&self) -> Value {
        self.tables.iter().map(|table| (table.name.clone(), table.json())).collect::<Map<_, _>>().into()
    }
}

impl Table {
    /// An empty one. `name` is its key in the JSON.
    pub fn new(name: impl Into<String>, title: impl Into<String>, columns: &[&'static str]) -> Table {
        Table { name: name.into(), title: title.into(), columns: columns.to_vec(), rows: Vec::new(), notes: Vec::new() }
    }

    /// Adds a row; what was not measured is `None`.
    pub fn row(&mut self, name: impl Into<String>, cells: impl IntoIterator<Item = Option<f64>>) {
        self.rows.push((name.into(), cells.into_iter().collect()));
    }

    /// Adds a line below.
    pub fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    fn print(&self) {
        println!("\n{}\n", self.title);
        let first = self.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = self.columns.iter().map(|column| column.chars().count().max(9)).collect();
        let head: Vec<String> =
            self.columns.iter().zip(&widths).map(|(column, width)| format!("{column:>width$}")).collect();
        println!("{:first$}  {}", "", head.join("  "));
        for (name, cells) in &self.rows {
            let cells: Vec<String> = cells
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{:>width$}", cell.map(written).unwrap_or_default()))
                .collect();
            println!("{name:first$}  {}", cells.join("  "));
        }
        for note in &self.notes {
            println!("{note}");
        }
    }

    fn json(&self) -> Value {
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|(name, cells)| {
                let mut row = Map::new();
                row.insert("what".to_owned(), name.as_str().into());
                for (column, cell) in self.columns.iter().zip(cells) {
                    row.insert((*column).to_owned(), json!(cell));
                }
                row.into()
            })
            .collect();
        json!({ "title": self.title, "rows": rows, "notes": self.notes })
    }
}

/// With three digits that say something.
fn written(number: f64) -> String {
    match number.abs() {
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}

/// Writes the JSON into `bench/` below the folder that cargo builds into.
pub fn save(sections: &[Section], quick: bool) -> Result<()> {
    let folder = target()?.join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("figures.json");
    let all: Map<String, Value> = sections.iter().map(|section| (section.name.to_owned(), section.json())).collect();
    let cores = std::thread::available_parallelism()?.get();
    let text = serde_json::to_string_pretty(&json!({ "cores": cores, "quick": quick, "sections": all }))?;
    std::fs::write(&file, text + "\n")?;
    println!("\nAs JSON: {}", file.display());
    Ok(())
}

/// The folder that cargo builds into: this program is in `release/` of it.
fn target() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    Ok(own.ancestors().nth(2).ok_or("the program stands in no folder")?.to_owned())
}

/// Milliseconds.
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The value that so many of a hundred are not above.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or_default()
}

/// The middle one.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    match (sorted.get(sorted.len().saturating_sub(1) / 2), sorted.get(sorted.len() / 2)) {
        (Some(lower), Some(upper)) => f64::midpoint(*lower, *upper),
        _ => f64::NAN,
    }
}

/// Says what goes on now, beside the tables.
pub fn say(what: &str) {
    eprintln!("… {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_and_medians() {
        let times: Vec<Duration> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!([50, 95, 99, 100].map(|percent| percentile(&times, percent).as_millis()), [100, 190, 198, 200]);
        assert_eq!(percentile(&[Duration::from_millis(7)], 50).as_millis(), 7);
        assert_eq!((median(&[3.0, 1.0, 2.0]), median(&[4.0, 1.0, 2.0, 3.0])), (2.0, 2.5));
    }

    #[test]
    fn three_digits_that_say_something() {
        assert_eq!([1234.5, 12.345, 1.2345, 0.0].map(written), ["1234", "12.3", "1.23", "0.00"]);
    }
}
