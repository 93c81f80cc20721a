//! What an office document shows beside its own text, and what it hides.

use extract::{Format, samples};

use crate::extract;

const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(list: &[(&str, &str)]) -> String {
    let list: String = list
        .iter()
        .enumerate()
        .map(|(number, (kind, target))| {
            format!("<Relationship Id=\"r{number}\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!("<Relationships>{list}</Relationships>")
}

fn shape(properties: &str, text: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id='1'/><p:nvPr>{properties}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
}

fn slide(attributes: &str, text: &str) -> String {
    format!("<p:sld {attributes}><p:cSld><p:spTree>{}</p:spTree></p:cSld></p:sld>", shape("", text))
}

#[tokio::test]
async fn slides_with_diagrams_charts_masters_and_notes() {
    let root = relations(&[("officeDocument", "ppt/presentation.xml")]);
    let show = "<p:presentation xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='r0'/><p:sldId id='257' r:id='r1'/><p:sldId id='258' r:id='r2'/></p:sldIdLst></p:presentation>";
    let slides = relations(&[("slide", "s1.xml"), ("slide", "s2.xml"), ("slide", "s3.xml")]);
    let first =
        relations(&[("diagramData", "d.xml"), ("chart", "c.xml"), ("slideLayout", "l.xml"), ("notesSlide", "n.xml")]);
    let second = relations(&[("slideLayout", "l.xml")]);
    let of_layout = relations(&[("slideMaster", "m.xml")]);
    let diagram = "<dgm:dataModel><dgm:pt><dgm:prSet phldrT='[Text]'/><dgm:t><a:p><a:r><a:t>President</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>";
    let chart = "<c:chartSpace><c:title><a:p><a:t>Growth</a:t></a:p></c:title><c:cat><c:strCache><c:pt><c:v>January</c:v></c:pt><c:pt><c:v>January</c:v></c:pt>\
                 </c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>4.25</c:v></c:pt></c:numCache></c:val></c:chartSpace>";
    let layout = format!(
        "<p:sldLayout>{}{}</p:sldLayout>",
        shape("<p:ph type='title'/>", "Click to edit"),
        shape("", "Our motto")
    );
    let master = format!("<p:sldMaster>{}</p:sldMaster>", shape("", "The city"));
    let bytes = samples::parts(&[
        ("_rels/.rels", &root),
        ("ppt/presentation.xml", show),
        ("ppt/_rels/presentation.xml.rels", &slides),
        ("ppt/s1.xml", &slide("", "First")),
        ("ppt/s2.xml", &slide("show='0'", "Left out")),
        ("ppt/s3.xml", &slide("", "Third")),
        ("ppt/_rels/s1.xml.rels", &first),
        ("ppt/_rels/s3.xml.rels", &second),
        ("ppt/d.xml", diagram),
        ("ppt/c.xml", chart),
        ("ppt/l.xml", &layout),
        ("ppt/_rels/l.xml.rels", &of_layout),
        ("ppt/m.xml", &master),
        ("ppt/n.xml", &slide("", "A note")),
    ]);
    let found = extract(&bytes, Format::Pptx).await.unwrap();
    let wanted = "First\nPresident\nGrowth\nJanuary\nOur motto\nThe city\n\nA note\u{c}\u{c}Third";
    assert_eq!((found.text.as_str(), found.pages), (wanted, Some(3)));
}

#[tokio::test]
async fn moved_deleted_and_hidden_text_of_a_document_is_not_read() {
    let root = relations(&[("officeDocument", "word/document.xml")]);
    let run = |properties: &str, text: &str| format!("<w:r>{properties}<w:t>{text}</w:t></w:r>");
    let document = format!(
        "<w:document><w:body><w:p>{}<w:moveFrom>{}</w:moveFrom>{}<w:moveTo>{}</w:moveTo></w:p></w:body></w:document>",
        run("", "Visible "),
        run("", "Movedflamingo"),
        run("<w:rPr><w:vanish/></w:rPr>", "Hiddenporcupine"),
        run("", "swallow")
    );
    let bytes = samples::parts(&[
        ("_rels/.rels", &root),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &relations(&[("chart", "c.xml")])),
        ("word/c.xml", "<c:chartSpace><c:title><a:p><a:t>A chart</a:t></a:p></c:title></c:chartSpace>"),
    ]);
    assert_eq!(extract(&bytes, Format::Docx).await.unwrap().text, "Visible swallow\nA chart");
}

#[tokio::test]
async fn spreadsheets_show_dates_times_and_percentages() {
    let root = relations(&[("officeDocument", "xl/workbook.xml")]);
    let book = |properties: &str| {
        format!(
            "<workbook xmlns:r='r'>{properties}<sheets><sheet name='S' r:id='r0'/><sheet name='H' state='hidden' r:id='r1'/></sheets></workbook>"
        )
    };
    let relations = relations(&[("worksheet", "s.xml"), ("worksheet", "h.xml"), ("styles", "styles.xml")]);
    let styles = "<styleSheet><numFmts><numFmt numFmtId='165' formatCode='dd mmmm yyyy'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
                  <cellXfs><xf numFmtId='0'/><xf numFmtId='165'/><xf numFmtId='9'/><xf numFmtId='20'/><xf numFmtId='14'/></cellXfs></styleSheet>";
    let sheet = "<worksheet><sheetData><row><c s='1'><v>45232</v></c><c s='2' t='n'><v>0.35</v></c><c s='3'><v>0.5625</v></c><c s='4'><v>21916</v></c>\
                 <c t='b'><v>1</v></c><c><v>0.1</v></c></row></sheetData></worksheet>";
    let make = |properties: &str| {
        samples::parts(&[
            ("_rels/.rels", &root),
            ("xl/workbook.xml", &book(properties)),
            ("xl/_rels/workbook.xml.rels", &relations),
            ("xl/styles.xml", styles),
            ("xl/s.xml", sheet),
            ("xl/h.xml", "<worksheet><sheetData><row><c><v>13</v></c></row></sheetData></worksheet>"),
        ])
    };
    let found = extract(&make(""), Format::Xlsx).await.unwrap();
    assert_eq!(found.text, "S\n02 November 2023\t35%\t13:30\t1960-01-01\tTRUE\t0.1");
    let found = extract(&make("<workbookPr date1904='1'/>"), Format::Xlsx).await.unwrap();
    assert!(found.text.starts_with("S\n03 November 2027\t"), "{}", found.text);
}

#[tokio::test]
async fn a_character_style_hides_nothing_in_rtf() {
    let found = extract(br"{\rtf1 before {\b\*\cs7 styled} after}", Format::Rtf).await.unwrap();
    assert_eq!(found.text, "before styled after");
}

#[tokio::test]
async fn masters_of_open_presentations_are_read_once() {
    let frame = |attributes: &str, text: &str| {
        format!("<draw:frame {attributes}><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>")
    };
    let styles = format!(
        "<office:document-styles><office:master-styles><style:master-page>{}{}<presentation:notes>{}</presentation:notes></style:master-page>\
         </office:master-styles></office:document-styles>",
        frame("presentation:placeholder='true'", "Click to add title"),
        frame("presentation:class='footer'", "Master footer"),
        frame("", "no")
    );
    let slide = |text: &str| format!("<draw:page>{}</draw:page>", frame("", text));
    let content = format!(
        "<office:document-content><office:presentation>{}{}</office:presentation></office:document-content>",
        slide("One"),
        slide("Two")
    );
    let bytes = samples::parts(&[("content.xml", &content), ("styles.xml", &styles)]);
    assert_eq!(extract(&bytes, Format::Odp).await.unwrap().text, "One\nMaster footer\u{c}Two");
}

/// A presentation with one slide that says `text` and points to these parts.
fn presentation(text: &str, pointing: &[(&str, &str)], parts: &[(&str, &[u8])]) -> Vec<u8> {
    let root = relations(&[("officeDocument", "ppt/presentation.xml")]);
    let show = "<p:presentation xmlns:r='r'><p:sldIdLst><p:sldId r:id='r0'/></p:sldIdLst></p:presentation>";
    let (slides, pointing, slide) = (relations(&[("slide", "s.xml")]), relations(pointing), slide("", text));
    let mut all: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("ppt/presentation.xml", show.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", slides.as_bytes()),
        ("ppt/s.xml", slide.as_bytes()),
        ("ppt/_rels/s.xml.rels", pointing.as_bytes()),
    ];
    all.extend(parts);
    samples::packed(&all)
}

/// A workbook of two sheets, the second of which is open; seen is `B2:C3` of it, unless `window` says otherwise.
fn workbook(window: &str) -> Vec<u8> {
    let row = |row: u32| {
        let cells: String = ["A", "B", "C", "D"]
            .iter()
            .map(|column| format!("<c r='{column}{row}' t='str'><v>{column}{row}</v></c>"))
            .collect();
        format!("<row r='{row}'>{cells}</row>")
    };
    let rows: String = (1..=4).map(row).collect();
    samples::parts(&[
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns:r='r'><bookViews><workbookView activeTab='1'/></bookViews><sheets><sheet name='One' r:id='r0'/>\
                 <sheet name='Two' r:id='r1'/></sheets>{window}</workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", &relations(&[("worksheet", "one.xml"), ("worksheet", "two.xml")])),
        ("xl/one.xml", "<worksheet><sheetData><row><c t='str'><v>other</v></c></row></sheetData></worksheet>"),
        ("xl/two.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

#[tokio::test]
async fn of_a_workbook_on_a_slide_what_is_seen_is_read() {
    let seen = workbook("<oleSize ref='B2:C3'/>");
    let wrapped = samples::wrapped_package(&seen);
    let bytes = presentation("Table", &[("package", "b.xlsx")], &[("ppt/b.xlsx", &seen)]);
    assert_eq!(extract(&bytes, Format::Pptx).await.unwrap().text, "Table\nB2\tC2\nB3\tC3");
    let bytes = presentation("Table", &[("oleObject", "o.bin")], &[("ppt/o.bin", &wrapped)]);
    assert_eq!(extract(&bytes, Format::Pptx).await.unwrap().text, "Table\nB2\tC2\nB3\tC3");
    // Without a window it is the sheet that is open.
    let bytes = presentation("Table", &[("package", "b.xlsx")], &[("ppt/b.xlsx", &workbook(""))]);
    let text = extract(&bytes, Format::Pptx).await.unwrap().text;
    assert!(text.ends_with("A4\tB4\tC4\tD4") && !text.contains("other"), "{text}");
}

#[tokio::test]
async fn slides_on_a_slide_are_read() {
    let innermost = presentation("Innermost", &[], &[]);
    let inner = presentation("Inner", &[("package", "e.pptx")], &[("ppt/e.pptx", &innermost)]);
    let middle = presentation("Middle", &[("package", "e.sldx")], &[("ppt/e.sldx", &inner)]);
    let bytes = presentation("Outer", &[("package", "e.pptx")], &[("ppt/e.pptx", &middle)]);
    let found = extract(&bytes, Format::Pptx).await.unwrap();
    // Two deep: what stands in the third is nobody's to read, and may be a file of such files.
    assert_eq!((found.text.as_str(), found.pages), ("Outer\nMiddle\nInner", Some(1)));
}

#[tokio::test]
async fn broken_objects_on_a_slide_cost_only_themselves() {
    let kinds = [("package", "a.xlsx"), ("oleObject", "b.bin"), ("oleObject", "c.bin"), ("package", "d.docx")];
    let document = samples::docx(&["A letter"]);
    let bytes = presentation(
        "Table",
        &kinds,
        &[
            ("ppt/a.xlsx", b"PK\x03\x04 not a package"),
            ("ppt/b.bin", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
            ("ppt/c.bin", b""),
            ("ppt/d.docx", &document),
        ],
    );
    assert_eq!(extract(&bytes, Format::Pptx).await.unwrap().text, "Table");
}

#[tokio::test]
async fn headers_and_footers_of_spreadsheets_are_read_once() {
    let sheet = "<worksheet><sheetData><row><c t='str'><v>Cell</v></c></row></sheetData><headerFooter><oddHeader>&amp;LCity budget&amp;RPage &amp;P</oddHeader>\
                 <oddFooter>&amp;CTreasury</oddFooter><evenFooter>&amp;CTreasury</evenFooter></headerFooter></worksheet>";
    let bytes = samples::parts(&[
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r0'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &relations(&[("worksheet", "s.xml")])),
        ("xl/s.xml", sheet),
    ]);
    assert_eq!(extract(&bytes, Format::Xlsx).await.unwrap().text, "S\nCell\nCity budget\tPage\nTreasury");
}
