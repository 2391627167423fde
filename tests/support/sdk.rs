//! A .NET SDK with the compilers of F# and Visual Basic, which `sdk/setup.sh` downloads.

#![allow(dead_code, reason = "every test uses a part of it")]

mod not_run;
#[path = "toolset.rs"]
mod toolset;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The SDK of .NET Core 3.1, which runs on the toolset's .NET 8.
pub(crate) struct Sdk {
    folder: PathBuf,
}

impl Sdk {
    /// `None`, after a line that says so, where the SDK cannot be set up. On a build server it must be.
    pub(crate) fn find(group: &str) -> Option<Self> {
        static SET_UP: OnceLock<Result<(), String>> = OnceLock::new();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sdk");
        let set_up = SET_UP.get_or_init(|| {
            let folders = [&*folder, &*toolset::folder()];
            toolset::set_up("tests/support/sdk/setup.sh", &folders)
        });
        if let Err(reason) = set_up {
            not_run::not_run(reason, group);
            return None;
        }
        Some(Self { folder })
    }

    /// The folder with the programs `dotnet`, `fsc` and `vbc`.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where `FSharp.Core.dll` is.
    pub(crate) fn f_sharp(&self) -> PathBuf {
        self.folder.join("dotnet-root/sdk/3.1.102/FSharp")
    }

    /// One of these programs.
    pub(crate) fn program(&self, name: &str) -> Command {
        Command::new(self.folder.join(name))
    }
}
