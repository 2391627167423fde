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
    /// A COFF object file: native code that is not linked yet.
    Coff,
    /// A library of object files (`.lib`, `.a`).
    ObjectLibrary,
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
    (b"!<arch>\n", FileKind::ObjectLibrary),
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
        if is_coff(data) {
            return Self::Coff;
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

/// Whether `data` begins with the COFF header of an object file: a known processor and sections, but no
/// optional header; or with the two numbers of an import or anonymous object.
fn is_coff(data: &[u8]) -> bool {
    let Some(header) = data.first_chunk::<20>() else {
        return false;
    };
    let [m0, m1, s0, s1, .., o0, o1, _, _] = *header;
    let machine = u16::from_le_bytes([m0, m1]);
    let sections = u16::from_le_bytes([s0, s1]);
    let optional_header = u16::from_le_bytes([o0, o1]);
    match machine {
        0 => sections == 0xffff,
        0x014c | 0x8664 | 0x01c4 | 0xaa64 => (1..=96).contains(&sections) && optional_header == 0,
        _ => false,
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Elf => "an ELF file (a Linux program or library)",
            Self::MachO => "a Mach-O file (a macOS program or library)",
            Self::Zip => "a ZIP archive",
            Self::Zlib => "a zlib stream, as OutSystems extensions (.xif) are",
            Self::WebCil => "a WebCIL file (an assembly packed for Blazor)",
            Self::Wasm => "a WebAssembly module",
            Self::PortablePdb => "a portable PDB, debug information without code",
            Self::WindowsPdb => "a Windows PDB, debug information without code",
            Self::Xml => "an XML file",
            Self::Text => "a text file",
            Self::Coff => "a COFF object file, native code that is not linked",
            Self::ObjectLibrary => "a library of native object files",
            Self::Dos => "a DOS program without a PE header",
            Self::Unknown => "a file of unknown format",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn files_are_told_by_their_first_bytes() {
        let mut object = [0; 40];
        object[..4].copy_from_slice(&[0x64, 0x86, 3, 0]);
        let import = [&[0, 0, 0xff, 0xff][..], &[0; 20]].concat();
        for (bytes, kind) in [
            (&object[..], FileKind::Coff),
            (&import, FileKind::Coff),
            (b"!<arch>\n/   ", FileKind::ObjectLibrary),
            (b"WbIL\0\0\0\0", FileKind::WebCil),
            (b"\0asm\x01\0\0\0", FileKind::Wasm),
            (b"\x7fELF\x02", FileKind::Elf),
            (b"PK\x03\x04", FileKind::Zip),
            (b"Remember the milk.\n", FileKind::Text),
            (&[0; 40], FileKind::Unknown),
            (b"", FileKind::Unknown),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:x?}");
        }
    }
}
