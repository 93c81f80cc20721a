//! Lines of a text that name something to be shown there: `![caption](name:key)`, each a line of its own.

use web::parts::Named;

/// Things beside words in one text at most.
pub const EMBEDS: usize = 40;

/// A call to action, which no feature has to offer: its key is an address.
pub const ACTION: &str = "action";
/// A line that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What kind of thing.
    pub name: String,
    /// Which one, and what is said of it.
    pub named: Named,
}

impl Line {
    /// As it is written in a text.
    pub fn written(name: &str, key: &str, caption: &str) -> String {
        let caption = caption.split_whitespace().collect::<Vec<_>>().join(" ").replace("](", "] (");
        format!("![{caption}]({name}:{key})")
    }

    /// From what it names, as `voice:k3f9`.
    pub fn of_target(target: &str) -> Option<Line> {
        Line::read(&format!("![]({target})"))
    }

    /// From a line of a text that is this and nothing else.
    fn read(line: &str) -> Option<Line> {
        let rest = line.trim().strip_prefix("![")?.strip_suffix(')')?;
        let (caption, target) = rest.rsplit_once("](")?;
        // Two on one line are none that stands alone.
        let is_one = !caption.contains("](");
        let (name, key) = target.split_once(':')?;
        let is_name = !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
        let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/');
        let is_key = match name {
            ACTION => !key.contains(|letter: char| letter.is_whitespace() || letter.is_control()),
            // An address elsewhere is none: it is a picture of Markdown's, which texts do not have.
            _ => key.chars().all(plain) && !key.starts_with("//"),
        };
        let named = Named { key: key.to_owned(), caption: caption.to_owned() };
        (is_one && is_name && is_key && !key.is_empty()).then(|| Line { name: name.to_owned(), named })
    }
}

/// An address that a button may lead to.
pub fn address_of(key: &str) -> Option<&str> {
    let own = key.starts_with('/') && !key.starts_with("//") && !key.contains('\\');
    // What stands before an `@` looks like the host and is none.
    let host = key.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    let elsewhere = host.is_some_and(|host| !host.is_empty() && !host.contains(['@', '\\']));
    (own || elsewhere).then_some(key)
}

/// A text while it is made HTML: marks stand in the places of what it names.
pub(crate) struct Marked {
    /// The text with its marks.
    pub text: String,
    /// What it names, in their order.
    pub lines: Vec<Line>,
    /// Lines in which something is named that does not stand alone, or by no key: readers have its words.
    pub stray: Vec<String>,
    sign: String,
}

impl Marked {
    /// The mark of one of them: a word in which the text's own hash stands, so that no text holds its own, however it writes
    /// its letters.
    fn mark(&self, at: usize) -> String {
        format!("x{}x{at}x", self.sign)
    }

    /// This text's HTML with each piece in its place, and once: what pieces say themselves is left alone, also where it looks like
    /// a mark of this text.
    pub(crate) fn filled(&self, html: &str, pieces: &[String]) -> String {
        let mark = format!("x{}x", self.sign);
        let mut parts = html.split(&mark);
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (at, rest) = part.split_once('x').unwrap_or_default();
            // Alone in a paragraph it takes its place.
            let rest = match (filled.strip_suffix("<p>").map(str::len), rest.strip_prefix("</p>")) {
                (Some(before), Some(behind)) => {
                    filled.truncate(before);
                    behind
                }
                _ => rest,
            };
            filled.push_str(at.parse().ok().and_then(|at: usize| pieces.get(at)).map_or("", String::as_str));
            filled.push_str(rest);
        }
        filled
    }
}

/// How many things a text names.
pub fn count(markdown: &str) -> usize {
    lines_out(markdown).lines.len()
}

/// All that a text names.
pub fn named(markdown: &str) -> Vec<Line> {
    lines_out(markdown).lines
}

/// A text with marks in the places of what it names.
pub(crate) fn lines_out(markdown: &str) -> Marked {
    let sign = base::secret::hash(markdown).chars().filter(char::is_ascii_alphanumeric).take(32).collect();
    let mut marked = Marked { text: String::new(), lines: Vec::new(), stray: Vec::new(), sign };
    let mut fence: Option<(char, usize)> = None;
    for line in markdown.lines() {
        let trimmed = line.trim_start();
        let indented = line.len() - trimmed.len() > 3 || line.starts_with('\t');
        if !indented {
            fence = fenced(trimmed, fence);
        }
        // In code it is none.
        let in_code = fence.is_some() || indented;
        match Line::read(line).filter(|_| !in_code) {
            Some(found) => {
                let (indent, mark) = (&line[..line.len() - trimmed.len()], marked.mark(marked.lines.len()));
                marked.text.push_str(&format!("\n{indent}{mark}\n\n"));
                marked.lines.push(found);
            }
            None => {
                if !in_code && line.contains("![") && line.contains("](") {
                    marked.stray.push(line.trim().to_owned());
                }
                marked.text.push_str(line);
                marked.text.push('\n');
            }
        }
    }
    marked
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

/// A text in words alone, for whoever gets nothing else: feeds, programs, search engines.
pub fn words_alone(markdown: &str) -> String {
    let marked = lines_out(markdown);
    if marked.lines.is_empty() {
        return markdown.to_owned();
    }
    let places = 0..marked.lines.len();
    places.fold(marked.text.clone(), |text, at| text.replace(&marked.mark(at), "")).trim().to_owned()
}

/// A text with these lines put in as a paragraph of their own: behind the paragraph in which line number `at` is, counted from 1;
/// at its end where it has fewer. With the number of the last line that was put in.
pub fn put_in(markdown: &str, at: usize, written: &str) -> (String, usize) {
    let lines: Vec<&str> = markdown.lines().collect();
    let from = at.min(lines.len());
    let is_blank = |line: &&str| line.trim().is_empty();
    let rest = lines[from..].iter().position(is_blank).map_or(lines.len(), |blank| from + blank);
    let end = if at == 0 { 0 } else { rest };
    let (before, behind) = (lines[..end].join("\n"), lines[end..].join("\n"));
    let join = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("\n\n");
    let begun = join(&[before.trim_end(), written.trim()]);
    let last = begun.lines().count();
    (join(&[&begun, behind.trim_start_matches('\n')]), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_a_line_of_its_own() {
        let text = "Before [x][1]\n![A [map]](picture:a1b2)\nafter ![x](picture:a1b2) it\n\n```\n![](picture:a1b2)\n```\n\n[1]: /funders";
        let marked = lines_out(text);
        let own = Line { name: "picture".into(), named: Named { key: "a1b2".into(), caption: "A [map]".into() } };
        assert_eq!(marked.lines, [own], "in a line, or in code, it is none");
        assert_eq!(marked.stray, ["after ![x](picture:a1b2) it"]);
        let html = web::markdown::html(&marked.text);
        assert!(html.contains(&format!("<p>{}</p>", marked.mark(0))), "{html}");
        assert!(html.contains("href=\"/funders\""), "a text is one text, whatever stands in it: {html}");
        for none in [
            "![](picture:)",
            "[](picture:1)",
            "![](https://example.org/a.png)",
            "![](javascript:alert(1))",
            "![](data:image/png;base64,AA==)",
            "![](Picture:1)",
            "![](document:../x)",
            "![](https://example.org)",
            "![](mailto:a@example.org)",
            "![x](action:/a b)",
        ] {
            assert_eq!(Line::read(none), None, "{none}");
        }
        let code = "``` one-line ```\n\n![a](picture:a1)\n\n````\n```\n![b](picture:a1)\n````\n\n![c](city:lyon)\n\n    ![d](picture:a1)";
        let captions: Vec<String> = lines_out(code).lines.into_iter().map(|line| line.named.caption).collect();
        assert_eq!(captions, ["a", "c"]);
        assert!(!words_alone(code).contains("![a]"));
        // Nobody puts a mark there by hand: another text has another one.
        let by_hand = format!("{text}\n{}", marked.mark(0));
        assert_eq!(lines_out(&by_hand).text.matches(&lines_out(&by_hand).mark(0)).count(), 1);
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (name, key, caption) in [
            ("picture", "k3f9", "A street"),
            ("city", "greater-accra", ""),
            (ACTION, "/join", "Join [us](now)"),
            (ACTION, "https://example.org/a?b=(c)", "Read\nmore"),
        ] {
            let line = Line::read(&Line::written(name, key, caption)).expect(caption);
            assert_eq!((line.name.as_str(), line.named.key.as_str()), (name, key));
        }
    }

    #[test]
    fn a_button_leads_to_the_hub_or_to_a_safe_address() {
        for good in ["/join", "https://example.org/"] {
            assert_eq!(address_of(good), Some(good));
        }
        for bad in [
            "//example.org",
            "http://example.org",
            "javascript:alert(1)",
            "/\\example.org",
            "https://hub@example.org/",
            "https://",
            "join",
            "",
        ] {
            assert_eq!(address_of(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_a_piece_says_is_left_alone() {
        let marked = lines_out("One.\n\n![](city:oslo)\n\n![](city:diffa)\n\nTwo.");
        // Whoever wrote what is shown first has learned the mark of the second.
        let first = format!("<a title=\"{0}\">{0}</a>", marked.mark(1));
        let html = web::markdown::html(&marked.text);
        let filled = marked.filled(&html, &[first.clone(), "<b>second</b>".into()]);
        assert_eq!(filled, format!("<p>One.</p>\n{first}\n<b>second</b>\n<p>Two.</p>\n"));
        // In a list it stands where its line stood; what has no piece leaves nothing.
        let marked = lines_out("- One\n\n  ![](city:oslo)\n- ![](city:diffa)");
        let html = marked.filled(&web::markdown::html(&marked.text), &["<i>1</i>".into()]);
        assert!(html.contains("<i>1</i>") && !html.contains(&marked.sign), "{html}");
    }

    #[test]
    fn it_is_put_behind_the_paragraph_in_which_somebody_writes() {
        let text = "One,\nstill one.\n\nTwo.";
        assert_eq!(put_in(text, 1, "X").0, "One,\nstill one.\n\nX\n\nTwo.");
        assert_eq!(put_in(text, 2, "X").0, "One,\nstill one.\n\nX\n\nTwo.");
        assert_eq!(put_in(text, 3, "X").0, "One,\nstill one.\n\nTwo.\n\nX");
        assert_eq!(put_in(text, 99, "X").0, "One,\nstill one.\n\nTwo.\n\nX");
        assert_eq!(put_in(text, 0, "X").0, "X\n\nOne,\nstill one.\n\nTwo.");
        assert_eq!(put_in("", 5, "X").0, "X");
        assert_eq!([put_in(text, 1, "X").1, put_in(text, 9, "> X\n> Y").1, put_in("", 5, "X").1], [4, 7, 1]);
    }
}
