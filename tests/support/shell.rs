//! The PE file around metadata: DOS, COFF and optional header, sections, CLI header.

/// What is odd about the file.
pub(crate) struct Shell {
    /// PE32+, the 64-bit form.
    pub(crate) plus: bool,
    /// `NumberOfRvaAndSizes`. There are sixteen directories, whatever it says.
    pub(crate) directories: u32,
    /// Number of sections. All but the last are empty.
    pub(crate) sections: u16,
    /// Bytes before the metadata.
    pub(crate) padding: usize,
    /// What the data directory says of the CLI header's place instead of the truth.
    pub(crate) cli_rva: Option<u32>,
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            plus: false,
            directories: 16,
            sections: 1,
            padding: 0,
            cli_rva: None,
        }
    }
}

const COFF: usize = 0x44;
const OPTIONAL: usize = COFF + 20;
const CLI_HEADER: u32 = 0x48;
/// Distance of the sections in memory.
const SECTION: u32 = 0x2000;

impl Shell {
    /// File offset of the number of directories.
    pub(crate) fn directory_count(&self) -> usize {
        OPTIONAL + if self.plus { 108 } else { 92 }
    }

    /// File offset of the section with the CLI header; the metadata follows it.
    pub(crate) fn start(&self) -> usize {
        let end = self.directory_count() + 4 + 16 * 8 + 40 * usize::from(self.sections);
        end.next_multiple_of(0x200)
    }

    /// File offset of the metadata.
    pub(crate) fn metadata(&self) -> usize {
        self.start() + CLI_HEADER as usize + self.padding
    }

    /// The whole file.
    pub(crate) fn around(&self, metadata: &[u8]) -> Vec<u8> {
        let start = self.start() as u32;
        let rva = SECTION * u32::from(self.sections);
        let metadata_rva = rva + CLI_HEADER + self.padding as u32;
        let size = metadata_rva - rva + metadata.len() as u32;
        let directories = self.directory_count() + 4;
        let sections = directories + 16 * 8;

        let mut file = vec![0; self.start()];
        let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, b"MZ");
        put(0x3c, &0x40u32.to_le_bytes());
        put(0x40, b"PE\0\0\x4c\x01");
        put(COFF + 2, &self.sections.to_le_bytes());
        put(COFF + 16, &((sections - OPTIONAL) as u16).to_le_bytes());
        put(COFF + 18, &[0x02, 0x20]);
        put(OPTIONAL, &[0x0b, if self.plus { 2 } else { 1 }]);
        put(OPTIONAL + 60, &start.to_le_bytes());
        put(self.directory_count(), &self.directories.to_le_bytes());
        let cli_rva = self.cli_rva.unwrap_or(rva);
        put(directories + 14 * 8, &cli_rva.to_le_bytes());
        put(directories + 14 * 8 + 4, &CLI_HEADER.to_le_bytes());
        for number in 1..=self.sections {
            let header = sections + 40 * (usize::from(number) - 1);
            put(header + 12, &(SECTION * u32::from(number)).to_le_bytes());
            if number == self.sections {
                for (at, value) in [(8, size), (16, size), (20, start)] {
                    put(header + at, &value.to_le_bytes());
                }
            }
        }
        let mut header = vec![0; CLI_HEADER as usize];
        header[..4].copy_from_slice(&CLI_HEADER.to_le_bytes());
        header[8..12].copy_from_slice(&metadata_rva.to_le_bytes());
        header[12..16].copy_from_slice(&(metadata.len() as u32).to_le_bytes());
        file.extend(header);
        file.resize(self.metadata(), 0);
        file.extend(metadata);
        file
    }
}
