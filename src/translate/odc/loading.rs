//! What .NET does not load, and so nothing that ODC could call.

use super::Refusal;
use crate::clr::Type;
use foldhash::HashMap;

/// Why what needs an assembly that .NET does not have is not in a library.
pub(super) const UNLOADABLE: &str = "DL1046";

/// The types that ODC does not load, each with the assembly that it lacks for that.
#[derive(Default)]
pub(in crate::translate) struct Unloadable(HashMap<String, String>);

impl Unloadable {
    /// By the names of the types in C#, with a grave accent and their number in the place of type arguments.
    pub(in crate::translate) fn new<'m>(
        types: impl IntoIterator<Item = (Type<'m>, String)>,
    ) -> Self {
        let named = types.into_iter().filter_map(|(ty, lacking)| {
            let name = ty.full_name().ok()?.to_string();
            Some((name.replace('+', "."), lacking))
        });
        Self(named.collect())
    }

    /// Refuses the type that C# calls `net` if it is one of them.
    pub(super) fn loads(&self, net: &str) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let open = open_name(net);
        match self.0.get(&open) {
            Some(lacking) => {
                let simple = open.rsplit('.').next().unwrap_or_default();
                let simple = simple.split('`').next().unwrap_or_default();
                Err(Refusal::new(
                    UNLOADABLE,
                    format!("{simple}, which needs {lacking}"),
                ))
            }
            None => Ok(()),
        }
    }
}

/// The name of a type of metadata that C# calls `net`: `Outer.Pair<int, string>` is ``Outer.Pair`2``.
fn open_name(net: &str) -> String {
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
