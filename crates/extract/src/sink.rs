//! Where readers put text: a bounded string that keeps white space in order.

use crate::hyphen;

/// Collects text up to a limit, without runs of blank lines or of spaces.
pub(crate) struct Sink {
    text: String,
    limit: usize,
    cut: bool,
    breaks: usize,
    hard_lines: bool,
}

/// Page breaks of one text. They do not count against the limit of the text, as a hit must know its page.
const PAGE_BREAKS: usize = 1_000_000;

impl Sink {
    /// A sink that keeps at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Sink { text: String::new(), limit, cut: false, breaks: 0, hard_lines: false }
    }

    /// A sink for lines that end where the page ends: words that are broken there are joined again.
    pub fn of_hard_lines(limit: usize) -> Self {
        Sink { hard_lines: true, ..Sink::new(limit) }
    }

    /// Whether the limit is reached: a reader may stop.
    pub fn is_full(&self) -> bool {
        self.cut
    }

    /// Adds text as it is, without what no text should hold.
    pub fn push(&mut self, text: &str) {
        for c in text.chars() {
            self.push_char(c);
        }
    }

    /// Adds text, each run of white space as one space.
    pub fn push_flowing(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() && c != '\u{a0}' { self.space() } else { self.push_char(c) }
        }
    }

    /// Adds one character; white space other than a space or a tab counts as the end of a line.
    pub fn push_char(&mut self, c: char) {
        let c = match c {
            '\n' | '\u{b}' | '\u{2028}' | '\u{2029}' => return self.line(),
            '\u{a0}' => ' ',
            '\t' => c,
            // Only the end of a page is one.
            crate::PAGE_BREAK => return self.space(),
            // It may stand at the end of a line.
            '\u{ad}' if self.hard_lines => c,
            // A soft hyphen and a mark of byte order say nothing about the word; the rest of these cannot be stored or shown.
            '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => return,
            c if c.is_control() => return,
            c => c,
        };
        if self.cut || self.text.len() - self.breaks + c.len_utf8() > self.limit {
            self.cut = true;
            return;
        }
        self.text.push(c);
    }

    /// A space, unless there is white space already.
    pub fn space(&mut self) {
        if !self.text.ends_with(char::is_whitespace) && !self.text.is_empty() {
            self.push_char(' ');
        }
    }

    /// The end of a table cell.
    pub fn tab(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with(['\n', crate::PAGE_BREAK]) {
            self.push_char('\t');
        }
    }

    /// The end of a line; at most one line stays empty.
    pub fn line(&mut self) {
        while self.text.ends_with([' ', '\t']) {
            self.text.pop();
        }
        if self.text.is_empty() || self.text.ends_with("\n\n") || self.text.ends_with(crate::PAGE_BREAK) {
            return;
        }
        if self.cut || self.text.len() - self.breaks >= self.limit {
            self.cut = true;
            return;
        }
        self.text.push('\n');
    }

    /// The end of a line, and no empty line.
    pub fn end_line(&mut self) {
        while self.text.ends_with([' ', '\t']) {
            self.text.pop();
        }
        if !self.text.ends_with('\n') {
            self.line();
        }
    }

    /// The end of a page or a slide, and the beginning of another: also of one without text, and of one for which there is no room.
    pub fn page(&mut self) {
        self.trim();
        if self.breaks < PAGE_BREAKS {
            self.breaks += 1;
            self.text.push(crate::PAGE_BREAK);
        }
    }

    /// Takes white space off the end, back to the last page break.
    fn trim(&mut self) {
        let kept = self.text.trim_end_matches(|c: char| c.is_whitespace() && c != crate::PAGE_BREAK).len();
        self.text.truncate(kept);
    }

    /// The text, and whether some was cut off.
    pub fn finish(mut self) -> (String, bool) {
        if self.hard_lines {
            self.text = hyphen::join_words(self.text);
        }
        self.trim();
        (self.text, self.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_kept_in_order() {
        let mut sink = Sink::new(100);
        sink.push_flowing("  a \n\t b ");
        sink.line();
        sink.line();
        sink.line();
        sink.push("c\u{0}\u{ad}d");
        sink.tab();
        sink.push("e  ");
        sink.end_line();
        sink.end_line();
        assert_eq!(sink.finish(), ("a b\n\ncd\te".to_owned(), false));
    }

    #[test]
    fn there_is_one_break_between_two_pages() {
        let mut sink = Sink::new(100);
        sink.page();
        sink.push("a\u{c}b \u{c}\n");
        sink.page();
        sink.page();
        sink.line();
        sink.end_line();
        sink.tab();
        sink.space();
        sink.push("c");
        sink.page();
        assert_eq!(sink.finish(), ("\u{c}a b\u{c}\u{c}c\u{c}".to_owned(), false));
        // What is cut off has pages all the same.
        let mut full = Sink::new(2);
        full.push("abc");
        full.page();
        full.push("d");
        full.page();
        assert_eq!(full.finish(), ("ab\u{c}\u{c}".to_owned(), true));
    }

    #[test]
    fn a_full_sink_says_so() {
        let mut sink = Sink::new(5);
        sink.push("abéd efgh");
        assert!(sink.is_full());
        assert_eq!(sink.finish(), ("abéd".to_owned(), true));
    }
}
