use super::line::Line;
use crate::metadata::signature::{
    self, ArrayShape, Budget, CallingConvention, ElementType, MethodSig, TypeSig,
};
use crate::metadata::{
    CustomAttributeType, Error, ErrorKind, Id, Implementation, MemberRefParent, Metadata,
    MethodDefOrRef, ResolutionScope, Result, TypeDefOrRef, limits, table,
};
use std::cell::Cell;

/// The names of ILAsm for the types that an element type alone names (II.23.1.16).
const NAMES: &[(ElementType, &str)] = &[
    (ElementType::Void, "void"),
    (ElementType::Boolean, "bool"),
    (ElementType::Char, "char"),
    (ElementType::I1, "int8"),
    (ElementType::U1, "uint8"),
    (ElementType::I2, "int16"),
    (ElementType::U2, "uint16"),
    (ElementType::I4, "int32"),
    (ElementType::U4, "uint32"),
    (ElementType::I8, "int64"),
    (ElementType::U8, "uint64"),
    (ElementType::R4, "float32"),
    (ElementType::R8, "float64"),
    (ElementType::String, "string"),
    (ElementType::TypedByRef, "typedref"),
    (ElementType::I, "intptr"),
    (ElementType::U, "uintptr"),
    (ElementType::Object, "object"),
];

/// ILAsm's name of `element`.
pub(super) fn element_name(element: ElementType) -> &'static str {
    let row = NAMES.iter().find(|(known, _)| *known == element);
    row.map_or("", |(_, name)| name)
}

/// Writes the types of one module into the open string of a line, as ILAsm does.
pub(super) struct Printer<'l, 'm> {
    line: &'l mut Line,
    metadata: &'m Metadata<'m>,
}

impl<'l, 'm> Printer<'l, 'm> {
    pub(super) fn new(line: &'l mut Line, metadata: &'m Metadata<'m>) -> Self {
        Self { line, metadata }
    }

    /// A type in a signature, as a string.
    pub(super) fn type_sig(mut self, sig: &TypeSig) -> Result<()> {
        self.line.begin_text();
        self.sig(sig, Budget::new(&Cell::new(0)))?;
        self.line.end_text();
        Ok(())
    }

    /// A type that stands alone, as a string: without `class` or `valuetype` unless it is a specification.
    pub(super) fn type_ref(mut self, ty: TypeDefOrRef) -> Result<()> {
        self.line.begin_text();
        self.reference(ty, Budget::new(&Cell::new(0)))?;
        self.line.end_text();
        Ok(())
    }

    /// The signature of a definition, as a string.
    pub(super) fn method_sig(mut self, sig: &MethodSig) -> Result<()> {
        let specs = Cell::new(0);
        let budget = Budget::new(&specs);
        self.line.begin_text();
        self.convention(sig);
        self.sig(&sig.return_type, budget)?;
        self.line.part(" ");
        self.parameters(sig, budget)?;
        self.line.end_text();
        Ok(())
    }

    /// A method by reference, as a string: `R Owner::Name(A,B)`.
    pub(super) fn method_ref(mut self, method: MethodDefOrRef) -> Result<()> {
        let specs = Cell::new(0);
        let budget = Budget::new(&specs);
        let (name, sig, owner) = match method {
            MethodDefOrRef::MethodDef(id) => {
                let row = self.metadata.row(id)?;
                let owner = self.metadata.method_owner(id);
                let owner = owner.map(MemberRefParent::TypeDef);
                (row.name()?, row.signature()?, owner)
            }
            MethodDefOrRef::MemberRef(id) => {
                let row = self.metadata.row(id)?;
                (row.name()?, row.signature()?, row.class()?)
            }
        };
        let sig = signature::method(sig)?;
        self.line.begin_text();
        self.convention(&sig);
        self.sig(&sig.return_type, budget)?;
        self.line.part(" ");
        self.member_owner(owner, budget)?;
        self.line.part("::");
        self.line.part(name);
        if sig.generic_parameters > 0 {
            self.line
                .display(format_args!("``{}", sig.generic_parameters));
        }
        self.parameters(&sig, budget)?;
        self.line.end_text();
        Ok(())
    }

    fn member_owner(&mut self, owner: Option<MemberRefParent>, budget: Budget<'_>) -> Result<()> {
        let ty = match owner {
            Some(MemberRefParent::TypeDef(id)) => TypeDefOrRef::TypeDef(id),
            Some(MemberRefParent::TypeRef(id)) => TypeDefOrRef::TypeRef(id),
            Some(MemberRefParent::TypeSpec(id)) => TypeDefOrRef::TypeSpec(id),
            Some(MemberRefParent::MethodDef(id)) => match self.metadata.method_owner(id) {
                Some(owner) => TypeDefOrRef::TypeDef(owner),
                None => return Err(Error::new(ErrorKind::Null)),
            },
            Some(MemberRefParent::ModuleRef(id)) => return self.module_scope(id),
            None => return Err(Error::new(ErrorKind::Null)),
        };
        self.reference(ty, budget)
    }

    fn convention(&mut self, sig: &MethodSig) {
        if sig.has_this {
            self.line.part("instance ");
        }
        if sig.explicit_this {
            self.line.part("explicit ");
        }
        self.line.part(match sig.convention {
            CallingConvention::Default => "",
            CallingConvention::C => "unmanaged cdecl ",
            CallingConvention::StdCall => "unmanaged stdcall ",
            CallingConvention::ThisCall => "unmanaged thiscall ",
            CallingConvention::FastCall => "unmanaged fastcall ",
            CallingConvention::VarArg => "vararg ",
            CallingConvention::Unmanaged => "unmanaged ",
        });
    }

    fn parameters(&mut self, sig: &MethodSig, budget: Budget<'_>) -> Result<()> {
        self.line.part("(");
        for (position, parameter) in sig.parameters.iter().enumerate() {
            if position > 0 {
                self.line.part(",");
            }
            if position == sig.required_parameters {
                self.line.part("...");
            }
            self.sig(parameter, budget)?;
        }
        self.line.part(")");
        Ok(())
    }

    fn sig(&mut self, sig: &TypeSig, budget: Budget<'_>) -> Result<()> {
        let deeper = budget.deeper()?;
        match sig {
            TypeSig::Primitive(element) => self.line.part(element_name(*element)),
            TypeSig::Class(ty) => self.named("class ", *ty, deeper)?,
            TypeSig::ValueType(ty) => self.named("valuetype ", *ty, deeper)?,
            TypeSig::Generic {
                is_value_type,
                definition,
                arguments,
            } => {
                let keyword = if *is_value_type {
                    "valuetype "
                } else {
                    "class "
                };
                self.named(keyword, *definition, deeper)?;
                for (position, argument) in arguments.iter().enumerate() {
                    self.line.part(if position == 0 { "<" } else { "," });
                    self.sig(argument, deeper)?;
                }
                self.line.part(">");
            }
            TypeSig::Var(number) => self.line.display(format_args!("!{number}")),
            TypeSig::MVar(number) => self.line.display(format_args!("!!{number}")),
            TypeSig::SzArray(element) => self.suffixed(element, "[]", deeper)?,
            TypeSig::Array(element, shape) => {
                self.sig(element, deeper)?;
                self.shape(shape);
            }
            TypeSig::Pointer(target) => self.suffixed(target, "*", deeper)?,
            TypeSig::ByRef(target) => self.suffixed(target, "&", deeper)?,
            TypeSig::Pinned(target) => self.suffixed(target, " pinned", deeper)?,
            TypeSig::Modified(modifier, inner) => {
                self.sig(inner, deeper)?;
                let required = modifier.required;
                self.line
                    .part(if required { " modreq(" } else { " modopt(" });
                self.reference(modifier.modifier, deeper)?;
                self.line.part(")");
            }
            TypeSig::FunctionPointer(sig) => {
                self.line.part("method ");
                self.convention(sig);
                self.sig(&sig.return_type, deeper)?;
                self.line.part(" *");
                self.parameters(sig, deeper)?;
            }
        }
        Ok(())
    }

    fn suffixed(&mut self, inner: &TypeSig, suffix: &str, budget: Budget<'_>) -> Result<()> {
        self.sig(inner, budget)?;
        self.line.part(suffix);
        Ok(())
    }

    /// The bounds of an array: `lower...upper` for each dimension, as far as they are given.
    fn shape(&mut self, shape: &ArrayShape) {
        self.line.part("[");
        for dimension in 0..shape.rank {
            if dimension > 0 {
                self.line.part(",");
            }
            let index = usize::try_from(dimension).unwrap_or(usize::MAX);
            let lower = shape.lower_bounds.get(index).copied();
            if let Some(lower) = lower {
                self.line.display(lower);
            }
            self.line.part("...");
            if let (Some(lower), Some(size)) = (lower, shape.sizes.get(index)) {
                let upper = i64::from(lower).saturating_add(i64::from(*size));
                self.line.display(upper.saturating_sub(1));
            }
        }
        self.line.part("]");
    }

    fn named(&mut self, keyword: &str, ty: TypeDefOrRef, budget: Budget<'_>) -> Result<()> {
        if !matches!(ty, TypeDefOrRef::TypeSpec(_)) {
            self.line.part(keyword);
        }
        self.reference(ty, budget)
    }

    fn reference(&mut self, ty: TypeDefOrRef, budget: Budget<'_>) -> Result<()> {
        if self.line.len() > limits::DUMP_LINE {
            return Err(Error::new(ErrorKind::TooLong(self.line.len() as u64)));
        }
        match ty {
            TypeDefOrRef::TypeDef(id) => self.definition(id, limits::CHAIN),
            TypeDefOrRef::TypeRef(id) => self.type_reference(id, limits::CHAIN),
            TypeDefOrRef::TypeSpec(id) => {
                budget.take_type_spec()?;
                let row = self.metadata.row(id)?;
                self.sig(&signature::type_spec(row.signature()?)?, budget)
            }
        }
    }

    /// `Ns.Outer/Inner`; `chain` is the number of types that may still be around it.
    pub(super) fn definition(&mut self, id: Id<table::TypeDef>, chain: usize) -> Result<()> {
        let outer = less(chain)?;
        let row = self.metadata.row(id)?;
        let enclosing = match self.metadata.nested_class(id) {
            Some(nested) => nested.enclosing_class()?,
            None => None,
        };
        match enclosing {
            Some(enclosing) => {
                self.definition(enclosing, outer)?;
                self.line.part("/");
                self.line.part(row.name()?);
            }
            None => self.full_name(row.namespace()?, row.name()?),
        }
        Ok(())
    }

    fn type_reference(&mut self, id: Id<table::TypeRef>, chain: usize) -> Result<()> {
        let outer = less(chain)?;
        let row = self.metadata.row(id)?;
        match row.resolution_scope()? {
            Some(ResolutionScope::TypeRef(enclosing)) => {
                self.type_reference(enclosing, outer)?;
                self.line.part("/");
                self.line.part(row.name()?);
                return Ok(());
            }
            Some(ResolutionScope::AssemblyRef(id)) => {
                self.line.part("[");
                self.line.part(self.metadata.row(id)?.name()?);
                self.line.part("]");
            }
            Some(ResolutionScope::ModuleRef(id)) => self.module_scope(id)?,
            Some(ResolutionScope::Module(_)) | None => {}
        }
        self.full_name(row.namespace()?, row.name()?);
        Ok(())
    }

    /// `Ns.Outer/Inner` of a type that this module exports.
    pub(super) fn exported(&mut self, id: Id<table::ExportedType>, chain: usize) -> Result<()> {
        let outer = less(chain)?;
        let row = self.metadata.row(id)?;
        match row.implementation()? {
            Some(Implementation::ExportedType(enclosing)) => {
                self.exported(enclosing, outer)?;
                self.line.part("/");
                self.line.part(row.name()?);
            }
            _ => self.full_name(row.namespace()?, row.name()?),
        }
        Ok(())
    }

    fn module_scope(&mut self, id: Id<table::ModuleRef>) -> Result<()> {
        self.line.part("[.module ");
        self.line.part(self.metadata.row(id)?.name()?);
        self.line.part("]");
        Ok(())
    }

    fn full_name(&mut self, namespace: &str, name: &str) {
        if !namespace.is_empty() {
            self.line.part(namespace);
            self.line.part(".");
        }
        self.line.part(name);
    }
}

fn less(chain: usize) -> Result<usize> {
    let less = chain.checked_sub(1);
    less.ok_or_else(|| Error::new(ErrorKind::TooDeep))
}

impl From<CustomAttributeType> for MethodDefOrRef {
    fn from(constructor: CustomAttributeType) -> Self {
        match constructor {
            CustomAttributeType::MethodDef(id) => Self::MethodDef(id),
            CustomAttributeType::MemberRef(id) => Self::MemberRef(id),
        }
    }
}
