use std::borrow::Cow;

/// A piece of a sentence, which each form of the report writes in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A name, or what somebody types.
    Code(Cow<'a, str>),
    /// What stands on a button, in a menu or beside a field of Integration Studio.
    Label(&'static str),
}

/// One of our own sentences, in which backticks stand around foreign names, with white space folded
/// and a full stop added where there is none; empty for nothing.
pub(super) fn sentence(raw: &str) -> Vec<Span<'static>> {
    let mut folded = fold(raw).into_owned();
    if folded.is_empty() {
        return Vec::new();
    }
    if !folded.ends_with(['.', '!', '?', '…']) {
        folded.push('.');
    }
    let parts: Vec<_> = folded.split('`').map(str::to_owned).collect();
    // An odd backtick is part of a name: the arity of a generic type.
    if parts.len() % 2 == 0 {
        return vec![Span::Text(folded.into())];
    }
    let spans = parts.into_iter().enumerate();
    let spans = spans.map(|(position, part)| match position % 2 {
        0 => Span::Text(part.into()),
        _ => Span::Code(part.into()),
    });
    spans
        .filter(|span| *span != Span::Text("".into()))
        .collect()
}

/// `raw` with each run of white space, line breaks included, as one space.
pub(super) fn fold(raw: &str) -> Cow<'_, str> {
    if is_folded(raw) {
        return raw.into();
    }
    let mut folded = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.into()
}

/// Whether `raw` is ASCII without white space to fold, as nearly all names are.
fn is_folded(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let is_plain = bytes.iter().all(|byte| matches!(byte, b' '..=b'~'));
    is_plain && !raw.starts_with(' ') && !raw.ends_with(' ') && !raw.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end() {
        let text = |text: &'static str| vec![Span::Text(text.into())];
        assert_eq!(sentence("No \n end"), text("No end."));
        assert_eq!(sentence("Cut…"), text("Cut…"));
        assert_eq!(sentence(""), []);
    }

    #[test]
    fn sentences_hold_code() {
        assert_eq!(
            sentence("Set `a = 1`"),
            [
                Span::Text("Set ".into()),
                Span::Code("a = 1".into()),
                Span::Text(".".into())
            ]
        );
        assert_eq!(
            sentence("Type Box`1 is"),
            [Span::Text("Type Box`1 is.".into())]
        );
    }
}
