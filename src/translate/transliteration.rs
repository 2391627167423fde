use foldhash::HashMap;
use std::sync::LazyLock;

/// The ASCII letters for a letter, `Some("")` for one that is only a sign of pronunciation, `None` for
/// what is no Latin, Greek or Cyrillic letter.
///
/// The second part says whether `c` is a capital, whose first ASCII letter becomes one too.
pub(super) fn transliterate(c: char) -> Option<(&'static str, bool)> {
    // Combining marks: the rest of a decomposed letter.
    if matches!(c, '\u{300}'..='\u{36F}') {
        return Some(("", false));
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    LETTERS.get(&lower).map(|&ascii| (ascii, lower != c))
}

static LETTERS: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let letters = |&(ascii, letters): &(&'static str, &'static str)| {
        letters.chars().map(move |letter| (letter, ascii))
    };
    ROWS.iter().flat_map(letters).collect()
});

/// Small letters by what they become: Latin letters by their base letter or by custom, Greek ones by
/// ISO 843 (ELOT 743), Cyrillic ones by the customary English romanization (BGN/PCGN without marks).
#[rustfmt::skip]
const ROWS: &[(&str, &str)] = &[
    // What the dotted capital I and the Kelvin sign are as small letters.
    ("i", "i"),
    ("k", "k"),

    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ƀɓḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđɖɗḋḍḏḑḓẟ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩəɛḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ƒḟ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĝğġģǥǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋɨɩḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰȷ"),
    ("k", "ķĸƙǩḱḳḵ"),
    ("l", "ĺļľŀłƚḷḹḻḽ"),
    ("lj", "ǉ"),
    ("ll", "ỻ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇṉṋ"),
    ("ng", "ŋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔɵṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ƥṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛẜẝ"),
    ("ss", "ß"),
    ("t", "ţťŧƭțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "µùúûüũūŭůűųưǔǖǘǚǜȕȗʉṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿỽ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷƴȳẏẙỳỵỷỹỿ"),
    ("z", "źżžƶẑẓẕ"),

    ("a", "αά"),
    ("ch", "χ"),
    ("d", "δ"),
    ("e", "εέ"),
    ("f", "φ"),
    ("g", "γ"),
    ("i", "ηήιίϊΐ"),
    ("k", "κ"),
    ("l", "λ"),
    ("m", "μ"),
    ("n", "ν"),
    ("o", "οόωώ"),
    ("p", "π"),
    ("ps", "ψ"),
    ("r", "ρ"),
    ("s", "σς"),
    ("t", "τ"),
    ("th", "θ"),
    ("v", "β"),
    ("x", "ξ"),
    ("y", "υύϋΰ"),
    ("z", "ζ"),

    ("", "ъь"),
    ("a", "а"),
    ("b", "б"),
    ("c", "ћ"),
    ("ch", "ч"),
    ("d", "д"),
    ("dj", "ђ"),
    ("dz", "ѕџ"),
    ("e", "еёэѐ"),
    ("f", "ф"),
    ("g", "гґ"),
    ("gj", "ѓ"),
    ("i", "иіѝ"),
    ("j", "ј"),
    ("k", "к"),
    ("kh", "х"),
    ("kj", "ќ"),
    ("l", "л"),
    ("lj", "љ"),
    ("m", "м"),
    ("n", "н"),
    ("nj", "њ"),
    ("o", "о"),
    ("p", "п"),
    ("r", "р"),
    ("s", "с"),
    ("sh", "ш"),
    ("shch", "щ"),
    ("t", "т"),
    ("ts", "ц"),
    ("u", "уў"),
    ("v", "в"),
    ("y", "йы"),
    ("ya", "я"),
    ("ye", "є"),
    ("yi", "ї"),
    ("yu", "ю"),
    ("z", "з"),
    ("zh", "ж"),
];

#[cfg(test)]
mod tests {
    use super::{LETTERS, ROWS, transliterate};

    #[test]
    fn rows_hold_each_small_letter_once() {
        let count: usize = ROWS
            .iter()
            .map(|(_, letters)| letters.chars().count())
            .sum();
        assert_eq!(LETTERS.len(), count);
        for (letter, ascii) in LETTERS.iter() {
            assert!(letter.to_lowercase().eq([*letter]), "{letter}");
            assert!(ascii.bytes().all(|b| b.is_ascii_lowercase()), "{ascii}");
        }
    }

    #[test]
    fn every_letter_of_the_common_alphabets_is_known() {
        let latin = ('\u{C0}'..='\u{17F}').filter(|c| c.is_alphabetic());
        let greek = ('\u{391}'..='\u{3C9}').filter(|c| c.is_alphabetic());
        for c in latin.chain(greek).chain('А'..='я') {
            assert!(transliterate(c).is_some(), "{c}");
        }
        assert_eq!(transliterate('計'), None);
    }
}
