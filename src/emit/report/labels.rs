//! The words that both forms of the report use.

use crate::extension::{DeployAction, EntityAttribute, MemberKind, MemberRef, Target};

/// How an action reaches its member: `static method`, `getter of property`.
pub(super) fn call(member: &MemberRef) -> &'static str {
    match (member.kind, member.is_static) {
        (MemberKind::Constructor, _) => "constructor",
        (MemberKind::Method, false) => "method",
        (MemberKind::Method, true) => "static method",
        (MemberKind::PropertyGet, false) => "getter of property",
        (MemberKind::PropertyGet, true) => "static getter of property",
        (MemberKind::PropertySet, false) => "setter of property",
        (MemberKind::PropertySet, true) => "static setter of property",
        (MemberKind::FieldGet, false) => "value of field",
        (MemberKind::FieldGet, true) => "static value of field",
        (MemberKind::FieldSet, false) => "assignment to field",
        (MemberKind::FieldSet, true) => "static assignment to field",
    }
}

/// A *Deploy Action* as Integration Studio writes it.
pub(super) fn deploy_action(action: DeployAction) -> &'static str {
    match action {
        DeployAction::Binaries => "Copy to Binaries directory",
        DeployAction::Application => "Copy to Application directory",
        DeployAction::Images => "Copy to Images directory",
        DeployAction::Ignore => "Ignore",
    }
}

/// The only target of something; nothing where it is for all.
pub(super) fn only_for(target: Option<Target>) -> &'static str {
    match target {
        Some(Target::O11) => "OutSystems 11",
        Some(Target::Odc) => "ODC",
        None => "",
    }
}

/// The type of an entity's attribute: `Text`, `Customer Identifier`.
pub(super) fn column_type(attribute: &EntityAttribute) -> String {
    match &attribute.reference {
        Some(entity) => format!("{entity} Identifier"),
        None => attribute.data_type.to_string(),
    }
}

/// The column behind an entity's attribute: `e_mail varchar(250)`.
pub(super) fn column(attribute: &EntityAttribute) -> String {
    format!("{} {}", attribute.column, attribute.column_type)
}

/// Whether an entity's attribute is its identifier; nothing where it is not.
pub(super) fn identifier(attribute: &EntityAttribute) -> &'static str {
    match (attribute.identifier, attribute.auto_number) {
        (true, true) => "Yes, auto number",
        (true, false) => "Yes",
        (false, _) => "",
    }
}

/// `1 action`, `2 actions`.
pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}
