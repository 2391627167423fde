use std::fmt;

/// What a file is that is not a PE image, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// An ELF executable or library; .NET app hosts on Linux are such files.
    Elf,
    /// A Mach-O executable or library.
    MachO,
    /// A ZIP archive, as `.nupkg`, `.vsix` and `.jar` files are.
    Zip,
    /// A zlib stream, as `.xif` files are.
    Zlib,
    /// An assembly in the WebCIL container of Blazor.
    WebCil,
    /// A WebAssembly module.
    Wasm,
    /// A portable PDB: metadata without an image.
    PortablePdb,
    /// A Windows program database.
    WindowsPdb,
    /// XML text.
    Xml,
    /// Other text.
    Text,
    /// A file that begins like a DOS program but holds no PE header.
    Dos,
    /// Bytes of no known kind.
    Unknown,
}

/// Magic bytes at the start of a file, and what they stand for.
const MAGIC: &[(&[u8], FileKind)] = &[
    (b"\x7fELF", FileKind::Elf),
    (b"\xfe\xed\xfa\xce", FileKind::MachO),
    (b"\xfe\xed\xfa\xcf", FileKind::MachO),
    (b"\xce\xfa\xed\xfe", FileKind::MachO),
    (b"\xcf\xfa\xed\xfe", FileKind::MachO),
    (b"\xca\xfe\xba\xbe", FileKind::MachO),
    (b"PK\x03\x04", FileKind::Zip),
    (b"PK\x05\x06", FileKind::Zip),
    (b"\x78\xda", FileKind::Zlib),
    (b"\x78\x9c", FileKind::Zlib),
    (b"\x78\x01", FileKind::Zlib),
    (b"WbIL", FileKind::WebCil),
    (b"\0asm", FileKind::Wasm),
    (b"BSJB", FileKind::PortablePdb),
    (b"Microsoft C/C++ MSF", FileKind::WindowsPdb),
    (b"MZ", FileKind::Dos),
    (b"<", FileKind::Xml),
    (b"\xef\xbb\xbf<", FileKind::Xml),
];

/// How many bytes decide whether a file is text.
const TEXT_SAMPLE: usize = 512;

impl FileKind {
    /// Tells what `data` is.
    pub fn of(data: &[u8]) -> Self {
        if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| data.starts_with(magic)) {
            return *kind;
        }
        let sample = data.get(..TEXT_SAMPLE).unwrap_or(data);
        let printable = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0x80..);
        if !sample.is_empty() && sample.iter().all(printable) {
            Self::Text
        } else {
            Self::Unknown
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Elf => "an ELF file (a Linux program or library)",
            Self::MachO => "a Mach-O file (a macOS program or library)",
            Self::Zip => "a ZIP archive",
            Self::Zlib => "a zlib stream",
            Self::WebCil => "a WebCIL file (an assembly packed for Blazor)",
            Self::Wasm => "a WebAssembly module",
            Self::PortablePdb => "a portable PDB, debug information without code",
            Self::WindowsPdb => "a Windows PDB, debug information without code",
            Self::Xml => "an XML file",
            Self::Text => "a text file",
            Self::Dos => "a DOS program without a PE header",
            Self::Unknown => "a file of unknown format",
        })
    }
}
