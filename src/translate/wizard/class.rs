//! The classes whose members the wizard shows (O11.md §1.2).

use super::names::plain;
use super::types::{Types, handle};
use crate::clr::{AssemblySet, Type, TypeKind, TypeUse, split_arity};
use crate::metadata::limits;
use crate::translate::csharp::type_code;
use crate::translate::draft::damaged;
use crate::translate::mapper::Skip;
use crate::translate::nameable::full_name;
use crate::translate::plan::Mapping;
use crate::translate::surface::SurfaceType;
use std::iter;

/// A class that actions are imported for.
pub(super) struct Class<'m> {
    pub(super) ty: Type<'m>,
    /// Its simple name, as a part of names.
    pub(super) name: String,
    /// How an instance crosses.
    pub(super) handle: Mapping,
}

impl<'m> Class<'m> {
    /// The type as a class, or the reason why the wizard shows none of its members.
    pub(super) fn new(types: &mut Types<'m>, surface: &SurfaceType<'m>) -> Result<Self, Skip> {
        let ty = surface.ty;
        let limit = match surface.kind {
            // An enclosing type of a public type is public, so the chain is finite.
            _ if iter::successors(Some(ty), |ty| ty.enclosing()).any(Type::is_generic) => "DL1005",
            TypeKind::Class => "",
            TypeKind::Delegate => "DL1001",
            TypeKind::Struct => "DL1030",
            TypeKind::Enum => "DL1031",
            TypeKind::Interface => "DL1034",
        };
        if !limit.is_empty() {
            return Err(Skip::new(limit, full_name(ty)));
        }
        types.nameable.check(ty)?;
        let used = TypeUse::of_definition(ty).map_err(damaged)?;
        let code = type_code(&used).ok_or_else(|| Skip::new("DL1017", &used))?;
        let name = ty.name().map_err(damaged)?;
        Ok(Self {
            ty,
            name: plain(split_arity(name).0),
            handle: handle(code),
        })
    }

    pub(super) fn has_instances(&self) -> bool {
        !self.ty.is_abstract()
    }
}

/// The name of the nearest base of `ty` that is not at hand, so that what it inherits is unknown.
pub(super) fn unknown_base<'m>(set: &'m AssemblySet<'m>, ty: Type<'m>) -> Option<String> {
    let mut ty = ty;
    for _ in 0..limits::CHAIN {
        let Some(TypeUse::Named(base)) = ty.base().ok()? else {
            return None;
        };
        match set.definition(&base) {
            Ok(definition) => ty = definition,
            Err(_) => return Some(base.name.to_string()),
        }
    }
    None
}
