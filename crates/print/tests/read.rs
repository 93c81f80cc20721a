//! Prints, and reads it back with the crate that reads what people upload. Its own `main`, since that crate starts
//! this very program again as its locked child.

use std::io::{Seek, Write};
use std::time::Duration;

use extract::{Extractor, Format, Limits};
use print::{Document, pdf};

const CHILD: &str = "read-as-a-child";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|arg| arg == CHILD) {
        extract::child_main();
    }
    if !args.iter().any(|arg| arg == "--list") {
        read_back();
    }
}

#[tokio::main(flavor = "current_thread")]
async fn read_back() {
    english_says_what_was_written().await;
    arabic_can_be_copied_and_searched().await;
    println!("test result: ok. English and Arabic read back");
}

async fn read(document: &Document<'_>) -> extract::Extracted {
    let bytes = pdf(document).unwrap();
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(&bytes).unwrap();
    file.rewind().unwrap();
    let limits = Limits { time: Duration::from_secs(60), cpu_seconds: 30, ..Limits::default() };
    let extractor = Extractor::new(std::env::current_exe().unwrap(), vec![CHILD.to_owned()], limits, true);
    extractor.extract(file, Format::Pdf).await.unwrap()
}

async fn english_says_what_was_written() {
    let markdown = "# Plan\n\n#sys.version, $x$, \\n, @ref and <label> are words.\n\n| Head | Two |\n|---|---|\n| Cell | Last |\n\n1. First item\n";
    let found = read(&Document {
        lang: "en",
        title: "A title",
        subtitle: "Below",
        author: "We",
        footer: "At the foot",
        markdown,
    })
    .await;
    assert_eq!(found.title.as_deref(), Some("A title"));
    assert_eq!(found.pages, Some(1));
    for part in
        ["#sys.version, $x$, \\n, @ref and <label> are words.", "Head", "Cell", "First item", "At the foot", "1 / 1"]
    {
        assert!(found.text.contains(part), "{part:?} in {:?}", found.text);
    }
}

async fn arabic_can_be_copied_and_searched() {
    let markdown = "## الوقاية أولًا\n\nتعمل المدينة مع المدارس والشباب على الوقاية من الكراهية والاستقطاب، ولا يكون أي شخص موضوعًا لها.\n\n- مجلس الشباب\n- **المدارس** والأسر\n";
    let found =
        read(&Document {
            lang: "ar", title: "دليل المدن", subtitle: "", author: "", footer: "شبكة المدن", markdown
        })
        .await;
    assert_eq!(found.title.as_deref(), Some("دليل المدن"));
    let text: String = found.text.chars().filter(|letter| !('\u{64B}'..='\u{652}').contains(letter)).collect();
    for part in [
        "تعمل المدينة مع المدارس والشباب",
        "الوقاية",
        "الكراهية والاستقطاب",
        "مجلس الشباب",
        "والأسر",
        "شبكة المدن",
        "1 / 1",
    ] {
        assert!(text.contains(part), "{part:?} in {:?}", found.text);
    }
}
