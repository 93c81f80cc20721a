//! Registers in which organisations have a number, and what such a number looks like.

/// A register that gives organisations an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// A register of org-id.guide and the number there, as in IATI (`GB-COH-12345678`).
    OrgId,
    /// Research Organization Registry.
    Ror,
    /// Legal Entity Identifier (ISO 17442).
    Lei,
    /// International Standard Name Identifier (ISO 27729).
    Isni,
    /// An item of Wikidata.
    Wikidata,
}
store::coded!(Scheme, Scheme::parse);

/// Key of the words for a register.
pub(crate) fn scheme_words(scheme: Scheme) -> String {
    format!("scheme-{}", scheme.code())
}

/// Letters of an identifier of a register of org-id.guide.
const ORG_ID_CHARS: usize = 60;

impl Scheme {
    /// All, in the order in which they are offered.
    pub const ALL: [Scheme; 5] = [Scheme::OrgId, Scheme::Ror, Scheme::Lei, Scheme::Isni, Scheme::Wikidata];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Scheme::OrgId => "org-id",
            Scheme::Ror => "ror",
            Scheme::Lei => "lei",
            Scheme::Isni => "isni",
            Scheme::Wikidata => "wikidata",
        }
    }

    /// From what is kept.
    pub fn parse(text: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|own| own.code() == text)
    }

    /// What was typed or pasted (also the whole address) as the register writes it; none where it is no number of this register:
    /// the wrong shape, or a digit that does not fit the others.
    pub fn normal(self, typed: &str) -> Option<String> {
        let bare = typed.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        match self {
            Scheme::OrgId => org_id(typed.trim()),
            Scheme::Ror => Some(bare.to_ascii_lowercase()).filter(|text| is_ror(text)),
            Scheme::Lei => Some(compact(bare)).filter(|text| is_lei(text)),
            Scheme::Isni => Some(compact(bare)).filter(|text| is_isni(text)),
            Scheme::Wikidata => Some(bare.to_ascii_uppercase()).filter(|text| is_wikidata(text)),
        }
    }

    /// Where its register shows it.
    pub fn address(self, value: &str) -> Option<String> {
        match self {
            Scheme::OrgId => None,
            Scheme::Ror => Some(format!("https://ror.org/{value}")),
            Scheme::Lei => Some(format!("https://search.gleif.org/#/record/{value}")),
            Scheme::Isni => Some(format!("https://isni.org/isni/{value}")),
            Scheme::Wikidata => Some(format!("https://www.wikidata.org/wiki/{value}")),
        }
    }
}

/// Without what people put between groups of digits.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_uppercase()
}

/// The register's code (a country or `XI`, `XM`, `XR`, and its short name), a hyphen, the number there.
fn org_id(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, '-');
    let (country, list, number) = (parts.next()?, parts.next()?, parts.next()?);
    let upper = |text: &str| text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let number_fits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_graphic() && !b"&|?/".contains(&b));
    let fits = country.len() == 2 && upper(country) && (2..=12).contains(&list.len()) && upper(list) && number_fits;
    (fits && text.len() <= ORG_ID_CHARS).then(|| text.to_owned())
}

/// `0`, six letters of Crockford's base 32, and two digits by which these can be proved (ISO/IEC 7064, MOD 97-10).
fn is_ror(text: &str) -> bool {
    const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";
    let Some((number, check)) =
        text.split_at_checked(7).filter(|(number, check)| number.starts_with('0') && check.len() == 2)
    else {
        return false;
    };
    let decoded = number.chars().try_fold(0u64, |sum, letter| Some(sum * 32 + ALPHABET.find(letter)? as u64));
    decoded.is_some_and(|sum| check.parse() == Ok(98 - sum * 100 % 97))
}

/// 18 letters or digits and two digits that prove them (ISO/IEC 7064, MOD 97-10).
fn is_lei(text: &str) -> bool {
    let shape = text.len() == 20 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let digits = text.chars().filter_map(|c| c.to_digit(36));
    let rest = digits.fold(0u32, |rest, digit| if digit < 10 { rest * 10 + digit } else { rest * 100 + digit } % 97);
    shape && text[18..].bytes().all(|b| b.is_ascii_digit()) && rest == 1
}

/// 15 digits and one that proves them (ISO/IEC 7064, MOD 11-2).
fn is_isni(text: &str) -> bool {
    let Some((digits, last)) =
        text.split_at_checked(15).filter(|(digits, _)| digits.bytes().all(|b| b.is_ascii_digit()))
    else {
        return false;
    };
    let sum = digits.bytes().fold(0u32, |sum, b| (sum + u32::from(b - b'0')) * 2);
    match (12 - sum % 11) % 11 {
        10 => last == "X",
        check => last == check.to_string(),
    }
}

fn is_wikidata(text: &str) -> bool {
    let number = text.strip_prefix('Q').unwrap_or_default();
    (1..=12).contains(&number.len()) && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(scheme: Scheme, typed: &str) -> Option<String> {
        scheme.normal(typed)
    }

    #[test]
    fn what_is_pasted_is_read_as_the_register_writes_it() {
        assert_eq!(read(Scheme::Ror, "https://ror.org/03yrm5c26").as_deref(), Some("03yrm5c26"));
        assert_eq!(read(Scheme::Ror, "03YRM5C26/").as_deref(), Some("03yrm5c26"));
        assert_eq!(read(Scheme::Lei, " 5493 00MN X78P SA8M 5E09 "), None, "a digit too few");
        assert_eq!(read(Scheme::Lei, "529900T8BM49AURSDO55").as_deref(), Some("529900T8BM49AURSDO55"));
        assert_eq!(read(Scheme::Isni, "0000 0001 2150 090X").as_deref(), Some("000000012150090X"));
        assert_eq!(read(Scheme::Wikidata, "https://www.wikidata.org/wiki/Q1065").as_deref(), Some("Q1065"));
        assert_eq!(read(Scheme::OrgId, "GB-COH-12345678").as_deref(), Some("GB-COH-12345678"));
    }

    #[test]
    fn a_digit_that_does_not_fit_the_others_is_told() {
        for (scheme, wrong) in [
            (Scheme::Ror, "03yrm5c27"),
            (Scheme::Ror, "13yrm5c26"),
            (Scheme::Ror, "03yrm5c2"),
            (Scheme::Lei, "529900T8BM49AURSDO56"),
            (Scheme::Isni, "0000000121500900"),
            (Scheme::Isni, "ééééééééX"),
            (Scheme::Wikidata, "Q0"),
            (Scheme::Wikidata, "1065"),
            (Scheme::OrgId, "gb-coh-1"),
            (Scheme::OrgId, "GB-COH-"),
            (Scheme::OrgId, "GB-COH-1 2"),
            (Scheme::OrgId, ""),
        ] {
            assert_eq!(read(scheme, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn each_is_kept_and_read_again() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::parse(scheme.code()), Some(scheme));
        }
        assert_eq!(Scheme::parse("duns"), None);
    }
}
