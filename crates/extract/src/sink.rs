//! Where readers put text: a bounded string that keeps white space in order.

/// Collects text up to a limit, without runs of blank lines or of spaces.
pub(crate) struct Sink {
    text: String,
    limit: usize,
    cut: bool,
}

impl Sink {
    /// A sink that keeps at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Sink { text: String::new(), limit, cut: false }
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
            '\t' | crate::PAGE_BREAK => c,
            // A soft hyphen and a mark of byte order say nothing about the word; the rest of these cannot be stored or shown.
            '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => return,
            c if c.is_control() => return,
            c => c,
        };
        if self.cut || self.text.len() + c.len_utf8() > self.limit {
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
        if self.cut || self.text.len() >= self.limit {
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

    /// The end of a page or a slide.
    pub fn page(&mut self) {
        while self.text.ends_with([' ', '\t', '\n']) {
            self.text.pop();
        }
        self.push_char(crate::PAGE_BREAK);
    }

    /// The text, and whether some was cut off.
    pub fn finish(mut self) -> (String, bool) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
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
    fn a_full_sink_says_so() {
        let mut sink = Sink::new(5);
        sink.push("abéd efgh");
        assert!(sink.is_full());
        assert_eq!(sink.finish(), ("abéd".to_owned(), true));
    }
}
