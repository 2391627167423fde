//! The members that `include` and `exclude` leave out (TRANSLATION §12).
//!
//! They are taken from the surface before it is accounted for, so that no rule looks at them, and put back
//! into the balance afterwards. What another member needs stays: a left out property can still be an
//! attribute of a structure, and a constant of an enum is never left out.

use super::Config;
use super::pattern::Subject;
use super::patterns::Patterns;
use crate::clr::{CustomAttribute, DocId, TypeKind};
use crate::extension::{Coverage, Extension, MemberState, PublicMember, Structure};
use crate::translate::catalogue::diagnostic;
use crate::translate::surface::{SurfaceMember, SurfaceType};
use foldhash::HashMap;

/// Why a left out member is skipped.
pub(in crate::translate) const CODE: &str = "DL1024";

/// What was taken from a surface.
#[derive(Debug, Default)]
pub(in crate::translate) struct LeftOut {
    members: Vec<Left>,
    /// Where each member of the surface stood before.
    order: HashMap<String, usize>,
    /// Patterns that name nothing, with their key.
    pub(in crate::translate) idle: Vec<(&'static str, String)>,
}

#[derive(Debug)]
struct Left {
    id: String,
    declared_id: String,
}

impl LeftOut {
    /// Takes the members out of `surface`, and the types of which nothing is left.
    pub(in crate::translate) fn take(surface: &mut Vec<SurfaceType<'_>>, config: &Config) -> Self {
        let mut left_out = Self::default();
        if config.include.is_empty() && config.exclude.is_empty() {
            return left_out;
        }
        let mut include = Patterns::new(&config.include);
        let mut exclude = Patterns::new(&config.exclude);
        surface.retain_mut(|of| {
            let type_id = DocId(&of.ty).to_string();
            let of_type: Vec<String> = full_names(of.ty.custom_attributes()).collect();
            let before = of.members.len();
            let mut is_needed = |member: &mut SurfaceMember<'_>| {
                let position = left_out.order.len();
                left_out.order.entry(member.id.clone()).or_insert(position);
                let own = full_names(member.member.custom_attributes());
                let attributes: Vec<String> = own.chain(of_type.iter().cloned()).collect();
                let subject = Subject {
                    id: &member.id,
                    type_id: &type_id,
                    attributes: &attributes,
                };
                let is_included = include.name(&subject) || config.include.is_empty();
                let is_excluded = exclude.name(&subject);
                let is_needed = of.kind == TypeKind::Enum || (is_included && !is_excluded);
                if !is_needed {
                    left_out.members.push(Left {
                        id: member.id.clone(),
                        declared_id: member.declared_id.clone(),
                    });
                }
                is_needed
            };
            of.members.retain_mut(&mut is_needed);
            before == 0 || !of.members.is_empty()
        });
        let idle = |key, patterns: Patterns<'_>| {
            let idle: Vec<_> = patterns.idle().map(|text| (key, text)).collect();
            idle
        };
        left_out.idle = idle("include", include);
        left_out.idle.extend(idle("exclude", exclude));
        left_out
    }

    /// Accounts for the members in the finished `extension`.
    pub(in crate::translate) fn put_back(&self, extension: &mut Extension) {
        if self.members.is_empty() {
            return;
        }
        let members = self.accounted(&extension.structures);
        for member in &members {
            if member.state == MemberState::Skipped {
                let diagnostic = diagnostic(CODE, member.id.clone(), "");
                extension.diagnostics.push(diagnostic);
            }
        }
        extension.members.extend(members);
        let order = &self.order;
        let position = |member: &PublicMember| order.get(&member.id).copied();
        extension.members.sort_by_key(position);
        extension.coverage = Coverage::of(extension.members.iter().map(|member| member.state));
    }

    /// What the members add to the coverage, where `structures` are those of the others.
    pub(in crate::translate) fn coverage(&self, structures: &[Structure]) -> Coverage {
        let members = self.accounted(structures);
        Coverage::of(members.iter().map(|member| member.state))
    }

    fn accounted(&self, structures: &[Structure]) -> Vec<PublicMember> {
        let attributes: HashMap<&str, String> = structures
            .iter()
            .flat_map(|structure| structure.attributes.iter().map(move |of| (structure, of)))
            .map(|(structure, attribute)| {
                let name = format!("{}.{}", structure.name, attribute.name);
                (attribute.member.as_str(), name)
            })
            .collect();
        let accounted = self.members.iter().map(|left| {
            let (state, by) = match attributes.get(left.declared_id.as_str()) {
                Some(attribute) => (MemberState::Absorbed, attribute.clone()),
                None => (MemberState::Skipped, CODE.to_owned()),
            };
            PublicMember {
                id: left.id.clone(),
                state,
                by: vec![by],
            }
        });
        accounted.collect()
    }
}

fn full_names<'m>(
    attributes: impl Iterator<Item = CustomAttribute<'m>>,
) -> impl Iterator<Item = String> {
    attributes.filter_map(|attribute| Some(attribute.type_name().ok()?.to_string()))
}
