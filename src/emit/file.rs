/// A generated file, not yet written anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Path relative to the output folder, with `/` between its parts.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
    /// Whether people edit the methods of this C# file, which a later run keeps then.
    pub is_edited: bool,
}

impl GeneratedFile {
    /// A UTF-8 file with Windows line ends, from `text` with `\n` line ends.
    pub fn windows_text(path: impl Into<String>, text: &str) -> Self {
        Self::windows_lines(path.into(), "", text)
    }

    /// As [`Self::windows_text`], after a byte order mark.
    pub fn windows_text_with_bom(path: impl Into<String>, text: &str) -> Self {
        Self::windows_lines(path.into(), "\u{feff}", text)
    }

    fn windows_lines(path: String, mark: &str, text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + text.len() / 16);
        bytes.extend_from_slice(mark.as_bytes());
        for line in text.split_inclusive('\n') {
            let (line, end) = match line.strip_suffix('\n') {
                Some(line) => (line, "\r\n"),
                None => (line, ""),
            };
            bytes.extend_from_slice(line.as_bytes());
            bytes.extend_from_slice(end.as_bytes());
        }
        Self {
            path,
            bytes,
            is_edited: false,
        }
    }

    /// A UTF-8 file with the line ends of `text`.
    pub fn unix_text(path: impl Into<String>, text: &str) -> Self {
        Self {
            path: path.into(),
            bytes: text.as_bytes().to_vec(),
            is_edited: false,
        }
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
    fn text_gets_windows_line_ends_and_a_mark_only_on_demand() {
        assert_eq!(
            GeneratedFile::windows_text("a.cs", "x\ny\n").bytes,
            b"x\r\ny\r\n"
        );
        assert_eq!(
            GeneratedFile::windows_text_with_bom("a.cs", "x\n").bytes,
            b"\xef\xbb\xbfx\r\n"
        );
    }
}
