//! Our own codes: what ODC does not say, or says only when it is too late.

use super::{Code, row};
use crate::extension::Severity::{Error, Info, Warning};

/// What we find ourselves, sorted by code: DL70 is about files, DL71 about code.
pub(super) const DLLIFT: &[Code] = &[
    row(
        "DL7001",
        Error,
        "The package has {} MB.",
        "The portal takes packages of less than 90 MB.",
        "Leave out what Linux does not need: symbols, documentation, assets of other systems.",
        "\
dotnet publish -c Release

# Instead, without the assets of Windows and macOS:
dotnet publish -c Release -r linux-x64 --self-contained false",
    ),
    row(
        "DL7002",
        Warning,
        "The package has {} MB.",
        "The portal takes less than 90 MB, OutSystems' own upload tools 50 MB.",
        "Leave out what Linux does not need: symbols, documentation, assets of other systems.",
        "\
dotnet publish -c Release

# Instead, without the assets of Windows and macOS:
dotnet publish -c Release -r linux-x64 --self-contained false",
    ),
    row(
        "DL7003",
        Error,
        "The name {} is not a plain path inside the package.",
        "An absolute path, a drive, `..` or a backslash leads elsewhere, or nowhere, where it is unpacked.",
        "Pack again with names that are relative and have `/` between the folders.",
        "\
../Vendor.dll
runtimes\\linux-x64\\native\\libvendor.so

# Instead:
Vendor.dll
runtimes/linux-x64/native/libvendor.so",
    ),
    row(
        "DL7004",
        Error,
        "The file {} is in the package {} times.",
        "Which one is used depends on who unpacks it.",
        "Pack again, with each file once.",
        "\
zip Vendor.zip Vendor.dll   # and then a tool that appends instead of replacing

# Instead:
dllift pack publish -o Vendor.zip",
    ),
    row(
        "DL7005",
        Error,
        "The files {} and {} share bytes of the package.",
        "An archive in which files overlap is damaged, or made to harm.",
        "Pack again; if somebody gave it to you, do not use it.",
        "\
# No packer makes such archives. Instead:
dllift pack publish -o Vendor.zip",
    ),
    row(
        "DL7006",
        Error,
        "The file {} was not looked at: {}.",
        "A file must not fill the memory of who reads it.",
        "Leave it out, or pack it again.",
        "\
# A file of zeros, a thousand times larger than its place in the package. Instead:
dllift pack publish -o Vendor.zip",
    ),
    row(
        "DL7010",
        Warning,
        "The assembly {} is referenced by {} and is not in the package.",
        "Code that reaches it fails when it runs, and ODC may refuse the package with 05023.",
        "Add the package that has it to the project, unless you know that the code is never reached.",
        "\
<Reference Include=\"Vendor.Core\" HintPath=\"lib/Vendor.Core.dll\" />

<!-- Instead, with what Vendor.Core.dll was built with: -->
<Reference Include=\"Vendor.Core\" HintPath=\"lib/Vendor.Core.dll\" />
<PackageReference Include=\"Newtonsoft.Json\" Version=\"13.0.3\" />",
    ),
    row(
        "DL7011",
        Info,
        "Built for {}, whose support has ended: {}.",
        "It runs on .NET 10, but nobody mends it.",
        "Look for a newer version of the package; if the project is yours, set net10.0 there, too.",
        "\
<TargetFramework>net6.0</TargetFramework>   <!-- of a project that yours refers to -->

<!-- Instead: -->
<TargetFramework>net10.0</TargetFramework>",
    ),
    row(
        "DL7012",
        Warning,
        "Built for {}, which is not what ODC runs: {}.",
        "What it uses may not be there in .NET 10, and then the call fails.",
        "Take a version of the package for .NET Standard 2.0 or for .NET up to 10.",
        "\
<Reference Include=\"Vendor\" HintPath=\"lib/net472/Vendor.dll\" />

<!-- Instead: -->
<Reference Include=\"Vendor\" HintPath=\"lib/netstandard2.0/Vendor.dll\" />",
    ),
    row(
        "DL7013",
        Warning,
        "The package has assets for several systems: {}.",
        "ODC runs on linux-x64, and does not look into the folder runtimes.",
        "Publish for linux-x64, which puts what is needed beside the assemblies.",
        "\
dotnet publish -c Release

# Instead:
dotnet publish -c Release -r linux-x64 --self-contained false",
    ),
    row(
        "DL7014",
        Warning,
        "{} is {}.",
        "ODC runs on linux-x64 and cannot load it.",
        "Publish for linux-x64; leave it out where no code needs it.",
        "\
Vendor.dll
sqlite3.dll        # a DLL of Windows

# Instead:
Vendor.dll
libsqlite3.so",
    ),
    row(
        "DL7015",
        Warning,
        "The package brings .NET itself: {}.",
        "ODC has its own, and the package grows by 30 MB and more.",
        "Publish with --self-contained false.",
        "\
dotnet publish -c Release -r linux-x64 --self-contained true

# Instead:
dotnet publish -c Release -r linux-x64 --self-contained false",
    ),
    row(
        "DL7020",
        Error,
        "The metadata of {} is damaged: {}.",
        "What cannot be read cannot be checked.",
        "Build it again; obfuscated assemblies can be damaged on purpose.",
        "\
# An assembly that an obfuscator made unreadable. Instead:
dotnet publish -c Release -r linux-x64 --self-contained false",
    ),
    row(
        "DL7101",
        Warning,
        "{} is asynchronous: {}.",
        "An action ends when it has its result.",
        "Wait for the result in the class, with GetAwaiter().GetResult().",
        "\
Task<string> Send(string text);

// Instead:
string Send(string text);   // => SendAsync(text).GetAwaiter().GetResult();",
    ),
    row(
        "DL7102",
        Warning,
        "{} carries an enum: {}.",
        "OutSystems has no enums.",
        "Take the name as string and convert with Enum.Parse, or the number as int.",
        "\
void Repeat(Frequency frequency);

// Instead:
void Repeat(string frequency);   // Enum.Parse<Frequency>(frequency)",
    ),
    row(
        "DL7103",
        Warning,
        "{} has the type {}, which ODC may refuse.",
        "Lists are documented as IEnumerable; arrays, lists of lists and collections of your own are not known to work.",
        "Use List<T> or IEnumerable<T>, and a struct around an inner list.",
        "\
void Send(string[] lines);

// Instead:
void Send(List<string> lines);",
    ),
    row(
        "DL7104",
        Warning,
        "{} is {} and becomes no action.",
        "Only ordinary methods of the interface become actions.",
        "Write a method for it, or take it out of the interface.",
        "\
int Count { get; }

// Instead:
int GetCount();",
    ),
    row(
        "DL7105",
        Info,
        "{} can carry more than 5.5 MB: {}.",
        "The inputs and outputs of a call have 5.5 MB together, names and encoding counted in.",
        "Send large files by their address, or in pieces; limit the length of lists.",
        "\
byte[] Download(string key);

// Instead, with an address that is valid for some minutes:
string GetDownloadUrl(string key);",
    ),
    row(
        "DL7106",
        Warning,
        "The class {} has a public constructor with other parameters: {}.",
        "ODC calls the one without parameters, or the one with an ILogger, and no other.",
        "Make it internal, so that nobody relies on it.",
        "\
public Vendor() { … }
public Vendor(string url) { … }

// Instead:
public Vendor() { … }
internal Vendor(string url) { … }",
    ),
    row(
        "DL7107",
        Warning,
        "The static field {} can change.",
        "Calls share it or do not, as instances come and go; nothing may depend on what an earlier call left.",
        "Make it readonly, or a field of the class, which lives as long as one call.",
        "\
static int counter;

// Instead, with the counter in the app that calls:
int Next(int counter);",
    ),
    row(
        "DL7108",
        Warning,
        "The names {} are one name to OutSystems.",
        "It does not see case, and inputs and outputs of an action share their names.",
        "Rename one of them.",
        "\
int Count();
int COUNT();

// Instead:
int Count();
int CountAll();",
    ),
    row(
        "DL7109",
        Warning,
        "The name {} is a word of OutSystems expressions.",
        "An expression that uses it cannot be written, or means something else.",
        "Rename it.",
        "\
[OSStructureField] public bool True;

// Instead:
[OSStructureField] public bool IsTrue;",
    ),
    row(
        "DL7110",
        Warning,
        "The name {} begins with an underscore.",
        "OutSystems names begin with a letter.",
        "Take the underscores at its beginning away.",
        "\
int Add(int _left, int _right);

// Instead:
int Add(int left, int right);",
    ),
];
