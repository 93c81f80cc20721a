//! Counting tests from what their runners print.

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// Adds one step of our own.
    pub(crate) fn step(&mut self, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    /// Adds a line of `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn cargo(&mut self, line: &str) {
        let Some(rest) = line.strip_prefix("test result: ") else { return };
        let number = |name: &str| {
            let part = rest.split([';', '.']).find(|part| part.trim_end().ends_with(name));
            part.and_then(|part| part.split_whitespace().next()?.parse().ok()).unwrap_or(0)
        };
        self.passed += number("passed");
        self.failed += number("failed");
    }

    /// Adds a line of `node --test`'s summary: `# pass 3`, `# fail 0` (TAP), or with `ℹ`.
    pub(crate) fn node(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        if !matches!(words.next(), Some("#" | "ℹ")) {
            return;
        }
        let (name, number) = (words.next(), words.next().and_then(|word| word.parse::<u64>().ok()));
        match (name, number) {
            (Some("pass"), Some(number)) => self.passed += number,
            (Some("fail" | "cancelled"), Some(number)) => self.failed += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn what_runners_print_is_counted() {
        let mut counts = Counts::default();
        counts.cargo(
            "test result: FAILED. 11 passed; 1 failed; 2 ignored; 0 measured; 31 filtered out; finished in 23.21s",
        );
        counts.cargo("test result: ok. 3 passed; 0 failed; 0 ignored");
        counts.cargo("test passed ... ok");
        counts.node("# pass 4");
        counts.node("ℹ fail 2");
        counts.node("# duration_ms 4");
        counts.step(true);
        assert_eq!(counts, Counts { passed: 19, failed: 3 });
    }
}
