//! The 64 digits of RFC 4648: resources of a `.xif`, keys, and hashes in pages.

/// The digit for the six low bits of `sextet`.
pub(crate) fn digit(sextet: u8) -> u8 {
    match sextet & 0x3f {
        low @ 0..=25 => b'A'.wrapping_add(low),
        low @ 26..=51 => b'a'.wrapping_add(low).wrapping_sub(26),
        low @ 52..=61 => b'0'.wrapping_add(low).wrapping_sub(52),
        62 => b'+',
        _ => b'/',
    }
}

/// The six bits that `digit` stands for.
pub(crate) fn sextet(digit: u8) -> Option<u8> {
    let (first, value) = match digit {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'+' => return Some(62),
        b'/' => return Some(63),
        _ => return None,
    };
    Some(digit.wrapping_sub(first).wrapping_add(value))
}

/// The text that stands for `bytes`, padded.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().zip([16, 8, 0]);
        let group = group.fold(0, |group, (&byte, shift)| group | u32::from(byte) << shift);
        for (position, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = match position > chunk.len() {
                true => b'=',
                false => digit((group >> shift & 0x3f) as u8),
            };
            text.push(char::from(digit));
        }
    }
    text
}

/// The bytes that `text` stands for; white space does not count, and padding may be missing.
///
/// # Errors
/// The position in `text` of what is no digit, or of the end where digits are missing.
pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, usize> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut group = 0u32;
    let mut digits = 0u32;
    let mut padding = 0u32;
    for (position, &byte) in text.iter().enumerate() {
        if byte.is_ascii_whitespace() {
            continue;
        }
        if byte == b'=' && digits >= 2 && digits.wrapping_add(padding) < 4 {
            padding = padding.wrapping_add(1);
            continue;
        }
        let sextet = sextet(byte).filter(|_| padding == 0).ok_or(position)?;
        group = group << 6 | u32::from(sextet);
        digits = digits.wrapping_add(1);
        if digits == 4 {
            let [_, first, second, third] = group.to_be_bytes();
            bytes.extend([first, second, third]);
            (group, digits) = (0, 0);
        }
    }
    let missing = 4u32.wrapping_sub(digits);
    let [_, first, second, _] = group.unbounded_shl(missing.wrapping_mul(6)).to_be_bytes();
    match digits {
        0 => {}
        2 => bytes.push(first),
        3 => bytes.extend([first, second]),
        _ => return Err(text.len()),
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{decode, digit, encode, sextet};

    #[test]
    fn digits_go_both_ways() {
        for value in 0..64 {
            assert_eq!(sextet(digit(value)), Some(value));
        }
        assert_eq!([b'_', b'=', b' ', 0x80].map(sextet), [None; 4]);
    }

    #[test]
    fn text_becomes_bytes() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg", "foob"),
            (" Zm9v\r\nYmE=\n", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decode(text.as_bytes()), Ok(bytes.into()), "{text}");
        }
    }

    #[test]
    fn bytes_become_text() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
        }
        assert_eq!(encode(&[0xff; 3]), "////");
    }

    #[test]
    fn the_first_wrong_byte_is_named() {
        for (text, position) in [
            ("Z", 1),
            ("Zm9v=", 4),
            ("=", 0),
            ("Zm=v", 3),
            ("Zg===", 4),
            ("Zm9vY!", 5),
            ("Zm9v\u{e9}", 4),
        ] {
            assert_eq!(decode(text.as_bytes()), Err(position), "{text}");
        }
    }
}
