//! Presentations of Office Open XML. PowerPoint insists on a master, a layout and a theme.

use super::office::{HEAD, RELATIONS, app, content_types, core, relations, root_relations};
use super::zipped::package;
use super::{escaped, is_rtl};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SHOW: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

/// A presentation with one text box on each slide; lines of a slide become paragraphs.
#[must_use]
pub fn pptx(slides: &[&str]) -> Vec<u8> {
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.presentationml.{name}+xml");
    let names: Vec<String> = (1..=slides.len()).map(|number| format!("slides/slide{number}.xml")).collect();

    let mut parts: Vec<(String, String)> = Vec::new();
    let mut types: Vec<(String, String)> = vec![
        ("/ppt/presentation.xml".into(), kind("presentation.main")),
        ("/ppt/slideMasters/slideMaster1.xml".into(), kind("slideMaster")),
        ("/ppt/slideLayouts/slideLayout1.xml".into(), kind("slideLayout")),
        ("/ppt/theme/theme1.xml".into(), "application/vnd.openxmlformats-officedocument.theme+xml".into()),
    ];
    types.extend(names.iter().map(|name| (format!("/ppt/{name}"), kind("slide"))));
    let types: Vec<(&str, &str)> = types.iter().map(|(name, kind)| (name.as_str(), kind.as_str())).collect();
    parts.push(("[Content_Types].xml".into(), content_types(&types)));
    parts.push(("_rels/.rels".into(), root_relations("ppt/presentation.xml")));
    let title = slides.first().and_then(|slide| slide.lines().next()).unwrap_or_default();
    parts.push(("docProps/core.xml".into(), core(title)));
    parts.push(("docProps/app.xml".into(), app(&format!("<Slides>{}</Slides>", slides.len()))));

    let mut related = vec![("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")];
    related.extend(names.iter().map(|name| ("slide", name.as_str())));
    parts.push(("ppt/_rels/presentation.xml.rels".into(), relations(&related)));
    let ids: String = (0..slides.len())
        .map(|number| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + number, number + 3))
        .collect();
    parts.push((
        "ppt/presentation.xml".into(),
        format!(
            "{HEAD}<p:presentation xmlns:p=\"{SHOW}\" xmlns:r=\"{RELATIONS}\" xmlns:a=\"{DRAWING}\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" \
             r:id=\"rId1\"/></p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
        ),
    ));
    for (number, slide) in slides.iter().enumerate() {
        parts.push((format!("ppt/{}", names[number]), slide_part(slide)));
        parts.push((
            format!("ppt/slides/_rels/slide{}.xml.rels", number + 1),
            relations(&[("slideLayout", "../slideLayouts/slideLayout1.xml")]),
        ));
    }
    parts.extend(master_parts());
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    package(&parts, &[])
}

fn slide_part(slide: &str) -> String {
    let lines: String = slide
        .lines()
        .map(|line| {
            let direction = if is_rtl(line) { "<a:pPr rtl=\"1\"/>" } else { "" };
            format!("<a:p>{direction}<a:r><a:t>{}</a:t></a:r></a:p>", escaped(line))
        })
        .collect();
    format!(
        "{HEAD}<p:sld xmlns:p=\"{SHOW}\" xmlns:r=\"{RELATIONS}\" xmlns:a=\"{DRAWING}\"><p:cSld><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" \
         name=\"Text\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"838200\" y=\"838200\"/><a:ext cx=\"10515600\" \
         cy=\"5181600\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>\
         </p:spTree></p:cSld></p:sld>"
    )
}

fn master_parts() -> Vec<(String, String)> {
    let names = format!("xmlns:p=\"{SHOW}\" xmlns:r=\"{RELATIONS}\" xmlns:a=\"{DRAWING}\"");
    let colours: String = [
        ("dk1", "000000"),
        ("lt1", "FFFFFF"),
        ("dk2", "1F3864"),
        ("lt2", "E7E6E6"),
        ("accent1", "2F5597"),
        ("accent2", "C55A11"),
        ("accent3", "7F7F7F"),
        ("accent4", "BF9000"),
        ("accent5", "2E75B6"),
        ("accent6", "548235"),
        ("hlink", "0563C1"),
        ("folHlink", "954F72"),
    ]
    .iter()
    .map(|(name, colour)| format!("<a:{name}><a:srgbClr val=\"{colour}\"/></a:{name}>"))
    .collect();
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>".repeat(3);
    let line = "<a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>".repeat(3);
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    vec![
        (
            "ppt/slideMasters/slideMaster1.xml".into(),
            format!(
                "{HEAD}<p:sldMaster {names}><p:cSld><p:spTree>{GROUP}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" \
                 accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
                 folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>"
            ),
        ),
        (
            "ppt/slideMasters/_rels/slideMaster1.xml.rels".into(),
            relations(&[("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]),
        ),
        (
            "ppt/slideLayouts/slideLayout1.xml".into(),
            format!(
                "{HEAD}<p:sldLayout {names} type=\"blank\"><p:cSld name=\"Blank\"><p:spTree>{GROUP}</p:spTree></p:cSld></p:sldLayout>"
            ),
        ),
        (
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels".into(),
            relations(&[("slideMaster", "../slideMasters/slideMaster1.xml")]),
        ),
        (
            "ppt/theme/theme1.xml".into(),
            format!(
                "{HEAD}<a:theme xmlns:a=\"{DRAWING}\" name=\"Plain\"><a:themeElements><a:clrScheme name=\"Plain\">{colours}</a:clrScheme>\
                 <a:fontScheme name=\"Plain\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Plain\">\
                 <a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>\
                 <a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
            ),
        ),
    ]
}
