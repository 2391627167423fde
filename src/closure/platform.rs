use crate::clr::{
    Assembly, Behind, FrameworkId, Lost, TargetFramework, Version, behind_facade, is_core_assembly,
    is_facade, is_framework_assembly,
};
use std::collections::BTreeSet;

/// What runs the assemblies of a closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// OutSystems 11: .NET Framework 4.8 on 64-bit Windows.
    O11,
    /// OutSystems Developer Cloud: .NET 10 on 64-bit Linux.
    Odc,
}

/// How a platform runs what was built for a framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// As it was meant.
    Full,
    /// It loads it, but lacks some of what that framework has.
    Partial,
    /// It does not load it.
    None,
}

/// Assemblies that OutSystems 11 must not be given, since its own copies differ (O11.md §1.7).
const WITHHELD: &[&str] = &[
    "mscorlib",
    "netstandard",
    "System.Net.Http",
    "System.Runtime.InteropServices.RuntimeInformation",
];

/// The major version of .NET that ODC runs.
const NET: u16 = 10;

/// Libraries of Linux that assemblies often call, without their ending.
const LINUX: &[&str] = &["libc", "libc.so.6", "libdl", "libm", "libpthread"];

/// Libraries of Windows that assemblies often call, sorted, in lower case and without their ending.
const WINDOWS: &[&str] = &[
    "advapi32",
    "bcrypt",
    "cfgmgr32",
    "comctl32",
    "comdlg32",
    "credui",
    "crypt32",
    "cryptui",
    "dbghelp",
    "dnsapi",
    "dwmapi",
    "fusion",
    "gdi32",
    "gdiplus",
    "httpapi",
    "imm32",
    "iphlpapi",
    "kernel32",
    "mpr",
    "mscoree",
    "msi",
    "msvcrt",
    "mswsock",
    "ncrypt",
    "netapi32",
    "normaliz",
    "ntdll",
    "ntdsapi",
    "odbc32",
    "ole32",
    "oleacc",
    "oleaut32",
    "powrprof",
    "propsys",
    "psapi",
    "rpcrt4",
    "secur32",
    "setupapi",
    "shell32",
    "shlwapi",
    "sspicli",
    "urlmon",
    "user32",
    "userenv",
    "uxtheme",
    "version",
    "webservices",
    "wevtapi",
    "winhttp",
    "wininet",
    "winmm",
    "winscard",
    "winspool.drv",
    "wintrust",
    "wldap32",
    "ws2_32",
    "wtsapi32",
];

impl Platform {
    /// The moniker of the framework that it runs.
    pub fn framework(self) -> &'static str {
        match self {
            Self::O11 => "net48",
            Self::Odc => "net10.0",
        }
    }

    /// Whether the native library that P/Invoke calls by `name` is a part of the system.
    pub fn has_library(self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".dll").unwrap_or(&name);
        match self {
            Self::O11 => WINDOWS.binary_search(&name).is_ok(),
            Self::Odc => LINUX.contains(&name),
        }
    }

    /// Whether a reference to the assembly with this simple name needs no file of ours.
    pub fn brings(self, name: &str) -> bool {
        match self {
            Self::O11 => is_framework_assembly(name),
            Self::Odc => is_core_assembly(name),
        }
    }

    /// Whether .NET Framework has the assembly with this simple name, and the platform does not.
    pub fn is_only_in_framework(self, name: &str) -> bool {
        !self.brings(name) && is_framework_assembly(name)
    }

    /// What `assembly` needs besides its references, since the platform's assemblies only forward to it: each with
    /// the name of the facade.
    pub(super) fn packages<'m>(self, assembly: &'m Assembly<'_>) -> BTreeSet<(&'m str, &'m str)> {
        match self {
            Self::O11 => BTreeSet::new(),
            Self::Odc => assembly.packages_behind_facades(),
        }
    }

    /// What is behind the platform's assembly where .NET Framework has the top-level type `namespace.name` in its own,
    /// if the platform does not bring it.
    pub(super) fn behind(self, assembly: &str, namespace: &str, name: &str) -> Option<Behind> {
        match self {
            Self::O11 => None,
            Self::Odc => behind_facade(assembly, namespace, name),
        }
    }

    /// Whether the platform has less in its assembly with this simple name than .NET Framework.
    pub(super) fn is_facade(self, name: &str) -> bool {
        self == Self::Odc && is_facade(name)
    }

    /// What the platform does not bring of what `assembly` looks for in the platform's own assemblies, and that no
    /// package has either.
    pub(super) fn lost<'m>(self, assembly: &'m Assembly<'_>) -> impl Iterator<Item = Lost<'m>> {
        let lost = (self == Self::Odc).then(|| assembly.lost_behind_facades());
        let lost = lost.into_iter().flatten();
        lost.filter(|lost| lost.behind == Behind::Nothing)
    }

    /// How an assembly that was built for `framework` runs.
    pub fn support(self, framework: &TargetFramework<'_>) -> Support {
        match (self, framework.id) {
            (Self::O11, _) if framework.o11_can_load() => Support::Full,
            (Self::O11, _) => Support::None,
            (Self::Odc, FrameworkId::CoreApp) if framework.version.0 > NET => Support::None,
            (Self::Odc, FrameworkId::CoreApp | FrameworkId::Standard) => Support::Full,
            (Self::Odc, FrameworkId::Framework | FrameworkId::Other(_)) => Support::Partial,
        }
    }

    /// Whether a reference to the version `wanted` of an assembly can be satisfied by the version `found`, where the
    /// reference asks for a strong name or not.
    ///
    /// .NET Framework takes any version of an assembly without a strong name, and of one with a strong name only
    /// that version, unless a binding redirect says more. .NET takes that version and every later one.
    pub fn accepts(self, found: Version, wanted: Version, is_strong: bool) -> bool {
        match self {
            Self::O11 => !is_strong || found == wanted,
            Self::Odc => found >= wanted,
        }
    }

    /// Whether shipping the assembly with this simple name does harm. For ODC, it makes types that there are twice.
    pub fn refuses(self, name: &str) -> bool {
        match self {
            Self::O11 => WITHHELD
                .iter()
                .any(|known| known.eq_ignore_ascii_case(name)),
            Self::Odc => is_core_assembly(name),
        }
    }
}
