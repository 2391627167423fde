use super::Markup;
use sha2::{Digest, Sha256};

/// Colours, text and controls of every page.
pub(in crate::emit) const THEME: &str = include_str!("theme.css");

/// `page`, in which `write` writes what stands for each slot, such as `{{title}}`.
pub(in crate::emit) fn fill(
    page: &'static str,
    mut write: impl FnMut(&str, &mut Markup),
) -> String {
    let mut filled = Markup::default();
    let mut rest = page;
    while let Some((before, (slot, after))) = rest
        .split_once("{{")
        .and_then(|(before, from)| Some((before, from.split_once("}}")?)))
    {
        filled.html(before);
        write(slot, &mut filled);
        rest = after;
    }
    filled.html(rest);
    filled.into_string()
}

/// Begins an item of the navigation, which leads to the section `id`.
pub(in crate::emit) fn link<'m>(
    page: &'m mut Markup,
    id: &'static str,
    title: &'static str,
) -> &'m mut Markup {
    page.html("<li><a href=\"#")
        .html(id)
        .html("\">")
        .html(title)
}

/// Begins the section `id`.
pub(in crate::emit) fn section<'m>(
    page: &'m mut Markup,
    id: &'static str,
    title: &'static str,
) -> &'m mut Markup {
    page.html("<section id=\"")
        .html(id)
        .html("\" aria-labelledby=\"")
        .html(id);
    page.html("-title\">\n<h2 id=\"")
        .html(id)
        .html("-title\">")
        .html(title)
        .html("</h2>\n")
}

/// `script` as the policy of its page names it.
pub(in crate::emit) fn script_hash(script: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(script)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = [0; 4];
        group[1..=chunk.len()].copy_from_slice(chunk);
        let group = u32::from_be_bytes(group);
        for digit in 0..4 {
            let sextet = (group >> (18 - 6 * digit)) & 0x3f;
            let is_padding = digit > chunk.len();
            text.push(if is_padding {
                '='
            } else {
                char::from(DIGITS[sextet as usize])
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
