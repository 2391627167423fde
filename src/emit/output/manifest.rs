use super::OutputError;
use super::paths;
use crate::emit::csharp::BYTE_ORDER_MARK;
use crate::emit::{GeneratedFile, Parts, json, parts};
use crate::hash::sha256;
use crate::pe::FileBytes;
use crate::threads::both;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// Name of the file that lists what we wrote, at the top of the output folder.
pub const MANIFEST: &str = "dllift.manifest.json";

const FORMAT: u32 = 1;

/// What a run generated: each path with the SHA-256 of its bytes.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    files: BTreeMap<String, String>,
    /// The parts of the files whose methods people edit.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    methods: BTreeMap<String, Parts>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            format: FORMAT,
            files: BTreeMap::new(),
            methods: BTreeMap::new(),
        }
    }
}

impl Manifest {
    pub(super) fn of(files: &[GeneratedFile]) -> Self {
        let hashes = || {
            let hashes = files.iter().map(|file| sha256(&file.bytes));
            files
                .iter()
                .map(|file| file.path.clone())
                .zip(hashes)
                .collect()
        };
        let methods = || {
            let edited = files.iter().filter(|file| file.is_edited);
            let methods = edited.filter_map(|file| {
                let found = || parts::found(str::from_utf8(&file.bytes).ok()?);
                Some((file.path.clone(), file.parts.clone().or_else(found)?))
            });
            methods.collect()
        };
        let (methods, files) = both(methods, hashes);
        Self {
            format: FORMAT,
            files,
            methods,
        }
    }

    /// Reads the manifest of `dir`; `None` where it has none.
    ///
    /// Its paths are as untrusted as generated ones: files are removed by it.
    pub(super) fn read(dir: &Path) -> Result<Option<Self>, OutputError> {
        let path = dir.join(MANIFEST);
        let bytes = match FileBytes::open(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(OutputError::io("read", &path)(error)),
        };
        let bad = |reason: String| OutputError::BadManifest {
            path: path.clone(),
            reason,
        };
        let manifest: Self =
            serde_json::from_slice(without_mark(&bytes)).map_err(|error| bad(error.to_string()))?;
        if manifest.format != FORMAT {
            return Err(bad(format!("its format is {}", manifest.format)));
        }
        if let Some(path) = manifest.paths().find(|path| !paths::is_plain(path)) {
            return Err(bad(format!("it lists `{path}`")));
        }
        Ok(Some(manifest))
    }

    pub(super) fn to_file(&self) -> GeneratedFile {
        GeneratedFile::new(MANIFEST, json::pretty(self, 0))
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The parts of the file at `path`, if people edit its methods; else none.
    pub(super) fn methods(&self, path: &str) -> &Parts {
        const NONE: &Parts = &Parts::new();
        self.methods.get(path).unwrap_or(NONE)
    }

    /// Whether a file found at `path` with this hash is as we wrote it.
    ///
    /// Case is ignored, for a file system that ignores it shows our `A.cs` at `a.cs` too.
    pub(super) fn wrote(&self, path: &str, hash: &str) -> bool {
        let key = paths::key(path);
        self.files
            .iter()
            .any(|(listed, written)| written == hash && paths::key(listed) == key)
    }
}

/// What is behind the byte order mark that some editors put before a text.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes
        .strip_prefix(BYTE_ORDER_MARK.as_bytes())
        .unwrap_or(bytes)
}
