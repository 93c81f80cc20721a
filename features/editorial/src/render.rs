//! Markdown of the team's texts as clean HTML in the page of one language.

use base::Result;
use web::Visit;

/// A text as it stands on a page: clean HTML, with own links in the language of the page.
pub fn html(visit: &Visit, markdown: &str) -> String {
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

/// A text as it stands on a page, with its pictures: each stands on a line of its own, as `![caption](picture:number)`. One that there
/// is not, or that may not be shown now, leaves nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn drawn(visit: &Visit, markdown: &str) -> Result<Drawn> {
    let pieces = pieces(markdown);
    let mut ids: Vec<i64> = pieces.iter().filter_map(|piece| piece.picture()).collect();
    ids.sort_unstable();
    ids.dedup();
    let figures = pictures::figures(visit, &ids).await?;
    let draw = |piece: &Piece| match piece {
        Piece::Text(text) => html(visit, text),
        Piece::Picture(id, caption) => figures.get(id).map(|shown| shown.figure(visit, caption)).unwrap_or_default(),
    };
    // Also of those that are not shown: they may be again.
    let topics = ids.iter().map(|id| pictures::topic(*id)).collect();
    Ok(Drawn { html: pieces.iter().map(draw).collect(), topics })
}

/// Pictures of one text at most: of more the others are left out.
const PICTURES: usize = 40;

/// A part of a text: Markdown, or a picture with its caption.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Picture(i64, String),
}

impl Piece {
    fn picture(&self) -> Option<i64> {
        match self {
            Piece::Picture(id, _) => Some(*id),
            Piece::Text(_) => None,
        }
    }
}

fn pieces(markdown: &str) -> Vec<Piece> {
    let mut pieces = vec![Piece::Text(String::new())];
    let mut pictures = 0;
    let mut fence: Option<&str> = None;
    for line in markdown.lines() {
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (mark, fence) {
            (Some(mark), None) => fence = Some(mark),
            (Some(mark), Some(open)) if mark == open => fence = None,
            _ => {}
        }
        match picture(line).filter(|_| fence.is_none()) {
            Some(_) if pictures == PICTURES => {}
            Some((id, caption)) => {
                pictures += 1;
                pieces.extend([Piece::Picture(id, caption), Piece::Text(String::new())]);
            }
            None => {
                if let Some(Piece::Text(text)) = pieces.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.trim().is_empty()));
    pieces
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
        let text =
            format!("Before\n\n![A [map]](picture:{id})\n\nafter ![x](picture:{id}) it\n\n```\n![](picture:{id})\n```");
        let pieces = pieces(&text);
        assert_eq!(pieces.len(), 3, "{pieces:?}");
        assert_eq!(pieces[1], Piece::Picture(71, "A [map]".into()));
        let Piece::Text(last) = &pieces[2] else { panic!("{pieces:?}") };
        assert!(last.contains("after") && last.contains("```"), "in a line, or in code, it is none");
        for none in ["![](picture:)", "![](picture:x)", "[](picture:1)", "![](https://example.org/a.png)"] {
            assert_eq!(picture(none), None, "{none}");
        }
        let many = format!("![](picture:{id})\n").repeat(100);
        assert_eq!(super::pieces(&many).len(), PICTURES);
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
