use super::Text;
use super::attributes::{METHOD_KEYWORDS, PARAMETER_KEYWORDS};
use super::line::Line;
use super::names::{CALLING_CONVENTIONS, CHAR_SETS, CODE_TYPES, IMPLEMENTATIONS, name};
use super::types::constraints;
use crate::clr::{Access, Declaration, Method, Parameter, Quoted, Type, TypeKind};
use crate::metadata::{
    HasCustomAttribute, HasDeclSecurity, HasFieldMarshal, MemberRefParent, MethodDefOrRef, Result,
    TypeDefOrRef, TypeOrMethodDef,
};
use std::io;

/// `MethodAttributes` (II.23.1.10).
const FINAL: u16 = 0x20;
const PINVOKE: u16 = 0x2000;
/// `PInvokeAttributes` (II.23.1.8).
const EXACT_SPELLING: u16 = 0x1;
const CHAR_SET: u16 = 0x6;
const LAST_ERROR: u16 = 0x40;
const CALLING_CONVENTION: u16 = 0x700;
/// `MethodImplAttributes` (II.23.1.11).
const CODE_TYPE: u16 = 0x3;
const PRESERVE_SIG: u16 = 0x80;
const INTERNAL_CALL: u16 = 0x1000;

impl<'m, W: io::Write> Text<'m, '_, W> {
    pub(super) fn method(&mut self, method: Method<'m>) -> io::Result<()> {
        let (id, metadata) = (method.row().id(), self.metadata);
        self.attributes(HasCustomAttribute::MethodDef(id), "", METHOD_KEYWORDS)?;
        self.security(HasDeclSecurity::MethodDef(id))?;
        self.import(method)?;
        self.implementation(method)?;
        self.generic_param_attributes(TypeOrMethodDef::MethodDef(id))?;
        let signature = method.signature();
        let Some(signature) = self.or_damage(id, signature)? else {
            return Ok(());
        };
        if let Some(row) = signature.return_row {
            self.attributes(HasCustomAttribute::Param(row.id()), "return: ", &[])?;
            self.marshalling(HasFieldMarshal::Param(row.id()), "return: ")?;
        }
        for parameter in &signature.parameters {
            if let Some(row) = parameter.row {
                let target = format_args!("{}: ", parameter.name);
                let parent = HasCustomAttribute::Param(row.id());
                self.attributes(parent, target, PARAMETER_KEYWORDS)?;
                self.marshalling(HasFieldMarshal::Param(row.id()), target)?;
            }
        }
        self.line(id, |line| {
            line.comment(id);
            if method.row().rva() != 0 {
                line.comment(format_args!("RVA {:#x}", method.row().rva()));
            }
            // The declaration cannot say so itself.
            for parameter in &signature.parameters {
                parameter.default_value()?;
            }
            method.name()?;
            modifiers(line, Some(method), Some(method.access()))?;
            line.put(Declaration {
                method,
                signature: &signature,
            })?;
            for row in method.generic_params() {
                constraints(line, metadata, row, |column| method.type_use(column))?;
            }
            line.put(";")
        })?;
        self.overrides(method)
    }

    /// The native function behind it, as the attribute that says so in C#.
    fn import(&mut self, method: Method<'m>) -> io::Result<()> {
        let Some(map) = method.pinvoke().filter(|_| method.flags() & PINVOKE != 0) else {
            return Ok(());
        };
        let metadata = self.metadata;
        self.line(map.id(), |line| {
            let flags = map.mapping_flags();
            let module = match map.import_scope()? {
                Some(module) => metadata.row(module)?.name()?,
                None => "",
            };
            line.put(format_args!("[DllImport({}", Quoted(module)))?;
            let entry = map.import_name()?;
            if entry != method.name()? {
                line.put(format_args!(", EntryPoint = {}", Quoted(entry)))?;
            }
            if let Some(name) = name(CHAR_SETS, (flags & CHAR_SET).into()) {
                line.put(format_args!(", CharSet = CharSet.{name}"))?;
            }
            if let Some(name) = name(CALLING_CONVENTIONS, (flags & CALLING_CONVENTION).into()) {
                line.put(format_args!(
                    ", CallingConvention = CallingConvention.{name}"
                ))?;
            }
            for (flag, name) in [
                (EXACT_SPELLING, "ExactSpelling"),
                (LAST_ERROR, "SetLastError"),
            ] {
                if flags & flag != 0 {
                    line.put(format_args!(", {name} = true"))?;
                }
            }
            if method.row().impl_flags() & PRESERVE_SIG == 0 {
                line.put(", PreserveSig = false")?;
            }
            line.put(")]")
        })
    }

    fn implementation(&mut self, method: Method<'m>) -> io::Result<()> {
        let mut flags = method.row().impl_flags();
        if method.flags() & PINVOKE != 0 {
            flags &= !PRESERVE_SIG;
        }
        if flags == 0 {
            return Ok(());
        }
        self.line(method.row().id(), |line| {
            line.put("[MethodImpl(")?;
            let mut separator = "";
            for (flag, name) in IMPLEMENTATIONS {
                if u32::from(flags) & flag != 0 {
                    line.put(format_args!("{separator}MethodImplOptions.{name}"))?;
                    separator = " | ";
                }
            }
            if let Some(name) = name(CODE_TYPES, (flags & CODE_TYPE).into()) {
                let separator = if separator.is_empty() { "" } else { ", " };
                line.put(format_args!(
                    "{separator}MethodCodeType = MethodCodeType.{name}"
                ))?;
            }
            line.put(")]")
        })
    }

    /// The methods that it overrides though they may have other names.
    fn overrides(&mut self, method: Method<'m>) -> io::Result<()> {
        let metadata = self.metadata;
        for row in metadata.overrides_of(MethodDefOrRef::MethodDef(method.row().id())) {
            self.line(row.id(), |line| {
                let (name, owner) = match row.method_declaration()? {
                    Some(MethodDefOrRef::MethodDef(id)) => {
                        let owner = metadata.method_owner(id).map(TypeDefOrRef::TypeDef);
                        (metadata.row(id)?.name()?, owner)
                    }
                    Some(MethodDefOrRef::MemberRef(id)) => {
                        let row = metadata.row(id)?;
                        (row.name()?, row.class()?.and_then(owner))
                    }
                    None => return line.put("//   overrides nothing"),
                };
                line.put("//   overrides ")?;
                if let Some(owner) = owner {
                    line.put(format_args!(
                        "{}.",
                        method.declaring_type().type_use(owner)?
                    ))?;
                }
                line.put(name)
            })?;
        }
        Ok(())
    }
}

/// The type that has a member, where it is one.
fn owner(parent: MemberRefParent) -> Option<TypeDefOrRef> {
    match parent {
        MemberRefParent::TypeDef(id) => Some(TypeDefOrRef::TypeDef(id)),
        MemberRefParent::TypeRef(id) => Some(TypeDefOrRef::TypeRef(id)),
        MemberRefParent::TypeSpec(id) => Some(TypeDefOrRef::TypeSpec(id)),
        MemberRefParent::ModuleRef(_) | MemberRefParent::MethodDef(_) => None,
    }
}

/// The keywords before a method, or before the property or event that it is an accessor of.
pub(super) fn modifiers(
    line: &mut Line,
    method: Option<Method<'_>>,
    access: Option<Access>,
) -> Result<()> {
    let Some(method) = method else {
        return Ok(());
    };
    let in_interface = method.declaring_type().kind() == TypeKind::Interface;
    if let Some(access) = access
        && !(in_interface && access == Access::Public)
    {
        line.put(format_args!("{access} "))?;
    }
    if method.is_static() {
        line.put("static ")?;
    }
    let is_final = method.flags() & FINAL != 0;
    line.put(
        match (
            method.is_virtual(),
            method.is_abstract(),
            method.is_new_slot(),
        ) {
            (true, true, true) if in_interface && !method.is_static() => "",
            (_, true, true) => "abstract ",
            (_, true, false) => "abstract override ",
            (true, false, true) if is_final => "sealed virtual ",
            (true, false, true) => "virtual ",
            (true, false, false) if is_final => "sealed override ",
            (true, false, false) => "override ",
            (false, false, _) => "",
        },
    )?;
    if method.flags() & PINVOKE != 0 || method.row().impl_flags() & INTERNAL_CALL != 0 {
        line.put("extern ")?;
    }
    let is_readonly = method.declaring_type().kind() == TypeKind::Struct
        && method.custom_attributes().any(|attribute| {
            attribute.is("System.Runtime.CompilerServices", "IsReadOnlyAttribute")
        });
    line.put(if is_readonly { "readonly " } else { "" })
}

/// The method `name` of `ty`.
pub(super) fn named<'m>(ty: Type<'m>, name: &str) -> Option<Method<'m>> {
    let mut methods = ty.methods().filter_map(Result::ok);
    methods.find(|method| method.name() == Ok(name))
}

/// Parameters in brackets.
pub(super) fn parameters(line: &mut Line, parameters: &[Parameter<'_>]) -> Result<()> {
    let mut separator = "(";
    for parameter in parameters {
        parameter.default_value()?;
        line.put(format_args!("{separator}{parameter}"))?;
        separator = ", ";
    }
    line.put(if separator == "(" { "()" } else { ")" })
}
