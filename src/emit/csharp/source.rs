use super::tokens::{Kind, Token, tokens};
use foldhash::HashMap;
use std::ops::Range;

/// A C# file as the members of one of its classes and what is around them. The parts are the whole text, in
/// order.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::emit) struct Source<'a> {
    /// Everything up to the line that opens the class.
    pub(in crate::emit) head: &'a str,
    /// The name of the class.
    pub(in crate::emit) class: &'a str,
    pub(in crate::emit) members: Vec<Member<'a>>,
    /// Everything from the line that closes the class.
    pub(in crate::emit) tail: &'a str,
}

/// A member of a class.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::emit) struct Member<'a> {
    /// What stands between the member before and this one: empty lines, directives, and comments that an empty
    /// line sets apart.
    pub(in crate::emit) gap: &'a str,
    /// The lines of the member, with the comments and attributes above it.
    pub(in crate::emit) text: &'a str,
    /// Its name, if it is a method or a constructor.
    pub(in crate::emit) name: Option<&'a str>,
    /// What it is known by: the name if no other member has it, else the shape.
    pub(in crate::emit) key: String,
    /// Where in the text it says what it is: modifiers, types, name, parameters, constraints.
    pub(in crate::emit) signature: Range<usize>,
    /// The signature, with one space between tokens.
    pub(in crate::emit) shape: String,
}

impl<'a> Source<'a> {
    /// The members of the class called `class`, or of the first; `None` where it is not there, or something in
    /// the file is opened and not closed.
    pub(in crate::emit) fn parse(text: &'a str, class: Option<&str>) -> Option<Self> {
        let tokens = tokens(text)?;
        is_balanced(text, &tokens).then_some(())?;
        let mut parser = Parser {
            text,
            tokens,
            at: 0,
        };
        let class = parser.open_class(class)?;
        parser.end_line();
        let mut start = parser.offset();
        let head = text.get(..start)?;
        let mut members = Vec::new();
        loop {
            parser.skip_layout();
            if parser.seen() == Some("}") {
                let tail = text.get(start..)?;
                name_keys(&mut members);
                return Some(Self {
                    head,
                    class,
                    members,
                    tail,
                });
            }
            members.push(parser.member(start)?);
            start = parser.offset();
        }
    }
}

/// Whether each bracket has its partner.
fn is_balanced(text: &str, tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    for token in tokens {
        let seen = || text.get(token.range.clone());
        match token.kind {
            Kind::Open => open.push(match seen() {
                Some("(") => Some(")"),
                Some("[") => Some("]"),
                _ => Some("}"),
            }),
            Kind::Close if open.pop() != Some(seen()) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The next token.
    at: usize,
}

impl<'a> Parser<'a> {
    /// Where the next token begins.
    fn offset(&self) -> usize {
        let next = self.tokens.get(self.at);
        next.map_or(self.text.len(), |token| token.range.start)
    }

    fn kind(&self) -> Option<Kind> {
        Some(self.tokens.get(self.at)?.kind)
    }

    /// The text of the next token.
    fn seen(&self) -> Option<&'a str> {
        self.text.get(self.tokens.get(self.at)?.range.clone())
    }

    fn skip_layout(&mut self) {
        while self.kind().is_some_and(Kind::is_layout) {
            self.at += 1;
        }
    }

    /// Goes to the next token that the compiler sees.
    fn step(&mut self) {
        self.at += 1;
        self.skip_layout();
    }

    /// Goes past the bracket that opens here, to behind its partner.
    fn skip_group(&mut self) {
        let mut depth = 0_usize;
        while let Some(kind) = self.kind() {
            match kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
    }

    /// Goes behind the brace that opens the class.
    fn open_class(&mut self, wanted: Option<&str>) -> Option<&'a str> {
        self.skip_layout();
        loop {
            let is_class = self.seen()? == "class";
            self.step();
            let name = self.seen()?;
            if is_class && self.kind() == Some(Kind::Word) && wanted.is_none_or(|of| of == name) {
                while self.seen()? != "{" {
                    self.step();
                }
                self.at += 1;
                return Some(name);
            }
        }
    }

    /// Goes to the next line if only a comment stands before it.
    fn end_line(&mut self) {
        let mut ahead = self.at;
        while let Some(token) = self.tokens.get_mut(ahead) {
            let line_end = self
                .text
                .get(token.range.clone())
                .and_then(|text| text.find('\n'));
            match (token.kind, line_end) {
                (Kind::Space, Some(line_end)) => {
                    // What follows the line end is the next line's.
                    let line_end = token.range.start + line_end + 1;
                    if line_end == token.range.end {
                        ahead += 1;
                    } else {
                        token.range.start = line_end;
                    }
                    self.at = ahead;
                    return;
                }
                (Kind::Space, None) | (Kind::Comment, _) => ahead += 1,
                _ => return,
            }
        }
        self.at = ahead;
    }

    /// The member whose first token is the next one, with what stands from `start` above it.
    fn member(&mut self, start: usize) -> Option<Member<'a>> {
        let lines = self.first_line(start)?;
        while self.seen()? == "[" {
            self.skip_group();
            self.skip_layout();
        }
        let (name, signature, shape) = self.signature()?;
        self.skip_body()?;
        self.end_line();
        Some(Member {
            gap: self.text.get(start..lines)?,
            text: self.text.get(lines..self.offset())?,
            name,
            key: String::new(),
            signature: signature.start.checked_sub(lines)?..signature.end.checked_sub(lines)?,
            shape,
        })
    }

    /// Where the lines begin that belong to the next token: below the last empty line and the last directive
    /// since `start`.
    fn first_line(&self, start: usize) -> Option<usize> {
        let mut lines = start;
        let mut is_apart = true;
        let above = self.tokens.get(..self.at)?;
        let first = above.partition_point(|token| token.range.start < start);
        for token in above.get(first..)? {
            if token.kind == Kind::Space {
                let space = self.text.get(token.range.clone())?;
                let breaks = space.matches('\n').count();
                if let Some(last) = space.rfind('\n')
                    && breaks + usize::from(is_apart) > 1
                {
                    lines = token.range.start + last + 1;
                }
            }
            is_apart = token.kind == Kind::Directive;
        }
        Some(lines)
    }

    /// Goes to the end of the signature: the name of a method, the place, and the tokens.
    fn signature(&mut self) -> Option<(Option<&'a str>, Range<usize>, String)> {
        let start = self.offset();
        let (mut end, mut shape) = (start, String::new());
        let (mut name, mut is_constrained) = (None, false);
        let mut before: Vec<&str> = Vec::new();
        loop {
            let seen = self.seen()?;
            match seen {
                "{" | "=>" | "=" | ";" => break,
                ":" if !is_constrained => break,
                _ => {}
            }
            let first = self.at;
            if matches!(seen, "(" | "[") {
                self.skip_group();
            } else {
                self.at += 1;
            }
            let tokens = self.tokens.get(first..self.at)?;
            for token in tokens.iter().filter(|token| !token.kind.is_layout()) {
                if !shape.is_empty() {
                    shape.push(' ');
                }
                shape.push_str(self.text.get(token.range.clone())?);
                end = token.range.end;
            }
            self.skip_layout();
            is_constrained |= seen == "where";
            // Parameters stand at the end; what has parentheses elsewhere is a tuple type.
            if seen == "(" && matches!(self.seen()?, "{" | "=>" | ";" | ":" | "where") {
                name = name.or_else(|| called(&before));
            }
            before.push(seen);
        }
        Some((name, start..end, shape))
    }

    /// Goes past what follows a signature.
    fn skip_body(&mut self) -> Option<()> {
        let mut is_value = false;
        loop {
            match self.seen()? {
                ";" => {
                    self.at += 1;
                    return Some(());
                }
                "}" => return None,
                "{" => {
                    self.skip_group();
                    let end = self.at;
                    self.skip_layout();
                    if !is_value && !matches!(self.seen()?, "=" | ";") {
                        self.at = end;
                        return Some(());
                    }
                }
                "(" | "[" => {
                    self.skip_group();
                    self.skip_layout();
                }
                seen => {
                    is_value |= matches!(seen, "=" | "=>");
                    self.step();
                }
            }
        }
    }
}

fn name_keys(members: &mut [Member<'_>]) {
    let mut owners: HashMap<&str, usize> = HashMap::default();
    for name in members.iter().filter_map(|member| member.name) {
        *owners.entry(name).or_default() += 1;
    }
    for member in members {
        let own = member.name.filter(|name| owners.get(name) == Some(&1));
        member.key = own.unwrap_or(&member.shape).to_owned();
    }
}

/// The name at the end of `tokens`, without type parameters.
fn called<'a>(tokens: &[&'a str]) -> Option<&'a str> {
    let mut depth = 0_usize;
    for token in tokens.iter().rev() {
        match *token {
            ">" => depth += 1,
            "<" => depth = depth.checked_sub(1)?,
            name if depth == 0 => {
                let is_name =
                    name.starts_with(|of: char| of == '_' || of == '@' || of.is_alphabetic());
                return is_name.then_some(name);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Source;

    const TEXT: &str = r#"using System;
namespace N {
	class Other { void Lost() { } }

	public class C<T>: I where T: class { // opens

		/// <summary>One.</summary>
		[Obsolete("}"), X]
		public void One(int a = 1, out string b) {
			b = "}" + '{'; // }
		} // One

		int field = 1, more;
		// apart

		#region helpers
		// near
		private static (int, T) Two<U>(U u)
			where U: class, new() => (1, $"{u}}}");
		public (int a, int b) Three { get; set; } = (1, 2); // three
		public C(int a) : base(() => { }) {
		}
		public C() { } public int this[int at] { get { return at; } }
		#endregion
	}
}
"#;

    #[test]
    fn a_class_is_its_members() {
        let source = Source::parse(TEXT, Some("C")).unwrap();
        let shapes = source.members.iter();
        let shapes: Vec<_> = shapes.map(|of| (of.name, of.shape.as_str())).collect();
        assert_eq!(
            shapes,
            [
                (Some("One"), "public void One ( int a = 1 , out string b )"),
                (None, "int field"),
                (
                    Some("Two"),
                    "private static ( int , T ) Two < U > ( U u ) where U : class , new ( )"
                ),
                (None, "public ( int a , int b ) Three"),
                (Some("C"), "public C ( int a )"),
                (Some("C"), "public C ( )"),
                (None, "public int this [ int at ]"),
            ]
        );
        let one = &source.members[0];
        assert_eq!(one.gap, "\n");
        assert!(one.text.starts_with("\t\t/// <summary>") && one.text.ends_with("} // One\n"));
        assert_eq!(
            &one.text[one.signature.clone()],
            "public void One(int a = 1, out string b)"
        );
        let two = &source.members[2];
        assert_eq!(two.gap, "\t\t// apart\n\n\t\t#region helpers\n");
        assert!(two.text.starts_with("\t\t// near\n"));
    }

    #[test]
    fn the_parts_are_the_text() {
        for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n")] {
            for class in [None, Some("C")] {
                let source = Source::parse(&text, class).unwrap();
                let members = source.members.iter();
                let members: String = members.flat_map(|of| [of.gap, of.text]).collect();
                assert_eq!(format!("{}{members}{}", source.head, source.tail), text);
            }
        }
    }

    #[test]
    fn what_is_not_a_class_is_refused() {
        for text in [
            "",
            "class",
            "class C",
            "class C {",
            "class C { int a }",
            "class C { void A( { } }",
            "class C { [X] }",
            "class C { void A() { ) }",
            "struct C { }",
            "class C { int",
        ] {
            assert_eq!(Source::parse(text, None), None, "{text}");
        }
        assert_eq!(Source::parse("class C { }", Some("D")), None);
    }
}
