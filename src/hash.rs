//! SHA-256 as text.

use sha2::{Digest, Sha256};

/// The SHA-256 of `bytes` in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes))
}

/// The SHA-256 of a text in lower-case hex, whatever its line ends are.
pub(crate) fn sha256_of_lines(text: &str) -> String {
    let mut hasher = Sha256::new();
    let mut rest = text.as_bytes();
    while let Some(end) = memchr::memchr(b'\r', rest) {
        let (line, behind) = rest.split_at(end);
        hasher.update(line);
        // One that ends no line is a part of the text.
        if !behind.starts_with(b"\r\n") {
            hasher.update(b"\r");
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    hasher.update(rest);
    hex(hasher.finalize())
}

fn hex(hash: impl AsRef<[u8]>) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let bytes = hash.as_ref().iter();
    let digits = bytes.flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_do_not_matter() {
        let plain = sha256(b"a\nb\n");
        assert_eq!(sha256_of_lines("a\nb\n"), plain);
        assert_eq!(sha256_of_lines("a\r\nb\r\n"), plain);
        assert_eq!(sha256_of_lines("a\rb\r"), sha256(b"a\rb\r"));
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
