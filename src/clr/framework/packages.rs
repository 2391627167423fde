/// A package that has for .NET what .NET Framework had in an assembly of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacadePackage {
    /// Its name, which is also that of its assembly.
    pub name: &'static str,
    /// The versions of it that are meant for .NET 10, as a project asks NuGet for them.
    pub version: &'static str,
    /// Whether what it has throws `PlatformNotSupportedException` on other systems than Windows, or most of it does.
    pub is_for_windows: bool,
}

/// The package behind facades of .NET with this name.
pub fn facade_package(name: &str) -> Option<&'static FacadePackage> {
    PACKAGES.iter().find(|package| package.name == name)
}

const fn portable(name: &'static str) -> FacadePackage {
    FacadePackage {
        name,
        version: "10.0.*",
        is_for_windows: false,
    }
}

const fn windows(name: &'static str) -> FacadePackage {
    FacadePackage {
        is_for_windows: true,
        ..portable(name)
    }
}

const PACKAGES: &[FacadePackage] = &[
    windows("Microsoft.Win32.SystemEvents"),
    portable("System.CodeDom"),
    portable("System.Configuration.ConfigurationManager"),
    portable("System.Data.Odbc"),
    windows("System.Data.OleDb"),
    FacadePackage {
        version: "4.9.*",
        ..portable("System.Data.SqlClient")
    },
    windows("System.Diagnostics.EventLog"),
    windows("System.Diagnostics.PerformanceCounter"),
    windows("System.Drawing.Common"),
    portable("System.IO.Packaging"),
    portable("System.IO.Ports"),
    portable("System.Runtime.Serialization.Schema"),
    portable("System.Security.Cryptography.Pkcs"),
    windows("System.Security.Cryptography.ProtectedData"),
    portable("System.Security.Cryptography.Xml"),
    portable("System.Security.Permissions"),
    portable("System.ServiceModel.Syndication"),
    windows("System.ServiceProcess.ServiceController"),
    windows("System.Windows.Extensions"),
];
