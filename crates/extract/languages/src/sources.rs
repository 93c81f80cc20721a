//! What the table is made of, and where it lies.

use std::path::{Path, PathBuf};

/// Models by language.
pub const MODELS: [(&str, &str); 75] = [
    ("af", "afrikaans"),
    ("ar", "arabic"),
    ("az", "azerbaijani"),
    ("be", "belarusian"),
    ("bg", "bulgarian"),
    ("bs", "bosnian"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("cy", "welsh"),
    ("da", "danish"),
    ("de", "german"),
    ("en", "english"),
    ("eo", "esperanto"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("eu", "basque"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("ga", "irish"),
    ("hi", "hindi"),
    ("hr", "croatian"),
    ("hu", "hungarian"),
    ("id", "indonesian"),
    ("is", "icelandic"),
    ("it", "italian"),
    ("kk", "kazakh"),
    ("la", "latin"),
    ("lg", "ganda"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("mi", "maori"),
    ("mk", "macedonian"),
    ("mn", "mongolian"),
    ("mr", "marathi"),
    ("ms", "malay"),
    ("nb", "bokmal"),
    ("nl", "dutch"),
    ("nn", "nynorsk"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sk", "slovak"),
    ("sl", "slovene"),
    ("sn", "shona"),
    ("so", "somali"),
    ("sq", "albanian"),
    ("sr", "serbian"),
    ("st", "sotho"),
    ("sv", "swedish"),
    ("sw", "swahili"),
    ("tl", "tagalog"),
    ("tn", "tswana"),
    ("tr", "turkish"),
    ("ts", "tsonga"),
    ("uk", "ukrainian"),
    ("ur", "urdu"),
    ("vi", "vietnamese"),
    ("xh", "xhosa"),
    ("yo", "yoruba"),
    ("zu", "zulu"),
    ("bn", "bengali"),
    ("el", "greek"),
    ("gu", "gujarati"),
    ("he", "hebrew"),
    ("hy", "armenian"),
    ("ja", "japanese"),
    ("ka", "georgian"),
    ("ko", "korean"),
    ("pa", "punjabi"),
    ("ta", "tamil"),
    ("te", "telugu"),
    ("th", "thai"),
    ("zh", "chinese"),
];

/// Translations of the declaration by language: of languages without a model.
pub const DECLARATIONS: [(&str, &str); 65] = [
    ("ha", "hau_NG"),
    ("ig", "ibo"),
    ("wo", "wol"),
    ("ht", "hat_popular"),
    ("ku", "kmr"),
    ("ckb", "ckb"),
    ("ps", "pbu"),
    ("pnb", "pnb"),
    ("skr", "skr"),
    ("ug", "uig_arab"),
    ("ne", "nep"),
    ("mai", "mai"),
    ("bho", "bho"),
    ("mag", "mag"),
    ("sa", "san"),
    ("gl", "glg"),
    ("ast", "ast"),
    ("oc", "oci_2"),
    ("co", "cos"),
    ("fur", "fur"),
    ("rm", "roh"),
    ("br", "bre"),
    ("gd", "gla"),
    ("fo", "fao"),
    ("fy", "fri"),
    ("nds", "nds"),
    ("lb", "ltz"),
    ("sco", "sco"),
    ("pcm", "pcm"),
    ("pap", "pap"),
    ("ceb", "ceb"),
    ("hil", "hil"),
    ("war", "war"),
    ("bik", "bcl"),
    ("ilo", "ilo"),
    ("jv", "jav"),
    ("su", "sun"),
    ("min", "min"),
    ("uz", "uzn_latn"),
    ("tk", "tuk_latn"),
    ("crh", "crh"),
    ("gag", "gag"),
    ("tt", "tat"),
    ("ky", "kir"),
    ("kaa", "kaa"),
    ("cv", "chv"),
    ("sah", "sah"),
    ("tyv", "tyv"),
    ("tg", "tgk"),
    ("os", "oss"),
    ("nso", "nso"),
    ("ss", "ssw"),
    ("nr", "nbl"),
    ("rw", "kin"),
    ("ny", "nya_chechewa"),
    ("ln", "lin_tones"),
    ("mt", "mlt"),
    ("mg", "plt"),
    ("hsb", "hsb"),
    ("tpi", "tpi"),
    ("rar", "rar"),
    ("ty", "tah"),
    ("haw", "haw"),
    ("sm", "smo"),
    ("gsw", "gsw1"),
];

/// The folders in which the sources lie.
pub struct Sources {
    /// Unpacked packages, among them the models of lingua.
    pub packages: PathBuf,
    /// The translations of the Universal Declaration of Human Rights, as pages.
    pub declarations: PathBuf,
}

impl Sources {
    /// The folder of a language's model.
    pub fn model(&self, tag: &str) -> Option<PathBuf> {
        let name = MODELS.iter().find(|(own, _)| *own == tag)?.1;
        let start = format!("lingua-{name}-language-model-");
        let is_it = |path: &PathBuf| path.file_name().is_some_and(|own| own.to_string_lossy().starts_with(&start));
        std::fs::read_dir(&self.packages).ok()?.filter_map(Result::ok).map(|entry| entry.path()).find(is_it)
    }

    /// The translation into a language.
    pub fn declaration(&self, tag: &str) -> Option<PathBuf> {
        let name = DECLARATIONS.iter().find(|(own, _)| *own == tag)?.1;
        Some(self.declarations.join(format!("{name}.html")))
    }
}

/// What stands in the paragraphs of a page.
pub fn paragraphs(page: &Path) -> Vec<String> {
    let html = std::fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    html.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap_or_default().to_owned()).collect()
}
