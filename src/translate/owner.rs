use super::csharp::type_code;
use super::draft::damaged;
use super::mapper::Skip;
use super::type_names::closed_names;
use crate::clr::{Type, TypeKind, TypeUse};
use std::collections::HashMap;

/// A type that members are translated on, and what their actions share.
pub(super) struct Owner<'m> {
    pub(super) ty: Type<'m>,
    pub(super) kind: TypeKind,
    pub(super) used: TypeUse<'m>,
    /// The type as C# code names it.
    pub(super) code: String,
    /// Names for it, shortest first.
    pub(super) names: Vec<String>,
    /// How many methods of each name the type has, whoever may call them.
    overloads: HashMap<&'m str, usize>,
}

impl<'m> Owner<'m> {
    pub(super) fn new(ty: Type<'m>) -> Result<Self, Skip> {
        Self::closed(ty, &[])
    }

    /// A generic type with these type arguments.
    pub(super) fn closed(ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Result<Self, Skip> {
        let used = TypeUse::of_definition(ty).map_err(damaged)?;
        let used = used.substitute(arguments);
        let code = type_code(&used).ok_or_else(|| Skip::new("DL1017", &used))?;
        let mut overloads = HashMap::new();
        for name in ty.methods().filter_map(|method| method.ok()?.name().ok()) {
            let count = overloads.entry(name).or_insert(0usize);
            *count = count.saturating_add(1);
        }
        Ok(Self {
            ty,
            kind: ty.kind(),
            used,
            code,
            names: closed_names(ty, arguments),
            overloads,
        })
    }

    /// The simple name of the type as an identifier.
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// Whether the type has several methods called `name`.
    pub(super) fn is_overloaded(&self, name: &str) -> bool {
        self.overloads.get(name).is_some_and(|count| *count > 1)
    }
}
