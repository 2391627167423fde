//! C# as tokens (C# language specification §6), as far as braces, names and layout depend on it.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    Comment,
    /// A line that begins with `#`.
    Directive,
    /// An identifier, a keyword or a number.
    Word,
    /// A string or a character.
    Literal,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// Anything else: an operator of two characters that has a bracket's, `=`'s or `:`'s, or one character.
    Mark,
}

impl Kind {
    /// Whether the compiler sees nothing of it.
    pub(super) fn is_layout(self) -> bool {
        matches!(self, Self::Space | Self::Comment | Self::Directive)
    }
}

/// A token: its kind, and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// How deep strings may be inside each other's holes.
const MAX_NESTING: usize = 32;

/// Operators that begin or end like another token that matters.
const OPERATORS: [&str; 6] = ["=>", "==", "!=", "<=", ">=", "::"];

/// The tokens of `text`, without gaps; `None` where a string or a comment does not end.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut scanner = Scanner { text, at: 0 };
    let mut is_line_start = true;
    while let Some(first) = scanner.peek() {
        let start = scanner.at;
        let kind = scanner.token(first, is_line_start)?;
        let range = start..scanner.at;
        is_line_start = match kind {
            Kind::Space => is_line_start || text.get(range.clone())?.contains('\n'),
            _ => false,
        };
        tokens.push(Token { kind, range });
    }
    Some(tokens)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_while(&mut self, is_part: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        let length = rest.find(|of: char| !is_part(of)).unwrap_or(rest.len());
        self.at += length;
        length
    }

    fn skip_if(&mut self, start: &str) -> bool {
        let is_there = self.rest().starts_with(start);
        if is_there {
            self.at += start.len();
        }
        is_there
    }

    /// Goes past the token that begins here, with `first`.
    fn token(&mut self, first: char, is_line_start: bool) -> Option<Kind> {
        match first {
            _ if is_space(first) => {
                self.skip_while(is_space);
                return Some(Kind::Space);
            }
            '#' if is_line_start => {
                self.skip_while(|of| of != '\n');
                return Some(Kind::Directive);
            }
            '/' if self.rest().starts_with("//") => {
                self.skip_while(|of| of != '\n');
                return Some(Kind::Comment);
            }
            '/' if self.skip_if("/*") => {
                self.at += self.rest().find("*/")? + 2;
                return Some(Kind::Comment);
            }
            '"' | '\'' | '$' | '@' if self.literal(MAX_NESTING)? => return Some(Kind::Literal),
            _ => {}
        }
        self.skip_if("@");
        if self.skip_while(|of| of == '_' || of.is_alphanumeric()) > 0 {
            return Some(Kind::Word);
        }
        let bracket = match first {
            '(' | '[' | '{' => Some(Kind::Open),
            ')' | ']' | '}' => Some(Kind::Close),
            _ => None,
        };
        if bracket.is_some() {
            self.at += 1;
            return bracket;
        }
        let begins_one = matches!(first, '=' | '!' | '<' | '>' | ':');
        if !(begins_one && OPERATORS.iter().any(|operator| self.skip_if(operator))) {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
        Some(Kind::Mark)
    }

    /// Goes past the string or character that begins here; false where none does.
    fn literal(&mut self, nesting: usize) -> Option<bool> {
        if self.skip_if("'") {
            self.quoted('\'')?;
            return Some(true);
        }
        let rest = self.rest();
        let prefix = rest.find(|of| !matches!(of, '$' | '@'))?;
        let (prefix, quotes) = rest.split_at_checked(prefix)?;
        let (holes, is_verbatim) = (prefix.contains('$'), prefix.contains('@'));
        let run = quotes.find(|of| of != '"').unwrap_or(quotes.len());
        if run == 0 {
            return Some(false);
        }
        self.at += prefix.len();
        match (run, is_verbatim) {
            (3.., false) => {
                // A raw string ends with as many quotes as it begins with, and holds shorter runs.
                let delimiter = self.rest().get(..run)?.to_owned();
                self.at += run;
                self.at += self.rest().find(&delimiter)? + run;
                self.skip_while(|of| of == '"');
            }
            _ => {
                self.at += 1;
                match (holes, is_verbatim) {
                    (true, _) => self.interpolated(is_verbatim, nesting.checked_sub(1)?)?,
                    (false, true) => self.verbatim()?,
                    (false, false) => self.quoted('"')?,
                }
            }
        }
        Some(true)
    }

    /// Goes past the rest of a string or character on one line.
    fn quoted(&mut self, end: char) -> Option<()> {
        loop {
            self.skip_while(|of| !matches!(of, '\\' | '\n') && of != end);
            let next = self.peek()?;
            self.at += 1;
            match next {
                '\\' => self.at += self.peek()?.len_utf8(),
                '\n' => return None,
                _ => return Some(()),
            }
        }
    }

    /// Goes past the rest of a verbatim string, in which two quotes are one.
    fn verbatim(&mut self) -> Option<()> {
        loop {
            self.at += self.rest().find('"')? + 1;
            if !self.skip_if("\"") {
                return Some(());
            }
        }
    }

    /// Goes past the rest of an interpolated string with its holes.
    fn interpolated(&mut self, is_verbatim: bool, nesting: usize) -> Option<()> {
        loop {
            self.skip_while(|of| !matches!(of, '"' | '\\' | '\n' | '{'));
            let next = self.peek()?;
            self.at += 1;
            match next {
                '"' if is_verbatim && self.skip_if("\"") => {}
                '"' => return Some(()),
                '\\' if !is_verbatim => self.at += self.peek()?.len_utf8(),
                '\n' if !is_verbatim => return None,
                '{' if !self.skip_if("{") => self.hole(nesting)?,
                _ => {}
            }
        }
    }

    /// Goes past the rest of a hole.
    fn hole(&mut self, nesting: usize) -> Option<()> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.peek()? {
                '"' | '\'' | '$' | '@' if self.literal(nesting)? => continue,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            self.at += self.peek()?.len_utf8();
        }
        Some(())
    }
}

fn is_space(of: char) -> bool {
    of.is_whitespace() || of == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    /// What the compiler sees of `text`, separated by spaces.
    fn seen(text: &str) -> Option<String> {
        let tokens = tokens(text)?;
        let seen = tokens.iter().filter(|token| !token.kind.is_layout());
        let seen: Vec<&str> = seen.map(|token| &text[token.range.clone()]).collect();
        Some(seen.join(" "))
    }

    #[test]
    fn strings_are_one_token() {
        for literal in [
            r#""a \" { b""#,
            r#"@"a "" { \""#,
            "@\"two\nlines {\"",
            r#"$"a {b["}"]} {{ \" {c:x} }}""#,
            r#"$@"a {b} "" \""#,
            r#"@$"\{$"{$"x{1}"}"}""#,
            r#""""a " { "" b""""#,
            r#"$$"""a {{{"x"}}} """"#,
            "\"\"",
            r"'\''",
            "'{'",
            "'\u{e9}'",
        ] {
            let text = format!("f({literal});");
            assert_eq!(seen(&text), Some(format!("f ( {literal} ) ;")));
        }
    }

    #[test]
    fn comments_and_directives_are_layout() {
        let text = "#region \"{\na /* } \" */ . b // '{\n  # pragma {\n@class => 1";
        assert_eq!(seen(text).unwrap(), "a . b @class => 1");
        assert_eq!(tokens(text).unwrap()[0].kind, Kind::Directive);
        assert_eq!(seen("a # b").unwrap(), "a # b");
    }

    #[test]
    fn what_does_not_end_is_refused() {
        for text in [
            "\"a",
            "\"a\nb\"",
            "@\"a",
            "$\"{a",
            "$\"{\"}",
            "/* a",
            "'a",
            "\"\"\"a\"\"",
            "\"\\",
        ] {
            assert_eq!(tokens(text), None, "{text}");
        }
        let deep = "$\"{".repeat(40);
        assert_eq!(tokens(&deep), None);
    }
}
