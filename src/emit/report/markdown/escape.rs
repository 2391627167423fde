use crate::emit::report::spans::{self, Span, fold};

/// Text in which nothing is Markdown; white space, line breaks included, is folded.
pub(in crate::emit) fn text(raw: &str) -> String {
    escape(&fold(raw), true)
}

/// The spans of a sentence; the first words are taken for the start of a line.
pub(super) fn spans(spans: &[Span<'_>]) -> String {
    let spans = spans.iter().enumerate();
    let spans = spans.map(|(position, span)| match span {
        Span::Text(text) => escape(text, position == 0),
        Span::Code(name) => code(name),
        Span::Label(label) => format!("*{label}*"),
    });
    spans.collect()
}

/// As [`text`], for our own sentences: what stands between backticks becomes code.
pub(super) fn sentence(raw: &str) -> String {
    spans(&spans::sentence(raw))
}

/// A code span that shows `raw` as it is, but for white space, which is folded; empty for nothing.
pub(super) fn code(raw: &str) -> String {
    let raw = fold(raw);
    if raw.is_empty() {
        return String::new();
    }
    if !raw.contains('`') {
        return format!("`{raw}`");
    }
    let runs = raw.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0) + 1);
    if raw.starts_with('`') || raw.ends_with('`') {
        format!("{fence} {raw} {fence}")
    } else {
        format!("{fence}{raw}{fence}")
    }
}

/// Puts a backslash before what would be Markdown.
///
/// It spares what cannot be, for instance an underscore between letters, so that identifiers and
/// versions remain readable in the source.
fn escape(folded: &str, starts_line: bool) -> String {
    let mut escaped = String::with_capacity(folded.len());
    let mut previous = None;
    let mut rest = folded.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let special = match c {
            '\\' | '`' | '*' | '<' | '[' | '~' => true,
            '_' => !(is_word(previous) && is_word(next)),
            '&' => is_word(next) || next == Some('#'),
            // What makes a heading, a quote or a list at the start of a line.
            '#' | '>' | '+' | '-' | '=' => starts_line && previous.is_none(),
            '.' | ')' => starts_line && is_number(&escaped) && matches!(next, None | Some(' ')),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        previous = Some(c);
    }
    escaped
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_not_markdown() {
        assert_eq!(
            text("a *b* `c` <d> [e](f) \\ &lt; ~g~"),
            r"a \*b\* \`c\` \<d> \[e](f) \\ \&lt; \~g\~"
        );
        assert_eq!(text(" two\r\n\tlines\n"), "two lines");
        assert_eq!(text("Add_Decimal _x_ a_"), r"Add_Decimal \_x\_ a\_");
        assert_eq!(text("1.2.0.0 & more"), "1.2.0.0 & more");
    }

    #[test]
    fn text_does_not_begin_a_block() {
        assert_eq!(text("# not a heading # 1."), r"\# not a heading # 1.");
        assert_eq!(text("- no item - 1"), r"\- no item - 1");
        assert_eq!(text("> no quote"), r"\> no quote");
        assert_eq!(text("12. no item 3."), r"12\. no item 3.");
    }

    #[test]
    fn code_holds_backticks() {
        assert_eq!(code("List<int> *"), "`List<int> *`");
        assert_eq!(code("M:A`1.B``2"), "```M:A`1.B``2```");
        assert_eq!(code("T:A`"), "`` T:A` ``");
        assert_eq!(code(" \n"), "");
    }

    #[test]
    fn sentences_hold_code() {
        assert_eq!(
            sentence("Set `a_* = 1`  to *x*"),
            r"Set `a_* = 1` to \*x\*."
        );
        assert_eq!(sentence("Type Box`1 is"), r"Type Box\`1 is.");
    }
}
