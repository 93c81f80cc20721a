//! The drawn cover of a document that has no picture of its own.

/// A small map plate with the language's code, in one of three drawings chosen by `seed`.
pub fn cover(language: &str, seed: u64) -> String {
    let plate = match seed % 3 {
        0 => {
            "<path class=\"ln\" fill=\"none\" stroke=\"#6d8489\" d=\"M0 52c20-26 34 10 54-10s30-22 46-14\"/><circle cx=\"62\" cy=\"36\" r=\"6\" class=\"mark\" fill=\"#d13d1c\"/>"
        }
        1 => {
            "<path class=\"ln\" fill=\"none\" stroke=\"#6d8489\" d=\"M0 35h100M0 52.5h100M25 28v42M50 28v42M75 28v42\"/><path class=\"mark\" fill=\"#d13d1c\" d=\"M50 35h25v17.5H50z\"/><path class=\"act\" fill=\"#0a4d5a\" d=\"M25 52.5h25V70H25z\"/>"
        }
        _ => {
            "<circle class=\"ln\" fill=\"none\" stroke=\"#6d8489\" cx=\"68\" cy=\"48\" r=\"34\"/><circle class=\"ln\" fill=\"none\" stroke=\"#6d8489\" cx=\"68\" cy=\"48\" r=\"21\"/><circle cx=\"68\" cy=\"48\" r=\"7\" class=\"act\" fill=\"#0a4d5a\"/>"
        }
    };
    let code: String =
        language.chars().filter(char::is_ascii_alphabetic).take(3).collect::<String>().to_ascii_uppercase();
    let label = if code.is_empty() {
        String::new()
    } else {
        format!(
            "<rect width=\"38\" height=\"24\" class=\"card-fill\" fill=\"#ffffff\"/><text x=\"8\" y=\"17\">{code}</text>"
        )
    };
    format!(
        "<svg class=\"cover\" viewBox=\"0 0 100 132\" width=\"100\" height=\"132\" aria-hidden=\"true\"><rect class=\"band\" fill=\"#cfe2dd\" width=\"100\" height=\"70\"/>{plate}{label}<path class=\"hd\" fill=\"none\" stroke=\"#0f262c\" d=\"M8 84H88M8 95H58\"/><path class=\"ln\" fill=\"none\" stroke=\"#6d8489\" d=\"M8 108H64\"/><path class=\"hd\" fill=\"none\" stroke=\"#0f262c\" d=\"M0 128h12m12 0h12m12 0h12m12 0h12m12 0h4\"/></svg>"
    )
}
