//! Recovery codes: for whoever has lost the authenticator app.

use keys::Keys;

/// Codes that a person gets at once.
pub(crate) const CODES: usize = 10;
/// Letters of a code: sixty random bits.
const LETTERS: usize = 12;
/// Letters that stand together.
const GROUP: usize = 4;
/// Base 32 as Douglas Crockford writes it: what is taken for another letter is read as that one.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// What is signed with the hub's key.
const PURPOSE: &str = "recovery code";

/// A new code, as people read it: `abcd-efgh-jkmn`.
pub(crate) fn new() -> String {
    let letters =
        base::secret::random::<LETTERS>().map(|byte| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
    letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Only the letters and digits of what was typed, each as a code has it.
fn letters(typed: &str) -> String {
    let read = |letter| match letter {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    base::fold::fold(typed).chars().filter(char::is_ascii_alphanumeric).map(read).collect()
}

/// As it is kept, for this person.
pub(crate) fn signed(keys: &Keys, person: base::PersonId, code: &str) -> String {
    keys.sign(PURPOSE, &message(person, code))
}

/// Which of these, as they are kept, this is: also where the hub's key has changed since.
pub(crate) fn which<'a>(keys: &Keys, person: base::PersonId, typed: &str, kept: &'a [String]) -> Option<&'a str> {
    // Six digits are a code of the app.
    if letters(typed).len() != LETTERS {
        return None;
    }
    let message = message(person, typed);
    kept.iter().map(String::as_str).find(|signed| keys.verify(PURPOSE, &message, signed))
}

fn message(person: base::PersonId, code: &str) -> String {
    format!("{person} {}", letters(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::PersonId;

    #[test]
    fn a_code_is_known_as_people_type_it_and_to_its_owner_only() {
        let keys = Keys::read(&keys::new_line()).expect("a key");
        let codes: Vec<String> = (0..CODES).map(|_| new()).collect();
        let kept: Vec<String> = codes.iter().map(|code| signed(&keys, PersonId(7), code)).collect();
        for (code, own) in codes.iter().zip(&kept) {
            assert_eq!(code.len(), LETTERS + LETTERS / GROUP - 1);
            let misread = code.replace('0', "O").replace('1', "l");
            for typed in [code.clone(), code.to_uppercase(), code.replace('-', " "), format!(" {code} "), misread] {
                assert_eq!(which(&keys, PersonId(7), &typed, &kept), Some(own.as_str()), "{typed}");
            }
            assert_eq!(which(&keys, PersonId(8), code, &kept), None);
        }
        for wrong in ["", "123456", "abcd-efgh-jkmn", "aaaa-aaaa-aaa", &"a".repeat(10_000)] {
            assert_eq!(which(&keys, PersonId(7), wrong, &kept), None);
        }
        assert!(!kept.iter().any(|signed| codes.contains(signed)));
    }
}
