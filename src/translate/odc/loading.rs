//! What .NET does not load, and so nothing that ODC could call.

use super::Refusal;
use super::overloads::Overloads;
use crate::closure::Closure;
use crate::clr::TypeName;
use crate::translate::plan::Call;
use foldhash::HashMap;

/// Why what needs an assembly that .NET does not have is not in a library.
pub(super) const UNLOADABLE: &str = "DL1046";

/// What ODC does not load, and what cannot be called for that.
#[derive(Default)]
pub(in crate::translate) struct Unloadable {
    /// The types that are not loaded or not there, by their [`metadata_name`]s, each with what it lacks.
    types: HashMap<String, String>,
    pub(super) overloads: Overloads,
}

impl Unloadable {
    /// Of what ships.
    pub(in crate::translate) fn new(closure: &Closure<'_>) -> Self {
        let unloadable = closure.unloadable();
        if unloadable.is_empty() {
            return Self::default();
        }
        let own = unloadable.types().filter_map(|(ty, lacking)| {
            let name = metadata_name(&ty.full_name().ok()?);
            Some((name, lacking.to_owned()))
        });
        let mut own: Vec<(String, String)> = own.collect();
        // Which of two types with one name is told of is not left to chance.
        own.sort_unstable();
        let assemblies = closure.shipped().map(|file| file.assembly());
        let absent = assemblies.flat_map(|assembly| unloadable.absent_types(assembly));
        let absent = absent.map(|(name, lacking)| (metadata_name(&name), lacking));
        let types = closure.shipped().flat_map(|file| file.assembly().types());
        let public = types.filter(|ty| ty.is_public());
        Self {
            types: absent.chain(own).collect(),
            overloads: Overloads::new(public, &unloadable),
        }
    }

    /// Refuses the type that C# calls `net` if it is one of them.
    pub(super) fn loads(&self, net: &str) -> Result<(), Refusal> {
        if self.types.is_empty() {
            return Ok(());
        }
        let open = open_name(net);
        match self.types.get(&open) {
            Some(lacking) => {
                let simple = open.rsplit('.').next().unwrap_or_default();
                let simple = simple.split('`').next().unwrap_or_default();
                let detail = match *lacking == open {
                    true => lacking.clone(),
                    false => format!("{simple}, which needs {lacking}"),
                };
                Err(Refusal::new(UNLOADABLE, detail))
            }
            None => Ok(()),
        }
    }

    /// Refuses the call of the member with this documentation id if C# cannot make it. Names its arguments where that is
    /// what it takes.
    pub(super) fn can_call(&self, call: &mut Call, id: &str) -> Result<(), Refusal> {
        match self.overloads.refusal(call, id) {
            Some(lacking) => Err(Refusal::new(UNLOADABLE, lacking)),
            None => Ok(()),
        }
    }
}

/// The name of a type, with full stops between nested ones.
pub(super) fn metadata_name(name: &TypeName<'_>) -> String {
    name.to_string().replace('+', ".")
}

/// The name of a type of metadata that C# calls `net`: `Outer.Pair<int, string>` is ``Outer.Pair`2``.
pub(super) fn open_name(net: &str) -> String {
    let mut name = String::new();
    let (mut depth, mut arguments) = (0usize, 0usize);
    for character in net.chars() {
        match (character, depth) {
            ('<', _) => {
                depth = depth.saturating_add(1);
                arguments = arguments.max(1);
            }
            ('>', 1) => {
                name.push_str(&format!("`{arguments}"));
                (depth, arguments) = (0, 0);
            }
            ('>', _) => depth = depth.saturating_sub(1),
            ('[' | '(', 1..) => depth = depth.saturating_add(1),
            (']' | ')', 1..) => depth = depth.saturating_sub(1),
            (',', 1) => arguments = arguments.saturating_add(1),
            ('@', 0) | (_, 1..) => {}
            _ => name.push(character),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::open_name;

    #[test]
    fn type_arguments_are_counted() {
        for (net, expected) in [
            ("Shop.Invoice", "Shop.Invoice"),
            ("Shop.@class", "Shop.class"),
            ("Outer<int>.Pair<A<int, long>, B[,]>", "Outer`1.Pair`2"),
        ] {
            assert_eq!(open_name(net), expected);
        }
    }
}
