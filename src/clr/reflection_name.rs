use crate::metadata::limits;
use std::borrow::Cow;

/// A type's name in the grammar of reflection, as attribute values hold it (II.23.3):
/// `` Ns.Outer+Inner`1[[System.Int32, mscorlib]][], Assembly, Version=1.0.0.0 ``.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReflectionName<'t> {
    /// The names without escapes, outermost first, the first with its namespace; never empty.
    pub path: Vec<Cow<'t, str>>,
    /// Type arguments, those of enclosing types first.
    pub arguments: Vec<ReflectionName<'t>>,
    /// What is made of the type, from the inside out.
    pub suffixes: Vec<Suffix>,
    /// The assembly's display name: simple name, version, culture, key.
    pub assembly: Option<&'t str>,
}

/// What a name makes of the type that stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// `*`
    Pointer,
    /// `&`
    ByRef,
    /// `[]`, `[,]`, …: an array with this many dimensions.
    Array(u32),
}

impl<'t> ReflectionName<'t> {
    /// Reads `text`; `None` where it does not follow the grammar, or nests deeper than
    /// [`limits::SIGNATURE_DEPTH`].
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut parser = Parser { rest: text };
        let name = parser.name(true, limits::SIGNATURE_DEPTH)?;
        parser.rest.is_empty().then_some(name)
    }

    /// Namespace and simple name of the outermost type.
    pub fn outermost(&self) -> (&str, &str) {
        let name = self.path.first().map_or("", |name| name);
        name.rsplit_once('.').unwrap_or(("", name))
    }

    /// Simple name of the assembly.
    pub fn assembly_name(&self) -> Option<&'t str> {
        self.assembly?.split(',').next().map(str::trim)
    }
}

struct Parser<'t> {
    rest: &'t str,
}

impl<'t> Parser<'t> {
    fn eat(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// A name; one that `is_qualified` can end in the name of its assembly.
    fn name(&mut self, is_qualified: bool, depth: u32) -> Option<ReflectionName<'t>> {
        let deeper = depth.checked_sub(1)?;
        let mut path = vec![self.part()?];
        while self.eat("+") {
            path.push(self.part()?);
        }
        let mut name = ReflectionName {
            path,
            arguments: Vec::new(),
            suffixes: Vec::new(),
            assembly: None,
        };
        let after_bracket = self.rest.strip_prefix('[');
        if after_bracket.is_some_and(|rest| !rest.starts_with([']', ',', '*'])) {
            self.eat("[");
            name.arguments = self.arguments(deeper)?;
        }
        while let Some(suffix) = self.suffix()? {
            name.suffixes.push(suffix);
        }
        if is_qualified && self.eat(",") {
            let end = self.rest.find(']').unwrap_or(self.rest.len());
            let (assembly, rest) = self.rest.split_at(end);
            name.assembly = Some(assembly.trim());
            self.rest = rest;
        }
        Some(name)
    }

    fn arguments(&mut self, depth: u32) -> Option<Vec<ReflectionName<'t>>> {
        let mut arguments = Vec::new();
        loop {
            self.spaces();
            if self.eat("[") {
                arguments.push(self.name(true, depth)?);
                self.eat("]").then_some(())?;
            } else {
                arguments.push(self.name(false, depth)?);
            }
            if self.eat("]") {
                return Some(arguments);
            }
            self.eat(",").then_some(())?;
        }
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    /// An identifier; a backslash takes the next character's meaning away.
    fn part(&mut self) -> Option<Cow<'t, str>> {
        self.spaces();
        let mut unescaped: Option<String> = None;
        let mut characters = self.rest.char_indices();
        let end = loop {
            match characters.next() {
                Some((at, '\\')) => {
                    let text = unescaped
                        .get_or_insert_with(|| self.rest.get(..at).unwrap_or_default().into());
                    text.push(characters.next()?.1);
                }
                Some((at, '+' | ',' | '[' | ']' | '*' | '&')) => break at,
                Some((_, other)) => {
                    if let Some(text) = &mut unescaped {
                        text.push(other);
                    }
                }
                None => break self.rest.len(),
            }
        };
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(unescaped.map_or(Cow::Borrowed(text), Cow::Owned))
    }

    /// The next suffix; an outer `None` is a bracket that is not closed.
    #[expect(
        clippy::option_option,
        reason = "damage and absence are different answers"
    )]
    fn suffix(&mut self) -> Option<Option<Suffix>> {
        if self.eat("*") {
            return Some(Some(Suffix::Pointer));
        }
        if self.eat("&") {
            return Some(Some(Suffix::ByRef));
        }
        if !self.eat("[") {
            return Some(None);
        }
        self.eat("*");
        let mut rank = 1u32;
        while self.eat(",") {
            rank = rank.saturating_add(1);
        }
        self.eat("]").then_some(Some(Suffix::Array(rank)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nested_names_and_assemblies() {
        let name = ReflectionName::parse("A.B+C, Lib, Version=1.0.0.0").unwrap();
        assert_eq!(name.path, ["A.B", "C"]);
        assert_eq!(name.outermost(), ("A", "B"));
        assert_eq!(name.assembly_name(), Some("Lib"));
    }

    #[test]
    fn reads_arguments_and_arrays() {
        let name = ReflectionName::parse("D`2[[X, a, Culture=x],Y[,]][]*&").unwrap();
        assert_eq!(name.arguments.len(), 2);
        assert_eq!(name.arguments[0].assembly_name(), Some("a"));
        assert_eq!(name.arguments[1].suffixes, [Suffix::Array(2)]);
        assert_eq!(
            name.suffixes,
            [Suffix::Array(1), Suffix::Pointer, Suffix::ByRef]
        );
    }

    #[test]
    fn reads_escapes() {
        let name = ReflectionName::parse(r"A\+B\,C").unwrap();
        assert_eq!(name.path, ["A+B,C"]);
    }

    #[test]
    fn refuses_what_is_not_closed() {
        assert_eq!(ReflectionName::parse("A[["), None);
        assert_eq!(ReflectionName::parse("A[,"), None);
        assert_eq!(ReflectionName::parse("A]"), None);
        assert_eq!(ReflectionName::parse(&"A[".repeat(100)), None);
    }
}
