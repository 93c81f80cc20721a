//! Office documents: zip packages of XML.

mod beside;
pub(crate) mod docx;
pub(crate) mod formats;
mod margins;
mod months;
pub(crate) mod odf;
mod package;
pub(crate) mod pptx;
mod stated;
mod words;
pub(crate) mod xlsx;
mod xml;
