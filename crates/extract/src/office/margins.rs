//! Headers and footers of spreadsheets: a text in which `&` begins a code (ECMA-376, 18.3.1.39).

/// What stands in a header or footer, its three parts apart, without fields (page numbers, dates, names) and looks.
pub(super) fn words(coded: &str) -> String {
    let mut words = String::new();
    let mut rest = coded.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '&' {
            words.push(c);
            continue;
        }
        match rest.next() {
            Some('&') => words.push('&'),
            // Left, centre, right.
            Some('L' | 'C' | 'R') => words.push('\t'),
            // A font by its name.
            Some('"') => rest.by_ref().take_while(|c| *c != '"').for_each(drop),
            // A colour: six digits, or a number of the theme with a sign and three digits.
            Some('K') => rest.by_ref().take(6).for_each(drop),
            // A size.
            Some('0'..='9') => while rest.next_if(char::is_ascii_digit).is_some() {},
            _ => {}
        }
    }
    words.split('\t').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_taken_off() {
        assert_eq!(
            words("&LPlan &&\u{a0}budget&C&\"Arial,Bold\"&14&KFF0000Draft&RPage &P of &N"),
            "Plan &\u{a0}budget\tDraft\tPage  of"
        );
        assert_eq!(words("No part"), "No part");
        assert_eq!(words("&K01+049Tinted&\"open"), "Tinted");
        assert_eq!((words("&"), words("&12"), words("")), (String::new(), String::new(), String::new()));
    }
}
