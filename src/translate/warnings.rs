//! The compiler's warnings that generated code keeps quiet: they tell of what is obsolete or experimental, which who
//! wraps a library knows by its report.

use super::surface::SurfaceType;
use crate::clr::CustomAttribute;
use std::collections::BTreeSet;

/// Those that the use of the inputs' types and members makes, as C# calls them.
pub(super) fn of_use(surface: &[SurfaceType<'_>]) -> BTreeSet<String> {
    let mut warnings = BTreeSet::new();
    let mut assemblies = BTreeSet::new();
    for SurfaceType { ty, members, .. } in surface {
        let assembly = ty.assembly();
        if assemblies.insert(assembly.ordinal()) {
            add(assembly.custom_attributes(), &mut warnings);
        }
        add(ty.custom_attributes(), &mut warnings);
        for member in members {
            add(member.member.custom_attributes(), &mut warnings);
        }
    }
    warnings
}

fn add<'m>(attributes: impl Iterator<Item = CustomAttribute<'m>>, warnings: &mut BTreeSet<String>) {
    for attribute in attributes {
        let named = if attribute.is("System", "ObsoleteAttribute") {
            warnings.extend(["CS0612", "CS0618"].map(String::from));
            named_by(attribute)
        } else if attribute.is("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute") {
            attribute.first_string()
        } else {
            None
        };
        warnings.extend(named.filter(|id| is_name(id)).map(str::to_owned));
    }
}

/// The warning that an attribute wants in the place of the compiler's own.
fn named_by(attribute: CustomAttribute<'_>) -> Option<&str> {
    attribute.value(None).ok()?.named("DiagnosticId")?.as_str()
}

/// Whether the compiler takes it for the name of a warning.
fn is_name(id: &str) -> bool {
    let is_part = |of: char| of.is_ascii_alphanumeric() || of == '_';
    id.chars().all(is_part) && id.starts_with(|first: char| !first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn what_is_no_name_gets_into_no_code() {
        for (id, expected) in [
            ("CS0618", true),
            ("_x", true),
            ("", false),
            ("4711", false),
            ("A B", false),
            ("A\n#error", false),
            ("Ä1", false),
        ] {
            assert_eq!(is_name(id), expected, "{id}");
        }
    }
}
