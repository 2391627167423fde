use std::fmt;

/// The value of a `TargetFrameworkAttribute`: the framework that an assembly was built for.
///
/// ```
/// use dllift::clr::TargetFramework;
///
/// let target = TargetFramework::parse(".NETFramework,Version=v4.7.2");
/// assert!(target.is_some_and(|target| target.o11_can_load() && target.to_string() == "net472"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetFramework<'a> {
    /// The family of frameworks.
    pub id: FrameworkId<'a>,
    /// Major, minor and patch version; parts that are not given are 0.
    pub version: (u16, u16, u16),
    /// The subset of the framework, for instance `Client`; empty for the whole.
    pub profile: &'a str,
}

/// A family of frameworks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameworkId<'a> {
    /// `.NETFramework`.
    Framework,
    /// `.NETCoreApp`: .NET Core, and .NET since version 5.
    CoreApp,
    /// `.NETStandard`.
    Standard,
    /// Any other, for instance `.NETPortable`.
    Other(&'a str),
}

impl<'a> FrameworkId<'a> {
    const KNOWN: [(&'static str, FrameworkId<'static>); 3] = [
        (".NETFramework", FrameworkId::Framework),
        (".NETCoreApp", FrameworkId::CoreApp),
        (".NETStandard", FrameworkId::Standard),
    ];

    fn new(name: &'a str) -> Self {
        Self::KNOWN
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map_or(Self::Other(name), |(_, id)| id)
    }
}

impl<'a> TargetFramework<'a> {
    /// Reads a framework name by the grammar of `System.Runtime.Versioning.FrameworkName`: an
    /// identifier, a `Version` and perhaps a `Profile`, separated by commas, without regard to case.
    ///
    /// `None` if it is no such name.
    pub fn parse(name: &'a str) -> Option<Self> {
        let mut parts = name.split(',').map(str::trim);
        let id = parts.next().filter(|id| !id.is_empty())?;
        let mut version = None;
        let mut profile = "";
        for part in parts {
            let (key, value) = part.split_once('=')?;
            let value = value.trim();
            match key.trim() {
                key if key.eq_ignore_ascii_case("Version") => version = Some(parse_version(value)?),
                key if key.eq_ignore_ascii_case("Profile") => profile = value,
                _ => return None,
            }
        }
        Some(Self {
            id: FrameworkId::new(id),
            version: version?,
            profile,
        })
    }

    /// Whether an O11 extension, which runs on .NET Framework 4.8, can load an assembly built for
    /// this: .NET Framework up to 4.8.x and .NET Standard up to 2.0.
    pub fn o11_can_load(&self) -> bool {
        let (major, minor, _) = self.version;
        match self.id {
            FrameworkId::Framework => (major, minor) <= (4, 8),
            FrameworkId::Standard => (major, minor) <= (2, 0),
            FrameworkId::CoreApp | FrameworkId::Other(_) => false,
        }
    }
}

/// Reads `v4.7.2`; the `v` and all but the first number may be missing. A fourth number is not kept.
fn parse_version(text: &str) -> Option<(u16, u16, u16)> {
    let digits = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let mut numbers = [0; 4];
    let mut slots = numbers.iter_mut();
    for number in digits.split('.') {
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        *slots.next()? = number.parse().ok().filter(|_| plain)?;
    }
    let [major, minor, patch, _] = numbers;
    Some((major, minor, patch))
}

/// The moniker that projects and packages use: `net472`, `net8.0`, `netcoreapp3.1`, `netstandard2.0`.
///
/// Families without a moniker of their own are written as in the attribute.
impl fmt::Display for TargetFramework<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (major, minor, patch) = self.version;
        match self.id {
            FrameworkId::Framework => {
                // Numbers of two digits would run into each other.
                let dot = if minor > 9 || patch > 9 { "." } else { "" };
                write!(f, "net{major}{dot}{minor}")?;
                if patch > 0 {
                    write!(f, "{dot}{patch}")?;
                }
            }
            FrameworkId::CoreApp if major < 5 => write!(f, "netcoreapp{major}.{minor}")?,
            FrameworkId::CoreApp => write!(f, "net{major}.{minor}")?,
            FrameworkId::Standard => write!(f, "netstandard{major}.{minor}")?,
            FrameworkId::Other(name) => {
                write!(f, "{name},Version=v{major}.{minor}")?;
                if patch > 0 {
                    write!(f, ".{patch}")?;
                }
                if !self.profile.is_empty() {
                    write!(f, ",Profile={}", self.profile)?;
                }
                return Ok(());
            }
        }
        if !self.profile.is_empty() {
            write!(f, "-{}", self.profile.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{FrameworkId, TargetFramework};

    #[test]
    fn reads_and_names_frameworks() {
        for (name, moniker, o11) in [
            (".NETFramework,Version=v2.0", "net20", true),
            (
                ".NETFramework,Version=v4.0,Profile=Client",
                "net40-client",
                true,
            ),
            (".NETFramework,Version=v4.7.2", "net472", true),
            (".NETFramework,Version=v4.8", "net48", true),
            (".NETFramework,Version=v4.8.1", "net481", true),
            (".NETFramework,Version=v4.9", "net49", false),
            (".NETFramework,Version=v4.10", "net4.10", false),
            (".NETCoreApp,Version=v3.1", "netcoreapp3.1", false),
            (".NETCoreApp,Version=v8.0", "net8.0", false),
            (".NETCoreApp,Version=v10.0", "net10.0", false),
            (".NETStandard,Version=v1.3", "netstandard1.3", true),
            (".NETStandard,Version=v2.0", "netstandard2.0", true),
            (".NETStandard,Version=v2.1", "netstandard2.1", false),
            (".netstandard , version = 2.0", "netstandard2.0", true),
        ] {
            let target = TargetFramework::parse(name).expect(name);
            assert_eq!(target.to_string(), moniker);
            assert_eq!(target.o11_can_load(), o11, "{name}");
        }
    }

    #[test]
    fn keeps_other_frameworks_as_they_are() {
        let name = ".NETPortable,Version=v4.5,Profile=Profile259";
        let target = TargetFramework::parse(name).expect(name);
        assert_eq!(target.id, FrameworkId::Other(".NETPortable"));
        assert_eq!(target.profile, "Profile259");
        assert_eq!(target.to_string(), name);
        assert!(!target.o11_can_load());
    }

    #[test]
    fn refuses_what_is_no_framework_name() {
        for name in [
            "",
            "net472",
            ",Version=v4.0",
            ".NETFramework",
            ".NETFramework,Version=",
            ".NETFramework,Version=v",
            ".NETFramework,Version=v4.x",
            ".NETFramework,Version=v+4",
            ".NETFramework,Version=v4.",
            ".NETFramework,Version=v1.2.3.4.5",
            ".NETFramework,Version=v70000.0",
            ".NETFramework,v4.0",
            ".NETFramework,Version=v4.0,Flavour=Sweet",
        ] {
            assert_eq!(TargetFramework::parse(name), None, "{name}");
        }
    }
}
