use super::attributes::TYPE_KEYWORDS;
use super::line::Line;
use super::names::{LAYOUTS, TYPE_CHAR_SETS, VISIBILITIES, name};
use super::{Text, method};
use crate::clr::{Type, TypeKind, TypeUse, split_arity};
use crate::metadata::signature::ElementType;
use crate::metadata::{
    HasCustomAttribute, HasDeclSecurity, Metadata, Result, Row, TypeDefOrRef, TypeOrMethodDef,
    table,
};
use std::fmt::Display;
use std::io;

/// `TypeAttributes` (II.23.1.15).
const LAYOUT: u32 = 0x18;
const CHAR_SET: u32 = 0x3_0000;
const IMPORT: u32 = 0x1000;
const SERIALIZABLE: u32 = 0x2000;

/// `GenericParamAttributes` (II.23.1.7), and that of types that may be `ref struct`s.
const COVARIANT: u16 = 1;
const CONTRAVARIANT: u16 = 2;
const CLASS: u16 = 4;
const STRUCT: u16 = 8;
const NEW: u16 = 0x10;
const BY_REF_LIKE: u16 = 0x20;

impl<'m, W: io::Write> Text<'m, '_, W> {
    /// All types by namespace, nested ones within those around them.
    pub(super) fn types(&mut self) -> io::Result<()> {
        let rows = || self.metadata.rows::<table::TypeDef>();
        let mut shown = vec![false; rows().count()];
        let outer = rows().filter(|row| self.metadata.nested_class(row.id()).is_none());
        let mut outer: Vec<_> = outer.map(Row::id).collect();
        outer.sort_by_cached_key(|id| {
            let row = self.metadata.row(*id);
            row.and_then(|row| row.namespace()).unwrap_or_default()
        });
        let mut namespace = "";
        for id in outer {
            let Ok(ty) = self.assembly.type_def(id) else {
                continue;
            };
            let own = ty.row().namespace().unwrap_or_default();
            if own != namespace {
                namespace = own;
                self.gap();
                self.line(id, |line| line.put(format_args!("namespace {namespace};")))?;
            }
            self.ty(ty, &mut shown)?;
        }
        self.lost_types(&mut shown)
    }

    /// Types that are nested in each other, or in types that do not exist.
    fn lost_types(&mut self, shown: &mut [bool]) -> io::Result<()> {
        for ty in self.assembly.types() {
            if shown.get(ty.id().index()) == Some(&false) {
                self.gap();
                self.plain("// damaged: nested in a loop, or in a type that does not exist")?;
                self.ty(ty, shown)?;
            }
        }
        Ok(())
    }

    /// A type with all that is in it. `shown` marks the types that were written, because rows can nest a type
    /// twice, or in itself.
    fn ty(&mut self, ty: Type<'m>, shown: &mut [bool]) -> io::Result<()> {
        match shown.get_mut(ty.id().index()) {
            Some(shown) if !*shown => *shown = true,
            _ => return Ok(()),
        }
        let id = ty.id();
        self.gap();
        self.attributes(HasCustomAttribute::TypeDef(id), "", TYPE_KEYWORDS)?;
        self.security(HasDeclSecurity::TypeDef(id))?;
        self.pseudo_attributes(ty)?;
        self.interface_attributes(ty)?;
        self.generic_param_attributes(TypeOrMethodDef::TypeDef(id))?;
        self.line(id, |line| header(line, ty))?;
        self.open()?;
        self.members(ty)?;
        for nested in ty.nested() {
            self.ty(nested, shown)?;
        }
        self.close()
    }

    fn pseudo_attributes(&mut self, ty: Type<'m>) -> io::Result<()> {
        for (flag, attribute) in [(SERIALIZABLE, "[Serializable]"), (IMPORT, "[ComImport]")] {
            if ty.flags() & flag != 0 {
                self.plain(attribute)?;
            }
        }
        let layout = name(LAYOUTS, ty.flags() & LAYOUT).unwrap_or_default();
        let char_set = name(TYPE_CHAR_SETS, ty.flags() & CHAR_SET);
        let sizes = self.metadata.class_layout(ty.id());
        let usual = match ty.kind() {
            TypeKind::Struct => "Sequential",
            _ => "Auto",
        };
        if layout == usual && char_set.is_none() && sizes.is_none() {
            return Ok(());
        }
        self.line(ty.id(), |line| {
            line.put(format_args!("[StructLayout(LayoutKind.{layout}"))?;
            if let Some(sizes) = sizes {
                let (pack, size) = (sizes.packing_size(), sizes.class_size());
                line.put(format_args!(", Pack = {pack}, Size = {size}"))?;
            }
            if let Some(char_set) = char_set {
                line.put(format_args!(", CharSet = CharSet.{char_set}"))?;
            }
            line.put(")]")
        })
    }

    fn interface_attributes(&mut self, ty: Type<'m>) -> io::Result<()> {
        for row in self.metadata.interface_impls(ty.id()) {
            let parent = HasCustomAttribute::InterfaceImpl(row.id());
            if self.assembly.attributes_of(parent).next().is_some()
                && let Ok(Some(interface)) = row.interface()
                && let Ok(interface) = ty.type_use(interface)
            {
                self.attributes(parent, format_args!("{interface}: "), &[])?;
            }
        }
        Ok(())
    }

    /// The attributes of the generic parameters of `owner`.
    pub(super) fn generic_param_attributes(&mut self, owner: TypeOrMethodDef) -> io::Result<()> {
        for row in self.metadata.generic_params(owner) {
            let name = row.name().unwrap_or_default();
            let parent = HasCustomAttribute::GenericParam(row.id());
            self.attributes(parent, format_args!("{name}: "), &[])?;
        }
        Ok(())
    }
}

fn header(line: &mut Line, ty: Type<'_>) -> Result<()> {
    line.comment(ty.id());
    line.put(name(VISIBILITIES, ty.flags() & 7).unwrap_or_default())?;
    let kind = ty.kind();
    let has = |name| {
        let mut attributes = ty.custom_attributes();
        attributes.any(|attribute| attribute.is("System.Runtime.CompilerServices", name))
    };
    line.put(match kind {
        TypeKind::Class if ty.is_static() => " static class ",
        TypeKind::Class if ty.is_abstract() => " abstract class ",
        TypeKind::Class if ty.is_sealed() => " sealed class ",
        TypeKind::Class => " class ",
        TypeKind::Interface => " interface ",
        TypeKind::Struct => match (has("IsReadOnlyAttribute"), has("IsByRefLikeAttribute")) {
            (true, true) => " readonly ref struct ",
            (true, false) => " readonly struct ",
            (false, true) => " ref struct ",
            (false, false) => " struct ",
        },
        TypeKind::Enum => " enum ",
        TypeKind::Delegate => " delegate ",
    })?;
    // A type repeats the generic parameters of the types around it.
    let inherited = ty
        .enclosing()
        .map_or(0, |outer| outer.generic_params().count());
    let invoke = match kind {
        TypeKind::Delegate => method::named(ty, "Invoke"),
        _ => None,
    };
    let signature = invoke.map(|method| method.signature()).transpose()?;
    if let Some(signature) = &signature {
        line.put(format_args!("{} ", signature.return_type))?;
    }
    line.put(split_arity(ty.name()?).0)?;
    let mut separator = "<";
    for row in ty.generic_params().skip(inherited) {
        let variance = match row.flags() & 3 {
            COVARIANT => "out ",
            CONTRAVARIANT => "in ",
            _ => "",
        };
        line.put(format_args!("{separator}{variance}{}", row.name()?))?;
        separator = ", ";
    }
    line.put(if separator == "<" { "" } else { ">" })?;
    match &signature {
        Some(signature) => method::parameters(line, &signature.parameters)?,
        None => bases(line, ty, kind)?,
    }
    for row in ty.generic_params().skip(inherited) {
        constraints(line, ty.assembly().metadata(), row, |column| {
            ty.type_use(column)
        })?;
    }
    Ok(())
}

/// The base type, where C# does not know it by the kind of the type, and the interfaces.
fn bases(line: &mut Line, ty: Type<'_>, kind: TypeKind) -> Result<()> {
    let base = match kind {
        TypeKind::Class => {
            let object = TypeUse::Primitive(ElementType::Object);
            ty.base()?.filter(|base| *base != object)
        }
        TypeKind::Enum => {
            let mut fields = ty.fields().filter_map(Result::ok);
            let value = fields.find(|field| !field.is_static());
            value.map(|field| field.ty()).transpose()?
        }
        _ => None,
    };
    let mut separator = " : ";
    for base in base.map(Ok).into_iter().chain(ty.interfaces()) {
        line.put(format_args!("{separator}{}", base?))?;
        separator = ", ";
    }
    Ok(())
}

/// The constraints of a generic parameter: ` where T : class, new()`; nothing where there are none.
pub(super) fn constraints<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    parameter: Row<'m, table::GenericParam>,
    type_use: impl Fn(TypeDefOrRef) -> Result<TypeUse<'m>>,
) -> Result<()> {
    let flags = parameter.flags();
    let name = parameter.name()?;
    let mut any = false;
    let mut add = |line: &mut Line, constraint: &dyn Display| {
        if any {
            return line.put(format_args!(", {constraint}"));
        }
        any = true;
        line.put(format_args!(" where {name} : {constraint}"))
    };
    for (flag, keyword) in [(CLASS, "class"), (STRUCT, "struct")] {
        if flags & flag != 0 {
            add(line, &keyword)?;
        }
    }
    for row in metadata.generic_param_constraints(parameter.id()) {
        if let Some(constraint) = row.constraint()? {
            let constraint = type_use(constraint)?;
            let is_implied = constraint
                .as_named()
                .is_some_and(|ty| ty.name.is("System", "ValueType"));
            if flags & STRUCT == 0 || !is_implied {
                add(line, &constraint)?;
            }
        }
    }
    if flags & NEW != 0 && flags & STRUCT == 0 {
        add(line, &"new()")?;
    }
    if flags & BY_REF_LIKE != 0 {
        add(line, &"allows ref struct")?;
    }
    Ok(())
}
