//! The dump for people: the outline of an assembly in the words of C#.
//!
//! Comments at the top say what the assembly is and what it refers to; then come its attributes and its
//! types, by namespace. What C# has no words for is written as the pseudo-attribute that its compilers turn
//! into it (`[StructLayout(…)]`, `[DllImport(…)]`), or as a comment. To the right of each row stand its
//! token and, where it has one, its RVA. Custom modifiers are only in the JSON.

mod attributes;
mod head;
mod line;
mod members;
mod method;
mod names;
mod types;
mod value;

use super::dumper::{Summary, allowance};
use crate::clr::{Assembly, AssemblySet};
use crate::metadata::{Error, ErrorKind, Metadata, Result};
use line::Line;
use std::fmt::Display;
use std::io;

/// How every dump begins.
pub(super) const BEGINNING: &str = "// Dump of ";

/// Writes what there is to know of `assembly` to `out`, as people read it.
///
/// `set` holds the assemblies whose enums the attributes use; without it, enums of other assemblies are
/// guessed where only one size fits, and their values are numbers.
///
/// # Errors
/// Those of `out`. Damage in the assembly is counted in the [`Summary`], and a line that begins with
/// `// damaged:` stands where it was met.
pub fn text<'m, W: io::Write>(
    assembly: &'m Assembly<'m>,
    set: Option<&'m AssemblySet<'m>>,
    out: &mut W,
) -> io::Result<Summary> {
    let mut text = Text {
        assembly,
        metadata: assembly.metadata(),
        set,
        line: Line::default(),
        indent: 0,
        gap: Gap::No,
        summary: Summary::default(),
        left: allowance(assembly.image().data().len()),
        out,
    };
    text.head()?;
    text.types()?;
    Ok(text.summary)
}

/// The state of one dump: where it reads, where it writes, and the line in the making.
struct Text<'m, 'o, W> {
    assembly: &'m Assembly<'m>,
    metadata: &'m Metadata<'m>,
    set: Option<&'m AssemblySet<'m>>,
    line: Line,
    /// Levels of braces.
    indent: usize,
    /// Whether an empty line comes before the next.
    gap: Gap,
    summary: Summary,
    /// Bytes that may still be written, as in the JSON.
    left: u64,
    out: &'o mut W,
}

/// An empty line between what belongs together and what does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    No,
    Wanted,
    /// Not even if it is wanted: a brace stands before it.
    Never,
}

impl<W: io::Write> Text<'_, '_, W> {
    /// Wants an empty line before the next one.
    fn gap(&mut self) {
        if self.gap == Gap::No {
            self.gap = Gap::Wanted;
        }
    }

    /// Opens a brace.
    fn open(&mut self) -> io::Result<()> {
        self.plain("{")?;
        self.indent = self.indent.saturating_add(1);
        self.gap = Gap::Never;
        Ok(())
    }

    /// Closes it.
    fn close(&mut self) -> io::Result<()> {
        self.indent = self.indent.saturating_sub(1);
        self.gap = Gap::No;
        self.plain("}")
    }

    /// Writes the line that `fill` makes, or one that says why `place` is damaged.
    fn line(
        &mut self,
        place: impl Display,
        fill: impl FnOnce(&mut Line) -> Result<()>,
    ) -> io::Result<()> {
        if self.left == 0 {
            return Ok(());
        }
        self.line.start(self.indent);
        let filled = fill(&mut self.line);
        // What was read in vain counts, too.
        let length = self.line.len();
        self.left = self.left.saturating_sub(length);
        if self.left == 0 {
            self.damage("the rest", &Error::new(ErrorKind::TooLong(length)))
        } else if let Err(error) = filled {
            self.damage(place, &error)
        } else {
            self.flush()
        }
    }

    /// Writes the line, after the empty line that may be wanted.
    fn flush(&mut self) -> io::Result<()> {
        if self.gap == Gap::Wanted {
            self.out.write_all(b"\n")?;
        }
        self.gap = Gap::No;
        self.line.write_to(self.out)
    }

    /// Writes a line of fixed text.
    fn plain(&mut self, text: &str) -> io::Result<()> {
        self.line(text, |line| line.put(text))
    }

    /// Writes that `place` cannot be read.
    fn damage(&mut self, place: impl Display, error: &Error) -> io::Result<()> {
        self.summary.errors = self.summary.errors.saturating_add(1);
        self.line.start(self.indent);
        // A message that does not fit is cut.
        let _ = self.line.put(format_args!("// damaged: {place}: {error}"));
        self.line.write_to(self.out)
    }

    /// The value of a row, or a line that says why `place` is damaged.
    fn or_damage<T>(&mut self, place: impl Display, value: Result<T>) -> io::Result<Option<T>> {
        match value {
            Ok(value) => Ok(Some(value)),
            Err(error) => self.damage(place, &error).map(|()| None),
        }
    }
}
