//! OutSystems' own codes, 05001 to 05029: their meaning in our words.

use super::{Code, row};
use crate::extension::Severity;

/// A code by which ODC refuses a package.
const fn refusal(
    code: &'static str,
    message: &'static str,
    why: &'static str,
    help: &'static str,
    example: &'static str,
) -> Code {
    row(code, Severity::Error, message, why, help, example)
}

/// What ODC answers to a package that it refuses, sorted by code.
pub(super) const OUTSYSTEMS: &[Code] = &[
    refusal(
        "OS-ELG-MODL-05001",
        "There is no assembly that ODC can run: {}.",
        "ODC runs libraries on .NET 10.",
        "Set <TargetFramework>net10.0</TargetFramework> in the project, publish it, and pack what dotnet publish wrote.",
        "\
<TargetFramework>net8.0</TargetFramework>

<!-- Instead: -->
<TargetFramework>net10.0</TargetFramework>",
    ),
    refusal(
        "OS-ELG-MODL-05002",
        "No interface has the attribute OSInterface.",
        "The methods of this interface become the actions.",
        "Put [OSInterface] on the interface that declares the actions.",
        "\
public interface IVendor { string Send(string text); }

// Instead:
[OSInterface]
public interface IVendor { string Send(string text); }",
    ),
    refusal(
        "OS-ELG-MODL-05003",
        "More than one interface has the attribute OSInterface: {}.",
        "A library has one interface; those of referenced projects count, too.",
        "Bring the methods together in one interface, or make a library of each.",
        "\
[OSInterface] public interface IOrders { int Count(); }
[OSInterface] public interface ICustomers { string Find(int id); }

// Instead:
[OSInterface] public interface IVendor { int CountOrders(); string FindCustomer(int id); }",
    ),
    refusal(
        "OS-ELG-MODL-05004",
        "The interface {} has the attribute OSInterface and is not public.",
        "Code outside of the assembly cannot use it.",
        "Make the interface public, and all types around it.",
        "\
[OSInterface] interface IVendor { int Count(); }

// Instead:
[OSInterface] public interface IVendor { int Count(); }",
    ),
    refusal(
        "OS-ELG-MODL-05005",
        "The class {} has no public constructor without parameters.",
        "ODC makes an instance for each call, and has nothing to give but an ILogger.",
        "Add a public constructor without parameters, or with one of type Microsoft.Extensions.Logging.ILogger.",
        "\
public class Vendor : IVendor { public Vendor(string url) { … } }

// Instead, with the address as input of the actions:
public class Vendor : IVendor { public Vendor(ILogger logger) { … } }",
    ),
    refusal(
        "OS-ELG-MODL-05006",
        "No class implements the interface {}.",
        "Without it the actions have no code.",
        "Write one public class in the same project that implements it.",
        "\
[OSInterface] public interface IVendor { int Count(); }
public class Vendor { public int Count() => 1; }

// Instead:
public class Vendor : IVendor { public int Count() => 1; }",
    ),
    refusal(
        "OS-ELG-MODL-05007",
        "The interface {} has no methods.",
        "A library without actions is of no use.",
        "Declare the methods in the interface itself; those that it inherits do not count.",
        "\
[OSInterface] public interface IVendor { }

// Instead:
[OSInterface] public interface IVendor { int Count(); }",
    ),
    refusal(
        "OS-ELG-MODL-05008",
        "More than one class implements the interface {}: {}.",
        "ODC cannot choose among them.",
        "Leave one class, and take the interface from the others; a class that derives from it counts, too.",
        "\
public class Vendor : IVendor { … }
public class TestVendor : Vendor { … }

// Instead, with the test in a project of its own:
public class Vendor : IVendor { … }",
    ),
    refusal(
        "OS-ELG-MODL-05009",
        "The icon {} of {} is not among the resources of the assembly.",
        "IconResourceName is the full name of an embedded resource: default namespace, folders, file name.",
        "Embed the file with <EmbeddedResource>, and write the name as the assembly has it.",
        "\
[OSInterface(IconResourceName = \"icon.png\")]

// Instead, with <EmbeddedResource Include=\"resources/icon.png\" />:
[OSInterface(IconResourceName = \"Vendor.resources.icon.png\")]",
    ),
    refusal(
        "OS-ELG-MODL-05010",
        "The struct {} has the attribute OSStructure and is not public.",
        "Code outside of the assembly cannot use it.",
        "Make the struct public, and all types around it.",
        "\
[OSStructure] struct Order { public int Id; }

// Instead:
[OSStructure] public struct Order { public int Id; }",
    ),
    refusal(
        "OS-ELG-MODL-05011",
        "{} of the struct {} has the attribute OSStructureField and is not public.",
        "Only public members become attributes.",
        "Make it public, or take the attribute away.",
        "\
[OSStructureField] int Id;

// Instead:
[OSStructureField] public int Id;",
    ),
    refusal(
        "OS-ELG-MODL-05012",
        "{} of the struct {} has the attribute OSIgnore and is not public.",
        "What is not public is left out anyway.",
        "Take the attribute away, or make the member public.",
        "\
[OSIgnore] int cache;

// Instead:
int cache;",
    ),
    refusal(
        "OS-ELG-MODL-05013",
        "The struct {} has no public fields or properties.",
        "A Structure without attributes carries nothing.",
        "Make public what it carries.",
        "\
[OSStructure] public struct Order { int id; }

// Instead:
[OSStructure] public struct Order { public int Id; }",
    ),
    refusal(
        "OS-ELG-MODL-05014",
        "More than one struct is given the name {}: {}.",
        "Structures are told apart by their names.",
        "Give each OSStructure a Name of its own.",
        "\
[OSStructure(Name = \"Order\")] public struct OrderIn { … }
[OSStructure(Name = \"Order\")] public struct OrderOut { … }

// Instead:
[OSStructure(Name = \"OrderIn\")] public struct OrderIn { … }
[OSStructure(Name = \"OrderOut\")] public struct OrderOut { … }",
    ),
    refusal(
        "OS-ELG-MODL-05015",
        "{} has the type {}, which has no OutSystems type.",
        "Values are string, int, long, bool, byte[], decimal, float, double, DateTime, a struct with OSStructure, or a list of one of these.",
        "Use one of these types, and convert in the code.",
        "\
[OSStructure] public struct Order { public Guid Id; }

// Instead:
[OSStructure] public struct Order { public string Id; }",
    ),
    refusal(
        "OS-ELG-MODL-05016",
        "The parameter {} is passed by reference ({}).",
        "An action has inputs and outputs, and nothing that is both.",
        "Pass it by value, or use out.",
        "\
void Next(ref int counter);

// Instead:
int Next(int counter);",
    ),
    refusal(
        "OS-ELG-MODL-05017",
        "{} has the type {}, which cannot be {}.",
        "A string can be Text, Email or PhoneNumber, a decimal Decimal or Currency, a DateTime DateTime, Date or Time; the others only what they are.",
        "Change the type or the DataType so that the two go together, or leave the DataType out.",
        "\
[OSStructureField(DataType = OSDataType.Currency)] public string Price;

// Instead:
[OSStructureField(DataType = OSDataType.Currency)] public decimal Price;",
    ),
    refusal(
        "OS-ELG-MODL-05018",
        "The class {} implements the interface and is not public.",
        "Code outside of the assembly cannot make an instance of it.",
        "Make the class public, and all types around it.",
        "\
class Vendor : IVendor { … }

// Instead:
public class Vendor : IVendor { … }",
    ),
    refusal(
        "OS-ELG-MODL-05019",
        "The name {} has more than 50 characters.",
        "OutSystems names have 50 characters at most.",
        "Shorten it.",
        "\
string FindTheCustomerWithTheGivenNumberInTheGivenCountry(int number);

// Instead:
string FindCustomerByNumber(int number);",
    ),
    refusal(
        "OS-ELG-MODL-05020",
        "The name {} begins with a digit.",
        "OutSystems names begin with a letter.",
        "Put a letter before it.",
        "\
[OSInterface(Name = \"3DPrinter\")]

// Instead:
[OSInterface(Name = \"Printer3D\")]",
    ),
    refusal(
        "OS-ELG-MODL-05021",
        "The name \"{}\" has characters that are not allowed: \"{}\".",
        "OutSystems names have the letters A to Z, digits and underscores.",
        "Replace them.",
        "\
[OSInterface(Name = \"Vendor API\")]

// Instead:
[OSInterface(Name = \"Vendor_API\")]",
    ),
    refusal(
        "OS-ELG-MODL-05022",
        "The name {} begins with an underscore.",
        "OutSystems names begin with a letter.",
        "Take the underscores at its beginning away.",
        "\
int _Count();

// Instead:
int Count();",
    ),
    refusal(
        "OS-ELG-MODL-05023",
        "The assembly {} is required by {} and is not in the package.",
        ".NET does not bring it, and ODC does not either.",
        "Pack everything that dotnet publish wrote; a package must not be marked PrivateAssets, a reference not Private=false.",
        "\
<PackageReference Include=\"Newtonsoft.Json\" Version=\"13.0.3\" PrivateAssets=\"all\" />

<!-- Instead: -->
<PackageReference Include=\"Newtonsoft.Json\" Version=\"13.0.3\" />",
    ),
    refusal(
        "OS-ELG-MODL-05024",
        "The struct {}, which is the type of {}, has no attribute OSStructure.",
        "Only decorated structs become Structures.",
        "Put [OSStructure] on the struct.",
        "\
public struct Order { public int Id; }

// Instead:
[OSStructure] public struct Order { public int Id; }",
    ),
    refusal(
        "OS-ELG-MODL-05025",
        "More than one {} has the name {}.",
        "The name alone tells objects apart: neither namespaces nor parameters do.",
        "Give each a name of its own.",
        "\
string Send(string text);
string Send(string text, int priority);

// Instead:
string Send(string text);
string SendWithPriority(string text, int priority);",
    ),
    refusal(
        "OS-ELG-MODL-05026",
        "The default value of {} is not supported: {}.",
        "A default is a constant of a type that OutSystems knows, or null.",
        "Make it a constant of string, int, long, bool, decimal, float, double or DateTime, or make the type nullable and the default null.",
        "\
int Count(Order order = default);

// Instead:
int Count(Order? order = null);",
    ),
    refusal(
        "OS-ELG-MODL-05027",
        "The assembly {}, which has the interface with the attribute OSInterface, is not at the root of the package.",
        "ODC looks for it there and nowhere else.",
        "Pack what is in the publish folder, not the folder.",
        "\
zip -r Vendor.zip publish

# Instead:
dllift pack publish -o Vendor.zip",
    ),
    refusal(
        "OS-ELG-MODL-05028",
        "The file {} cannot be uncompressed: {}.",
        "What is in it cannot be used.",
        "Pack again; dllift pack makes archives that every tool reads.",
        "\
zip --encrypt Vendor.zip *

# Instead:
dllift pack publish -o Vendor.zip",
    ),
    refusal(
        "OS-ELG-MODL-05029",
        "The file {} is compressed by a method that ODC does not read ({}).",
        "ODC reads Deflate and files that are stored as they are.",
        "Pack again with Deflate, as dllift pack does.",
        "\
7z a -tzip -mm=LZMA Vendor.zip *

# Instead:
dllift pack publish -o Vendor.zip",
    ),
];
