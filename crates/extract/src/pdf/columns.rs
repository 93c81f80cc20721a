//! Columns that a program drew line by line, from side to side: read one after the other.
//!
//! Most programs draw a column to its end before the next; then the order of drawing is the order of reading. Tables are drawn row by row, and
//! read so too: so two columns are only taken for such where both hold running text.

use super::join::{Line, Unit};

/// Gap between two columns, at the least, in em.
const GUTTER: f64 = 1.5;
/// How often drawing goes from the left to the right before it is no accident.
const TURNS: usize = 4;
/// Letters of a piece of a line, on the average: cells of tables are shorter.
const PROSE_LETTERS: usize = 16;

/// The lines of a page, with lines that reach over two columns cut apart, and columns one after the other. Where there are none, as they were.
pub(super) fn in_reading_order(lines: Vec<Line>, page_rtl: bool) -> Vec<Line> {
    let Some(gutter) = gutter(&lines) else { return lines };
    let mut ordered = Vec::with_capacity(lines.len());
    let mut run = Run::default();
    for line in lines {
        match side(&line, gutter) {
            Side::Across => {
                run.write(page_rtl, &mut ordered);
                ordered.push(line);
            }
            side => run.take(line, side, gutter),
        }
    }
    run.write(page_rtl, &mut ordered);
    ordered
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    /// A piece on either side.
    Both,
    /// Over the gutter, or not along x at all.
    Across,
}

/// Lines between two that reach across.
#[derive(Default)]
struct Run {
    lines: Vec<(Line, Side)>,
}

impl Run {
    fn take(&mut self, mut line: Line, side: Side, gutter: f64) {
        if side != Side::Both {
            return self.lines.push((line, side));
        }
        let (left, right): (Vec<Unit>, Vec<Unit>) = line.units.drain(..).partition(|unit| unit.start < gutter);
        let piece = |units| Line { units, ..line };
        self.lines.push((piece(left), Side::Left));
        self.lines.push((piece(right), Side::Right));
    }

    fn write(&mut self, page_rtl: bool, ordered: &mut Vec<Line>) {
        let lines = std::mem::take(&mut self.lines);
        let turns = lines.windows(2).filter(|pair| pair[0].1 == Side::Left && pair[1].1 == Side::Right).count();
        if turns < TURNS {
            // Pieces of one line that were cut for nothing are put together again.
            for (line, side) in lines {
                match ordered.last_mut() {
                    Some(last) if side == Side::Right && last.across == line.across && last.dx == line.dx => {
                        last.units.extend(line.units);
                    }
                    _ => ordered.push(line),
                }
            }
            return;
        }
        let first = if page_rtl { Side::Right } else { Side::Left };
        let (before, after): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, side)| *side == first);
        ordered.extend(before.into_iter().chain(after).map(|(line, _)| line));
    }
}

/// Where the page is parted in two, if it is.
fn gutter(lines: &[Line]) -> Option<f64> {
    let mut gaps: Vec<(f64, f64)> = lines.iter().filter_map(widest_gap).collect();
    gaps.extend(lines.windows(2).filter_map(|pair| gap_between(&pair[0], &pair[1])));
    if gaps.len() < TURNS {
        return None;
    }
    let mut middles: Vec<f64> = gaps.iter().map(|(from, to)| (from + to) / 2.0).collect();
    let half = middles.len() / 2;
    let (_, middle, _) = middles.select_nth_unstable_by(half, f64::total_cmp);
    let middle = *middle;
    let agreeing = gaps.iter().filter(|(from, to)| (*from..*to).contains(&middle)).count();
    (agreeing >= TURNS && is_prose(lines, middle)).then_some(middle)
}

/// Whether both columns hold running text.
fn is_prose(lines: &[Line], gutter: f64) -> bool {
    let (mut left, mut right) = ((0, 0), (0, 0));
    for line in lines {
        let side = side(line, gutter);
        if side == Side::Across {
            continue;
        }
        let on_left = line.units.iter().filter(|unit| unit.start < gutter).count();
        for (count, sum) in [(on_left, &mut left), (line.units.len() - on_left, &mut right)] {
            if count > 0 {
                *sum = (sum.0 + 1, sum.1 + count);
            }
        }
    }
    [left, right].iter().all(|(pieces, letters)| *pieces >= TURNS && *letters >= pieces * PROSE_LETTERS)
}

fn side(line: &Line, gutter: f64) -> Side {
    if line.dx < 0.9 {
        return Side::Across;
    }
    let (mut left, mut right) = (false, false);
    for unit in line.units.iter().filter(|unit| unit.text != " ") {
        if unit.start < gutter && unit.end > gutter {
            return Side::Across;
        }
        left |= unit.start < gutter;
        right |= unit.start >= gutter;
    }
    match (left, right) {
        // A line of the whole page has a word on either side too: only a wide gap parts columns.
        (true, true) if widest_gap(line).is_some_and(|(from, to)| (from..to).contains(&gutter)) => Side::Both,
        (true, true) => Side::Across,
        (true, false) => Side::Left,
        _ => Side::Right,
    }
}

/// The widest gap of a line, where it is wide enough.
fn widest_gap(line: &Line) -> Option<(f64, f64)> {
    if line.dx < 0.9 {
        return None;
    }
    let mut units: Vec<(f64, f64)> =
        line.units.iter().filter(|unit| unit.text != " ").map(|unit| (unit.start, unit.end)).collect();
    units.sort_by(|a, b| a.0.total_cmp(&b.0));
    units
        .windows(2)
        .map(|pair| (pair[0].1, pair[1].0))
        .filter(|(from, to)| to - from > GUTTER * line.size)
        .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

/// The gap between a line and the next, where that stands beside it.
fn gap_between(line: &Line, next: &Line) -> Option<(f64, f64)> {
    let beside = line.dx > 0.9 && next.dx > 0.9 && (line.across - next.across).abs() < line.size;
    let from = line.units.iter().map(|unit| unit.end).fold(f64::MIN, f64::max);
    let to = next.units.iter().map(|unit| unit.start).fold(f64::MAX, f64::min);
    (beside && to - from > GUTTER * line.size).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x: f64, y: f64, text: &str) -> Line {
        let units = text
            .chars()
            .enumerate()
            .map(|(place, c)| {
                let start = x + 5.0 * place as f64;
                Unit { text: c.to_string(), start, end: start + 5.0, gap: 0.1 }
            })
            .collect();
        Line { dx: 1.0, dy: 0.0, across: y, size: 10.0, units }
    }

    /// A line over two columns, as one line of drawing.
    fn beside(y: f64, left: &str, right: &str) -> Line {
        let mut whole = line(0.0, y, left);
        whole.units.extend(line(300.0, y, right).units);
        whole
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.units.iter().map(|unit| unit.text.as_str()).collect()).collect()
    }

    #[test]
    fn columns_that_were_drawn_side_by_side_are_read_one_after_the_other() {
        let mut lines = vec![line(100.0, 200.0, "A title that reaches over the whole width of the page")];
        for row in 0..6 {
            let (left, right) = (format!("{row} left left left left left"), format!("{row} right right right right"));
            lines.push(if row % 2 == 0 {
                beside(100.0 - 12.0 * f64::from(row), &left, &right)
            } else {
                line(0.0, 100.0 - 12.0 * f64::from(row), &left)
            });
            if row % 2 == 1 {
                lines.push(line(300.0, 100.0 - 12.0 * f64::from(row), &right));
            }
        }
        let read = texts(&in_reading_order(lines, false));
        assert!(read[0].starts_with("A title"));
        assert!(read[1..7].iter().all(|line| line.contains("left")), "{read:?}");
        assert!(read[7..].iter().all(|line| line.contains("right")) && read.len() == 13, "{read:?}");
    }

    #[test]
    fn tables_are_read_row_by_row() {
        let rows = || (0..6).map(|row| beside(100.0 - 12.0 * f64::from(row), "Oslo", "557422")).collect();
        assert_eq!(texts(&in_reading_order(rows(), false)), texts(&rows()));
    }
}
