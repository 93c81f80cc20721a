//! What is printed, looked at from outside: bytes of the PDF.

use std::time::Instant;

use print::{Document, MAX_MARKDOWN_BYTES, PrintError, pdf};

const MARKDOWN: &str = "# A plan\n\nWe meet **every month**, and *write down* what we decide: see [the guide](https://hub.example/guide) \
    or `strong-cities check`.\n\n## Who\n\n- schools\n  - teachers\n- youth workers\n\n1. listen\n2. decide\n\n\
    | Step | When |\n|---|---:|\n| First | May |\n| Second | June |\n\n> A thought.\n\n---\n\n```\ncode\n```\n";

fn document<'a>(lang: &'a str, title: &'a str, markdown: &'a str) -> Document<'a> {
    Document { lang, title, subtitle: "A subtitle", author: "Example network", footer: "hub.example", markdown }
}

fn english(markdown: &str) -> Vec<u8> {
    pdf(&document("en", "A title", markdown)).unwrap()
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn a_tagged_pdf_with_its_language_and_title() {
    let start = Instant::now();
    let first = english(MARKDOWN);
    let cold = start.elapsed();
    let start = Instant::now();
    let french = pdf(&document("fr", "Un plan", MARKDOWN)).unwrap();
    println!("first {cold:?}, then {:?}, {} and {} bytes", start.elapsed(), first.len(), french.len());
    assert!(first.starts_with(b"%PDF-1.7"));
    for part in ["/StructTreeRoot", "/Marked true", "(A title)", "pdfuaid:part", "/DisplayDocTitle true", "/Outlines"] {
        assert!(has(&first, part), "{part}");
    }
    assert!(has(&first, "/Lang(en)"));
    assert!(has(&french, "/Lang(fr)"));
    assert!(!has(&first, "CreationDate"), "a clock was read");
}

#[test]
fn right_to_left_is_said_in_the_properties() {
    let arabic = pdf(&document(
        "ar",
        "خطة",
        "## من\n\nالمدارس **والشباب** و*الأسر*\n\n- أولًا\n- ثانيًا\n\n| أ | ب |\n|---|---|\n| 1 | 2 |",
    ))
    .unwrap();
    assert!(has(&arabic, "/Lang(ar)"));
    assert!(has(&arabic, "/Direction/R2L"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = english(MARKDOWN);
    english("something else");
    assert_eq!(first, english(MARKDOWN));
}

#[test]
fn skipped_heading_levels_are_repaired() {
    english("#### Deep first\n\ntext\n\n# Up\n\n###### Down\n\n## Between\n\n### Last");
    english("> # In a quote\n\n- ## In a list\n\n#\n\n# \n");
}

#[test]
fn hostile_markdown_is_text() {
    let hostile = [
        "#sys.version #panic(\"x\") #import \"/etc/passwd\" #read(\"document.json\")",
        "$ x^2 $ \\ \\u{41} @label <label> *a _b `c` ~ -- --- // comment /* comment */ #[",
        "\"quotes\" ' \\\" \\\\ \"; panic(\"x\"); \"",
        "<script>alert(1)</script>\n\n<div>\n# h\n</div>",
        "[x](javascript:alert(1)) [y](file:///etc/passwd) ![picture](https://elsewhere.example/x.png) [](https://empty.example)",
        "| a |\n|---|\n| `|` | too many | cells |\n||\n",
        "\u{0}\u{1}\u{7f}\u{feff}\u{202e}gpj\u{202c} \u{e000} \u{ffff} \u{10ffff} \u{fffd} \u{200b}\u{ad}\u{2066}x\u{2069}",
        "emoji 🎉, বাংলা, 中文, q\u{303}\u{323}, ب\u{303}, ঁ, \u{64b}\u{64b}",
        "1. \n2. \n\n- \n\n0. zero\n\n999999999. many",
    ];
    for text in hostile {
        let bytes = english(text);
        assert!(!has(&bytes, "javascript:") && !has(&bytes, "/etc/passwd"), "{text}");
        pdf(&document("ar", text, text)).unwrap();
    }
    assert!(has(&english("<https://hub.example/a?b=(c)>"), "https://hub.example/a?b="));
}

#[test]
fn deep_nesting_and_emptiness_do_not_stop_it() {
    for text in [
        ">".repeat(3_000) + " x",
        "- ".repeat(500) + "x",
        "*".repeat(4_000) + "x" + &"*".repeat(4_000),
        "[".repeat(3_000),
        String::new(),
    ] {
        english(&text);
    }
    let list: String = (0..60).map(|depth| "  ".repeat(depth) + "- item\n").collect();
    english(&list);
}

#[test]
fn what_cannot_be_printed_is_said() {
    assert!(matches!(pdf(&document("en", " \n", "x")), Err(PrintError::Title)));
    assert!(matches!(pdf(&document("en-GB", "x", "x")), Err(PrintError::Language(_))));
    let long = "x ".repeat(MAX_MARKDOWN_BYTES / 2 + 1);
    assert!(matches!(pdf(&document("en", "x", &long)), Err(PrintError::TooLong(_))));
}

#[test]
fn the_guides_of_the_library_print() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../features/library/guides");
    let mut guides: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    guides.sort();
    assert!(!guides.is_empty());
    for path in guides {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(lang) = name.strip_suffix(".md").and_then(|name| name.split('.').next_back()) else { continue };
        let text = std::fs::read_to_string(&path).unwrap();
        let title = text.lines().next().unwrap().trim_start_matches("# ").to_owned();
        let start = Instant::now();
        let bytes = pdf(&document(lang, &title, &text)).unwrap();
        println!("{name}: {} ms, {} bytes", start.elapsed().as_millis(), bytes.len());
        if let Some(folder) = std::env::var_os("PRINT_KEEP") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), bytes).unwrap();
        }
    }
}
