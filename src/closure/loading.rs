//! Which types a platform does not load, since an assembly of .NET Framework is not there.
//!
//! A type is loaded with its base type, its interfaces, the type around it unless it is an enum, the value types of its
//! fields, and the constraints of its own generic parameters and of its methods'; type arguments count. Nothing else is
//! needed to load it: the classes of fields and what methods take, give back and call are looked for when code that
//! uses them is compiled, and attributes when they are read.

use super::{Closure, Place};
use crate::clr::{Type, TypeKey, TypeKind, TypeUse, Unresolved};
use crate::metadata::TypeOrMethodDef;
use foldhash::{HashMap, HashSet};

impl<'m> Closure<'m> {
    /// The types of what ships that the platform does not load, each with the assembly of .NET Framework for whose
    /// absence it does not.
    pub fn unloadable(&self) -> Vec<(Type<'m>, String)> {
        let members = self.graph().node_weights();
        let lacking = members.filter(|member| {
            member.place == Place::Missing && self.platform().is_only_in_framework(member.name)
        });
        let lacking: HashSet<String> = lacking.map(|of| of.name.to_ascii_lowercase()).collect();
        if lacking.is_empty() {
            return Vec::new();
        }
        let lacks = |name: &str| lacking.contains(&name.to_ascii_lowercase());
        let mut users: HashMap<TypeKey, Vec<Type<'m>>> = HashMap::default();
        let mut open = Vec::new();
        for ty in self.shipped().flat_map(|file| file.assembly().types()) {
            let mut needed = None;
            for used in loaded_with(ty) {
                used.each_name(&mut |named| match self.library.set().definition(named) {
                    Err(Unresolved::MissingAssembly(name)) if lacks(&name) => {
                        needed = Some(name);
                    }
                    Ok(of) if lacks(of.assembly().name()) => {
                        needed = Some(of.assembly().name().to_owned());
                    }
                    Ok(of) => users.entry(of.key()).or_default().push(ty),
                    Err(_) => {}
                });
            }
            open.extend(needed.map(|name| (ty, name)));
        }
        let mut seen = HashSet::default();
        let mut found = Vec::new();
        while let Some((ty, needed)) = open.pop() {
            if seen.insert(ty.key()) {
                let users = users.get(&ty.key()).into_iter().flatten();
                open.extend(users.map(|user| (*user, needed.clone())));
                found.push((ty, needed));
            }
        }
        found
    }
}

/// What is loaded with a type. What is damaged is left out: there is no saying what it needs.
fn loaded_with<'m>(ty: Type<'m>) -> Vec<TypeUse<'m>> {
    let base = ty.base().ok().flatten().into_iter();
    let interfaces = ty.interfaces().flatten();
    let fields = ty.fields().flatten().filter(|field| !field.is_literal());
    let fields = fields.filter_map(|field| field.ty().ok());
    let values = fields.filter(|of| of.as_named().is_some_and(|named| named.is_value_type));
    let own = constraints(ty, TypeOrMethodDef::TypeDef(ty.id()));
    let methods = ty.methods().flatten();
    let methods = methods.map(|method| TypeOrMethodDef::MethodDef(method.row().id()));
    let methods = methods.flat_map(|method| constraints(ty, method));
    let around = ty.enclosing().filter(|_| ty.kind() != TypeKind::Enum);
    let around = around.and_then(|around| TypeUse::of_definition(around).ok());
    let all = base.chain(interfaces).chain(values).chain(own);
    all.chain(methods).chain(around).collect()
}

/// The constraints of the generic parameters of a type, or of a method of it.
fn constraints<'m>(ty: Type<'m>, owner: TypeOrMethodDef) -> impl Iterator<Item = TypeUse<'m>> {
    let metadata = ty.assembly().metadata();
    let parameters = metadata.generic_params(owner);
    let constraints = parameters.flat_map(|of| metadata.generic_param_constraints(of.id()));
    constraints.filter_map(move |row| ty.type_use(row.constraint().ok()??).ok())
}
