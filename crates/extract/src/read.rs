//! One door to all readers.

use crate::found::{Bounds, Found};
use crate::pdf::Pdf;
use crate::{Format, Trouble, html, office, old, pdf, rtf, text};

/// Reads a whole file, which for a PDF is open already.
pub(crate) fn read(format: Format, file: &[u8], open: Option<&Pdf>, bounds: &Bounds) -> Result<Found, Trouble> {
    match format {
        Format::Pdf => open.map_or_else(|| Err(Trouble::damaged("not opened")), |open| pdf::text(open, bounds)),
        Format::Docx => office::docx::read(file, bounds),
        Format::Pptx => office::pptx::read(file, bounds),
        Format::Xlsx => office::xlsx::read(file, bounds),
        Format::Odt | Format::Odp | Format::Ods => office::odf::read(format, file, bounds),
        Format::Doc => old::doc::read(file, bounds),
        Format::Ppt => old::ppt::read(file, bounds),
        Format::Xls => old::xls::read(file, bounds),
        Format::Xlsb => old::xlsb::read(file, bounds),
        Format::Rtf => rtf::read(file, bounds),
        Format::Html => html::read(file, bounds),
        Format::Txt => text::read(file, bounds),
    }
}
