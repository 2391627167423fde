//! Which values cross: all but Objects, and structures of what crosses.

use super::Refusal;
use super::loading::{UNLOADABLE, Unloadable};
use crate::extension::{Attribute, Diagnostic, Structure};
use crate::translate::catalogue::diagnostic;
use crate::translate::plan::{
    AttributePlan, Call, Conversion, Mapping, StructurePlan, Translation,
};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// Names of structures that would mean something else in the generated code.
pub(super) const RESERVED: &[&str] = &["System", "DateTime"];

/// What the structures of a translation are in ODC.
pub(super) struct Crossing<'u> {
    /// The types that do not load, of which nothing crosses.
    pub(super) unloadable: &'u Unloadable,
    /// Parallel to the translation's; without attributes where a structure does not cross.
    structures: Vec<(Structure, StructurePlan)>,
    /// The attributes that do not cross, by the positions of their structures.
    lost: Vec<(usize, Diagnostic)>,
    /// The structures that can be read and not made, by their .NET types: where one is taken, it is an Object.
    unmade: HashMap<String, String>,
}

impl<'u> Crossing<'u> {
    /// A structure stands after those that it uses, so that one pass is enough.
    pub(super) fn new(translation: &Translation, unloadable: &'u Unloadable) -> Self {
        let mut crossing = Self {
            unloadable,
            structures: Vec::new(),
            lost: Vec::new(),
            unmade: HashMap::default(),
        };
        let structures = translation.extension.structures.iter();
        for (structure, plan) in structures.zip(&translation.structures) {
            if plan.constructor.is_none() {
                let (net, name) = (plan.net.clone(), structure.name.clone());
                crossing.unmade.insert(net, name);
            }
            let made = crossing.structure(structure, plan);
            crossing.structures.push(made);
        }
        crossing
    }

    fn structure(
        &mut self,
        structure: &Structure,
        plan: &StructurePlan,
    ) -> (Structure, StructurePlan) {
        let is_named = !RESERVED.contains(&structure.name.as_str());
        // Where the attributes that stay are then.
        let mut places = Vec::new();
        let mut is_lacking = false;
        let mut kept: Vec<(Attribute, AttributePlan)> = Vec::new();
        for (attribute, part) in structure.attributes.iter().zip(&plan.attributes) {
            let refusal = self.out_of_net(&part.mapping).err();
            let is_kept = is_named && refusal.is_none();
            places.push(is_kept.then_some(kept.len()));
            if is_kept {
                kept.push((attribute.clone(), part.clone()));
            } else {
                is_lacking |= part.is_required;
                let id = attribute.member.clone();
                let lost = match refusal {
                    Some(Refusal { code, detail }) if code == UNLOADABLE => {
                        diagnostic(code, id, &detail)
                    }
                    _ => diagnostic("DL2041", id, &structure.name),
                };
                self.lost.push((self.structures.len(), lost));
            }
        }
        let place = |at: usize| places.get(at).copied().flatten();
        for (_, part) in &mut kept {
            part.companion = part.companion.and_then(place);
        }
        let constructor = plan.constructor.as_ref().and_then(|taken| {
            let taken: Option<Vec<usize>> = taken.iter().map(|at| place(*at)).collect();
            let taken = taken.filter(|_| !is_lacking)?;
            let mut parts = kept.iter().map(|(_, part)| part).enumerate();
            let is_whole = parts.all(|(at, part)| {
                let is_needed = part.is_set || taken.contains(&at);
                !is_needed || self.to_net(&part.mapping).is_ok()
            });
            let overloads = &self.unloadable.overloads;
            let is_told = || {
                overloads
                    .constructor_refusal(&plan.net, taken.len())
                    .is_none()
            };
            (is_whole && is_told()).then_some(taken)
        });
        let (attributes, parts) = kept.into_iter().unzip();
        let structure = Structure {
            attributes,
            ..structure.clone()
        };
        let plan = StructurePlan {
            attributes: parts,
            constructor,
            ..plan.clone()
        };
        (structure, plan)
    }

    /// Whether a value can come from OutSystems.
    pub(super) fn to_net(&self, mapping: &Mapping) -> Result<(), Refusal> {
        match &mapping.conversion {
            Conversion::Structure(position) => {
                self.out_of_net(mapping)?;
                match self.structures.get(*position) {
                    Some((_, plan)) if plan.constructor.is_some() => Ok(()),
                    Some((structure, _)) => Err(Refusal::new("DL1043", &structure.name)),
                    None => Err(object(mapping)),
                }
            }
            Conversion::List(_, inner) | Conversion::Nullable { inner, .. } => self.to_net(inner),
            Conversion::Handle => match self.unmade.get(&mapping.net) {
                Some(name) => Err(Refusal::new("DL1043", name)),
                None => Err(object(mapping)),
            },
            Conversion::Enum(_) => {
                self.out_of_net(mapping)?;
                // The names of its values are looked for by reflection, which loads the type around it.
                let around = mapping.net.rsplit_once('.').map(|(around, _)| around);
                around.map_or(Ok(()), |around| self.unloadable.loads(around))
            }
            _ => self.out_of_net(mapping),
        }
    }

    /// Whether a value can go to OutSystems.
    pub(super) fn out_of_net(&self, mapping: &Mapping) -> Result<(), Refusal> {
        if let Conversion::Structure(_) | Conversion::Enum(_) | Conversion::Json(_) =
            &mapping.conversion
        {
            self.unloadable.loads(&mapping.net)?;
        }
        match &mapping.conversion {
            Conversion::Handle => Err(object(mapping)),
            Conversion::Structure(position) => match self.structures.get(*position) {
                Some((structure, _)) if !structure.attributes.is_empty() => Ok(()),
                _ => Err(object(mapping)),
            },
            Conversion::List(_, inner) | Conversion::Nullable { inner, .. } => {
                self.out_of_net(inner)
            }
            Conversion::Scalar(_) | Conversion::Enum(_) | Conversion::Json(_) => Ok(()),
        }
    }

    /// The positions of the structures that the calls use, directly or not.
    pub(super) fn used<'c>(&self, calls: impl Iterator<Item = &'c Call>) -> BTreeSet<usize> {
        let mut used = BTreeSet::new();
        for call in calls {
            let instance = call.instance.iter().map(|instance| &instance.mapping);
            let arguments = call.arguments.iter();
            let arguments = arguments.filter(|of| of.input.is_some() || of.output.is_some());
            let arguments = arguments.map(|argument| &argument.mapping);
            for mapping in instance.chain(arguments).chain(&call.result) {
                self.collect(mapping, &mut used);
            }
        }
        used
    }

    fn collect(&self, mapping: &Mapping, used: &mut BTreeSet<usize>) {
        match &mapping.conversion {
            Conversion::Structure(position) => {
                if used.insert(*position)
                    && let Some((_, plan)) = self.structures.get(*position)
                {
                    for part in &plan.attributes {
                        self.collect(&part.mapping, used);
                    }
                }
            }
            Conversion::List(_, inner) | Conversion::Nullable { inner, .. } => {
                self.collect(inner, used);
            }
            _ => {}
        }
    }

    /// What is lost of the structures at these positions.
    pub(super) fn lost(&self, used: &BTreeSet<usize>) -> impl Iterator<Item = Diagnostic> {
        let lost = self.lost.iter().filter(|(at, _)| used.contains(at));
        lost.map(|(_, diagnostic)| diagnostic.clone())
    }

    pub(super) fn into_structures(self) -> Vec<(Structure, StructurePlan)> {
        self.structures
    }
}

fn object(mapping: &Mapping) -> Refusal {
    Refusal::new(
        "DL1040",
        format!("a value of type {}", mapping.net.replace("global::", "")),
    )
}
