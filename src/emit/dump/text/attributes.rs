use super::Text;
use super::names::{NATIVE_TYPES, SECURITY_ACTIONS, name};
use super::value::Values;
use crate::metadata::{HasCustomAttribute, HasDeclSecurity, HasFieldMarshal};
use std::fmt::Display;
use std::io;

/// Namespace and name of an attribute's class.
type Name = (&'static str, &'static str);

const COMPILER_SERVICES: &str = "System.Runtime.CompilerServices";

/// Attributes that keywords stand for: of types,
pub(super) const TYPE_KEYWORDS: &[Name] = &[
    (COMPILER_SERVICES, "IsReadOnlyAttribute"),
    (COMPILER_SERVICES, "IsByRefLikeAttribute"),
];
/// of methods,
pub(super) const METHOD_KEYWORDS: &[Name] = &[
    (COMPILER_SERVICES, "IsReadOnlyAttribute"),
    (COMPILER_SERVICES, "ExtensionAttribute"),
];
/// and of parameters, whose default values are written, too.
pub(super) const PARAMETER_KEYWORDS: &[Name] = &[
    ("System", "ParamArrayAttribute"),
    (COMPILER_SERVICES, "IsReadOnlyAttribute"),
    (COMPILER_SERVICES, "RequiresLocationAttribute"),
    (COMPILER_SERVICES, "DecimalConstantAttribute"),
    (COMPILER_SERVICES, "DateTimeConstantAttribute"),
];

impl<'m, W: io::Write> Text<'m, '_, W> {
    /// The custom attributes of `parent`, each in a line that begins with `target`, without `hidden` ones.
    pub(super) fn attributes(
        &mut self,
        parent: HasCustomAttribute,
        target: impl Display,
        hidden: &[Name],
    ) -> io::Result<()> {
        let (assembly, set) = (self.assembly, self.set);
        for attribute in assembly.attributes_of(parent) {
            let is_hidden = |(namespace, name): &Name| attribute.is(namespace, name);
            if hidden.iter().any(is_hidden) {
                continue;
            }
            let mut undecoded = false;
            self.line(attribute.row().id(), |line| {
                line.put(format_args!("[{target}"))?;
                line.put(attribute.ty()?)?;
                line.drop_end("Attribute");
                match attribute.value(set) {
                    Ok(value) => Values { assembly, set }.write(line, &value)?,
                    Err(error) => {
                        undecoded = true;
                        let length = attribute.row().value()?.rest().len();
                        line.put(format_args!("(/* {length} bytes: {error} */)"))?;
                    }
                }
                line.put("]")
            })?;
            self.summary.undecoded = self.summary.undecoded.saturating_add(undecoded.into());
        }
        Ok(())
    }

    /// The declarative security of `parent`; the permissions stay encoded.
    pub(super) fn security(&mut self, parent: HasDeclSecurity) -> io::Result<()> {
        for row in self.metadata.decl_security(parent) {
            self.line(row.id(), |line| {
                let length = row.permission_set()?.rest().len();
                line.put("// security: ")?;
                match name(SECURITY_ACTIONS, row.action().into()) {
                    Some(action) => line.put(action)?,
                    None => line.put(format_args!("action {}", row.action()))?,
                }
                line.put(format_args!(", {length} bytes"))
            })?;
        }
        Ok(())
    }

    /// How the value of `parent` is marshalled; of the descriptor, only the native type.
    pub(super) fn marshalling(
        &mut self,
        parent: HasFieldMarshal,
        target: impl Display,
    ) -> io::Result<()> {
        let Some(row) = self.metadata.field_marshal(parent) else {
            return Ok(());
        };
        self.line(row.id(), |line| {
            line.put(format_args!("[{target}MarshalAs("))?;
            let number = row.native_type()?.peek().map_or(0, u32::from);
            match name(NATIVE_TYPES, number) {
                Some(name) => line.put(format_args!("UnmanagedType.{name}"))?,
                None => line.put(format_args!("(UnmanagedType){number}"))?,
            }
            line.put(")]")
        })
    }
}
