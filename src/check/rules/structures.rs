//! The structs with the attribute `OSStructure`: those of the library's assembly, and those of other
//! assemblies that actions lead to.

use super::SDK;
use super::actions::{Action, number_of, text_of};
use super::boundary::{Carrier, Kind, Value, is_structure};
use crate::check::finding::{Findings, capital};
use crate::check::library::Library;
use crate::clr::{CustomAttribute, DocId, Type, TypeKey, TypeKind, TypeUse};
use foldhash::{HashMap, HashSet};

/// The structures of a library.
pub(super) struct Structures<'m> {
    list: Vec<Structure<'m>>,
    /// Positions in `list`.
    places: HashMap<TypeKey, usize>,
    /// Those that carry files or lists, themselves or in another structure.
    large: HashSet<TypeKey>,
}

/// A struct that becomes a structure.
pub(super) struct Structure<'m> {
    pub(super) ty: Type<'m>,
    pub(super) id: String,
    pub(super) file: &'m str,
    /// The name that its attribute gives it, as those of early SDKs could.
    pub(super) given_name: Option<&'m str>,
    /// Names of the attributes.
    pub(super) members: Vec<&'m str>,
    values: Vec<Value<'m>>,
}

/// A field or property of a struct.
struct Member<'m> {
    /// `field` or `property`.
    word: &'static str,
    name: &'m str,
    id: String,
    is_public: bool,
    attributes: Vec<CustomAttribute<'m>>,
    ty: crate::metadata::Result<TypeUse<'m>>,
}

/// 05010 to 05013, and the types of the members.
pub(super) fn check<'m>(
    library: &Library<'m>,
    actions: &[Action<'m>],
    findings: &mut Findings,
) -> Structures<'m> {
    let mut structures = Structures {
        list: Vec::new(),
        places: HashMap::default(),
        large: HashSet::default(),
    };
    let own = library.assembly().types();
    let own = own.filter(|ty| ty.kind() == TypeKind::Struct && is_structure(*ty));
    let mut left: Vec<_> = own.collect();
    left.extend(
        actions
            .iter()
            .flat_map(|action| &action.values)
            .filter_map(structure_of),
    );
    left.reverse();
    while let Some(ty) = left.pop() {
        let place = structures.list.len();
        if structures.places.contains_key(&ty.key()) {
            continue;
        }
        structures.places.insert(ty.key(), place);
        let structure = Structure::read(library, ty, findings);
        left.extend(structure.values.iter().filter_map(structure_of));
        structures.list.push(structure);
    }
    structures.find_large();
    structures
}

fn structure_of<'m>(value: &Value<'m>) -> Option<Type<'m>> {
    match value.kind {
        Kind::Structure(ty) => Some(ty),
        _ => None,
    }
}

impl<'m> Structures<'m> {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Structure<'m>> {
        self.list.iter()
    }

    /// Whether values of the structure can have any size.
    pub(super) fn are_large(&self, ty: Type<'_>) -> bool {
        self.large.contains(&ty.key())
    }

    /// From those that have a file or a list to those that they are in.
    fn find_large(&mut self) {
        let mut users: HashMap<TypeKey, Vec<TypeKey>> = HashMap::default();
        let mut left = Vec::new();
        for structure in &self.list {
            let own = structure.ty.key();
            for value in &structure.values {
                if value.is_large() {
                    left.push(own);
                } else if let Kind::Structure(used) = value.kind {
                    users.entry(used.key()).or_default().push(own);
                }
            }
        }
        while let Some(large) = left.pop() {
            if self.large.insert(large) {
                left.extend(users.get(&large).into_iter().flatten());
            }
        }
    }
}

impl<'m> Structure<'m> {
    fn read(library: &Library<'m>, ty: Type<'m>, findings: &mut Findings) -> Self {
        let file = library.file(ty.assembly());
        let id = DocId(&ty).to_string();
        let name = ty.name().unwrap_or_default();
        if !ty.is_public() {
            findings.add("05010", file, &id, &[name]);
        }
        let (mut members, mut values) = (Vec::new(), Vec::new());
        for member in members_of(ty) {
            let has = |name: &str| {
                member
                    .attributes
                    .iter()
                    .find(|of| of.is(SDK, name))
                    .copied()
            };
            let (field, ignore) = (
                has("OSStructureFieldAttribute"),
                has("OSIgnore").or_else(|| has("OSIgnoreAttribute")),
            );
            let shown = format!("the {} {}", member.word, member.name);
            if !member.is_public {
                for (number, attribute) in [("05011", field), ("05012", ignore)] {
                    if attribute.is_some() {
                        findings.add(number, file, &member.id, &[&capital(&shown), name]);
                    }
                }
            } else if ignore.is_none() {
                let carrier = Carrier {
                    name: format!("{shown} of {name}"),
                    file,
                    id: &member.id,
                    data_type: number_of(library, field, "DataType"),
                };
                members.push(member.name);
                match &member.ty {
                    Ok(ty) => {
                        let value = Value::of(library, ty);
                        value.check(ty, &carrier, findings);
                        values.push(value);
                    }
                    Err(error) => {
                        findings.add("DL7020", file, &member.id, &[file, &error.to_string()]);
                    }
                }
            }
        }
        if members.is_empty() {
            findings.add("05013", file, &id, &[name]);
        }
        let mut attributes = ty.custom_attributes();
        let attribute = attributes.find(|of| of.is(SDK, "OSStructureAttribute"));
        Self {
            ty,
            id,
            file,
            given_name: attribute.and_then(|of| text_of(of, "Name")),
            members,
            values,
        }
    }

    /// Its name in OutSystems.
    pub(super) fn name(&self) -> &'m str {
        self.given_name
            .unwrap_or_else(|| self.ty.name().unwrap_or_default())
    }
}

/// The instance fields and properties of a struct, indexers left out.
fn members_of(ty: Type<'_>) -> impl Iterator<Item = Member<'_>> {
    let fields = ty.fields().flatten().filter(|field| !field.is_static());
    let fields = fields.map(|field| Member {
        word: "field",
        name: field.name().unwrap_or_default(),
        id: DocId(&field).to_string(),
        is_public: field.is_public(),
        attributes: field.custom_attributes().collect(),
        ty: field.ty(),
    });
    let properties = ty.properties().flatten().filter_map(|property| {
        let signature = property.signature();
        if signature
            .as_ref()
            .is_ok_and(|of| !of.has_this || !of.parameters.is_empty())
        {
            return None;
        }
        let accessors = [property.getter(), property.setter()];
        Some(Member {
            word: "property",
            name: property.name().unwrap_or_default(),
            id: DocId(&property).to_string(),
            is_public: accessors.iter().flatten().any(|method| method.is_public()),
            attributes: property.custom_attributes().collect(),
            ty: signature.map(|of| of.ty),
        })
    });
    fields.chain(properties)
}
