//! Markdown of the team's texts as clean HTML in the page of one language.

use web::Visit;

/// A text in words alone: clean HTML, with own links in the language of the page.
pub fn html(visit: &Visit, markdown: &str) -> String {
    clean(visit, &crate::lines::words_alone(markdown))
}

/// The same of a text in which nothing else stands.
pub(crate) fn clean(visit: &Visit, markdown: &str) -> String {
    // The page has its own first heading.
    web::markdown::html_in(markdown, &visit.lang).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
}

/// Cells of a text's tables, never fewer than the renderer would make of them: it fills each row up to the widest.
pub fn cells(markdown: &str) -> usize {
    let rows = markdown.lines().filter(|line| line.contains('|')).count();
    let widest = markdown.lines().map(|line| line.matches('|').count()).max().unwrap_or(0);
    rows * (widest + 1)
}

/// How deep a text's lists and quotations are within each other, told before anything is made of it: never less than what
/// the renderer would make of them.
pub fn depth(markdown: &str) -> usize {
    let deep = |line: &str| {
        let mut blanks = 0;
        let mut marks = 0;
        for letter in line.chars() {
            match letter {
                ' ' => blanks += 1,
                '\t' => blanks += 4,
                '-' | '*' | '+' | '>' | '.' | ')' => marks += 1,
                '0'..='9' => {}
                _ => break,
            }
        }
        // A rule of many hyphens, and emphasis at the beginning of a line, are no lists.
        let rule = line.trim().len() > 2 && line.trim().chars().all(|letter| matches!(letter, '-' | '*' | ' ' | '_'));
        let marks = if rule && !line.trim().contains(' ') { 1 } else { marks };
        marks.max(blanks / 2 + usize::from(marks > 0))
    };
    markdown.lines().map(deep).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn depth_is_never_less_than_what_is_rendered() {
        let rendered = |markdown: &str| {
            let html = web::markdown::html(markdown);
            html.matches("<ul>").count() + html.matches("<ol>").count() + html.matches("<blockquote>").count()
        };
        for text in ["- a\n  - b\n    - c", "> > > x", "- - - x", "1. a\n   1. b", "**bold** text", "plain", "> - 1. x"]
        {
            assert!(super::depth(text) >= rendered(text), "{text}: {} {}", super::depth(text), rendered(text));
        }
        assert!(super::depth("a\n\n----------------\n\nb") < 4);
        assert!(super::depth("**important**: x") < 4);
    }
}
