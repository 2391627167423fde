/// A section of an image: where a range of RVAs is stored in the file (II.25.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// RVA of its first byte.
    pub virtual_address: u32,
    /// Size in memory, in bytes.
    pub virtual_size: u32,
    /// File offset of its first byte.
    pub raw_offset: u32,
    /// Size in the file, in bytes.
    pub raw_size: u32,
}

impl Section {
    /// The file range from `rva` to the end of the section's stored bytes, or `None` where the section
    /// stores no byte at `rva`. The range can pass the end of the file.
    pub fn file_range(&self, rva: u32) -> Option<std::ops::Range<usize>> {
        let delta = rva.checked_sub(self.virtual_address)?;
        if delta >= self.raw_size {
            return None;
        }
        let start = usize::try_from(self.raw_offset.checked_add(delta)?).ok()?;
        let length = usize::try_from(self.raw_size.checked_sub(delta)?).ok()?;
        Some(start..start.checked_add(length)?)
    }
}
