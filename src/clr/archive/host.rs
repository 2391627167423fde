use memchr::memmem;

/// The SHA-256 of `.net core bundle`, which every app host has behind the offset of the bundle's manifest.
const SIGNATURE: [u8; 32] = [
    0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
    0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
];

/// Bytes of the buffer that the path of the assembly is in.
const PATH_BUFFER: usize = 1025;

/// A native program that starts a .NET assembly (an "app host"), for any processor and system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppHost {
    /// The assembly is a file of its own.
    Assembly {
        /// Its path from the folder of the host, where it could be found.
        path: Option<String>,
    },
    /// The assembly is in the file, in a single-file bundle.
    Bundle {
        /// File offset of the bundle's manifest.
        header: u64,
    },
}

impl AppHost {
    /// Looks for the marks of an app host in `bytes`, a native program.
    pub fn find(bytes: &[u8]) -> Option<Self> {
        let signature = memmem::find(bytes, &SIGNATURE)?;
        let header = bytes.get(..signature)?.last_chunk()?;
        Some(match u64::from_le_bytes(*header) {
            0 => Self::Assembly {
                path: assembly_path(bytes).map(str::to_owned),
            },
            header => Self::Bundle { header },
        })
    }
}

/// The path that the build wrote into the host, over a text that is known by its zero-filled buffer only.
fn assembly_path(bytes: &[u8]) -> Option<&str> {
    memmem::find_iter(bytes, b".dll\0").find_map(|position| {
        let end = position.saturating_add(4);
        let before = bytes.get(..end)?;
        let window = before.get(end.saturating_sub(PATH_BUFFER)..)?;
        let start = memchr::memrchr(0, window)?.saturating_add(1);
        let path = window.get(start..)?;
        let padding = PATH_BUFFER.saturating_sub(path.len());
        let padding = bytes.get(end..end.saturating_add(padding))?;
        if padding.iter().any(|byte| *byte != 0) {
            return None;
        }
        std::str::from_utf8(path).ok()
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::{AppHost, PATH_BUFFER, SIGNATURE};

    /// A host, in which `path` is in the buffer, and whose bundle's manifest is at `header`.
    pub(crate) fn host(path: &str, header: u64) -> Vec<u8> {
        let mut file = b"\x7fELF some code\0other.dll\0text\0".to_vec();
        let mut buffer = path.as_bytes().to_vec();
        buffer.resize(PATH_BUFFER, 0);
        file.extend(buffer);
        file.extend(b"more");
        file.extend(header.to_le_bytes());
        file.extend(SIGNATURE);
        file
    }

    #[test]
    fn a_host_names_its_assembly() {
        let path = Some("bin/Some.App.dll".to_owned());
        let found = AppHost::find(&host("bin/Some.App.dll", 0));
        assert_eq!(found, Some(AppHost::Assembly { path }));
        let unbound = AppHost::find(&host("c3ab8ff13720e8ad9047dd39466b3c89", 0));
        assert_eq!(unbound, Some(AppHost::Assembly { path: None }));
    }

    #[test]
    fn a_bundle_says_where_its_manifest_is() {
        let found = AppHost::find(&host("App.dll", 77));
        assert_eq!(found, Some(AppHost::Bundle { header: 77 }));
    }

    #[test]
    fn other_programs_are_none() {
        assert_eq!(AppHost::find(b""), None);
        assert_eq!(AppHost::find(&SIGNATURE), None);
        assert_eq!(AppHost::find(b"\x7fELF some.dll\0"), None);
    }
}
