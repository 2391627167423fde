use std::fmt;

/// Why a file is in a [`FileStore`](super::FileStore). `Display` continues a sentence that ends with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was asked for.
    Input,
    /// It is beside a file that references it.
    Beside,
    /// It is in the folder of an input.
    InputFolder,
    /// It is in a package that the package of an input needs, beside it.
    PackageBeside,
    /// It is in the package that the `.deps.json` of an input names.
    Package,
    /// It is in a folder that was given for references.
    RefDir,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Input => "given",
            Self::Beside => "beside what needs it",
            Self::InputFolder => "in the folder of an input",
            Self::PackageBeside => "in a package beside the input's",
            Self::Package => "named by a .deps.json",
            Self::RefDir => "in a folder for references",
        })
    }
}
