//! Which types a platform does not load, since a part of .NET Framework is not there.
//!
//! A type is loaded with its base type, its interfaces, the type around it unless it is an enum, the value types of its
//! fields, and the constraints of its own generic parameters and of its methods'; type arguments count. What a type has
//! to implement for one of another assembly is not found where its signature names something that is not there, and what
//! it overrides of one is compared with that. Nothing else is needed to load a type: the classes of fields and what
//! methods take, give back and call are looked for when code that uses them is compiled, and attributes when they are
//! read.

use super::{Closure, Place, Platform};
use crate::clr::{
    Assembly, AssemblySet, Behind, Method, NamedType, Type, TypeKey, TypeKind, TypeName, TypeUse,
    Unresolved,
};
use crate::metadata::{TypeDefOrRef, TypeOrMethodDef, limits, table};
use foldhash::{HashMap, HashSet};

/// What a platform does not have of what assemblies refer to, and what it does not load for lack of it.
pub struct Unloadable<'m> {
    set: &'m AssemblySet<'m>,
    platform: Platform,
    /// Simple names in lower case of the assemblies that only .NET Framework has.
    assemblies: HashSet<String>,
    /// Whether what ships looks for more in assemblies of the platform than there is.
    is_partly_lacking: bool,
    types: HashMap<TypeKey, (Type<'m>, String)>,
}

impl<'m> Closure<'m> {
    /// What the platform does not load of what ships.
    pub fn unloadable(&self) -> Unloadable<'m> {
        let members = self.graph().node_weights();
        let lacking = members.filter(|member| {
            member.place == Place::Missing && self.platform().is_only_in_framework(member.name)
        });
        let mut shipped = self.shipped();
        let mut unloadable = Unloadable {
            set: self.library.set(),
            platform: self.platform(),
            assemblies: lacking.map(|of| of.name.to_ascii_lowercase()).collect(),
            is_partly_lacking: shipped.any(|file| {
                let mut lost = self.platform().lost(file.assembly());
                lost.next().is_some()
            }),
            types: HashMap::default(),
        };
        if !unloadable.is_empty() {
            let types = self.shipped().flat_map(|file| file.assembly().types());
            unloadable.find(types);
        }
        unloadable
    }
}

impl<'m> Unloadable<'m> {
    /// Whether the platform has everything.
    pub fn is_empty(&self) -> bool {
        self.assemblies.is_empty() && !self.is_partly_lacking
    }

    /// The types of what ships that are not loaded, each with what it lacks: an assembly, or a type that the platform
    /// does not have in its own assembly.
    pub fn types(&self) -> impl Iterator<Item = (Type<'m>, &str)> {
        let types = self.types.values();
        types.map(|(ty, lacking)| (*ty, lacking.as_str()))
    }

    /// What the platform does not have of what `assembly` refers to, each with what it lacks.
    pub fn absent_types(
        &self,
        assembly: &'m Assembly<'m>,
    ) -> impl Iterator<Item = (TypeName<'m>, String)> {
        let rows = assembly.metadata().rows::<table::TypeRef>();
        rows.filter_map(move |row| {
            let token = TypeDefOrRef::TypeRef(row.id());
            let name = TypeName::of(assembly, token).ok()?;
            let lacking = self.look_up(assembly, token, &name).err()??;
            Some((name, lacking))
        })
    }

    /// What the platform does not have of the types in `used`.
    pub fn absent(&self, used: &TypeUse<'m>) -> Option<String> {
        let mut absent = None;
        used.each_name(&mut |named| {
            if absent.is_none() {
                absent = self.named(named).err().flatten();
            }
        });
        absent
    }

    /// What keeps the platform from loading the types in `used`.
    pub fn lacking(&self, used: &TypeUse<'m>) -> Option<String> {
        let mut lacking = None;
        used.each_name(&mut |named| {
            let own = match self.named(named) {
                Ok(of) => self
                    .types
                    .get(&of.key())
                    .map(|(_, lacking)| lacking.clone()),
                Err(absent) => absent,
            };
            lacking = lacking.take().or(own);
        });
        lacking
    }

    fn find(&mut self, types: impl Iterator<Item = Type<'m>>) {
        let mut users: HashMap<TypeKey, Vec<Type<'m>>> = HashMap::default();
        let mut open = Vec::new();
        for ty in types {
            let mut needed = None;
            for used in loaded_with(ty) {
                used.each_name(&mut |named| match self.named(named) {
                    Ok(of) => users.entry(of.key()).or_default().push(ty),
                    Err(absent) => needed = absent.or(needed.take()),
                });
            }
            let needed = needed.or_else(|| self.not_implemented(ty));
            open.extend(needed.map(|name| (ty, name)));
        }
        while let Some((ty, needed)) = open.pop() {
            if self.types.contains_key(&ty.key()) {
                continue;
            }
            let users = users.get(&ty.key()).into_iter().flatten();
            open.extend(users.map(|user| (*user, needed.clone())));
            self.types.insert(ty.key(), (ty, needed));
        }
    }

    /// What is absent in the signature of a member of another assembly that the type has to implement, since nothing
    /// is taken for its implementation then; or of one that it overrides, where a whole assembly is absent: the two
    /// cannot be compared.
    fn not_implemented(&self, ty: Type<'m>) -> Option<String> {
        let declared = self.declared_elsewhere(ty);
        let absent = |method: &Method<'m>| {
            let signature = method.signature().ok()?;
            signature.types().find_map(|used| self.absent(used))
        };
        let mut open = declared
            .iter()
            .filter(|of| of.is_abstract() && !ty.is_abstract());
        open.find_map(absent).or_else(|| {
            let methods = ty.methods().flatten();
            let overriding = methods.filter(|of| of.is_virtual() && !of.is_new_slot());
            let mut overriding = overriding.filter(|method| {
                let mut declared = declared.iter();
                declared.any(|of| of.name() == method.name())
            });
            overriding.find_map(|method| {
                absent(&method).filter(|name| self.assemblies.contains(&name.to_ascii_lowercase()))
            })
        })
    }

    /// The virtual methods that the bases and interfaces of the type declare in other assemblies than its own.
    fn declared_elsewhere(&self, ty: Type<'m>) -> Vec<Method<'m>> {
        let own = ty.assembly().ordinal();
        let mut declaring = Vec::new();
        let mut level = ty;
        for _ in 0..limits::CHAIN {
            let base = level.base().ok().flatten();
            let base = base.and_then(|base| self.named(base.as_named()?).ok());
            let interfaces = level.interfaces().flatten();
            let interfaces = interfaces.filter_map(|of| self.named(of.as_named()?).ok());
            declaring.extend(interfaces.chain(base));
            match base {
                Some(base) => level = base,
                None => break,
            }
        }
        let elsewhere = declaring.into_iter();
        let elsewhere = elsewhere.filter(|of| of.assembly().ordinal() != own);
        let methods = elsewhere.flat_map(|of| of.methods().flatten());
        methods.filter(|method| method.is_virtual()).collect()
    }

    fn named(&self, named: &NamedType<'m>) -> Result<Type<'m>, Option<String>> {
        self.look_up(named.origin, named.token, &named.name)
    }

    /// The definition of a type, or what the platform does not have of it. Neither is known of what is missing for
    /// other reasons.
    fn look_up(
        &self,
        from: &'m Assembly<'m>,
        token: TypeDefOrRef,
        name: &TypeName<'m>,
    ) -> Result<Type<'m>, Option<String>> {
        let found = self.set.resolve(from, token);
        let assembly = match &found {
            Ok(of) => of.assembly().name(),
            Err(Unresolved::MissingAssembly(name)) => name,
            Err(Unresolved::MissingType { assembly, .. }) => assembly,
            Err(_) => return Err(None),
        };
        if self.assemblies.contains(&assembly.to_ascii_lowercase()) {
            return Err(Some(assembly.to_owned()));
        }
        let outermost = name.path.first().copied().unwrap_or_default();
        let behind = self.platform.behind(assembly, name.namespace, outermost);
        if behind == Some(Behind::Nothing) {
            return Err(Some(format!("{}.{outermost}", name.namespace)));
        }
        found.map_err(|_| None)
    }
}

/// What is loaded with a type. What is damaged is left out: there is no saying what it needs.
fn loaded_with<'m>(ty: Type<'m>) -> Vec<TypeUse<'m>> {
    let base = ty.base().ok().flatten().into_iter();
    let interfaces = ty.interfaces().flatten();
    let fields = ty.fields().flatten().filter(|field| !field.is_literal());
    let fields = fields.filter_map(|field| field.ty().ok());
    let values = fields.filter(|of| of.as_named().is_some_and(|named| named.is_value_type));
    let own = constraints(ty, TypeOrMethodDef::TypeDef(ty.id()));
    let methods = ty.methods().flatten();
    let methods = methods.map(|method| TypeOrMethodDef::MethodDef(method.row().id()));
    let methods = methods.flat_map(|method| constraints(ty, method));
    let around = ty.enclosing().filter(|_| ty.kind() != TypeKind::Enum);
    let around = around.and_then(|around| TypeUse::of_definition(around).ok());
    let all = base.chain(interfaces).chain(values).chain(own);
    all.chain(methods).chain(around).collect()
}

/// The constraints of the generic parameters of a type, or of a method of it.
fn constraints<'m>(ty: Type<'m>, owner: TypeOrMethodDef) -> impl Iterator<Item = TypeUse<'m>> {
    let metadata = ty.assembly().metadata();
    let parameters = metadata.generic_params(owner);
    let constraints = parameters.flat_map(|of| metadata.generic_param_constraints(of.id()));
    constraints.filter_map(move |row| ty.type_use(row.constraint().ok()??).ok())
}
