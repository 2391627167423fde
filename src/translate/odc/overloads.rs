//! Members whose signatures name what .NET does not have, and those that C# cannot call beside them.
//!
//! The compiler looks at the types of an overload's parameters once their number and names fit the arguments, and
//! refuses the call then if one of them is not there, even where another overload is meant.

use super::loading::{metadata_name, open_name};
use crate::closure::Unloadable;
use crate::clr::{DocId, Method, Signature, Type};
use crate::extension::MemberKind;
use crate::translate::plan::{Argument, Call, Syntax};
use foldhash::HashMap;

/// The members that lack something, by the names of their types in metadata, and by what members of one name have in
/// common, see [`group`].
#[derive(Default)]
pub(super) struct Overloads(HashMap<String, HashMap<String, Vec<Overload>>>);

/// A member whose signature names what .NET does not have, or does not load.
struct Overload {
    id: String,
    parameters: Vec<Parameter>,
    is_generic: bool,
    needs: String,
    /// Whether .NET does not have it, and C# stumbles over it.
    is_absent: bool,
}

struct Parameter {
    name: String,
    /// Whether a call need not have an argument for it.
    is_optional: bool,
    /// Whether it takes any number of arguments.
    is_params: bool,
}

/// What indexers are called here.
const INDEXER: &str = "[]";

/// What constructors are called here, as in [`Call`].
const CONSTRUCTOR: &str = "";

impl Overloads {
    /// Of public types.
    pub(super) fn new<'m>(
        types: impl Iterator<Item = Type<'m>>,
        unloadable: &Unloadable<'m>,
    ) -> Self {
        let mut overloads = Self::default();
        for ty in types {
            let Ok(name) = ty.full_name() else {
                continue;
            };
            for (group, overload) in lacking(ty, unloadable) {
                let groups = overloads.0.entry(metadata_name(&name)).or_default();
                groups.entry(group).or_default().push(overload);
            }
        }
        overloads
    }

    /// What keeps C# from making `call` of the member with this documentation id. Arguments get their names where these
    /// tell what is meant.
    pub(super) fn refusal(&self, call: &mut Call, id: &str) -> Option<String> {
        if self.0.is_empty() || matches!(call.syntax, Syntax::Operator(_)) {
            return None;
        }
        let (group, is_generic) = group(call);
        let others = self.of(&call.declaring, &group);
        if let Some(own) = others.iter().find(|overload| overload.id == id) {
            return Some(format!("{}, which its signature names", own.needs));
        }
        let rivals = |arguments: &[Argument]| {
            let mut rivals = others.iter().filter(|of| of.is_absent);
            rivals
                .find(|of| of.is_generic >= is_generic && of.fits(arguments))
                .map(|of| of.needs.clone())
        };
        let arguments = match (call.syntax, call.kind) {
            (Syntax::Index, MemberKind::PropertySet) => call.arguments.split_last_mut()?.1,
            _ => &mut call.arguments,
        };
        rivals(arguments)?;
        if arguments.iter().all(|argument| !argument.name.is_empty()) {
            for argument in arguments.iter_mut() {
                argument.is_named = true;
            }
        }
        let needs = rivals(arguments)?;
        Some(format!("{needs}, which another overload of it names"))
    }

    /// What keeps C# from calling the constructor of the type `net` with so many arguments.
    pub(super) fn constructor_refusal(&self, net: &str, arguments: usize) -> Option<&str> {
        let mut constructors = self.of(net, CONSTRUCTOR).iter();
        let rival = constructors.find(|of| of.is_absent && of.takes(arguments, &[]));
        rival.map(|of| of.needs.as_str())
    }

    /// The members of a group of the type that C# calls `net`.
    fn of(&self, net: &str, group: &str) -> &[Overload] {
        let groups = self.0.get(&open_name(net));
        let found = groups.and_then(|groups| groups.get(group));
        found.map_or(&[], Vec::as_slice)
    }
}

impl Overload {
    fn fits(&self, arguments: &[Argument]) -> bool {
        let is_named = |argument: &&Argument| argument.is_named;
        let positional = arguments.iter().take_while(|of| !is_named(of)).count();
        let named = arguments.iter().filter(is_named);
        let named: Vec<&str> = named.map(|of| of.name.trim_start_matches('@')).collect();
        self.takes(positional, &named)
    }

    /// Whether it has a parameter for each argument, and arguments for all parameters that need one.
    fn takes(&self, positional: usize, named: &[&str]) -> bool {
        let takes_any = self.parameters.last().is_some_and(|last| last.is_params);
        let (is_enough, rest) = match self.parameters.get(positional..) {
            Some(rest) => (true, rest),
            None => (takes_any, &[][..]),
        };
        let is_given = |parameter: &Parameter| {
            let is_named = named.contains(&parameter.name.as_str());
            is_named || parameter.is_optional || parameter.is_params
        };
        let is_known = |name: &&str| rest.iter().any(|parameter| parameter.name == **name);
        is_enough && rest.iter().all(is_given) && named.iter().all(is_known)
    }
}

/// What the members that `call` could mean are called, and whether it gives type arguments.
fn group(call: &Call) -> (String, bool) {
    if call.syntax == Syntax::Index {
        return (INDEXER.to_owned(), false);
    }
    let name = call.member.split('<').next().unwrap_or_default();
    let is_generic = name.len() < call.member.len();
    (name.trim_start_matches('@').to_owned(), is_generic)
}

/// The methods, constructors and indexers of a type that lack something, each with its group.
fn lacking<'m>(
    ty: Type<'m>,
    unloadable: &Unloadable<'m>,
) -> impl Iterator<Item = (String, Overload)> {
    let methods = ty.methods().flatten();
    let methods = methods.filter_map(move |method| {
        let is_constructor = method.is_constructor();
        if !method.is_public() || method.is_special_name() && !is_constructor {
            return None;
        }
        let group = match is_constructor {
            true => CONSTRUCTOR.to_owned(),
            false => method.name().ok()?.to_owned(),
        };
        let signature = method.signature().ok()?;
        let id = DocId(&method).to_string();
        Some((group, overload(id, &signature, false, unloadable)?))
    });
    let indexers = ty.properties().flatten().filter_map(move |property| {
        let is_public = |method: &Method<'_>| method.is_public();
        let getter = property.getter().filter(is_public);
        let accessor = getter.or_else(|| property.setter().filter(is_public))?;
        let is_set = getter.is_none();
        let signature = accessor.signature().ok()?;
        if signature.parameters.len() == usize::from(is_set) {
            return None;
        }
        let id = DocId(&property).to_string();
        let overload = overload(id, &signature, is_set, unloadable)?;
        Some((INDEXER.to_owned(), overload))
    });
    methods.chain(indexers)
}

/// A member with this signature, if it lacks something. The value that a setter takes is no parameter of its property.
fn overload<'m>(
    id: String,
    signature: &Signature<'m>,
    is_setter: bool,
    unloadable: &Unloadable<'m>,
) -> Option<Overload> {
    let types = signature.parameters.iter().map(|parameter| &parameter.ty);
    let types = || types.clone().chain([&signature.return_type]);
    let absent = types().find_map(|used| unloadable.absent(used));
    let is_absent = absent.is_some();
    let needs = absent.or_else(|| types().find_map(|used| unloadable.lacking(used)))?;
    let mut parameters: Vec<Parameter> = signature
        .parameters
        .iter()
        .map(|parameter| Parameter {
            name: parameter.name.to_owned(),
            is_optional: parameter.is_optional(),
            is_params: parameter.is_params(),
        })
        .collect();
    if is_setter {
        parameters.pop();
    }
    Some(Overload {
        id,
        parameters,
        is_generic: signature.generic_parameters > 0,
        needs,
        is_absent,
    })
}
