//! What .NET's host reads beside a program: `.deps.json` and `.runtimeconfig.json`.
//!
//! Only what leads to assemblies is read; everything else in the files is passed over.

mod dependencies;
mod runtime_config;

pub use dependencies::{Dependencies, DependencyLibrary};
pub use runtime_config::{RuntimeConfig, RuntimeFramework};

/// JSON without the byte order mark that some tools write.
fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}
