use crate::closure;
use crate::clr::FileStore;
use crate::extension;
use crate::translate::Targets;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Turns .NET assemblies into OutSystems extensions
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  Everything was done
  1  An input could not be read or translated, the configuration is wrong, the output was refused,
     deps found an error or --strict a warning; other inputs may have succeeded
  2  The command line is wrong";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(Check),
    Deps(Deps),
    Diff(Diff),
    Dump(Dump),
    Explain(Explain),
    Init(Init),
    Inspect(Inspect),
    Pack(Pack),
    Publish(Publish),
    Schema(Schema),
    Translate(Translate),
}

/// Show what changed between two versions, and whom it breaks
#[derive(Debug, Args)]
#[command(after_help = DIFF_EXIT_CODES)]
pub(super) struct Diff {
    /// The old version: an assembly, a folder, an archive, a package, or an extension.json
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    /// The new version
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    /// Fail if there is a change of this impact, or a graver one
    #[arg(long, value_enum, value_name = "IMPACT")]
    pub(super) fail_on: Option<FailOn>,
    /// Configuration file of both [default: dllift.toml beside the new version, if it is there]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Lock file, whose names both have [default: dllift.lock beside an old extension.json, if it is there]
    #[arg(long, value_name = "FILE")]
    pub(super) lock: Option<PathBuf>,
    /// Folder to search for referenced assemblies, or folder of packages; can be given several times
    #[arg(long = "ref-dir", value_name = "DIR")]
    pub(super) ref_dirs: Vec<PathBuf>,
    /// Framework whose assemblies are taken from packages, for instance net8.0 [default: net48]
    #[arg(long, value_name = "TFM")]
    pub(super) framework: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: DiffFormat,
}

const DIFF_EXIT_CODES: &str = "\
Exit codes:
  0  Everything was compared
  1  There is a change that --fail-on asks for
  2  A version could not be read, or the command line is wrong";

/// What a change does to consumers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Consumers have to be changed, or fail
    Breaking,
    /// Consumers go on working
    Compatible,
    /// Nothing that runs changes
    Cosmetic,
}

/// The form of a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON document
    Json,
    /// For pull requests
    Markdown,
    /// For code hosts: a SARIF log
    Sarif,
}

const CHECK_EXIT_CODES: &str = "\
Exit codes:
  0  ODC would take the package; there may be warnings
  1  There are errors, or warnings with --strict
  2  There is no package that could be checked, or the command line is wrong";

/// Say what OutSystems Developer Cloud would refuse in a package, before it is uploaded
#[derive(Debug, Args)]
#[command(after_help = CHECK_EXIT_CODES)]
pub(super) struct Check {
    /// ZIP archive, folder that dotnet publish wrote, or assembly, which stands for itself and what it
    /// references of the assemblies beside it
    pub(super) input: PathBuf,
    /// Where the package is to be uploaded
    #[arg(long, value_enum, default_value_t)]
    pub(super) target: CheckTarget,
    /// Fail if there is a warning
    #[arg(long)]
    pub(super) strict: bool,
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

/// Where a package goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckTarget {
    /// OutSystems Developer Cloud
    #[default]
    Odc,
}

/// Write every fact of an assembly, as text or as JSON lines
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Dump {
    /// Folder for a file for each assembly, which is created where it is missing [default: standard
    /// output]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Replace files in the folder that are no dumps
    #[arg(long, requires = "out")]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// Form of the output
    #[arg(long, default_value = "text", value_parser = document_format())]
    pub(super) format: Format,
}

/// Say what a diagnostic means and what can be done, with an example
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Code of the diagnostic, for instance DL1004 or OS-ELG-MODL-05015
    #[arg(required_unless_present = "list")]
    pub(super) code: Option<String>,
    /// List all diagnostics
    #[arg(long, conflicts_with = "code")]
    pub(super) list: bool,
}

/// Show what assemblies need to run, where it is, and what stands in the way
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Deps {
    /// Platform that they are to run on
    #[arg(long, value_enum, default_value_t)]
    pub(super) target: Platform,
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: DepsFormat,
}

/// A platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Platform {
    /// OutSystems 11
    #[default]
    O11,
    /// OutSystems Developer Cloud
    Odc,
}

impl From<Platform> for closure::Platform {
    fn from(platform: Platform) -> Self {
        match platform {
            Platform::O11 => Self::O11,
            Platform::Odc => Self::Odc,
        }
    }
}

/// The form of a closure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DepsFormat {
    /// For people
    #[default]
    Tree,
    /// For programs: one JSON document
    Json,
    /// For Graphviz
    Dot,
    /// For Markdown
    Mermaid,
    /// A page with a picture and a search
    Html,
}

/// Write a configuration file with every option and every public member of the assemblies
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Init {
    /// File to write [default: dllift.toml beside the first input]
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
}

/// Show what an assembly is, what it references and how much can be translated, or what is in a .xif
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Inspect {
    /// Leave out how much of it can be translated, which takes longest to find
    #[arg(long)]
    pub(super) no_coverage: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// Form of the output
    #[arg(long, default_value = "text", value_parser = document_format())]
    pub(super) format: Format,
}

/// Pack a publish folder for OutSystems Developer Cloud, unless it would be refused
#[derive(Debug, Args)]
#[command(after_help = PACK_EXIT_CODES)]
pub(super) struct Pack {
    /// Folder that dotnet publish wrote
    pub(super) folder: PathBuf,
    /// ZIP archive to write
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Pack also what would be refused, and replace a file that is not from dllift
    #[arg(long)]
    pub(super) force: bool,
    /// Fail if there is a warning
    #[arg(long)]
    pub(super) strict: bool,
    /// Form of the output
    #[arg(long, default_value = "text", value_parser = document_format())]
    pub(super) format: Format,
}

const PACK_EXIT_CODES: &str = "\
Exit codes:
  0  The archive was written
  1  It was not: there are errors, or warnings with --strict, or the file cannot be written
  2  There is no folder that could be packed, or the command line is wrong";

/// Bring a package to the portal of OutSystems Developer Cloud, up to its review there
///
/// The API client of the portal signs in by ODC_CLIENT_ID and ODC_CLIENT_SECRET in the environment, or by what
/// is typed in a terminal.
#[derive(Debug, Args)]
#[command(after_help = PUBLISH_EXIT_CODES)]
pub(super) struct Publish {
    /// ZIP archive, for instance from dllift pack
    #[arg(required_unless_present = "resume")]
    pub(super) package: Option<PathBuf>,
    /// Address of the portal, as the browser shows it
    #[arg(long, value_name = "URL")]
    pub(super) portal: String,
    /// Say what would be done, and do nothing
    #[arg(long, conflicts_with = "resume")]
    pub(super) dry_run: bool,
    /// Go on with an operation that an earlier run started
    #[arg(long, value_name = "KEY", conflicts_with = "package")]
    pub(super) resume: Option<String>,
    /// Upload also what would be refused
    #[arg(long)]
    pub(super) force: bool,
    /// Trust the authorities in this PEM file, for instance that of a proxy, rather than the public ones
    #[arg(long, value_name = "FILE")]
    pub(super) ca: Option<PathBuf>,
    /// Seconds that the portal may take for the operation
    #[arg(long, value_name = "SECONDS", default_value_t = 900)]
    pub(super) timeout: u64,
    /// Form of the output
    #[arg(long, default_value = "text", value_parser = document_format())]
    pub(super) format: Format,
}

const PUBLISH_EXIT_CODES: &str = "\
Exit codes:
  0  The library waits for its review in the portal, or is published
  1  It was refused, or the portal could not be asked
  2  There is no package, or the command line is wrong";

/// Print the JSON Schema of a file
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The file that the schema describes
    #[arg(value_enum)]
    pub(super) of: SchemaOf,
}

/// A file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// dllift.toml
    Config,
    /// extension.json
    Extension,
}

/// Write an OutSystems extension that calls the assemblies
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Translate {
    /// Folder to write, which is created where it is missing
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    pub(super) out: Option<PathBuf>,
    /// Name of the extension [default: the configuration's, or the name of the first assembly]
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Rules to translate by [default: the configuration's, or structured]
    #[arg(long, value_enum)]
    pub(super) profile: Option<Profile>,
    /// Platform to write for; the profile wizard is for o11
    #[arg(long, value_enum, default_value_t)]
    pub(super) target: Target,
    /// Configuration file [default: dllift.toml beside the first input, if it is there]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Lock file, whose names are given again [default: dllift.lock in the output folder, if it is there]
    #[arg(long, value_name = "FILE")]
    pub(super) lock: Option<PathBuf>,
    /// Fail if there is a warning
    #[arg(long)]
    pub(super) strict: bool,
    /// Print the report and write nothing
    #[arg(long, conflicts_with = "check")]
    pub(super) dry_run: bool,
    /// Write nothing, say which files would be written or removed, and fail if there are any
    #[arg(long, conflicts_with = "force")]
    pub(super) check: bool,
    /// Replace files that were edited or are not from dllift
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

/// What all subcommands have in common.
#[derive(Clone, Debug, Args)]
pub(super) struct Inputs {
    /// Assemblies, or folders, ZIP archives, NuGet packages and single-file programs that stand for the
    /// assemblies in them
    #[arg(required = true, value_name = "INPUT")]
    pub(super) paths: Vec<PathBuf>,
    /// Folder to search for referenced assemblies, or folder of packages; can be given several times
    #[arg(long = "ref-dir", value_name = "DIR")]
    pub(super) ref_dirs: Vec<PathBuf>,
    /// Framework whose assemblies are taken from packages, for instance net8.0 [default: net48, or net10.0 where
    /// they are for ODC]
    #[arg(long, value_name = "TFM")]
    pub(super) framework: Option<String>,
}

impl Inputs {
    /// The files that the arguments name, and what they reference.
    pub(super) fn open(&self) -> FileStore {
        self.open_on(closure::Platform::O11)
    }

    /// [`Self::open`], where packages stand for what suits a platform best.
    pub(super) fn open_on(&self, platform: closure::Platform) -> FileStore {
        let framework = self.framework.as_deref();
        let framework = framework.unwrap_or(platform.framework());
        FileStore::open_for(&self.paths, &self.ref_dirs, Some(framework))
    }
}

/// The rules of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Profile {
    /// Structures, lists, enums and checked conversions
    Structured,
    /// What Integration Studio's "Import Actions from .NET Assembly" does
    Wizard,
}

impl From<Profile> for extension::Profile {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Structured => Self::Structured,
            Profile::Wizard => Self::Wizard,
        }
    }
}

/// The platforms to write for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Target {
    /// OutSystems 11: an extension
    O11,
    /// OutSystems Developer Cloud: an external library
    Odc,
    /// Both of them
    #[default]
    Both,
}

impl From<Target> for Targets {
    fn from(target: Target) -> Self {
        match target {
            Target::O11 => Self::O11,
            Target::Odc => Self::Odc,
            Target::Both => Self::Both,
        }
    }
}

/// The form of what goes to standard output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON document; `dump` writes a line for each fact
    Json,
    /// For code hosts: the diagnostics as SARIF 2.1.0
    Sarif,
}

/// The formats of commands that have no diagnostics.
fn document_format() -> impl TypedValueParser<Value = Format> {
    let formats = [Format::Text, Format::Json];
    let names = formats.iter().filter_map(ValueEnum::to_possible_value);
    PossibleValuesParser::new(names).map(|name| match name.as_str() {
        "json" => Format::Json,
        _ => Format::Text,
    })
}

/// Whether a command line that cannot be parsed asks for JSON.
pub(super) fn ask_for_json(arguments: impl Iterator<Item = OsString>) -> bool {
    let mut before = OsString::new();
    for argument in arguments {
        if argument == "--format=json" || argument == "json" && before == "--format" {
            return true;
        }
        before = argument;
    }
    false
}
