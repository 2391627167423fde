//! `extension.json`: the definition as text.

use crate::extension::Extension;
use serde::Serialize;

/// The content of `extension.json`: indented by two spaces, LF line ends, LF at the end.
///
/// Equal extensions give equal bytes.
pub fn to_json(extension: &Extension) -> String {
    let library = extension.odc.iter().flat_map(|odc| &odc.actions);
    // About what each takes of those that there can be thousands of.
    let room = [
        (
            extension.actions.len().saturating_add(library.count()),
            1300,
        ),
        (extension.members.len(), 250),
        (extension.diagnostics.len(), 550),
    ];
    let room = room.map(|(count, each)| count.saturating_mul(each));
    pretty(extension, room.iter().sum())
}

/// Writes plain data, whose serialisation cannot fail: no maps with keys other than strings, no
/// hand-written `Serialize` that returns errors. There is room for as many bytes as are expected: megabytes that
/// have to grow are moved again and again.
pub(super) fn pretty<T: Serialize>(value: &T, room: usize) -> String {
    let mut json = Vec::with_capacity(room);
    let written = serde_json::to_writer_pretty(&mut json, value);
    debug_assert!(written.is_ok(), "not plain data: {written:?}");
    json.push(b'\n');
    String::from_utf8(json).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::{Attribute, DataType, FORMAT, MemberState, PublicMember, Structure};

    fn extension() -> Extension {
        Extension {
            format: FORMAT,
            name: "Loans".into(),
            description: "Zinssätze, \"quoted\"\nand\r\nbroken".into(),
            structures: vec![Structure {
                name: "Loan".into(),
                description: String::new(),
                attributes: vec![Attribute {
                    name: "Rates".into(),
                    data_type: DataType::structure("Rate").into_list(),
                    mandatory: true,
                    default: None,
                    length: Some(50),
                    decimals: None,
                    description: String::new(),
                    member: "P:Loans.Loan.Rates".into(),
                }],
                type_id: "T:Loans.Loan".into(),
            }],
            members: vec![PublicMember {
                id: "P:Loans.Loan.Rates".into(),
                state: MemberState::Absorbed,
                by: vec!["Loan.Rates".into()],
            }],
            ..Extension::default()
        }
    }

    #[test]
    fn parses_back_to_the_same_extension() {
        let parsed: Extension = serde_json::from_str(&to_json(&extension())).unwrap();
        assert_eq!(parsed, extension());
    }

    #[test]
    fn has_two_space_indent_and_unix_line_ends() {
        let json = to_json(&extension());
        assert!(json.starts_with("{\n  \"format\": 1,\n  \"name\": \"Loans\",\n"));
        assert!(json.ends_with("\n}\n"));
        assert!(!json.contains('\r'));
    }
}
