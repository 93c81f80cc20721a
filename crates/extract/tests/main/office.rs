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
