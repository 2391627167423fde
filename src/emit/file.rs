/// A file that a back end made, not yet on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Path inside the output folder, relative, with `/` between its parts on every system.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}
