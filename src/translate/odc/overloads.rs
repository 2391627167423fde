//! Members whose signatures name what .NET does not have, and those that C# cannot call beside them.
//!
//! The compiler looks at the types of an overload's parameters once their number and names fit the arguments, and
//! refuses the call then if one of them is not there, even where another overload is meant.

use super::construction::simple_name;
use super::loading::{metadata_name, open_name};
use crate::closure::Unloadable;
use crate::clr::{DocId, Method, Signature, Type, split_arity};
use crate::extension::MemberKind;
use crate::translate::plan::{Argument, Call, Syntax};
use foldhash::HashMap;

/// The members that lack something.
#[derive(Default)]
pub(super) struct Overloads {
    /// What .NET does not have, or does not load, of what is in the signatures: by documentation id.
    lacking: HashMap<String, String>,
    /// Those of which .NET does not have something, so that C# stumbles over them: by the names of their types in
    /// metadata, and by what members of one name have in common, see [`group`].
    absent: HashMap<String, HashMap<String, Vec<Overload>>>,
}

/// A member whose signature names what .NET does not have.
struct Overload {
    parameters: Vec<Parameter>,
    /// How many type parameters it has.
    arity: usize,
    needs: String,
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

/// So many overloads are looked at; beside more of them, nothing is called.
const MOST: usize = 256;

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
            for Member {
                id,
                group,
                signature,
                is_setter,
            } in members(ty)
            {
                let mut types = signature.types();
                let absent = types.find_map(|used| unloadable.absent(used));
                let lacking = || signature.types().find_map(|used| unloadable.lacking(used));
                if let Some(needs) = absent {
                    let groups = overloads.absent.entry(metadata_name(&name)).or_default();
                    let known = groups.entry(group).or_default();
                    known.push(Overload::new(&signature, is_setter, needs.clone()));
                    overloads.lacking.insert(id, needs);
                } else if let Some(needs) = lacking() {
                    overloads.lacking.insert(id, needs);
                }
            }
        }
        overloads
    }

    /// What keeps C# from making `call` of the member with this documentation id. Arguments get their names where these
    /// tell what is meant.
    pub(super) fn refusal(&self, call: &mut Call, id: &str) -> Option<String> {
        if self.lacking.is_empty() || matches!(call.syntax, Syntax::Operator(_)) {
            return None;
        }
        let (group, arity) = group(call);
        let is_constructor = group == CONSTRUCTOR;
        let class = simple_name(&call.declaring);
        if let Some(needs) = self.lacking.get(id) {
            return Some(match is_constructor {
                true => format!("{needs}, which the constructor of {class} names"),
                false => format!("{needs}, which its signature names"),
            });
        }
        let others = self.of(&call.declaring, &group);
        let rivals = |arguments: &[Argument]| {
            // Type arguments that are not written are found by the compiler.
            let is_for = |of: &Overload| arity == 0 || of.arity == arity;
            let may_fit = |of: &&Overload| is_for(of) && of.fits(arguments);
            let rival = match others.len() {
                0..=MOST => others.iter().find(may_fit),
                _ => others.first(),
            };
            rival.map(|of| of.needs.clone())
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
        Some(match is_constructor {
            true => format!("{needs}, which another constructor of {class} names"),
            false => format!("{needs}, which another overload of it names"),
        })
    }

    /// What keeps C# from calling the constructor of the type `net` with so many arguments.
    pub(super) fn constructor_refusal(&self, net: &str, arguments: usize) -> Option<&str> {
        let mut constructors = self.of(net, CONSTRUCTOR).iter();
        let rival = constructors.find(|of| of.takes(arguments, &[]));
        rival.map(|of| of.needs.as_str())
    }

    /// The members of a group of the type that C# calls `net`.
    fn of(&self, net: &str, group: &str) -> &[Overload] {
        let groups = self.absent.get(&open_name(net));
        let found = groups.and_then(|groups| groups.get(group));
        found.map_or(&[], Vec::as_slice)
    }
}

impl Overload {
    /// The value that a setter takes is no parameter of its property.
    fn new(signature: &Signature<'_>, is_setter: bool, needs: String) -> Self {
        let values = signature.parameters.iter();
        let count = values.len().saturating_sub(usize::from(is_setter));
        let parameters = values.take(count).map(|parameter| Parameter {
            name: parameter.name.to_owned(),
            is_optional: parameter.is_optional(),
            is_params: parameter.is_params(),
        });
        Self {
            parameters: parameters.collect(),
            arity: signature.generic_parameters as usize,
            needs,
        }
    }

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

/// What the members that `call` could mean are called, and how many type arguments it gives.
fn group(call: &Call) -> (String, usize) {
    if call.syntax == Syntax::Index {
        return (INDEXER.to_owned(), 0);
    }
    let member = open_name(&call.member);
    let (name, arity) = split_arity(&member);
    (name.to_owned(), arity)
}

/// A method, a constructor or an indexer.
struct Member<'m> {
    id: String,
    group: String,
    /// Of an indexer, that of an accessor.
    signature: Signature<'m>,
    is_setter: bool,
}

/// The public methods, constructors and indexers of a type.
fn members<'m>(ty: Type<'m>) -> impl Iterator<Item = Member<'m>> {
    let methods = ty.methods().flatten().filter(|method| method.is_public());
    let methods = methods.filter_map(|method| {
        let group = match method.is_constructor() {
            true => CONSTRUCTOR,
            false if method.is_special_name() => return None,
            false => method.name().ok()?,
        };
        Some(Member {
            id: DocId(&method).to_string(),
            group: group.to_owned(),
            signature: method.signature().ok()?,
            is_setter: false,
        })
    });
    let indexers = ty.properties().flatten().filter_map(|property| {
        let is_public = |method: &Method<'_>| method.is_public();
        let getter = property.getter().filter(is_public);
        let accessor = getter.or_else(|| property.setter().filter(is_public))?;
        let (is_setter, signature) = (getter.is_none(), accessor.signature().ok()?);
        let is_indexer = signature.parameters.len() > usize::from(is_setter);
        is_indexer.then(|| Member {
            id: DocId(&property).to_string(),
            group: INDEXER.to_owned(),
            signature,
            is_setter,
        })
    });
    methods.chain(indexers)
}
