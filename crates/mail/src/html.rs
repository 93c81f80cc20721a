//! A letter as a page: the same words for those who read e-mails as pages, in the right direction, and with the hub's own addresses to be
//! pressed. Nothing is fetched, nobody is counted, and what somebody else wrote in it becomes no link.

use std::fmt::Write;

use base::Lang;

use crate::Letter;

/// A letter as a page, whole. `own` is the address under which the hub is reached: lines that are an address below it are links.
pub fn page(letter: &Letter, own: &str) -> String {
    let lang = letter.lang.unwrap_or(Lang::EN);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title></head>\n<body style=\"margin:0;padding:24px 16px;font:16px/1.5 sans-serif\">\
         <div style=\"max-width:36em;margin:0 auto\">\n",
        dir = lang.dir(),
        title = escaped(&crate::one_line(&letter.subject)),
    );
    for paragraph in paragraphs(&letter.text) {
        let lines: Vec<String> = paragraph.iter().map(|line| drawn(line, own)).collect();
        let _ = writeln!(html, "<p>{}</p>", lines.join("<br>\n"));
    }
    html + "</div></body></html>\n"
}

/// The lines between blank ones.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        match (line.is_empty(), all.last_mut()) {
            (true, _) => all.push(Vec::new()),
            (false, Some(own)) => own.push(line),
            (false, None) => {}
        }
    }
    all.retain(|own| !own.is_empty());
    all
}

fn drawn(line: &str, own: &str) -> String {
    let text = escaped(line.trim());
    let rest = line.trim().strip_prefix(own.trim_end_matches('/'));
    let is_own = !own.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if is_own && !line.trim().contains(char::is_whitespace) {
        format!("<a href=\"{text}\" dir=\"ltr\" style=\"overflow-wrap:anywhere\">{text}</a>")
    } else {
        text
    }
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut html, letter| {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            own => html.push(own),
        }
        html
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "https://hub.example.org";

    fn of(text: &str, lang: Lang) -> String {
        let letter = Letter { subject: "A <b> & c".into(), text: text.into(), lang: Some(lang), ..Letter::default() };
        page(&letter, OWN)
    }

    #[test]
    fn paragraphs_stay_paragraphs_and_lines_lines() {
        let html = of("Hello Ana,\n\nfirst line\nsecond line\n\n\n\nend\n", Lang::EN);
        assert!(html.contains("<p>Hello Ana,</p>\n<p>first line<br>\nsecond line</p>\n<p>end</p>"), "{html}");
        assert!(html.contains("<title>A &lt;b&gt; &amp; c</title>"), "{html}");
        assert!(html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
        assert!(of("مرحبًا", Lang::AR).contains("lang=\"ar\" dir=\"rtl\""));
    }

    #[test]
    fn addresses_of_the_hub_are_links_and_no_others() {
        let link = |line: &str| of(line, Lang::EN).contains("<a ");
        assert!(link("https://hub.example.org/en/links/abc") && link("https://hub.example.org"));
        for other in [
            "https://evil.example/en/links/abc",
            "https://hub.example.org.evil.example/",
            "https://hub.example.org@evil.example/",
            "see https://hub.example.org/en",
            "https://hub.example.org/en and more",
            "javascript:alert(1)",
        ] {
            assert!(!link(other), "{other}");
        }
    }

    #[test]
    fn what_somebody_wrote_is_text() {
        let html = of("<script>alert(1)</script>\nhttps://hub.example.org/\"><img src=x>", Lang::EN);
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn it_is_tiny() {
        let html = of(&"A line of sixty letters, as they are written in such e-mails.\n\n".repeat(10), Lang::FR);
        assert!(html.len() < 1_500, "{}", html.len());
    }
}
