//! The drawn cover of a document that has no picture of its own.

/// A small map plate with the language's code, in one of three drawings chosen by `seed`.
pub fn cover(language: &str, seed: u64) -> String {
    let plate = match seed % 3 {
        0 => {
            "<path class=\"ln\" d=\"M0 52c20-26 34 10 54-10s30-22 46-14\"/><circle cx=\"62\" cy=\"36\" r=\"6\" fill=\"var(--pin)\"/>"
        }
        1 => {
            "<path class=\"ln\" d=\"M0 35h100M0 52.5h100M25 28v42M50 28v42M75 28v42\"/><path fill=\"var(--pin)\" d=\"M50 35h25v17.5H50z\"/><path fill=\"var(--act)\" d=\"M25 52.5h25V70H25z\"/>"
        }
        _ => {
            "<circle class=\"ln\" cx=\"68\" cy=\"48\" r=\"34\"/><circle class=\"ln\" cx=\"68\" cy=\"48\" r=\"21\"/><circle cx=\"68\" cy=\"48\" r=\"7\" fill=\"var(--act)\"/>"
        }
    };
    let code: String =
        language.chars().filter(char::is_ascii_alphabetic).take(3).collect::<String>().to_ascii_uppercase();
    let label = if code.is_empty() {
        String::new()
    } else {
        format!("<rect width=\"38\" height=\"24\" fill=\"var(--card)\"/><text x=\"8\" y=\"17\">{code}</text>")
    };
    format!(
        "<svg class=\"cover\" viewBox=\"0 0 100 132\" aria-hidden=\"true\"><rect class=\"band\" width=\"100\" height=\"70\"/>{plate}{label}<path class=\"hd\" d=\"M8 84H88M8 95H58\"/><path class=\"ln\" d=\"M8 108H64\"/><path class=\"hd\" d=\"M0 128h12m12 0h12m12 0h12m12 0h12m12 0h4\"/></svg>"
    )
}
