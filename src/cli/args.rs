use crate::clr::FileStore;
use crate::extension;
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
  1  An input could not be read or translated, or the output was refused; other inputs may have
     succeeded
  2  The command line is wrong";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Dump(Dump),
    Inspect(Inspect),
    Translate(Translate),
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
}

/// Show what an assembly is, what it references and how much of it can be translated
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Inspect {
    /// Leave out how much of it can be translated, which takes longest to find
    #[arg(long)]
    pub(super) no_coverage: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
}

/// Write an OutSystems extension that calls the assemblies
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct Translate {
    /// Folder to write, which is created where it is missing
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    pub(super) out: Option<PathBuf>,
    /// Name of the extension [default: the name of the first assembly]
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Rules to translate by
    #[arg(long, value_enum, default_value_t)]
    pub(super) profile: Profile,
    /// Print the report and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Replace files that were edited or are not from dllift
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) inputs: Inputs,
}

/// What all subcommands have in common.
#[derive(Debug, Args)]
pub(super) struct Inputs {
    /// Assemblies, or folders, ZIP archives, NuGet packages and single-file programs that stand for the
    /// assemblies in them
    #[arg(required = true, value_name = "INPUT")]
    pub(super) paths: Vec<PathBuf>,
    /// Folder to search for referenced assemblies; can be given several times
    #[arg(long = "ref-dir", value_name = "DIR")]
    pub(super) ref_dirs: Vec<PathBuf>,
    /// Framework whose assemblies are taken from packages, for instance net8.0 [default: net48]
    #[arg(long, value_name = "TFM")]
    pub(super) framework: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

impl Inputs {
    /// The files that the arguments name, and what they reference.
    pub(super) fn open(&self) -> FileStore {
        FileStore::open_for(&self.paths, &self.ref_dirs, self.framework.as_deref())
    }
}

/// The rules of a translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Profile {
    /// Structures, lists, enums and checked conversions
    #[default]
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

/// The form of what goes to standard output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON document; `dump` writes a line for each fact
    Json,
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
