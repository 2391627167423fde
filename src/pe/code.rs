use super::Image;
use std::fmt;

/// The signature of a ReadyToRun header, at the start of the managed native header.
const READY_TO_RUN: &[u8] = b"RTR\0";

/// What kind of code an image holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Nothing but IL.
    IlOnly,
    /// IL, and the same compiled ahead of time.
    ReadyToRun,
    /// IL and native code, as C++/CLI makes it; it runs on one processor only.
    Mixed,
}

impl fmt::Display for CodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IlOnly => "IL only",
            Self::ReadyToRun => "ReadyToRun",
            Self::Mixed => "mixed",
        })
    }
}

impl Image<'_> {
    /// What kind of code it holds.
    pub fn code_kind(&self) -> CodeKind {
        let header = self.cli_header();
        let native = self.directory(header.managed_native, "the managed native header");
        // Before the flags: compilers do not agree on whether such an image is IL only.
        if native.is_ok_and(|(_, bytes)| bytes.starts_with(READY_TO_RUN)) {
            CodeKind::ReadyToRun
        } else if header.flags.il_only() {
            CodeKind::IlOnly
        } else {
            CodeKind::Mixed
        }
    }
}
