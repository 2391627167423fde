//! Generated extensions, compiled against the runtime stub with mono.

mod not_run;

use dllift::emit::GeneratedFile;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Mono's compiler and runtime, and the stub that extensions are compiled against.
pub(crate) struct Mono {
    pub(crate) stub: &'static Path,
}

impl Mono {
    /// `None`, after a line that says so, where mono is not installed. On a build server it must be.
    pub(crate) fn find(group: &str) -> Option<Self> {
        static STUB: OnceLock<Option<PathBuf>> = OnceLock::new();
        let stub = STUB.get_or_init(|| {
            if is_installed() {
                return Some(compile_stub());
            }
            not_run::not_run("mono is not installed", group);
            None
        });
        Some(Self {
            stub: stub.as_deref()?,
        })
    }

    /// Compiles an extension in `folder`, as its own project file says; no warning is let pass.
    ///
    /// The resources that it refers to must be in `folder` already; the stub joins them.
    pub(crate) fn compile_extension(
        &self,
        folder: &Path,
        files: &[GeneratedFile],
        resources: &[&str],
    ) -> PathBuf {
        let (sources, project) = write_sources(folder, files);
        let assembly = between(&project, "<AssemblyName>", "</AssemblyName>")
            .next()
            .unwrap();
        let framework = references(&project).filter(|name| {
            let is_ours = name.starts_with("OutSystems.") || name.ends_with(".dll");
            !is_ours && *name != "mscorlib"
        });
        let stub = folder.join(self.stub.file_name().unwrap());
        fs::copy(self.stub, &stub).unwrap();

        let library = folder.join(format!("{assembly}.dll"));
        let mut mcs = compiler("library", &library);
        // The project ignores these two: no documentation, and one at the wrong place.
        mcs.arg("-nowarn:1591,1587")
            .arg(format!("-doc:{}", library.with_extension("xml").display()));
        for reference in framework.chain(resources.iter().copied()) {
            let is_facade = FACADES.contains(&reference);
            let folder = if is_facade { "Facades/" } else { "" };
            mcs.arg(format!("-r:{folder}{reference}"));
        }
        mcs.arg(format!("-r:{}", stub.display()))
            .arg(format!("-lib:{}", folder.display()))
            .args(sources);
        run(&mut mcs);
        library
    }
}

/// Assemblies of the framework that mono has in a folder of their own.
const FACADES: &[&str] = &["System.Runtime.Numerics", "netstandard"];

/// Writes generated files to `folder`: the paths of the sources, and the text of the project.
pub(crate) fn write_sources(folder: &Path, files: &[GeneratedFile]) -> (Vec<PathBuf>, String) {
    let mut sources = Vec::new();
    let mut project = String::new();
    for file in files {
        let path = folder.join(file.path.rsplit('/').next().unwrap());
        fs::write(&path, &file.bytes).unwrap();
        match path.extension().unwrap().to_str().unwrap() {
            "cs" => sources.push(path),
            "csproj" => project = fs::read_to_string(&path).unwrap(),
            _ => {}
        }
    }
    (sources, project)
}

/// The names of the assemblies that a project references.
pub(crate) fn references(project: &str) -> impl Iterator<Item = &str> {
    let spaced = between(project, "<Reference Include = \"", "\"");
    between(project, "<Reference Include=\"", "\"").chain(spaced)
}

/// A call of the compiler; what it warns of is an error.
pub(crate) fn compiler(target: &str, out: &Path) -> Command {
    let mut mcs = Command::new("mcs");
    mcs.args(["-nologo", "-sdk:4.7.2", "-warn:4", "-warnaserror"])
        .arg(format!("-target:{target}"))
        .arg(format!("-out:{}", out.display()));
    mcs
}

/// Runs `command`, which must end well.
pub(crate) fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

fn is_installed() -> bool {
    let runs = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
    runs("mcs") && runs("mono")
}

/// Compiles the stub to where every test finds it, even while another test compiles it, too.
fn compile_stub() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = tempfile::tempdir_in(target).unwrap();
    let compiled = folder.path().join("OutSystems.Stub.dll");
    let build = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/o11-runtime-stub/build.sh");
    run(Command::new("sh").arg(build).arg(&compiled));
    let stub = target.join("OutSystems.Stub.dll");
    fs::rename(compiled, &stub).unwrap();
    stub
}

fn between<'t>(text: &'t str, start: &'t str, end: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(start)
        .skip(1)
        .filter_map(move |rest| Some(rest.split_once(end)?.0))
}
