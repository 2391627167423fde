use super::{Assembly, Error, Method, Type};
use crate::metadata::body::ClauseKind;
use crate::metadata::il::Tokens;
use crate::metadata::signature::{self, MethodSig, TypeSig};
use crate::metadata::{
    Id, MemberRefParent, MethodDefOrRef, ResolutionScope, Result, TableId, Token, TypeDefOrRef,
    limits, table,
};
use foldhash::HashSet;
use std::collections::BTreeMap;

/// What the runtime needs at hand to run a method: the assemblies to which its code leads.
///
/// Followed are the signatures and bodies of the methods of its own assembly that it can come to, and of the
/// types that it uses the base types, interfaces, fields and initialisers; of those that it creates also the
/// virtual methods. What the code of other assemblies leads to is theirs.
#[derive(Debug)]
pub struct Reach<'m> {
    assembly: &'m Assembly<'m>,
    seen: HashSet<Token>,
    left: Vec<Token>,
    created: HashSet<Id<table::TypeDef>>,
    found: BTreeMap<&'m str, String>,
    /// How many more tokens, members and bytes of code may be looked at.
    steps: u64,
}

impl<'m> Reach<'m> {
    /// Simple names of the other assemblies that `method` leads to, each with the first type in it.
    ///
    /// # Errors
    /// Damage of the code or of what it refers to: then nobody can tell.
    pub fn of(method: Method<'m>) -> std::result::Result<BTreeMap<&'m str, String>, Error> {
        let mut steps = u64::MAX;
        let found = Self::within(method, &mut steps)?;
        Ok(found.unwrap_or_default())
    }

    /// As [`Reach::of`], in as many steps as there are left: `None` where they are too few. A step is a token, a
    /// member or a byte of code.
    ///
    /// # Errors
    /// As [`Reach::of`].
    pub fn within(
        method: Method<'m>,
        steps: &mut u64,
    ) -> std::result::Result<Option<BTreeMap<&'m str, String>>, Error> {
        let mut reach = Self {
            assembly: method.declaring_type().assembly(),
            seen: HashSet::default(),
            left: Vec::new(),
            created: HashSet::default(),
            found: BTreeMap::new(),
            steps: *steps,
        };
        reach.add(method.row().id().token());
        while let Some(token) = reach.left.pop().filter(|_| reach.steps > 0) {
            reach.take(1);
            reach.follow(token)?;
        }
        *steps = reach.steps;
        Ok((reach.steps > 0).then_some(reach.found))
    }

    fn take(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(steps as u64);
    }

    fn add(&mut self, token: Token) {
        if token.row() != 0 && self.seen.insert(token) {
            self.left.push(token);
        }
    }

    fn follow(&mut self, token: Token) -> std::result::Result<(), Error> {
        let metadata = self.assembly.metadata();
        match token.table() {
            Some(TableId::TypeRef) => {
                if let Some(id) = Id::new(token.row()) {
                    self.reference(id)?;
                }
            }
            Some(TableId::TypeDef) => {
                if let Some(id) = Id::new(token.row()) {
                    self.definition(self.assembly.type_def(id)?)?;
                }
            }
            Some(TableId::TypeSpec) => {
                if let Some(id) = Id::<table::TypeSpec>::new(token.row()) {
                    self.types(&signature::type_spec(metadata.row(id)?.signature()?)?);
                }
            }
            Some(TableId::Field) => {
                if let Some(id) = Id::<table::Field>::new(token.row()) {
                    self.types(&signature::field(metadata.row(id)?.signature()?)?);
                    if let Some(owner) = metadata.field_owner(id) {
                        self.add(owner.token());
                    }
                }
            }
            Some(TableId::MethodDef) => {
                if let Some(id) = Id::<table::MethodDef>::new(token.row())
                    && let Some(owner) = metadata.method_owner(id)
                {
                    let method = Method::new(self.assembly.type_def(owner)?, metadata.row(id)?);
                    self.method(method)?;
                }
            }
            Some(TableId::MemberRef) => {
                if let Some(id) = Id::<table::MemberRef>::new(token.row()) {
                    let row = metadata.row(id)?;
                    match row.class()? {
                        Some(MemberRefParent::TypeDef(id)) => self.add(id.token()),
                        Some(MemberRefParent::TypeRef(id)) => self.add(id.token()),
                        Some(MemberRefParent::MethodDef(id)) => self.add(id.token()),
                        Some(MemberRefParent::TypeSpec(id)) => self.add(id.token()),
                        Some(MemberRefParent::ModuleRef(_)) | None => {}
                    }
                    let blob = row.signature()?;
                    match signature::field(blob) {
                        Ok(field) => self.types(&field),
                        Err(_) => self.method_types(&signature::method(blob)?),
                    }
                }
            }
            Some(TableId::MethodSpec) => {
                if let Some(id) = Id::<table::MethodSpec>::new(token.row()) {
                    let row = metadata.row(id)?;
                    match row.method()? {
                        Some(MethodDefOrRef::MethodDef(id)) => self.add(id.token()),
                        Some(MethodDefOrRef::MemberRef(id)) => self.add(id.token()),
                        None => {}
                    }
                    let arguments = signature::method_spec(row.instantiation()?)?;
                    arguments.iter().for_each(|argument| self.types(argument));
                }
            }
            Some(TableId::StandAloneSig) => {
                if let Some(id) = Id::<table::StandAloneSig>::new(token.row()) {
                    let blob = metadata.row(id)?.signature()?;
                    match signature::locals(blob) {
                        Ok(locals) => locals.iter().for_each(|local| self.types(local)),
                        Err(_) => self.method_types(&signature::method(blob)?),
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A type of another assembly.
    fn reference(&mut self, id: Id<table::TypeRef>) -> Result<()> {
        let metadata = self.assembly.metadata();
        let mut scope = metadata.row(id)?.resolution_scope()?;
        for _ in 0..limits::CHAIN {
            match scope {
                Some(ResolutionScope::TypeRef(outer)) => {
                    scope = metadata.row(outer)?.resolution_scope()?;
                }
                Some(ResolutionScope::AssemblyRef(assembly)) => {
                    let name = metadata.row(assembly)?.name()?;
                    if !self.found.contains_key(name) {
                        let ty = self.assembly.type_name(TypeDefOrRef::TypeRef(id))?;
                        self.found.insert(name, ty.to_string());
                    }
                    return Ok(());
                }
                Some(ResolutionScope::Module(_) | ResolutionScope::ModuleRef(_)) | None => break,
            }
        }
        Ok(())
    }

    /// A type of the assembly: what the runtime needs to load it, and its initialiser.
    fn definition(&mut self, ty: Type<'m>) -> Result<()> {
        let row = ty.row();
        if let Some(base) = row.extends()? {
            self.type_def_or_ref(base);
        }
        for implemented in self.assembly.metadata().interface_impls(ty.id()) {
            if let Some(interface) = implemented.interface()? {
                self.type_def_or_ref(interface);
            }
        }
        if let Some(enclosing) = ty.enclosing() {
            self.add(enclosing.id().token());
        }
        for field in ty.fields() {
            self.take(1);
            self.types(&signature::field(field?.row().signature()?)?);
        }
        for method in ty.methods() {
            self.take(1);
            let method = method?;
            if method.name()? == ".cctor" {
                self.add(method.row().id().token());
            }
        }
        Ok(())
    }

    fn method(&mut self, method: Method<'m>) -> std::result::Result<(), Error> {
        let declaring = method.declaring_type();
        self.add(declaring.id().token());
        self.method_types(&signature::method(method.row().signature()?)?);
        if method.is_constructor() && self.created.insert(declaring.id()) {
            for of in declaring.methods() {
                self.take(1);
                let of = of?;
                if of.is_virtual() {
                    self.add(of.row().id().token());
                }
            }
        }
        let Some(body) = method.body()? else {
            return Ok(());
        };
        self.take(body.code.rest().len());
        if let Some(locals) = body.locals {
            self.add(locals);
        }
        for clause in body.clauses() {
            if let ClauseKind::Catch(ty) = clause?.kind {
                self.add(ty);
            }
        }
        for token in Tokens::new(body.code) {
            self.add(token?);
        }
        Ok(())
    }

    fn type_def_or_ref(&mut self, ty: TypeDefOrRef) {
        self.add(match ty {
            TypeDefOrRef::TypeDef(id) => id.token(),
            TypeDefOrRef::TypeRef(id) => id.token(),
            TypeDefOrRef::TypeSpec(id) => id.token(),
        });
    }

    fn method_types(&mut self, sig: &MethodSig) {
        self.types(&sig.return_type);
        sig.parameters
            .iter()
            .for_each(|parameter| self.types(parameter));
    }

    fn types(&mut self, sig: &TypeSig) {
        match sig {
            TypeSig::Class(ty) | TypeSig::ValueType(ty) => self.type_def_or_ref(*ty),
            TypeSig::Generic {
                definition,
                arguments,
                ..
            } => {
                self.type_def_or_ref(*definition);
                arguments.iter().for_each(|argument| self.types(argument));
            }
            TypeSig::SzArray(inner)
            | TypeSig::Array(inner, _)
            | TypeSig::Pointer(inner)
            | TypeSig::ByRef(inner)
            | TypeSig::Pinned(inner) => self.types(inner),
            TypeSig::Modified(modifier, inner) => {
                self.type_def_or_ref(modifier.modifier);
                self.types(inner);
            }
            TypeSig::FunctionPointer(sig) => self.method_types(sig),
            TypeSig::Primitive(_) | TypeSig::Var(_) | TypeSig::MVar(_) => {}
        }
    }
}
