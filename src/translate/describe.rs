/// `text` as a description of at most `max` characters: white space folded, and what is too long cut
/// after a whole word with `…` (TRANSLATION §10).
///
/// A character is a Unicode scalar value. A first word that alone is too long is cut inside.
///
/// ```
/// use dllift::translate::describe;
///
/// assert_eq!(describe("Computes the\n  monthly rate.", 255), "Computes the monthly rate.");
/// assert_eq!(describe("Computes the monthly rate.", 20), "Computes the…");
/// ```
pub fn describe(text: &str, max: usize) -> String {
    const ELLIPSIS: char = '…';
    let Some(room) = max.checked_sub(1) else {
        return String::new();
    };
    let mut description = String::new();
    let mut length = 0;
    // The length up to which whole words leave room for the ellipsis.
    let mut whole = 0;
    for word in words(text) {
        let gap = usize::from(length > 0);
        // One character more tells a word that fits from one that does not.
        let size = word.chars().take(max.saturating_add(1)).count();
        if length + gap + size > max {
            if whole == 0 {
                let cut = description.chars().chain(word.chars()).take(room);
                description = cut.collect();
            } else {
                description.truncate(whole);
            }
            let end = description.trim_end_matches([',', ';', ':', '-']).len();
            description.truncate(end);
            description.push(ELLIPSIS);
            return description;
        }
        if gap > 0 {
            description.push(' ');
        }
        description.push_str(word);
        length += gap + size;
        if length <= room {
            whole = description.len();
        }
    }
    description
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::describe;

    #[test]
    fn keeps_what_fits() {
        for text in ["", "a", "abc", "ab cd", "ééééé"] {
            assert_eq!(describe(text, 5), text);
        }
        assert_eq!(describe(" a \r\n\t b\u{0} ", 5), "a b");
    }

    #[test]
    fn cuts_after_a_whole_word() {
        for (text, max, cut) in [
            ("ab cdef", 6, "ab…"),
            ("ab cd ef", 6, "ab cd…"),
            ("ab cd ef", 5, "ab…"),
            ("ab cd, ef", 7, "ab cd…"),
            ("ab cd ef", 3, "ab…"),
            ("ab cd ef", 2, "a…"),
            ("ab cd ef", 1, "…"),
            ("ab cd ef", 0, ""),
            ("abcdefgh", 4, "abc…"),
            ("ééééééé é", 4, "ééé…"),
            (", , , ,", 3, "…"),
        ] {
            assert_eq!(describe(text, max), cut, "{text} {max}");
        }
    }

    #[test]
    fn is_never_longer_than_allowed() {
        let text = "One, two; three: four - five 😀 seven eight nine ten.".repeat(9);
        for max in 0..text.chars().count() + 2 {
            let cut = describe(&text, max);
            assert!(cut.chars().count() <= max, "{max}");
        }
    }

    #[test]
    fn a_limitless_description_is_whole() {
        assert_eq!(describe("a b", usize::MAX), "a b");
    }
}
