//! The wizard's type map: the types of the platform's own table, and `Object` (O11.md §1.5).

use crate::clr::{NamedType, TypeKind, TypeUse};
use crate::extension::DataType;
use crate::metadata::signature::ElementType;
use crate::translate::csharp::type_code;
use crate::translate::mapper::Skip;
use crate::translate::nameable::Nameable;
use crate::translate::plan::{Conversion, Mapping};
use crate::translate::transparency::is_by_ref_like;
use crate::translate::type_map::{self, BYTES, Scalar};

/// Full names of the types, beside `byte[]`, that have a counterpart; that of a `double` is unknown, and
/// is assumed to be `Object`, like that of everything that the table does not name.
const COUNTERPARTS: &[&str] = &[
    "System.Boolean",
    "System.DateTime",
    "System.Decimal",
    "System.Int32",
    "System.Int64",
    "System.String",
];

/// Types of the framework that live on the stack only, for when it is not at hand.
const BY_REF_LIKE: &[&str] = &[
    "System.ArgIterator",
    "System.ReadOnlySpan`1",
    "System.RuntimeArgumentHandle",
    "System.Span`1",
];

/// Maps types, as far as C# can name them.
pub(super) struct Types<'m> {
    pub(super) nameable: Nameable<'m>,
}

impl<'m> Types<'m> {
    pub(super) fn new(nameable: Nameable<'m>) -> Self {
        Self { nameable }
    }

    /// How a value of type `ty` crosses, in either direction.
    pub(super) fn map(&mut self, ty: &TypeUse<'m>) -> Result<Mapping, Skip> {
        self.check(ty)?;
        let net = type_code(ty).ok_or_else(|| Skip::new("DL1017", ty))?;
        Ok(match row(ty) {
            Some(row) => Mapping {
                data_type: row.data_type.clone(),
                net,
                conversion: Conversion::Scalar(row),
            },
            None => handle(net),
        })
    }

    /// The reason why C# cannot cast an `Object` to the type.
    fn check(&mut self, ty: &TypeUse<'m>) -> Result<(), Skip> {
        match ty {
            TypeUse::Primitive(ElementType::TypedByRef) | TypeUse::ByRef(_) => {
                Err(Skip::new("DL1003", ty))
            }
            TypeUse::Primitive(_) => Ok(()),
            TypeUse::Array(element) | TypeUse::MultiArray(element, _) => self.check(element),
            TypeUse::Named(named) => self.check_named(named, ty),
            TypeUse::Var(..) => Err(Skip::new("DL1005", ty)),
            TypeUse::MVar(..) => Err(Skip::new("DL1004", ty)),
            TypeUse::Pointer(_) | TypeUse::FunctionPointer(_) => Err(Skip::new("DL1002", ty)),
        }
    }

    fn check_named(&mut self, named: &NamedType<'m>, ty: &TypeUse<'m>) -> Result<(), Skip> {
        for argument in &named.arguments {
            self.check(argument)?;
        }
        if BY_REF_LIKE.contains(&named.name.to_string().as_str()) {
            return Err(Skip::new("DL1003", ty));
        }
        let Some(definition) = self.nameable.definition(named) else {
            return Ok(());
        };
        if definition.kind() == TypeKind::Struct && is_by_ref_like(definition) {
            return Err(Skip::new("DL1003", ty));
        }
        self.nameable.check(definition)
    }
}

/// A value that travels as an `Object`.
pub(super) fn handle(net: String) -> Mapping {
    Mapping {
        data_type: DataType::Object,
        net,
        conversion: Conversion::Handle,
    }
}

/// A value of the type with this full name, which has a counterpart.
pub(super) fn scalar(full_name: &str, net: &str) -> Option<Mapping> {
    let row = type_map::scalar(full_name)?;
    Some(Mapping {
        data_type: row.data_type.clone(),
        net: net.to_owned(),
        conversion: Conversion::Scalar(row),
    })
}

fn row(ty: &TypeUse<'_>) -> Option<&'static Scalar> {
    let full_name = match ty {
        TypeUse::Primitive(element) => format!("System.{}", element.system_name()),
        TypeUse::Named(named) => named.name.to_string(),
        TypeUse::Array(element) => {
            return matches!(**element, TypeUse::Primitive(ElementType::U1)).then_some(BYTES);
        }
        _ => return None,
    };
    let known = COUNTERPARTS.binary_search(&full_name.as_str()).is_ok();
    known.then(|| type_map::scalar(&full_name))?
}

/// The simple name of a type, as reflection has it: `Int32`, `Loan[]`, ``List`1``.
pub(super) fn clr_name(ty: &TypeUse<'_>) -> String {
    match ty {
        TypeUse::Primitive(element) => element.system_name().to_owned(),
        TypeUse::Named(named) => named.name.simple().to_owned(),
        TypeUse::Array(element) => format!("{}[]", clr_name(element)),
        TypeUse::MultiArray(element, rank) => {
            let commas = ",".repeat(rank.saturating_sub(1) as usize);
            format!("{}[{commas}]", clr_name(element))
        }
        // None of these gets through `Types::check`.
        TypeUse::Var(_, name) | TypeUse::MVar(_, name) => (*name).to_owned(),
        TypeUse::Pointer(_) | TypeUse::ByRef(_) | TypeUse::FunctionPointer(_) => ty.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::COUNTERPARTS;
    use crate::translate::type_map;

    #[test]
    fn counterparts_are_sorted_rows_of_the_type_map() {
        assert!(COUNTERPARTS.is_sorted());
        assert!(
            COUNTERPARTS
                .iter()
                .all(|name| type_map::scalar(name).is_some())
        );
    }
}
