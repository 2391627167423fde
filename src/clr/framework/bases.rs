/// The assemblies of .NET Framework that have base types and interfaces of the public types of its assembly with this
/// simple name, or the types to which it forwards. The C# compiler wants them wherever it is given such a type.
///
/// Left out are those that every extension's project references: System, System.Core, System.Data, System.Drawing,
/// System.Web, System.Xml and System.Xml.Linq. Of these seven, what only configuration sections need is left out, too.
pub(crate) fn assemblies_of_bases(name: &str) -> &'static [&'static str] {
    let mut rows = BASES.iter();
    let row = rows.find(|(known, _)| known.eq_ignore_ascii_case(name));
    row.map_or(&[], |(_, bases)| bases)
}

const BASES: &[(&str, &[&str])] = &[
    ("Microsoft.Build", &["Microsoft.Build.Framework"]),
    ("Microsoft.Build.Engine", &["Microsoft.Build.Framework"]),
    (
        "Microsoft.Build.Tasks.v4.0",
        &[
            "Microsoft.Build.Framework",
            "Microsoft.Build.Utilities.v4.0",
        ],
    ),
    (
        "Microsoft.Build.Utilities.v4.0",
        &["Microsoft.Build.Framework"],
    ),
    ("System.Data.Entity", &["System.Runtime.Serialization"]),
    (
        "System.Data.Services",
        &[
            "System.Configuration",
            "System.ServiceModel",
            "System.ServiceModel.Activation",
            "System.ServiceModel.Web",
        ],
    ),
    (
        "System.Design",
        &[
            "Accessibility",
            "System.Drawing.Design",
            "System.Windows.Forms",
        ],
    ),
    (
        "System.IdentityModel",
        &["System.Configuration", "System.Runtime.Serialization"],
    ),
    ("System.Management", &["System.Configuration.Install"]),
    (
        "System.Messaging",
        &["System.Configuration.Install", "System.Windows.Forms"],
    ),
    ("System.Net.Http.WebRequest", &["System.Net.Http"]),
    ("System.Runtime.Caching", &["System.Configuration"]),
    ("System.Runtime.Numerics", &["System.Numerics"]),
    ("System.Runtime.Serialization", &["System.Configuration"]),
    (
        "System.ServiceModel",
        &[
            "System.Configuration",
            "System.EnterpriseServices",
            "System.IdentityModel",
            "System.Runtime.DurableInstancing",
            "System.Runtime.Serialization",
            "System.Xaml",
        ],
    ),
    ("System.ServiceModel.Activation", &["System.ServiceModel"]),
    (
        "System.ServiceModel.Discovery",
        &["System.Configuration", "System.ServiceModel"],
    ),
    (
        "System.ServiceModel.Routing",
        &["System.Configuration", "System.ServiceModel"],
    ),
    (
        "System.ServiceModel.Web",
        &[
            "System.Configuration",
            "System.ServiceModel",
            "System.ServiceModel.Activation",
        ],
    ),
    (
        "System.ServiceProcess",
        &["System.Configuration.Install", "System.Windows.Forms"],
    ),
    ("System.Transactions", &["System.Configuration"]),
    (
        "System.Web",
        &[
            "System.ComponentModel.DataAnnotations",
            "System.Configuration",
            "System.Web.ApplicationServices",
        ],
    ),
    ("System.Web.ApplicationServices", &["System.Configuration"]),
    ("System.Web.DynamicData", &["System.Web.Extensions"]),
    (
        "System.Web.Extensions",
        &[
            "System.Configuration",
            "System.Runtime.Serialization",
            "System.ServiceModel",
            "System.ServiceModel.Activation",
            "System.Web.ApplicationServices",
        ],
    ),
    ("System.Web.Extensions.Design", &["System.Design"]),
    ("System.Web.Services", &["System.Configuration"]),
    (
        "System.Windows.Forms",
        &["Accessibility", "System.Configuration"],
    ),
    (
        "System.Windows.Forms.DataVisualization",
        &["System.Windows.Forms"],
    ),
    ("WindowsBase", &["System.Xaml"]),
    ("netstandard", &["System.Net.Http", "System.Numerics"]),
];

#[cfg(test)]
mod tests {
    use super::BASES;
    use crate::clr::is_framework_assembly;

    #[test]
    fn all_are_parts_of_dot_net_framework() {
        for (name, bases) in BASES {
            for name in bases.iter().chain([name]) {
                assert!(is_framework_assembly(name), "{name}");
            }
        }
    }
}
