//! The C# compiler of the toolset, and programs for .NET 8 made with it.

#![allow(dead_code, reason = "every test uses a part of it")]

#[path = "toolset.rs"]
mod toolset;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler, and where the framework is.
pub(crate) struct Roslyn {
    folder: PathBuf,
    framework: PathBuf,
    facades: Vec<PathBuf>,
}

impl Roslyn {
    /// `None`, after a line that says so, where the toolset cannot be set up.
    pub(crate) fn find(group: &str) -> Option<Self> {
        let folder = toolset::folder();
        if let Err(reason) = toolset::set_up("tests/support/toolset/setup.sh", &[&folder]) {
            toolset::say(format_args!("not run: {reason} ({group})"));
            return None;
        }
        // Libraries for .NET Framework refer to more than the compiler is given by itself.
        let framework = framework(&folder.join("packages"));
        let framework = framework.expect("the toolset has a framework");
        let facades = ["System.dll", "Microsoft.CSharp.dll"].map(|name| framework.join(name));
        let facades = facades.into_iter().filter(|path| path.exists()).collect();
        Some(Self {
            folder,
            framework,
            facades,
        })
    }

    /// The folder of `Microsoft.NETCore.App`.
    pub(crate) fn framework(&self) -> &Path {
        &self.framework
    }

    /// What a script calls to run the compiler: it refers to nothing by itself.
    pub(crate) fn bare_compiler(&self) -> [PathBuf; 2] {
        ["run", "roslyn/csc.dll"].map(|name| self.folder.join(name))
    }

    /// Compiles for .NET 8. What the compiler warns of is an error.
    pub(crate) fn compile<A: Into<OsString>>(
        &self,
        out: &Path,
        references: &[PathBuf],
        sources: &[PathBuf],
        options: impl IntoIterator<Item = A>,
    ) {
        let mut csc = Command::new(self.folder.join("csc"));
        csc.arg("-warnaserror")
            .arg(format!("-out:{}", out.display()))
            .args(options.into_iter().map(Into::into));
        for reference in self.facades.iter().chain(references) {
            csc.arg(format!("-r:{}", reference.display()));
        }
        let output = csc.args(sources).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && said.is_empty(),
            "{csc:?}\n{said}"
        );
    }

    /// Runs a program.
    pub(crate) fn program(&self, program: &Path) -> Command {
        let mut command = Command::new(self.folder.join("run"));
        command.arg(program);
        command
    }
}

/// The folder of `Microsoft.NETCore.App` under `folder`.
fn framework(folder: &Path) -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if folder.join("System.Private.CoreLib.dll").exists() {
            return Some(folder);
        }
        let entries = fs::read_dir(folder).ok()?;
        let paths = entries.map(|entry| entry.unwrap().path());
        folders.extend(paths.filter(|path| path.is_dir()));
    }
    None
}
