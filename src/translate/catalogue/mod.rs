//! The diagnostics (TRANSLATION §13) as data.

mod examples;

use crate::extension::{Diagnostic, Severity, Target};

/// A row of the catalogue.
#[derive(Debug)]
pub struct Entry {
    /// `DL` and four digits.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The only target for which it holds.
    pub target: Option<Target>,
    /// What happened; `{}` stands for the detail.
    pub message: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do.
    pub help: &'static str,
}

const fn row(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    why: &'static str,
    help: &'static str,
) -> Entry {
    Entry {
        code,
        severity,
        target: None,
        message,
        why,
        help,
    }
}

/// A row that holds for `target` only.
const fn only(target: Target, row: Entry) -> Entry {
    Entry {
        target: Some(target),
        ..row
    }
}

use Severity::{Error, Info, Warning};
use Target::{O11, Odc};

/// Every diagnostic, sorted by code.
pub const CATALOGUE: &[Entry] = &[
    row(
        "DL1001",
        Warning,
        "The member uses the delegate {}.",
        "OutSystems has no values that are code.",
        "Write a small class that makes the call with a fixed function, and translate that.",
    ),
    row(
        "DL1002",
        Warning,
        "The member uses the pointer type {}.",
        "An address means nothing outside of the process that made it.",
        "Write an overload that takes or returns an array or a Stream.",
    ),
    row(
        "DL1003",
        Warning,
        "The member uses {}, which lives on the stack only.",
        "A by-ref-like value or a returned reference cannot be kept in a variable of a flow.",
        "Write an overload that takes or returns an array, a string or a list.",
    ),
    row(
        "DL1004",
        Warning,
        "The method is generic: its type parameters are open.",
        "An Action has fixed types.",
        "List the types that you need under instantiate in dllift.toml, or write a method that calls it with them.",
    ),
    row(
        "DL1005",
        Warning,
        "The member belongs to the generic type {}.",
        "An Action has fixed types, and the type's parameters are open.",
        "List the types that you need under instantiate in dllift.toml, or derive a class from the closed type.",
    ),
    row(
        "DL1007",
        Warning,
        "The member is an event.",
        "An extension is called and cannot call back.",
        "Write a method that waits for the event and returns its data.",
    ),
    row(
        "DL1008",
        Info,
        "The member is the operator {}.",
        "Operators are left out by default: most have a method that does the same.",
        "Set operators = \"translate\" in the policies of dllift.toml.",
    ),
    row(
        "DL1009",
        Warning,
        "The method takes a variable argument list (__arglist).",
        "An Action has a fixed number of parameters.",
        "Write an overload with a params array.",
    ),
    row(
        "DL1011",
        Warning,
        "The member is obsolete, and its use is an error.",
        "The C# compiler refuses code that calls it.",
        "Use the member that its message recommends.",
    ),
    row(
        "DL1012",
        Info,
        "The member is hidden from editors (EditorBrowsable Never).",
        "Its author does not want it to be used.",
        "Use the member that replaces it.",
    ),
    row(
        "DL1013",
        Warning,
        "The member's metadata is damaged: {}.",
        "What it looks like is unknown.",
        "Get an undamaged copy of the assembly; obfuscated assemblies can be damaged on purpose.",
    ),
    row(
        "DL1014",
        Warning,
        "Another assembly at hand has a type {} too.",
        "C# code cannot tell two types with the same full name apart.",
        "Translate the two assemblies into two extensions, or write a class that wraps the type.",
    ),
    row(
        "DL1015",
        Info,
        "No translated member uses the enum {}.",
        "A constant of an enum has a use only where a parameter takes it.",
        "Nothing has to be done.",
    ),
    row(
        "DL1016",
        Info,
        "The property of a structure cannot be read.",
        "An attribute holds a value, and this one never gives any.",
        "Write a method that takes the structure and the value.",
    ),
    row(
        "DL1017",
        Warning,
        "C# has no way to write the name {}.",
        "The name has characters that only other languages or tools allow.",
        "Write a C# method with a plain name that calls it by reflection.",
    ),
    row(
        "DL1018",
        Info,
        "The constructor belongs to the abstract class {}.",
        "An abstract class has no instances of its own.",
        "Use the constructor of a class that derives from it.",
    ),
    row(
        "DL1019",
        Info,
        "The constant {} is left out.",
        "The configuration says constants = \"skip\".",
        "Set constants = \"translate\" in the policies of dllift.toml.",
    ),
    row(
        "DL1020",
        Warning,
        "Another overload differs from it by the return type only.",
        "C# cannot choose between the two.",
        "Write a method with a name of its own that calls it.",
    ),
    row(
        "DL1021",
        Warning,
        "The static member belongs to an interface.",
        "The .NET Framework of OutSystems 11 cannot run static members of interfaces.",
        "Write a static method in a class that does the same.",
    ),
    row(
        "DL1022",
        Warning,
        "The member uses {}, which is not public.",
        "Code outside of the assembly cannot name the type.",
        "Write a method that takes and returns public types and calls it.",
    ),
    row(
        "DL1023",
        Warning,
        "Another member of {} hides it.",
        "C# finds the nearer of two members with one name, and cannot name the base type of this one.",
        "Write a method that calls it by reflection.",
    ),
    row(
        "DL1024",
        Info,
        "The configuration leaves the member out.",
        "A pattern of exclude names it, or none of include does.",
        "Change include or exclude in dllift.toml if it is needed.",
    ),
    row(
        "DL1025",
        Info,
        "The configuration skips the type {}.",
        "The choice for the type in dllift.toml is skip.",
        "Take the choice out if the members that use it are needed.",
    ),
    row(
        "DL1026",
        Warning,
        "The constructor leaves members that are required to an initialiser.",
        "An Action passes the parameters of a constructor and no more.",
        "Write a constructor that sets them and is marked [SetsRequiredMembers].",
    ),
    row(
        "DL1030",
        Warning,
        "The member belongs to the struct {}, which the wizard does not show.",
        "Integration Studio imports members of classes only.",
        "Translate with the profile structured, or write a class that wraps the struct.",
    ),
    row(
        "DL1031",
        Info,
        "The member belongs to the enum {}, which the wizard does not show.",
        "In the profile wizard a value of an enum is an Object, which only code can make.",
        "Translate with the profile structured, in which a value is the Text of its name.",
    ),
    row(
        "DL1032",
        Warning,
        "The property is an indexer, which the wizard does not show.",
        "Integration Studio imports properties without parameters only.",
        "Translate with the profile structured, or write a method that reads or writes the element.",
    ),
    row(
        "DL1033",
        Warning,
        "The member belongs to instances of the abstract class {}.",
        "Of an abstract class the wizard shows only static members.",
        "Use the member on a class that derives from it, or translate with the profile structured.",
    ),
    row(
        "DL1034",
        Warning,
        "The member belongs to the interface {}, which the wizard does not show.",
        "Integration Studio imports members that are not abstract only.",
        "Use the member on a class that implements it, or translate with the profile structured.",
    ),
    row(
        "DL1035",
        Info,
        "Another member of {} hides the inherited one.",
        "The wizard calls a member on the class that is imported, and there C# finds the nearer of two members with one name.",
        "Use the Action of the base class that declares it.",
    ),
    row(
        "DL1036",
        Info,
        "What the type inherits from {} is not known.",
        "The wizard shows inherited members too, and the assembly that declares these is not at hand.",
        "Put the assembly beside the input, or name its folder with --ref-dir.",
    ),
    row(
        "DL1037",
        Info,
        "The operator {} has no name that C# can call.",
        "The wizard calls members by their names.",
        "Translate with the profile structured and operators = \"translate\", or write a method that applies it.",
    ),
    row(
        "DL1038",
        Info,
        "The property {} can be set only while its object is made.",
        "C# allows no other use of an init accessor.",
        "Write a constructor that takes the value.",
    ),
    only(
        Odc,
        row(
            "DL1040",
            Warning,
            "ODC has no such action: {} would be an Object.",
            "ODC passes data only, and has no type Object.",
            "Write a method that takes and returns data, and does the same.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1041",
            Warning,
            "ODC has no such action: nothing can make the {} that it needs.",
            "ODC keeps no object from one call to the next, so each call makes its own from data alone.",
            "Name a static method that makes one as its constructor in dllift.toml, or write a static method that makes it and calls the member.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1042",
            Info,
            "ODC has no such action: what it sets in the {} would end with the call.",
            "ODC keeps no object from one call to the next, so each call makes its own.",
            "Write a method that sets the value and does what it is set for.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1043",
            Warning,
            "ODC has no such action: the structure {} can be read but not made.",
            "No constructor takes what the structure holds, and ODC has no type Object to pass it on as it is.",
            "Write a method that takes the values that it needs.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1044",
            Info,
            "ODC has no entity {}.",
            "An external library has actions and structures only.",
            "Create the entity in ODC Studio, or read the table through an action.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1045",
            Info,
            "ODC has no such action: it would dispose of the {} that was made for it alone.",
            "ODC keeps no object from one call to the next, so each call makes its own and disposes of it if it is an IDisposable.",
            "Nothing has to be done.",
        ),
    ),
    only(
        Odc,
        row(
            "DL1046",
            Warning,
            "ODC does not have it: .NET does not load {}.",
            "It is a part of .NET Framework that .NET does not have, and no assembly for .NET beside the inputs has it. A type is loaded with its base type, its interfaces, the type around it, the value types of its fields, the constraints of its type parameters and of its methods', and the signatures of what it implements of other assemblies; a member is called with the types in its signature. The C# compiler refuses a call, too, if another overload with such a type fits the number and the names of its arguments.",
            "Put the package that brings the assembly for .NET beside the input, if there is one, or move what ODC needs to a type, or to a method with a name of its own, that does without.",
        ),
    ),
    row(
        "DL2001",
        Info,
        "{} value(s) of type decimal become Decimal.",
        "OutSystems keeps 8 decimals of a Decimal, .NET up to 28.",
        "Check whether more than 8 decimals matter.",
    ),
    row(
        "DL2002",
        Info,
        "{} value(s) of type float or double become Decimal.",
        "A Decimal has no NaN and no infinity, and OutSystems keeps 8 decimals of it.",
        "Check whether NaN or more decimals matter; a value that does not fit is an exception.",
    ),
    row(
        "DL2003",
        Info,
        "{} value(s) of type DateTimeOffset become Date Time in UTC.",
        "Date Time has no offset.",
        "Pass the offset in a parameter of its own if it matters.",
    ),
    row(
        "DL2004",
        Info,
        "The attribute {} travels as Text that holds JSON.",
        "Its values contain values of the structure that it is in, and OutSystems has no recursive structures.",
        "Read it with JSON Deserialize, or set cycles = \"omit\" in the policies of dllift.toml.",
    ),
    row(
        "DL2005",
        Info,
        "The member is obsolete.",
        "Its author plans to remove it.",
        "Use the member that its message recommends.",
    ),
    row(
        "DL2006",
        Info,
        "The optional parameter {} is left out: it always has its default value.",
        "Its type has no OutSystems counterpart.",
        "Write an overload that takes something simpler.",
    ),
    row(
        "DL2007",
        Info,
        "The parameter {} is no parameter of the Action: nothing is cancelled or reported.",
        "A flow has no cancellation token and no progress to pass.",
        "Nothing has to be done.",
    ),
    row(
        "DL2008",
        Info,
        "The attribute {} is left out.",
        "Its values contain values of the structure that it is in, and the configuration says cycles = \"omit\".",
        "Set cycles = \"json\" to get it as Text.",
    ),
    only(
        O11,
        row(
            "DL2009",
            Warning,
            "OutSystems 11 can read a {} but not make one: it has required members.",
            "They are set as only C# 11 and newer can, and the code for OutSystems 11 is older C#.",
            "Write a constructor that sets them and is marked [SetsRequiredMembers], or a method that makes one.",
        ),
    ),
    row(
        "DL2010",
        Info,
        "The logger {} is no parameter of the Action.",
        "In OutSystems 11 there is none, so that nothing is logged; in ODC it is the library's.",
        "Nothing has to be done.",
    ),
    row(
        "DL2011",
        Warning,
        "Values of {} travel as Objects.",
        "It is an enum or a struct of an assembly that is not at hand, and only its definition says which and what it holds.",
        "Give a folder with that assembly as --ref-dir: of .NET Framework, of mono (lib/mono/4.5), or of the .NET runtime.",
    ),
    only(
        O11,
        row(
            "DL2012",
            Warning,
            "Actions take the type {} as an Object, and no Action gives one.",
            "It comes out as a structure, which can be read but not made: no constructor takes what it holds.",
            "Write `handle` for the type under [type] in dllift.toml: it is an Object everywhere then, and its constructors and members are Actions.",
        ),
    ),
    row(
        "DL2013",
        Info,
        "What it writes into {} does not come back.",
        "The Action passes a copy. That of a stream, a writer or a buffer comes back where the member is a method that gives nothing else back, and that of any argument where it is static, too.",
        "If it matters, write `returns-arguments = true` for the member in dllift.toml. For a structure that holds a stream, write a method that takes the stream itself.",
    ),
    only(
        O11,
        row(
            "DL2014",
            Info,
            "In OutSystems 11 the optional parameter {} is mandatory.",
            "No expression of OutSystems says what its default is, such as NaN or a date before 1900.",
            "Give it a value, or write an overload without the parameter.",
        ),
    ),
    row(
        "DL2030",
        Info,
        "The physical table {} of the entity is assumed.",
        "No attribute of the class names the table, and a mapping in code cannot be read.",
        "Check the table when you connect to it, or add [Table] to the class.",
    ),
    row(
        "DL2031",
        Info,
        "No column alone identifies a row of {}.",
        "An Entity has one Identifier, which is a number or a text.",
        "Add a column that does, if other entities have to refer to this one.",
    ),
    row(
        "DL2032",
        Info,
        "The column of type {} is no attribute of the entity.",
        "Integration Studio ignores columns of this type.",
        "Read it with a query of your own, if it matters.",
    ),
    row(
        "DL2033",
        Info,
        "The foreign key column of the property {} is unknown.",
        "The class has no property for the column.",
        "Add the property, for instance <Property>Id, or the attribute in Integration Studio.",
    ),
    row(
        "DL2034",
        Info,
        "The property is no attribute of the entity.",
        "Its type is no table, so its values are in columns whose names are not in the class.",
        "Add the attributes in Integration Studio, or give the class a property for each column.",
    ),
    only(
        Odc,
        row(
            "DL2040",
            Info,
            "The optional parameter {} is no input in ODC: it always has its default value.",
            "It would be an Object, which ODC does not have.",
            "Write an overload that takes data.",
        ),
    ),
    only(
        Odc,
        row(
            "DL2041",
            Warning,
            "The structure {} of ODC is without the attribute.",
            "It would be an Object, which ODC does not have.",
            "Write a method that gives what matters of it as data.",
        ),
    ),
    row(
        "DL3001",
        Info,
        "The name {} is longer than OutSystems allows and was shortened.",
        "OutSystems names have at most 50 characters.",
        "Rename the member, if the short form is unclear.",
    ),
    row(
        "DL3002",
        Warning,
        "It is not called {}, as the configuration says.",
        "Another element has the name, and names differ in more than case.",
        "Choose another name in dllift.toml.",
    ),
    row(
        "DL3003",
        Warning,
        "It is no longer called {}, as the lock file says.",
        "A name in the configuration took this one.",
        "Choose another name in dllift.toml, or refresh the extension in the modules that use it.",
    ),
    row(
        "DL3030",
        Info,
        "The attribute name {} was changed.",
        "Names of an entity's attributes have at most 28 characters, and are unique in it without regard to case.",
        "Rename the property, if the short form is unclear.",
    ),
    only(
        Odc,
        row(
            "DL3040",
            Info,
            "In ODC it is called {}.",
            "There every action and structure has a name of its own, which C# must be able to use, too.",
            "Rename the member in dllift.toml, if both targets should have one name.",
        ),
    ),
    row(
        "DL4001",
        Error,
        "The assembly {} is referenced and not at hand.",
        "Its types travel as Object, and code that uses them neither compiles nor runs without it.",
        "Put it beside the input, or name its folder with --ref-dir.",
    ),
    only(
        O11,
        row(
            "DL4002",
            Error,
            "{} cannot be loaded by OutSystems 11.",
            "OutSystems 11 runs on .NET Framework 4.8, which loads .NET Framework and .NET Standard 2.0 assemblies.",
            "Get a build of the library for .NET Framework or .NET Standard 2.0.",
        ),
    ),
    only(
        O11,
        row(
            "DL4003",
            Error,
            "The input {} has the file name of the extension's own assembly.",
            "One would overwrite the other.",
            "Give the extension another name with --name.",
        ),
    ),
    only(
        Odc,
        row(
            "DL4004",
            Info,
            "ODC runs {} on .NET 10, for which it was not made.",
            "Most of what was made for .NET Framework runs there, but not what uses Windows or ASP.NET, AppDomains, remoting or WCF services.",
            "Test the actions, or get a build of the library for .NET or .NET Standard.",
        ),
    ),
    only(
        Odc,
        row(
            "DL4005",
            Error,
            "{} cannot be loaded by ODC.",
            "ODC runs .NET 10, and what was made for a later version does not load there.",
            "Get a build of the library for .NET 10 or older, or for .NET Standard.",
        ),
    ),
    only(
        Odc,
        row(
            "DL4006",
            Info,
            "ODC gets the same build as OutSystems 11, since the build for .NET lacks {}.",
            "One definition serves both, so that a build has to have all that is translated.",
            "Translate the build for .NET with --target odc.",
        ),
    ),
    row(
        "DL4010",
        Error,
        "Different versions of {}.",
        "A folder holds one file of a name. Of an assembly with a strong name, .NET Framework loads only the version that was asked for, and .NET that one or a later one.",
        "Take builds of the libraries that were made with one version; for OutSystems 11, a binding redirect on the servers will do, too.",
    ),
    row(
        "DL4011",
        Warning,
        "Another version of {}.",
        "Of an assembly with a strong name, .NET Framework loads only the version that was asked for, and .NET that one or a later one.",
        "Get the version that is wanted; for OutSystems 11, a binding redirect on the servers will do, too.",
    ),
    row(
        "DL4012",
        Error,
        "Several files are called {}.",
        "A folder holds one file of a name.",
        "Give only one of them.",
    ),
    row(
        "DL4013",
        Info,
        "The assemblies {} reference each other.",
        "They load, but neither can be replaced without the other.",
        "Ship them together, always in the same version.",
    ),
    only(
        O11,
        row(
            "DL4014",
            Info,
            "{} must not be shipped.",
            "OutSystems 11 has its own, and a copy beside it makes types that look the same and are not.",
            "Do not add it to the extension; dllift leaves it out of the resources.",
        ),
    ),
    row(
        "DL4015",
        Error,
        "{} is for another processor.",
        "A 64-bit process does not load it.",
        "Get a build for any CPU or for x64.",
    ),
    only(
        O11,
        row(
            "DL4016",
            Warning,
            "{} is partly native code.",
            "C++/CLI needs the C++ runtime that it was built with.",
            "See that the Visual C++ redistributable is on every front-end server.",
        ),
    ),
    row(
        "DL4017",
        Info,
        "Native libraries must be there: {}.",
        "A native library is no part of the assembly, and must be where the system finds it.",
        "For OutSystems 11, add them as resources that are copied to the binaries directory, or install them on every server; for ODC, add builds for Linux to the package.",
    ),
    only(
        Odc,
        row(
            "DL4018",
            Warning,
            "ODC does not have a part of .NET Framework: {}.",
            "ODC runs .NET 10 on Linux, and what uses such a part fails there when it is called.",
            "Leave out the actions that need it, or get a build of the library for .NET or .NET Standard. If the assembly has a package for .NET that works on Linux, put that build beside the input.",
        ),
    ),
    only(
        Odc,
        row(
            "DL4019",
            Error,
            "{} is partly native code, which ODC does not load.",
            "C++/CLI runs on Windows only, and ODC runs on Linux.",
            "Get a build that is IL only, or write the extension for OutSystems 11 alone.",
        ),
    ),
    row(
        "DL4020",
        Error,
        "{} is a reference assembly, which has no code.",
        "It is there for compilers, and neither platform loads it. It also hides what is private, so that its classes are Objects.",
        "Give the assembly of that name that applications run with: from the folder lib of a package instead of ref.",
    ),
    only(
        Odc,
        row(
            "DL4021",
            Warning,
            "{} is a part of .NET, and is left out of the library for ODC.",
            "ODC runs .NET 10, which has its own; with both, the compiler does not know whose types are meant.",
            "Leave it out of the inputs. What uses it gets .NET's own on ODC, so see that this has the members that are wanted.",
        ),
    ),
    only(
        Odc,
        row(
            "DL4022",
            Info,
            "ODC needs the package {}.",
            ".NET has what .NET Framework has there in a package of its own, to which it only forwards. The project for ODC refers to it.",
            "Nothing has to be done. If the assembly for .NET lies beside the input, that is shipped instead.",
        ),
    ),
    row(
        "DL5001",
        Warning,
        "The documentation file {} cannot be read.",
        "Descriptions stay empty.",
        "Let the compiler write the file again.",
    ),
    row(
        "DL6001",
        Warning,
        "Nothing is named by the configuration's {}.",
        "No public type or member of the inputs is called so.",
        "Copy the documentation id from extension.json, or let dllift init list all.",
    ),
    row(
        "DL6002",
        Warning,
        "The configuration's {} has no effect.",
        "What it names is not translated into anything that the choice could change.",
        "Take it out of dllift.toml, or see in the report what became of the member.",
    ),
];

/// The row with this code.
pub fn entry(code: &str) -> Option<&'static Entry> {
    let position = CATALOGUE.binary_search_by(|row| row.code.cmp(code));
    position.ok().and_then(|position| CATALOGUE.get(position))
}

/// A diagnostic by its row: `id` is what it concerns, `detail` fills the message's `{}`.
pub(super) fn diagnostic(code: &str, id: String, detail: &str) -> Diagnostic {
    let row = entry(code);
    let text = |part: fn(&Entry) -> &'static str| row.map(part).unwrap_or_default();
    Diagnostic {
        code: code.to_owned(),
        severity: row.map_or(Severity::Error, |row| row.severity),
        target: row.and_then(|row| row.target),
        id,
        message: text(|row| row.message).replace("{}", detail),
        why: text(|row| row.why).to_owned(),
        help: text(|row| row.help).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_well_formed() {
        assert!(CATALOGUE.is_sorted_by(|a, b| a.code < b.code));
        for row in CATALOGUE {
            let digits = row.code.strip_prefix("DL").unwrap();
            assert!(
                digits.len() == 4 && digits.parse::<u16>().is_ok(),
                "{}",
                row.code
            );
            for sentence in [row.message, row.why, row.help] {
                assert!(sentence.ends_with('.'), "{}: {sentence}", row.code);
            }
        }
    }
}
