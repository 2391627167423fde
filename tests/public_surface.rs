//! The members that a translation accounts for are those that reflection calls public.

#[path = "support/libraries.rs"]
mod libraries;

use dllift::clr::{FileStore, Library};
use dllift::translate::{Options, translate};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Libraries of mono of all kinds: large and small, old and new, of compilers of their times.
const LIBRARIES: &[&str] = &[
    "mscorlib.dll",
    "ICSharpCode.SharpZipLib.dll",
    "Mono.Cairo.dll",
    "Mono.CSharp.dll",
    "Novell.Directory.Ldap.dll",
    "RabbitMQ.Client.dll",
    "System.Core.dll",
    "System.Data.dll",
    "System.Reactive.Linq.dll",
    "System.Web.dll",
    "System.Xml.dll",
];

/// The project's own libraries that mono cannot load, because of their format or of what they refer to.
const NOT_LOADED: &[&str] = &[
    "FSharp.dll",
    "Modern.dll",
    "OutSystems.NssLoans.dll",
    "Signatures.dll",
    "VisualBasic.dll",
];

/// Overrides of `System.Object`'s members count where they have a comment, which reflection does not see.
const DOCUMENTED: &[&str] = &[
    "M:Constructs.Members.ToString",
    "M:Rarities.Money.Equals(System.Object)",
    "M:Rarities.Money.GetHashCode",
    "M:Rarities.Money.ToString",
    "M:RoundTrip.Counter.ToString",
    "M:Rules.Money.Equals(System.Object)",
    "M:Rules.Money.GetHashCode",
];

/// Mono's reflection does not find an indexer that can only be set beside others, and shows its setter as a
/// method.
const SET_ONLY: &[&str] = &[
    "M:Rules.Shelf.set_Item(System.String,Rules.Status,System.Byte)",
    "P:Rules.Shelf.Item(System.String,Rules.Status)",
];

/// Mono's reflection has no function pointers.
const FUNCTION_POINTER: &str = "M:Oddities.Functions.FunctionPointer";

fn lister(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/public_surface/Surface.cs");
    let program = folder.join("Surface.exe");
    run(Command::new("mcs")
        .args(["-nologo", "-warn:4", "-warnaserror"])
        .arg(format!("-out:{}", program.display()))
        .arg(source));
    program
}

fn by_reflection(lister: &Path, library: &Path) -> BTreeSet<String> {
    let listed = run(Command::new("mono").arg(lister).arg(library));
    listed.lines().map(str::to_owned).collect()
}

/// What `command` prints; it must end well.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn by_translation(library: &Path) -> BTreeSet<String> {
    let store = FileStore::open(&[library.to_path_buf()], &[]);
    let translation = translate(&Library::new(&store), &Options::default());
    let members = translation.extension.members.into_iter();
    members.map(|member| member.id).collect()
}

fn check(library: &Path, lister: &Path) {
    let is_known = |id: &&String| {
        let mut known = DOCUMENTED.iter().chain(SET_ONLY);
        known.any(|known| known == id) || id.starts_with(FUNCTION_POINTER)
    };
    let (reflected, translated) = (by_reflection(lister, library), by_translation(library));
    assert!(!reflected.is_empty());
    let missing = reflected.difference(&translated);
    let missing: Vec<_> = missing.filter(|id| !is_known(id)).collect();
    let extra = translated.difference(&reflected);
    let extra: Vec<_> = extra.filter(|id| !is_known(id)).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{}: missing {missing:#?}, not public {extra:#?}",
        library.display()
    );
}

#[test]
fn the_surface_is_that_of_reflection() {
    let Some(lib) = libraries::mono_lib("public surface") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let lister = lister(folder.path());
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let is_loaded = |library: &PathBuf| {
        let name = library.file_name().unwrap();
        NOT_LOADED.iter().all(|known| *known != name)
    };
    for library in libraries::dlls(&testdata).iter().filter(|it| is_loaded(it)) {
        check(library, &lister);
    }
    for name in LIBRARIES {
        check(&lib.join(name), &lister);
    }
}
