use super::{FileKind, PeError, Section};
use goblin::pe::clr::Cor20Header;
use goblin::pe::data_directories::DataDirectory;
use goblin::pe::header::CoffHeader;
use goblin::pe::optional_header as optional;
use goblin::pe::section_table::SectionTable;
use scroll::Pread;
use std::fmt;

/// File offset of `lfanew`, the file offset of the PE signature (II.25.2.1).
const LFANEW: usize = 0x3c;
const PE_SIGNATURE: &[u8] = b"PE\0\0";
const SIGNATURE_SIZE: usize = 4;
const COFF_HEADER_SIZE: usize = 20;
const SECTION_HEADER_SIZE: usize = 40;
/// Number of the CLI header among the data directories (II.25.2.3.3).
const CLI_DIRECTORY: u32 = 14;
const DIRECTORY_SIZE: usize = 8;
/// Bytes of the optional header before the data directories.
const PE32_FIELDS: usize = 96;
const PE32_PLUS_FIELDS: usize = 112;

/// A .NET image: headers read, everything else borrowed from the file's bytes.
#[derive(Clone, Debug)]
pub struct Image<'a> {
    data: &'a [u8],
    machine: Machine,
    characteristics: u16,
    pe32_plus: bool,
    subsystem: u16,
    size_of_headers: u32,
    sections: Vec<Section>,
    cli: CliHeader,
}

/// The CLI header (II.25.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CliHeader {
    /// Runtime version that the header asks for, major and minor: (2, 5) since .NET 2.0.
    pub runtime_version: (u16, u16),
    /// The physical metadata.
    pub metadata: Directory,
    /// `Flags`, see [`CliFlags`].
    pub flags: CliFlags,
    /// Token of the entry point, or its RVA where it is native.
    pub entry_point: u32,
    /// The CLI resources.
    pub resources: Directory,
    /// The strong-name signature.
    pub strong_name: Directory,
    /// The header of precompiled code; not empty in ReadyToRun images.
    pub managed_native: Directory,
}

/// A range of bytes in memory: a data directory (II.25.2.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directory {
    /// RVA of the first byte; 0 where there is none.
    pub rva: u32,
    /// Length in bytes.
    pub size: u32,
}

impl From<DataDirectory> for Directory {
    fn from(directory: DataDirectory) -> Self {
        Self {
            rva: directory.virtual_address,
            size: directory.size,
        }
    }
}

/// Runtime flags of the CLI header (II.25.3.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CliFlags(pub u32);

impl CliFlags {
    /// The image holds nothing but IL; not set in mixed-mode images.
    pub fn il_only(self) -> bool {
        self.0 & 0x1 != 0
    }

    /// The image can only be loaded into a 32-bit process.
    pub fn requires_32_bit(self) -> bool {
        self.0 & 0x2 != 0 && self.0 & 0x2_0000 == 0
    }

    /// The image has a strong-name signature.
    pub fn strong_name_signed(self) -> bool {
        self.0 & 0x8 != 0
    }

    /// The entry point is native code.
    pub fn native_entry_point(self) -> bool {
        self.0 & 0x10 != 0
    }
}

/// The processor that an image is for: the COFF header's `Machine`.
///
/// ReadyToRun images for other systems than Windows have the value XOR-ed with a number of that
/// system; [`Machine::architecture`] knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine(pub u16);

/// `Machine` values and their names.
const ARCHITECTURES: &[(u16, &str)] = &[
    (0x014c, "I386"),
    (0x8664, "AMD64"),
    (0x01c0, "ARM"),
    (0x01c4, "ARMv7"),
    (0xaa64, "ARM64"),
    (0x0200, "IA64"),
    (0x5064, "RISCV64"),
    (0x6264, "LOONGARCH64"),
];

/// What ReadyToRun XORs into `Machine`: Windows, Apple, FreeBSD, Linux, NetBSD, SunOS.
const SYSTEMS: &[u16] = &[0, 0x4644, 0xadc4, 0x7b79, 0x1993, 0x1992];

impl Machine {
    /// Name of the architecture, or `None` for an unknown value.
    pub fn architecture(self) -> Option<&'static str> {
        SYSTEMS.iter().find_map(|system| {
            let plain = self.0 ^ system;
            let row = ARCHITECTURES.iter().find(|(value, _)| *value == plain)?;
            Some(row.1)
        })
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.architecture() {
            Some(name) => f.write_str(name),
            None => write!(f, "{:#06x}", self.0),
        }
    }
}

impl<'a> Image<'a> {
    /// Reads the headers of `data`, the bytes of a whole file.
    ///
    /// # Errors
    /// [`PeError`], if `data` is not a PE image with a CLI header, or is too short for its headers.
    pub fn parse(data: &'a [u8]) -> Result<Self, PeError> {
        if data.is_empty() {
            return Err(PeError::Empty);
        }
        if !data.starts_with(b"MZ") {
            return Err(PeError::NotPe(FileKind::of(data)));
        }
        let pe_offset: u32 = read(data, LFANEW, "the DOS header")?;
        let pe_offset = usize::try_from(pe_offset).unwrap_or(usize::MAX);
        let signature = slice(data, pe_offset, SIGNATURE_SIZE, "the PE signature")
            .map_err(|_| PeError::NotPe(FileKind::Dos))?;
        if signature != PE_SIGNATURE {
            return Err(PeError::NotPe(FileKind::Dos));
        }
        let coff_offset = pe_offset.saturating_add(SIGNATURE_SIZE);
        let coff: CoffHeader = read(data, coff_offset, "the COFF header")?;
        let header_offset = coff_offset.saturating_add(COFF_HEADER_SIZE);
        let header = OptionalHeader::parse(data, header_offset)?;
        let sections_offset =
            header_offset.saturating_add(usize::from(coff.size_of_optional_header));
        let sections = parse_sections(data, sections_offset, coff.number_of_sections)?;
        let mut image = Self {
            data,
            machine: Machine(coff.machine),
            characteristics: coff.characteristics,
            pe32_plus: header.pe32_plus,
            subsystem: header.subsystem,
            size_of_headers: header.size_of_headers,
            sections,
            cli: CliHeader::EMPTY,
        };
        image.cli = image.parse_cli_header(header.cli)?;
        Ok(image)
    }

    fn parse_cli_header(&self, directory: Directory) -> Result<CliHeader, PeError> {
        if directory.rva == 0 {
            return Err(PeError::Native);
        }
        let (_, bytes) = self.located(directory.rva, "the CLI header directory")?;
        let cor20: Cor20Header = read(bytes, 0, "the CLI header")?;
        Ok(CliHeader {
            runtime_version: (cor20.major_runtime_version, cor20.minor_runtime_version),
            metadata: cor20.metadata.into(),
            flags: CliFlags(cor20.flags),
            entry_point: cor20.entry_point_token_or_rva,
            resources: cor20.resources.into(),
            strong_name: cor20.strong_name_signature.into(),
            managed_native: cor20.managed_native_header.into(),
        })
    }

    /// The bytes of the whole file.
    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    /// The processor that the image is for.
    pub fn machine(&self) -> Machine {
        self.machine
    }

    /// Whether the image is a library rather than a program.
    pub fn is_dll(&self) -> bool {
        self.characteristics & 0x2000 != 0
    }

    /// Whether the optional header is PE32+, the 64-bit form.
    pub fn is_pe32_plus(&self) -> bool {
        self.pe32_plus
    }

    /// `Subsystem` of the optional header (II.25.2.3.2): 2 and 9 have a window, 3 is the console.
    pub fn subsystem(&self) -> u16 {
        self.subsystem
    }

    /// The sections in file order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The CLI header.
    pub fn cli_header(&self) -> &CliHeader {
        &self.cli
    }

    /// The physical metadata: its file offset and its bytes.
    ///
    /// # Errors
    /// [`PeError::UnmappedRva`] or [`PeError::Truncated`], if the file does not hold all of it.
    pub fn metadata(&self) -> Result<(u64, &'a [u8]), PeError> {
        self.directory(self.cli.metadata, "the metadata directory")
    }

    /// The bytes of `directory` and their file offset; `what` names it in errors.
    ///
    /// # Errors
    /// [`PeError::UnmappedRva`] or [`PeError::Truncated`], if the file does not hold all of it.
    pub fn directory(
        &self,
        directory: Directory,
        what: &'static str,
    ) -> Result<(u64, &'a [u8]), PeError> {
        let (offset, bytes) = self.located(directory.rva, what)?;
        let length = usize::try_from(directory.size).unwrap_or(usize::MAX);
        match bytes.get(..length) {
            Some(bytes) => Ok((offset, bytes)),
            None => Err(PeError::Truncated {
                what,
                offset,
                needs: u64::from(directory.size),
                has: bytes.len() as u64,
            }),
        }
    }

    /// The bytes from `rva` to the end of its section, or `None` where the file stores none.
    pub fn at_rva(&self, rva: u32) -> Option<&'a [u8]> {
        self.located(rva, "").ok().map(|(_, bytes)| bytes)
    }

    fn located(&self, rva: u32, what: &'static str) -> Result<(u64, &'a [u8]), PeError> {
        let in_headers = || {
            let end = usize::try_from(self.size_of_headers).ok()?;
            let start = usize::try_from(rva).ok()?;
            (start < end).then_some(start..end)
        };
        let range = self
            .sections
            .iter()
            .find_map(|section| section.file_range(rva))
            .or_else(in_headers)
            .ok_or(PeError::UnmappedRva { what, rva })?;
        let end = range.end.min(self.data.len());
        match self.data.get(range.start..end) {
            Some(bytes) => Ok((range.start as u64, bytes)),
            None => Err(PeError::Truncated {
                what,
                offset: range.start as u64,
                needs: range.len() as u64,
                has: 0,
            }),
        }
    }
}

impl CliHeader {
    const EMPTY: Self = {
        let none = Directory { rva: 0, size: 0 };
        Self {
            runtime_version: (0, 0),
            metadata: none,
            flags: CliFlags(0),
            entry_point: 0,
            resources: none,
            strong_name: none,
            managed_native: none,
        }
    };
}

/// What is needed of the optional header (II.25.2.3).
struct OptionalHeader {
    pe32_plus: bool,
    subsystem: u16,
    size_of_headers: u32,
    cli: Directory,
}

impl OptionalHeader {
    fn parse(data: &[u8], offset: usize) -> Result<Self, PeError> {
        const WHAT: &str = "the optional header";
        let magic: u16 = read(data, offset, WHAT)?;
        let (fields, size_of_headers, subsystem, directories) = match magic {
            optional::MAGIC_32 => {
                let at = offset.saturating_add(size_of::<optional::StandardFields32>());
                let fields: optional::WindowsFields32 = read(data, at, WHAT)?;
                (
                    PE32_FIELDS,
                    fields.size_of_headers,
                    fields.subsystem,
                    fields.number_of_rva_and_sizes,
                )
            }
            optional::MAGIC_64 => {
                // In memory StandardFields64 is as long as in the file: 24 bytes, all 16 and 32 bits wide.
                let at = offset.saturating_add(size_of::<optional::StandardFields64>());
                let fields: optional::WindowsFields64 = read(data, at, WHAT)?;
                (
                    PE32_PLUS_FIELDS,
                    fields.size_of_headers,
                    fields.subsystem,
                    fields.number_of_rva_and_sizes,
                )
            }
            _ => {
                return Err(PeError::BadField {
                    what: "the magic number of the optional header",
                    offset: offset as u64,
                    value: u64::from(magic),
                });
            }
        };
        if directories <= CLI_DIRECTORY {
            return Err(PeError::Native);
        }
        let at = offset
            .saturating_add(fields)
            .saturating_add((CLI_DIRECTORY as usize).saturating_mul(DIRECTORY_SIZE));
        let cli: DataDirectory = read(data, at, "the CLI header directory")?;
        Ok(Self {
            pe32_plus: magic == optional::MAGIC_64,
            subsystem,
            size_of_headers,
            cli: cli.into(),
        })
    }
}

fn parse_sections(data: &[u8], offset: usize, count: u16) -> Result<Vec<Section>, PeError> {
    let size = usize::from(count).saturating_mul(SECTION_HEADER_SIZE);
    let table = slice(data, offset, size, "the section table")?;
    let headers = table.chunks_exact(SECTION_HEADER_SIZE);
    Ok(headers.filter_map(parse_section).collect())
}

fn parse_section(header: &[u8]) -> Option<Section> {
    // goblin looks a name like "/4" up in the string table; the name is of no use here, so it is blanked.
    let mut unnamed = [0; SECTION_HEADER_SIZE];
    unnamed.copy_from_slice(header);
    unnamed.first_chunk_mut::<8>()?.fill(0);
    let section = SectionTable::parse(&unnamed, &mut 0, 0).ok()?;
    Some(Section {
        virtual_address: section.virtual_address,
        virtual_size: section.virtual_size,
        raw_offset: section.pointer_to_raw_data,
        raw_size: section.size_of_raw_data,
    })
}

/// `needs` bytes of `data` from `offset`.
fn slice<'a>(
    data: &'a [u8],
    offset: usize,
    needs: usize,
    what: &'static str,
) -> Result<&'a [u8], PeError> {
    let rest = data.get(offset..).unwrap_or_default();
    rest.get(..needs).ok_or(PeError::Truncated {
        what,
        offset: offset as u64,
        needs: needs as u64,
        has: rest.len() as u64,
    })
}

/// A little-endian structure of `data` at `offset`.
fn read<'a, T>(data: &'a [u8], offset: usize, what: &'static str) -> Result<T, PeError>
where
    T: scroll::ctx::TryFromCtx<'a, scroll::Endian, Error = scroll::Error> + 'a,
{
    data.pread_with(offset, scroll::LE)
        .map_err(|_| PeError::Truncated {
            what,
            offset: offset as u64,
            needs: size_of::<T>() as u64,
            has: data.len().saturating_sub(offset) as u64,
        })
}
