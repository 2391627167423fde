use super::csharp::type_code;
use super::draft::damaged;
use super::mapper::Skip;
use super::plan::Mapping;
use super::type_names::closed_names;
use crate::clr::{AssemblySet, Type, TypeKind, TypeUse, is_disposable_class};
use crate::metadata::limits;
use foldhash::HashMap;
use std::cell::OnceCell;

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
    /// Whether it implements `IDisposable`, once somebody asked.
    disposable: OnceCell<bool>,
    /// How an instance crosses, once somebody asked.
    instance: OnceCell<Result<Mapping, Skip>>,
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
        let mut overloads = HashMap::default();
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
            disposable: OnceCell::new(),
            instance: OnceCell::new(),
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

    /// How an instance crosses on its way in, which `map` says of its type.
    pub(super) fn instance(
        &self,
        map: impl FnOnce(&TypeUse<'m>) -> Result<Mapping, Skip>,
    ) -> Result<Mapping, Skip> {
        self.instance.get_or_init(|| map(&self.used)).clone()
    }

    /// Whether the type or one of its bases implements `IDisposable`.
    pub(super) fn is_disposable(&self, set: &AssemblySet<'m>) -> bool {
        *self.disposable.get_or_init(|| is_disposable(self.ty, set))
    }
}

fn is_disposable<'m>(ty: Type<'m>, set: &AssemblySet<'m>) -> bool {
    let mut level = ty;
    for _ in 0..limits::CHAIN {
        let mut interfaces = level.interfaces().filter_map(Result::ok);
        let is_it = |used: &TypeUse<'_>| {
            let named = used.as_named();
            named.is_some_and(|named| named.name.is("System", "IDisposable"))
        };
        if interfaces.any(|interface| is_it(&interface)) {
            return true;
        }
        let Ok(Some(TypeUse::Named(base))) = level.base() else {
            return false;
        };
        match set.definition(&base) {
            Ok(base) => level = base,
            // The framework need not be at hand.
            Err(_) => return is_disposable_class(base.name.namespace, base.name.simple()),
        }
    }
    false
}
