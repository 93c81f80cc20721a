//! Documents of before 2007.

use extract::{Format, PAGE_BREAK, samples};

use crate::extract;

#[tokio::test]
async fn old_documents_are_read() {
    let lines = ["A plan & a <title>", "اجتمع مجلس المدينة", "2024: 3.5 %"];
    let doc = samples::doc(&lines);
    assert_eq!(Format::sniff("a.doc", &doc), Some(Format::Doc));
    assert_eq!(extract(&doc, Format::Doc).await.unwrap().text, lines.join("\n"));
}

#[tokio::test]
async fn fields_show_their_results() {
    let doc = samples::doc(&[
        "see \u{13} HYPERLINK \"x\" \u{14}the page\u{15}, cell\u{7}next\u{7}",
        "non\u{1e}violent de\u{1f}radical",
    ]);
    assert_eq!(extract(&doc, Format::Doc).await.unwrap().text, "see the page, cell\tnext\nnon-violent deradical");
}

#[tokio::test]
async fn old_presentations_keep_the_order_of_slides() {
    let ppt = samples::ppt(&["First\nsecond line", "", "Третий"]);
    assert_eq!(Format::sniff("a.ppt", &ppt), Some(Format::Ppt));
    let found = extract(&ppt, Format::Ppt).await.unwrap();
    let pages: Vec<&str> = found.text.split(PAGE_BREAK).map(str::trim).collect();
    assert_eq!((pages, found.pages), (vec!["First\nsecond line", "", "Третий"], Some(3)));
}

#[tokio::test]
async fn binary_spreadsheets_keep_rows_and_numbers() {
    let rows: [&[&str]; 3] = [&["City", "People"], &["Tirana", "557422"], &["بيروت", "1.5"]];
    let xls = samples::xls(&rows);
    assert_eq!(Format::sniff("a.xls", &xls), Some(Format::Xls));
    let found = extract(&xls, Format::Xls).await.unwrap();
    assert_eq!(found.text, "Sheet1\nCity\tPeople\nTirana\t557422\nبيروت\t1.5");
    let found = extract(&samples::xlsb(&["City", "بيروت"]), Format::Xlsb).await.unwrap();
    assert_eq!(found.text, "Sheet1\nCity\nبيروت");
}
