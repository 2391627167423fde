use super::facts::Damage;
use crate::clr::{Assembly, Type};
use crate::metadata::{Result, table};
use foldhash::HashSet;
use serde::Serialize;

/// How many types and members there are. Accessors are counted as what they access.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Counts {
    pub(super) types: Count,
    pub(super) constructors: Count,
    pub(super) methods: Count,
    pub(super) properties: Count,
    pub(super) fields: Count,
    pub(super) events: Count,
}

/// How many of a kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Count {
    pub(super) all: usize,
    /// Those that code outside of the assembly can name.
    pub(super) public: usize,
}

impl Count {
    fn add(&mut self, is_public: bool) {
        self.all += 1;
        self.public += usize::from(is_public);
    }
}

impl Counts {
    /// Counts what is in `assembly`, without `<Module>` where it is empty.
    pub(super) fn of(assembly: &Assembly<'_>, damage: &mut Damage) -> Self {
        let semantics = assembly.metadata().rows::<table::MethodSemantics>();
        let accessors = semantics.filter_map(|row| noted(row.method(), damage)?);
        let accessors: HashSet<_> = accessors.collect();
        let mut counts = Self::default();
        for ty in assembly.types() {
            let members = counts.members();
            let is_public = ty.is_public();
            for method in ty.methods().filter_map(|method| noted(method, damage)) {
                if method.is_constructor() {
                    counts.constructors.add(is_public && method.is_public());
                } else if !accessors.contains(&method.row().id()) {
                    counts.methods.add(is_public && method.is_public());
                }
            }
            for field in ty.fields().filter_map(|field| noted(field, damage)) {
                counts.fields.add(is_public && field.is_public());
            }
            for property in ty
                .properties()
                .filter_map(|property| noted(property, damage))
            {
                let accessors = [property.getter(), property.setter()];
                let any = accessors
                    .iter()
                    .flatten()
                    .any(|accessor| accessor.is_public());
                counts.properties.add(is_public && any);
            }
            for event in ty.events().filter_map(|event| noted(event, damage)) {
                let adder = event.adder();
                counts
                    .events
                    .add(is_public && adder.is_some_and(|adder| adder.is_public()));
            }
            if !is_global(ty) || counts.members() > members {
                counts.types.add(is_public);
            }
        }
        counts
    }

    fn members(&self) -> usize {
        self.kinds().iter().map(|(_, count)| count.all).sum()
    }

    /// The kinds of members with their names.
    pub(super) fn kinds(&self) -> [(&'static str, Count); 5] {
        [
            ("constructors", self.constructors),
            ("methods", self.methods),
            ("properties", self.properties),
            ("fields", self.fields),
            ("events", self.events),
        ]
    }
}

/// Whether `ty` is the one that holds global members (II.10.8), the first of its module.
fn is_global(ty: Type<'_>) -> bool {
    ty.id().row() == 1
}

fn noted<T>(result: Result<T>, damage: &mut Damage) -> Option<T> {
    result.inspect_err(|error| damage.add(error)).ok()
}
