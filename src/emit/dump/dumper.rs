use super::attribute;
use super::line::Line;
use super::signature::Printer;
use crate::clr::{Assembly, AssemblySet};
use crate::metadata::{
    Error, ErrorKind, HasCustomAttribute, HasDeclSecurity, Metadata, Result, limits, table,
};
use std::fmt::Display;
use std::io;

/// What a dump came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records that could not be read.
    pub errors: u64,
    /// Custom attributes that were written without their arguments, for the most part because the
    /// assembly of an enum was not at hand.
    pub undecoded: u64,
}

/// Writes all facts of `assembly` to `out`, one JSON object a line.
///
/// `path` is only repeated in the first record. `set` holds the assemblies whose enums the attributes use;
/// without it, enums of other assemblies are guessed where only one size fits.
///
/// # Errors
/// Those of `out`. Damage in the assembly is counted in the [`Summary`] and written as `error` records.
pub fn json<'m, W: io::Write>(
    assembly: &'m Assembly<'m>,
    path: &str,
    set: Option<&'m AssemblySet<'m>>,
    out: &mut W,
) -> io::Result<Summary> {
    let mut dumper = Dumper {
        assembly,
        metadata: assembly.metadata(),
        set,
        line: Line::default(),
        summary: Summary::default(),
        left: allowance(assembly.image().data().len()),
        out,
    };
    dumper.record("file", "file", |line| {
        line.key("path").text(path);
        Ok(())
    })?;
    dumper.header()?;
    for row in dumper.metadata.rows::<table::TypeDef>() {
        dumper.ty(row)?;
    }
    dumper.trailer()?;
    dumper.end()
}

/// The state of one dump: where it reads, where it writes, and the record in the making.
pub(super) struct Dumper<'m, 'o, W> {
    pub(super) assembly: &'m Assembly<'m>,
    pub(super) metadata: &'m Metadata<'m>,
    set: Option<&'m AssemblySet<'m>>,
    line: Line,
    summary: Summary,
    /// Bytes that may still be written, the last records aside.
    left: u64,
    out: &'o mut W,
}

/// Bytes that the dump of a file of `size` bytes may have. Rows can share names and blobs, so that without
/// a bound a small file could stand for an endless dump.
fn allowance(size: usize) -> u64 {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    size.saturating_mul(limits::DUMP_RATIO)
        .saturating_add(limits::DUMP_BASE)
}

impl<'m, W: io::Write> Dumper<'m, '_, W> {
    /// Writes a record of kind `kind`, or an error record that names `place`.
    pub(super) fn record(
        &mut self,
        kind: &'static str,
        place: impl Display,
        fill: impl FnOnce(&mut Line) -> Result<()>,
    ) -> io::Result<()> {
        if self.left == 0 {
            return Ok(());
        }
        self.line.start(kind);
        let filled = fill(&mut self.line);
        // What was read in vain counts, too.
        self.left = self.left.saturating_sub(self.line.len() as u64);
        if self.left == 0 {
            self.error(
                place,
                &Error::new(ErrorKind::TooLong(self.line.len() as u64)),
            )
        } else if let Err(error) = filled {
            self.error(place, &error)
        } else {
            self.line.write_to(self.out)
        }
    }

    fn end(mut self) -> io::Result<Summary> {
        let Summary { errors, undecoded } = self.summary;
        self.line.start("end");
        self.line.key("errors").number(errors);
        self.line.key("undecoded").number(undecoded);
        self.line.write_to(self.out)?;
        Ok(self.summary)
    }

    /// Writes an error record.
    pub(super) fn error(&mut self, place: impl Display, error: &Error) -> io::Result<()> {
        self.summary.errors = self.summary.errors.saturating_add(1);
        self.line.start("error");
        self.line.key("where").text_of(place);
        self.line.key("exc").text("metadata");
        self.line.key("msg").text_of(error);
        self.line.write_to(self.out)
    }

    /// The custom attributes of `parent`; `owner` names it.
    pub(super) fn attributes(
        &mut self,
        parent: HasCustomAttribute,
        owner: impl Display,
    ) -> io::Result<()> {
        let (assembly, metadata, set) = (self.assembly, self.metadata, self.set);
        for (position, attribute) in (0u32..).zip(assembly.attributes_of(parent)) {
            let mut undecoded = false;
            self.record("ca", format_args!("ca {owner}"), |line| {
                let row = attribute.row();
                line.key("owner").text_of(&owner);
                line.key("i").number(position);
                line.key("type");
                Printer::new(line, metadata).type_ref(attribute.class()?)?;
                line.key("ctor");
                let constructor = row.constructor()?;
                let constructor = constructor.ok_or_else(|| Error::new(ErrorKind::Null));
                Printer::new(line, metadata).method_ref(constructor?.into())?;
                line.key("blob").hex(row.value()?.rest());
                match attribute.value(set) {
                    Ok(value) => attribute::value(line, assembly, &value)?,
                    Err(error) => {
                        undecoded = true;
                        line.key("undecoded").text_of(error);
                    }
                }
                Ok(())
            })?;
            self.summary.undecoded = self.summary.undecoded.saturating_add(undecoded.into());
        }
        Ok(())
    }

    /// The declarative security of `parent`; `owner` names it.
    pub(super) fn security(
        &mut self,
        parent: HasDeclSecurity,
        owner: impl Display,
    ) -> io::Result<()> {
        for row in self.metadata.decl_security(parent) {
            self.record("sec", format_args!("sec {owner}"), |line| {
                line.key("owner").text_of(&owner);
                line.key("action").number(row.action());
                line.key("blob").hex(row.permission_set()?.rest());
                Ok(())
            })?;
        }
        Ok(())
    }
}
