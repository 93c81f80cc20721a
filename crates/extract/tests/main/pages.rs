//! A hit knows its page: pages stay apart in the text.

use extract::{Format, Limits, PAGE_BREAK, samples};

use crate::{extract, extractor, file, limits};

fn pages(text: &str) -> Vec<&str> {
    text.split(PAGE_BREAK).map(str::trim).collect()
}

#[tokio::test]
async fn there_is_a_break_between_pages_also_empty_ones() {
    for made in [&["One", "Two"][..], &["", "Two", "", "", "Five", ""], &["", ""], &["One"]] {
        for (format, bytes) in
            [(Format::Pdf, samples::pdf(made)), (Format::Pptx, samples::pptx(made)), (Format::Odp, samples::odp(made))]
        {
            let found = extract(&bytes, format).await.unwrap();
            assert_eq!(pages(&found.text), made, "{format:?}");
            assert_eq!(found.pages, u32::try_from(made.len()).ok(), "{format:?}");
            assert_eq!(found.no_text, made.concat().is_empty(), "{format:?}");
        }
    }
}

#[tokio::test]
async fn pages_that_are_cut_off_are_there_all_the_same() {
    let short = Limits { text: 10, ..limits() };
    let found = extractor(short).extract(file(&samples::pdf(&["A long line of text", "b", "c"])), Format::Pdf).await;
    let found = found.unwrap();
    assert_eq!((pages(&found.text), found.cut), (vec!["A long lin", "", ""], true));
}

#[tokio::test]
async fn a_form_feed_in_the_text_is_a_blank() {
    let found = extract(b"one\x0ctwo\n\x0cthree", Format::Txt).await.unwrap();
    assert_eq!(found.text, "one two\nthree");
    let found = extract(b"<p>one&#12;two", Format::Html).await.unwrap();
    assert_eq!(found.text, "one two");
}
