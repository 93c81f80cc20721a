//! Markdown of the team's texts as clean HTML in the page of one language.

use base::Result;
use web::Visit;

/// A text in words alone: clean HTML, with own links in the language of the page.
pub fn html(visit: &Visit, markdown: &str) -> String {
    clean(visit, &without_pictures(markdown))
}

fn clean(visit: &Visit, markdown: &str) -> String {
    // The page has its own first heading.
    web::markdown::html_in(markdown, &visit.lang).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
}

/// A text with the pictures that it names, and the topics of those.
pub struct Drawn {
    /// Clean HTML.
    pub html: String,
    /// Of which a page is made that shows it.
    pub topics: Vec<String>,
}

/// Pictures of one text at most.
pub const PICTURES: usize = 40;
/// Where a picture stands in a text while it is made HTML: signs that no text has, and its place among the pictures between them.
const MARKS: [char; 2] = ['\u{f0000}', '\u{f0001}'];

/// A text as it stands on a page, with its pictures: each stands on a line of its own, as `![caption](picture:number)`. One that there
/// is not, or that may not be shown now, leaves nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn drawn(visit: &Visit, markdown: &str) -> Result<Drawn> {
    let (marked, named) = pictures_out(markdown);
    let mut ids: Vec<i64> = named.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    let figures = pictures::figures(visit, &ids).await?;
    let mut html = clean(visit, &marked);
    for (at, (id, caption)) in named.iter().enumerate() {
        let figure = figures.get(id).map(|shown| shown.figure(visit, caption)).unwrap_or_default();
        // What is said of a picture holds no place of another one.
        let figure = figure.replace(MARKS, "");
        let mark = mark(at);
        html = html.replace(&format!("<p>{mark}</p>"), &figure).replace(&mark, &figure);
    }
    // Also of those that are not shown: they may be again.
    let topics = ids.iter().map(|id| pictures::topic(*id)).collect();
    Ok(Drawn { html, topics })
}

fn mark(at: usize) -> String {
    format!("{}{at}{}", MARKS[0], MARKS[1])
}

/// How many pictures a text names.
pub fn pictures_in(markdown: &str) -> usize {
    pictures_out(markdown).1.len()
}

/// A text with marks in the places of its pictures, and those with their captions.
fn pictures_out(markdown: &str) -> (String, Vec<(i64, String)>) {
    let mut text = String::new();
    let mut named = Vec::new();
    let mut fence: Option<(char, usize)> = None;
    for line in markdown.lines() {
        let line = line.replace(MARKS, "");
        let trimmed = line.trim_start();
        let indented = line.len() - trimmed.len() > 3 || line.starts_with('\t');
        if !indented {
            fence = fenced(trimmed, fence);
        }
        // In code it is none.
        let in_code = fence.is_some() || indented;
        match picture(&line).filter(|_| !in_code) {
            Some(found) => {
                let indent = &line[..line.len() - trimmed.len()];
                text.push_str(&format!("\n{indent}{}\n\n", mark(named.len())));
                named.push(found);
            }
            None => {
                text.push_str(&line);
                text.push('\n');
            }
        }
    }
    (text, named)
}

/// The fence of code that is open behind this line (CommonMark 4.5): its sign, and how many of them.
fn fenced(line: &str, open: Option<(char, usize)>) -> Option<(char, usize)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'));
    let length = sign.map_or(0, |sign| line.chars().take_while(|letter| *letter == sign).count());
    let rest = line.get(length..).unwrap_or_default().trim();
    match (open, sign) {
        (Some((own, opened)), Some(sign)) if sign == own && length >= opened && rest.is_empty() => None,
        (Some(open), _) => Some(open),
        (None, Some(sign)) if length >= 3 && !(sign == '`' && rest.contains('`')) => Some((sign, length)),
        (None, _) => None,
    }
}

/// A text without its pictures, for whoever gets words alone: feeds, programs, search engines.
pub fn without_pictures(markdown: &str) -> String {
    let (marked, named) = pictures_out(markdown);
    if named.is_empty() {
        return markdown.to_owned();
    }
    (0..named.len()).fold(marked, |text, at| text.replace(&mark(at), "")).trim().to_owned()
}

/// A line that is a picture and nothing else: its number, and its caption.
fn picture(line: &str) -> Option<(i64, String)> {
    let rest = line.trim().strip_prefix("![")?;
    let (caption, rest) = rest.rsplit_once("](picture:")?;
    let id = base::id::read_id(rest.strip_suffix(')')?)?;
    Some((id, caption.to_owned()))
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
    use super::*;

    #[test]
    fn a_picture_is_a_line_of_its_own() {
        let id = base::id::write_id(71);
        let text = format!(
            "Before [x][1]\n![A [map]](picture:{id})\nafter ![x](picture:{id}) it\n\n```\n![](picture:{id})\n```\n\n[1]: /funders"
        );
        let (marked, named) = pictures_out(&text);
        assert_eq!(named, [(71, "A [map]".to_owned())], "in a line, or in code, it is none");
        let html = web::markdown::html(&marked);
        assert!(html.contains(&format!("<p>{}</p>", mark(0))), "{html}");
        assert!(html.contains("href=\"/funders\""), "a text is one text, whatever stands in it: {html}");
        for none in ["![](picture:)", "![](picture:x)", "[](picture:1)", "![](https://example.org/a.png)"] {
            assert_eq!(picture(none), None, "{none}");
        }
        let code = format!(
            "``` one-line ```\n\n![a](picture:{id})\n\n````\n```\n![b](picture:{id})\n````\n\n![c](picture:{id})\n\n    ![d](picture:{id})"
        );
        let captions: Vec<String> = pictures_out(&code).1.into_iter().map(|(_, caption)| caption).collect();
        assert_eq!(captions, ["a", "c"]);
        assert_eq!(without_pictures(&format!("One.\n\n![a](picture:{id})\n\nTwo.")).matches('\n').count(), 6);
        assert!(!without_pictures(&code).contains("![a]"));
        // Nobody puts a mark there by hand.
        assert_eq!(pictures_out(&mark(0)).0, "0\n");
    }

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
