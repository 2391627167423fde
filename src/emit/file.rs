use super::parts::Parts;

/// A generated file, not yet written anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Path relative to the output folder, with `/` between its parts.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
    /// Whether people edit the methods of this C# file, which a later run keeps then.
    pub is_edited: bool,
    /// The parts of such a file, where they are known.
    pub(in crate::emit) parts: Option<Parts>,
}

impl GeneratedFile {
    /// A file with this content: bytes, or a text with the line ends that it has.
    pub fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: content.into(),
            is_edited: false,
            parts: None,
        }
    }

    /// A UTF-8 file with Windows line ends, from `text` with `\n` line ends.
    pub fn windows_text(path: impl Into<String>, text: &str) -> Self {
        Self::new(path, text.replace('\n', "\r\n"))
    }

    /// The same file as one whose methods people edit.
    pub fn edited(self) -> Self {
        Self {
            is_edited: true,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gets_windows_line_ends() {
        let file = GeneratedFile::windows_text("a.cs", "x\ny\n");
        assert_eq!(file.bytes, b"x\r\ny\r\n");
    }
}
