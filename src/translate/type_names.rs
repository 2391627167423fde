//! Names for types, parameters and attributes (TRANSLATION §9).

use super::docs;
use super::mapper::NAME;
use super::names::hashed;
use super::plan::EnumPlan;
use super::{Names, fit, identifier, pascal_case};
use crate::clr::{DocId, Type, TypeUse, split_arity};
use std::fmt::Display;

/// A free name for a type: its simple name, else with the types around it, else with as much of the
/// namespace as is needed.
pub(super) fn type_identifier(ty: Type<'_>, names: &Names) -> String {
    let id = DocId(&ty).to_string();
    let levels = type_names(ty);
    let mut fitting = levels.iter().map(|name| fit(name, &id, NAME));
    let free = fitting.find(|name| names.is_free(name));
    let simple = levels.first().map_or("", String::as_str);
    free.unwrap_or_else(|| hashed(simple, &id, NAME))
}

/// As [`type_identifier`], of a type with type arguments: `PageOfCustomer`.
pub(super) fn closed_identifier(ty: Type<'_>, arguments: &[TypeUse<'_>], names: &Names) -> String {
    if arguments.is_empty() {
        return type_identifier(ty, names);
    }
    let id = format!("{} {}", DocId(&ty), telling(arguments));
    let levels = closed_names(ty, arguments);
    let mut fitting = levels.iter().map(|name| fit(name, &id, NAME));
    let free = fitting.find(|name| names.is_free(name));
    let simple = levels.first().map_or("", String::as_str);
    free.unwrap_or_else(|| hashed(simple, &id, NAME))
}

/// As [`type_names`], of a type with type arguments.
pub(super) fn closed_names(ty: Type<'_>, arguments: &[TypeUse<'_>]) -> Vec<String> {
    let mut names = type_names(ty);
    if !arguments.is_empty() {
        let telling = telling(arguments);
        for name in &mut names {
            name.push_str(&format!("Of{telling}"));
        }
    }
    names
}

/// What tells type arguments apart in names: `CustomerAndInt32`.
pub(super) fn telling(arguments: &[TypeUse<'_>]) -> String {
    let names: Vec<String> = arguments.iter().map(super::draft::clr_name).collect();
    names.join("And")
}

/// Names for a type, shortest first: `Loan`, `OuterLoan`, `MortgageLibOuterLoan`.
pub(super) fn type_names(ty: Type<'_>) -> Vec<String> {
    let Ok(name) = ty.full_name() else {
        return vec!["Unnamed".to_owned()];
    };
    let mut names = Vec::new();
    let mut text = String::new();
    for segment in name.path.iter().rev() {
        text = join(split_arity(segment).0, &text);
        names.push(text.clone());
    }
    for segment in name
        .namespace
        .rsplit('.')
        .filter(|segment| !segment.is_empty())
    {
        text = join(segment, &text);
        names.push(text.clone());
    }
    names
}

/// `outer` before `inner`, whose first letter becomes a capital.
fn join(outer: &str, inner: &str) -> String {
    let inner = if inner.is_empty() {
        String::new()
    } else {
        pascal_case(inner)
    };
    format!("{}{inner}", identifier(outer))
}

/// `name`, or a form of it with a hash of `id` where it is taken or too long.
pub(super) fn unique(names: &mut Names, name: &str, id: impl Display) -> String {
    // An id can be long, and each of a member's many parameters has one: most are never written.
    if name.chars().nth(NAME).is_none() && names.take(name) {
        return name.to_owned();
    }
    let hashed = hashed(name, &id.to_string(), NAME);
    names.take(&hashed);
    hashed
}

/// The description with the names that an enum allows.
pub(super) fn with_values(description: String, plan: Option<&EnumPlan>) -> String {
    match plan {
        Some(plan) if !plan.members.is_empty() => docs::shorten(&format!(
            "{description} One of {}.",
            plan.members.join(", ")
        )),
        _ => description,
    }
}
