//! What the glyphs of a page say: words, gaps, letters, columns, fields.

use extract::{Format, samples};

use crate::extract;

const HELVETICA: &str =
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>";

async fn text(content: &str, page: &str, objects: &[&str]) -> String {
    extract(&samples::page_pdf(content, page, objects), Format::Pdf).await.unwrap().text
}

/// Lines from the top, at the left margin.
fn lines(lines: &[&str]) -> String {
    let shown: String = lines.iter().map(|line| format!("({line}) ' ")).collect();
    format!("BT /F 12 Tf 14 TL 50 800 Td {shown} ET")
}

#[tokio::test]
async fn words_broken_at_the_end_of_a_line_are_joined() {
    let content =
        lines(&["about deradicali-", "sation and neigh\\255", "bours of counter-", "terrorism, counter-terrorism"]);
    let read = text(&content, HELVETICA, &[]).await;
    assert_eq!(read, "about deradicalisation\nand neighbours\nof counter-terrorism,\ncounter-terrorism");
    let plain =
        extract("about preven\u{ad}\ntion and vocation\u{2010}\nalising".as_bytes(), Format::Txt).await.unwrap();
    assert_eq!(plain.text, "about prevention\nand vocationalising");
}

#[tokio::test]
async fn a_gap_by_the_fonts_own_space_parts_words() {
    for gap in [100, 120, 158, 200, 278] {
        let content =
            format!("BT /F 12 Tf 50 700 Td [(Two) -{gap} (years) -{gap} (af) 20 (ter) -{gap} (a) -40 (ll)] TJ ET");
        assert_eq!(text(&content, HELVETICA, &[]).await, "Two years after all", "{gap}");
    }
}

#[tokio::test]
async fn letters_set_apart_for_looks_stay_a_word() {
    let spaced = "BT /F 14 Tf 50 700 Td 6 Tc (ZEPHYR STRATEGY) Tj ET";
    assert_eq!(text(spaced, HELVETICA, &[]).await, "ZEPHYR STRATEGY");
    let kerned = "BT /F 14 Tf 50 700 Td [(Z)-300(E)-300(P)-300(H)-300(Y)-300(R)-900(P)-300(L)-300(A)-300(N)] TJ ET";
    assert_eq!(text(kerned, HELVETICA, &[]).await, "ZEPHYR PLAN");
}

#[tokio::test]
async fn drawn_fonts_have_any_matrix() {
    for (matrix, size) in [("1", "0.24"), ("0.012", "20"), ("0.1", "2.4"), (".001", "240")] {
        let font = format!(
            "/Resources<</Font<</F<</Type/Font/Subtype/Type3/FontBBox[0 0 44 44]/FontMatrix[{matrix} 0 0 {matrix} 0 0]/FirstChar 97/LastChar 99\
             /Widths[26 26 13]/CharProcs<</a 6 0 R/b 6 0 R>>/Encoding<</Differences[97/a/b/space]>>>>>>>>"
        );
        let content = format!("BT /F {size} Tf 20 150 Td (ababcabba) Tj ET");
        assert_eq!(text(&content, &font, &["null", "<<>>"]).await, "abab abba", "{matrix}");
    }
}

#[tokio::test]
async fn letters_beyond_ascii_need_no_names() {
    let content = "BT /F 12 Tf 50 700 Td (K\\344ferhofen Allg\\344u \\351cole V\\341clav) Tj ET";
    let widths = "500 ".repeat(224);
    for font in ["TrueType/BaseFont/ABCDEF+Arial", "Type3/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/Encoding<<>>"] {
        let font = format!(
            "/Resources<</Font<</F<</Type/Font/Subtype/{font}/FirstChar 32/LastChar 255/Widths[{widths}]>>>>>>"
        );
        assert_eq!(text(content, &font, &[]).await, "Käferhofen Allgäu école Václav");
    }
    // By the names of the letters, and by another standard alphabet.
    let named = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/MacRomanEncoding/Differences[65/Scaron/uni017E]>>>>>>>>";
    assert_eq!(text("BT /F 12 Tf 50 700 Td (AB \\216) Tj ET", named, &[]).await, "Šž é");
}

#[tokio::test]
async fn fonts_of_many_letters_without_a_table() {
    let font = |rest: &str, ordering: &str| {
        format!(
            "/Resources<</Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H{rest}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2\
             /BaseFont/X/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>/FontDescriptor<</Type/FontDescriptor\
             /FontName/X/Flags 4>>>>]>>>>>>"
        )
    };
    let same = font("/ToUnicode/Identity-H", "Identity");
    assert_eq!(text("BT /F 12 Tf 50 700 Td <524A96643057> Tj ET", &same, &[]).await, "削除し");
    let japan = font("", "Japan1");
    assert_eq!(text("BT /F 12 Tf 50 700 Td <034B034D> Tj ET", &japan, &[]).await, "あい");
}

#[tokio::test]
async fn fields_that_nobody_has_drawn_are_read() {
    let page = format!("{HELVETICA}/Annots[6 0 R 7 0 R 8 0 R 9 0 R]");
    let field = |rest: &str| format!("<</Type/Annot/Subtype/Widget/Rect[50 600 300 620]{rest}>>");
    let objects = [
        "null".to_owned(),
        field("/FT/Tx/V(Oryxville city)"),
        field("/Parent<</FT/Ch/V(Liaison)>>"),
        field("/FT/Tx/Ff 8192/V(secret)"),
        field("/FT/Tx/F 2/V(hidden)"),
    ];
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    assert_eq!(text(&lines(&["Name:"]), &page, &objects).await, "Name:\nOryxville city\nLiaison");
}

#[tokio::test]
async fn two_columns_are_read_one_after_the_other() {
    let rows = [
        ("The mayor of the whole", "Teachers learned to hold"),
        ("harbour town has opened", "the hardest talks in class"),
        ("a youth house with money", "and to call the parents"),
        ("from the fund of the city", "in time before harm is done"),
    ];
    let shown: String = rows
        .iter()
        .enumerate()
        .map(|(row, (left, right))| {
            let y = 700 - 14 * row;
            format!("1 0 0 1 50 {y} Tm ({left}) Tj 1 0 0 1 320 {y} Tm ({right}) Tj ")
        })
        .collect();
    let read = text(&format!("BT /F 12 Tf {shown} ET"), HELVETICA, &[]).await;
    assert!(read.contains("fund of the city\n\nTeachers learned"), "{read}");
}

#[tokio::test]
async fn what_is_off_the_paper_or_on_a_hidden_layer_is_not_read() {
    let page = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/Properties<</L 5 0 R>>>>";
    let content =
        "BT /F 12 Tf 50 700 Td (Seen) Tj 0 2000 Td (above) Tj ET /OC /L BDC BT /F 12 Tf 50 650 Td (layer) Tj ET EMC";
    assert_eq!(text(content, page, &["<</Type/OCG/Name(L)>>"]).await, "Seen");
}
