//! The cells that are seen of a workbook where it stands in another document.

use super::u16_at;

/// Rows and columns, counted from nought, the last ones included.
#[derive(Clone, Copy)]
pub(super) struct Window {
    rows: (u16, u16),
    columns: (u8, u8),
}

impl Window {
    /// Reads the record that says it; its first two bytes say nothing.
    pub fn read(content: &[u8]) -> Option<Window> {
        Some(Window { rows: (u16_at(content, 2)?, u16_at(content, 4)?), columns: (*content.get(6)?, *content.get(7)?) })
    }

    pub fn has(&self, row: u16, column: usize) -> bool {
        let columns = usize::from(self.columns.0)..=usize::from(self.columns.1);
        (self.rows.0..=self.rows.1).contains(&row) && columns.contains(&column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows() {
        let window = Window::read(&[0, 0, 1, 0, 2, 0, 1, 2]).unwrap();
        assert!(window.has(1, 1) && window.has(2, 2));
        assert!(!window.has(0, 1) && !window.has(3, 1) && !window.has(1, 0) && !window.has(1, 3));
        assert!(Window::read(&[0, 0, 1, 0, 2, 0, 1]).is_none());
    }
}
