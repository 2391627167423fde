use crate::extension::{Extension, MemberState};
use crate::translate::Policies;

/// A configuration with every option at its default, and a comment for every public member of the inputs
/// of `extension`, with what becomes of it.
pub fn template(extension: &Extension) -> String {
    let name = &extension.name;
    let inputs = extension.inputs.iter().map(|input| input.file.as_str());
    let inputs: Vec<&str> = inputs.collect();
    let mut text = format!(
        "# The choices of dllift for {}. `dllift schema config` describes this file.\n{HEAD}",
        inputs.join(", ")
    );
    text = text.replace("{name}", name);
    for line in toml::to_string(&Policies::default())
        .unwrap_or_default()
        .lines()
    {
        let key = line.split(' ').next().unwrap_or_default();
        let about = POLICIES.iter().find(|(policy, _)| *policy == key);
        text.push_str(&format!("{}{line}\n", about.map_or("", |(_, about)| about)));
    }
    text.push_str(TABLES);
    for member in &extension.members {
        let by = member.by.join(", ");
        let became = match member.state {
            MemberState::Translated | MemberState::Absorbed => by,
            MemberState::Skipped => format!("skipped, see dllift explain {by}"),
        };
        text.push_str(&format!("#   {}\n#       {became}\n", member.id));
    }
    text
}

const HEAD: &str = r#"
# Name and description of the extension.
#name = "{name}"
#description = ""

# The rules of the translation.
profile = "structured"

# Which members can become Actions: those that include names, or all where it is empty, but not those that
# exclude names. A pattern is a documentation id, an attribute in brackets, or Namespace.Type.Member with
# * for anything but a dot and ** for anything.
include = []
exclude = []
#exclude = ["Vendor.Internal.**", "[Obsolete]", "M:Vendor.Client.Send(System.String)"]

[policies]
"#;

/// Policies, and the comment above each.
const POLICIES: &[(&str, &str)] = &[
    (
        "enums",
        "# How values of enums travel: text (the name of the value) or integer (its number).\n",
    ),
    (
        "nulls",
        "\n# When a value that comes in is null: empty-is-null (where it is empty and null is legal), value (never)\n\
         # or companion (where a Boolean Has<Name> beside it is False).\n",
    ),
    (
        "cycles",
        "\n# What becomes of attributes that would make a structure contain itself: json (Text) or omit.\n",
    ),
    (
        "constants",
        "\n# Whether constants and operators become Actions: translate or skip.\n",
    ),
    (
        "functions",
        "\n# Which Actions are functions: static (of static members with one output and no Object) or none.\n",
    ),
];

const TABLES: &str = r#"
# Names of actions, structures and attributes. Actions of a property are called <name>Get and <name>Set.
[rename]
#"M:Vendor.Client.Send(System.String)" = "SendText"

# How values of single types travel: structure, handle, text or skip (with the members that use the type).
[type]
#"T:Vendor.Session" = "handle"

# The types with which generic methods and types are translated.
[instantiate]
#"M:Vendor.Json.Parse``1(System.String)" = [["Vendor.Order"], ["Vendor.Customer"]]

# Description and function of single members, and whether what they make of their arguments comes back; of a type,
# also the constructor that makes its instances.
#[member."M:Vendor.Client.Send(System.String)"]
#description = "Sends a text."
#function = false
#returns-arguments = true

# The public members of the inputs, and what becomes of each:
#
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translate::Config;

    #[test]
    fn every_option_is_there_and_has_its_default() {
        let template = template(&Extension::default());
        assert_eq!(Config::parse(&template).unwrap(), Config::default());
        let config = toml::to_string(&Config::default()).unwrap();
        for option in config.lines().filter_map(|line| line.split(" = ").next()) {
            let option = option.trim_end_matches(']');
            assert!(template.contains(option), "{option}");
        }
    }

    #[test]
    fn the_commented_examples_are_right() {
        let template = template(&Extension::default());
        // The second `exclude` replaces the first.
        let lines = template.lines().filter(|line| *line != "exclude = []");
        let lines = lines.map(|line| match line.strip_prefix('#') {
            Some(example) if !example.starts_with([' ', '#']) => example,
            _ => line,
        });
        let config = Config::parse(&lines.collect::<Vec<_>>().join("\n")).unwrap();
        assert_eq!(config.exclude.len(), 3);
        assert_eq!(config.members.len() + config.rename.len(), 2);
        assert_eq!(config.types.len() + config.instantiate.len(), 2);
    }
}
