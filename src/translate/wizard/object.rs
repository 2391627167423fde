//! The members that every class inherits from `System.Object`, whether or not that is at hand.

use super::class::Class;
use super::import::{Import, Value};
use super::types::{handle, scalar};
use crate::extension::MemberKind;
use crate::translate::plan::Mapping;
use crate::translate::surface::{Member, SurfaceMember};

impl<'m> Class<'m> {
    /// Those that `members`, of the type `type_id`, neither override nor hide, with their ids.
    pub(super) fn object_members(
        &self,
        type_id: &str,
        members: &[SurfaceMember<'m>],
    ) -> Vec<(String, Import)> {
        let ty = type_id.strip_prefix("T:").unwrap_or(type_id);
        let all = [
            (
                "Equals",
                "(System.Object)",
                "Return_Boolean",
                scalar("System.Boolean", "bool"),
            ),
            (
                "GetHashCode",
                "",
                "Return_Int32",
                scalar("System.Int32", "int"),
            ),
            (
                "GetType",
                "",
                "Return_Type",
                Some(handle("System.Type".to_owned())),
            ),
            (
                "ToString",
                "",
                "Return_String",
                scalar("System.String", "string"),
            ),
        ];
        let imports = all
            .into_iter()
            .filter_map(|(name, parameters, output, result)| {
                let id = format!("M:{ty}.{name}{parameters}");
                let hides = |member: &SurfaceMember<'m>| {
                    let is_method = matches!(member.member, Member::Method(_));
                    member.id == id || (!is_method && member.member.name() == Ok(name))
                };
                if members.iter().any(hides) {
                    return None;
                }
                let object = || Value::new("obj", handle("object".to_owned()));
                let arguments = if parameters.is_empty() {
                    Vec::new()
                } else {
                    vec![object()]
                };
                let result: Mapping = result?;
                let result = Some(Value::new(output, result));
                Some((
                    id,
                    self.import(MemberKind::Method, name, false, arguments, result),
                ))
            });
        imports.collect()
    }
}
