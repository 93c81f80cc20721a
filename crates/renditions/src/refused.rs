//! Why a file gave no picture.

/// Why a file gave no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing that is known as a picture, or an empty file.
    #[error("the file is not a picture")]
    NotAPicture,
    /// An SVG, plain or compressed: it may hold scripts, and is not drawn here.
    #[error("the file is an SVG")]
    Svg,
    /// A format that is known by name but not read: "heic", "avif", "tiff", "bmp", "ico", "pdf", "jxl", "jpeg2000", "psd", "mp4", and
    /// "jpeg-other" for lossless, arithmetic and 12 bit JPEG, which browsers do not show either.
    #[error("the file is {0}, which is not read")]
    OtherFormat(&'static str),
    /// The file is over [`BYTES`](crate::BYTES).
    #[error("the file is too large: {bytes} bytes")]
    TooLarge {
        /// Bytes of the file.
        bytes: u64,
    },
    /// The picture, or its first frame, is over [`PIXELS`](crate::PIXELS) or [`SIDE`](crate::SIDE).
    #[error("the picture has too many pixels: {width} × {height}")]
    TooManyPixels {
        /// Pixels, as the header says.
        width: u32,
        /// Pixels, as the header says.
        height: u32,
    },
    /// The header tells of a picture without any pixel.
    #[error("the picture has no pixels: {width} × {height}")]
    TooSmall {
        /// Pixels, as the header says.
        width: u32,
        /// Pixels, as the header says.
        height: u32,
    },
    /// The file is cut off, or not what its format asks for. The text is for the log, not for people.
    #[error("the file is damaged: {0}")]
    Damaged(String),
}

impl Refused {
    /// Every code, for a test that the words files have them all.
    pub const CODES: [&'static str; 7] =
        ["not-a-picture", "svg", "other-format", "too-large", "too-many-pixels", "too-small", "damaged"];

    /// Stable name, for words files and stored rows.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Refused::NotAPicture => "not-a-picture",
            Refused::Svg => "svg",
            Refused::OtherFormat(_) => "other-format",
            Refused::TooLarge { .. } => "too-large",
            Refused::TooManyPixels { .. } => "too-many-pixels",
            Refused::TooSmall { .. } => "too-small",
            Refused::Damaged(_) => "damaged",
        }
    }

    pub(crate) fn damaged(why: impl std::fmt::Display) -> Refused {
        Refused::Damaged(why.to_string())
    }
}
