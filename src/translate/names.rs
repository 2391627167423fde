use super::transliteration::transliterate;
use crate::hash::sha256;
use foldhash::HashSet;

/// `name` as an OutSystems identifier, `[A-Za-z][A-Za-z0-9_]*` (TRANSLATION §9).
///
/// Latin, Greek and Cyrillic letters are transliterated, every other character becomes `_`. Leading
/// underscores are dropped; before a leading digit goes an `N`; of what nothing is left it becomes
/// `Unnamed`. Neither length nor uniqueness is looked at.
///
/// ```
/// use dllift::translate::identifier;
///
/// assert_eq!(identifier("Größe"), "Grosse");
/// assert_eq!(identifier("List<int>"), "List_int_");
/// assert_eq!(identifier("3D"), "N3D");
/// ```
pub fn identifier(name: &str) -> String {
    let mut ascii = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            ascii.push(c);
        } else if let Some((letters, capital)) = transliterate(c) {
            push_letters(&mut ascii, letters, capital);
        } else {
            ascii.push('_');
        }
    }
    let ascii = ascii.trim_start_matches('_');
    match ascii.bytes().next() {
        None => "Unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{ascii}"),
        Some(_) => ascii.to_owned(),
    }
}

fn push_letters(to: &mut String, letters: &str, capital: bool) {
    let mut letters = letters.chars();
    to.extend(letters.next().map(|first| match capital {
        true => first.to_ascii_uppercase(),
        false => first,
    }));
    to.extend(letters);
}

/// A .NET parameter or field name in PascalCase: `loanAmount`, `_loanAmount` and `m_loanAmount` are
/// `LoanAmount`.
///
/// Leading underscores and one of the field prefixes `m_`, `s_` and `t_` are dropped, then the first
/// letter is capitalised. A name that consists of those only stays as it is.
pub fn pascal_case(name: &str) -> String {
    let bare = name.trim_start_matches('_');
    let bare = ["m_", "s_", "t_"]
        .iter()
        .find_map(|prefix| bare.strip_prefix(prefix))
        .unwrap_or(bare)
        .trim_start_matches('_');
    let mut chars = bare.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => name.to_owned(),
    }
}

/// `name` if it has at most `max` characters, else its first `max - 7` characters, `_` and six
/// hexadecimal digits of the SHA-256 of `id` (TRANSLATION §9).
///
/// `id` is the full documentation id of the member, so that a name stays the same whatever other
/// members there are. Below eight characters there is no room for a hash: the name is only cut.
///
/// ```
/// use dllift::translate::fit;
///
/// assert_eq!(fit("Short", "M:Ns.Short", 50), "Short");
/// assert_eq!(fit("RatherLong", "M:Ns.RatherLong", 9), "Ra_b9090e");
/// ```
pub fn fit(name: &str, id: &str, max: usize) -> String {
    if name.chars().nth(max).is_none() {
        name.to_owned()
    } else {
        hashed(name, id, max)
    }
}

/// The form of `name` that tells it from others of its kind: what there is room for of it, `_` and six
/// hexadecimal digits of the SHA-256 of `id`.
pub(super) fn hashed(name: &str, id: &str, max: usize) -> String {
    /// `_` and the digits.
    const SUFFIX: usize = 7;
    let Some(kept) = max.checked_sub(SUFFIX).filter(|&kept| kept > 0) else {
        return name.chars().take(max).collect();
    };
    let mut hashed: String = name.chars().take(kept).collect();
    hashed.push('_');
    hashed.extend(sha256(id.as_bytes()).chars().take(SUFFIX - 1));
    hashed
}

/// Names that are taken, without regard to case.
#[derive(Clone, Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A set in which every name is free.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether no taken name differs from `name` in case only.
    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(&name.to_lowercase())
    }

    /// Takes `name`; false if it was not free.
    pub fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_lowercase())
    }
}

impl<S: AsRef<str>> FromIterator<S> for Names {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        let lower = |name: S| name.as_ref().to_lowercase();
        Self {
            taken: names.into_iter().map(lower).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, fit, identifier, pascal_case};

    #[test]
    fn identifiers_are_ascii() {
        for (name, id) in [
            ("Loan", "Loan"),
            ("loan_2", "loan_2"),
            ("café", "cafe"),
            ("cafe\u{301}", "cafe"),
            ("Straße", "Strasse"),
            ("Ærø", "Aero"),
            ("Łódź", "Lodz"),
            ("İstanbul", "Istanbul"),
            ("Θεός", "Theos"),
            ("Жуков", "Zhukov"),
            ("объект", "obekt"),
            ("get`1", "get_1"),
            ("a.b+c", "a_b_c"),
            ("計算Rate", "Rate"),
            ("Rate計算", "Rate__"),
            ("_x", "x"),
            ("__1", "N1"),
            ("1st", "N1st"),
            ("計2", "N2"),
            ("", "Unnamed"),
            ("__", "Unnamed"),
            ("ь", "Unnamed"),
            ("計算", "Unnamed"),
            ("😀\0", "Unnamed"),
        ] {
            assert_eq!(identifier(name), id, "{name}");
        }
    }

    #[test]
    fn every_character_makes_an_identifier() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let id = identifier(c.encode_utf8(&mut [0; 4]));
            assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()), "{c}");
            assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
        }
    }

    #[test]
    fn pascal_case_drops_field_prefixes() {
        for (name, pascal) in [
            ("loanAmount", "LoanAmount"),
            ("LoanAmount", "LoanAmount"),
            ("URL", "URL"),
            ("_loan", "Loan"),
            ("m_loan", "Loan"),
            ("s_loan", "Loan"),
            ("__m__loan", "Loan"),
            ("m_", "m_"),
            ("_", "_"),
            ("", ""),
            ("x", "X"),
            ("x_y", "X_y"),
            ("élan", "Élan"),
            ("_1", "1"),
        ] {
            assert_eq!(pascal_case(name), pascal, "{name}");
        }
    }

    #[test]
    fn fit_keeps_43_of_50_characters() {
        let name = "A".repeat(50);
        assert_eq!(fit(&name, "M:X", 50), name);
        let fitted = fit(&"A".repeat(51), "M:X", 50);
        assert_eq!(fitted.len(), 50);
        let (head, hash) = fitted.split_at(43);
        assert_eq!(head, "A".repeat(43));
        assert!(hash.starts_with('_'));
        assert!(
            hash[1..]
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        );
        assert_ne!(fitted, fit(&"A".repeat(51), "M:Y", 50));
    }

    #[test]
    fn fit_is_never_longer_than_allowed() {
        for max in 0..12 {
            assert_eq!(fit("ABCDEFGHIJKLM", "M:X", max).len(), max);
        }
        assert_eq!(fit("ABCDEFGHIJKLM", "M:X", 7), "ABCDEFG");
        assert_eq!(fit("", "", 0), "");
    }

    #[test]
    fn names_are_unique_without_regard_to_case() {
        let mut names = Names::new();
        assert!(names.is_free("Loan"));
        assert!(names.take("Loan"));
        assert!(!names.is_free("LOAN"));
        assert!(!names.take("loan"));
        assert!(names.take("Loan_2"));
        assert!(!["A", "b"].into_iter().collect::<Names>().is_free("B"));
    }
}
