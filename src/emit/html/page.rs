use super::Markup;
use crate::base64;
use sha2::{Digest, Sha256};

/// Colours, text and controls of every page.
pub(in crate::emit) const THEME: &str = include_str!("theme.css");

/// `page`, in which `write` writes what stands for each slot, such as `{{title}}`: about `room` bytes in all.
pub(in crate::emit) fn fill(
    page: &'static str,
    room: usize,
    mut write: impl FnMut(&str, &mut Markup),
) -> String {
    let mut filled = Markup::with_room(room.saturating_add(page.len()));
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
    format!("sha256-{}", base64::encode(&Sha256::digest(script)))
}
