use super::{FrameworkId, TargetFramework};

/// How well an assembly suits a framework that it was not built for; the greater the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearness {
    same_family: bool,
    version: Version,
    /// Built for the whole framework, or the very part of it that is asked for.
    same_profile: bool,
}

type Version = (u16, u16, u16);

/// Since which version a framework brings which version of .NET Standard, the newest first.
const STANDARDS: &[(FrameworkId<'_>, Version, Version)] = &[
    (FrameworkId::Framework, (4, 6, 1), (2, 0, 0)),
    (FrameworkId::Framework, (4, 6, 0), (1, 3, 0)),
    (FrameworkId::Framework, (4, 5, 1), (1, 2, 0)),
    (FrameworkId::Framework, (4, 5, 0), (1, 1, 0)),
    (FrameworkId::CoreApp, (3, 0, 0), (2, 1, 0)),
    (FrameworkId::CoreApp, (2, 0, 0), (2, 0, 0)),
    (FrameworkId::CoreApp, (1, 0, 0), (1, 6, 0)),
];

impl<'a> TargetFramework<'a> {
    /// Reads the moniker that projects use and that folders of packages are named after: `net472`,
    /// `net8.0-windows7.0`, `netstandard2.0`. What follows a hyphen becomes the profile.
    ///
    /// `None` for a moniker of another family.
    ///
    /// ```
    /// use dllift::clr::TargetFramework;
    ///
    /// let target = TargetFramework::from_moniker("net472").unwrap();
    /// assert_eq!(target.version, (4, 7, 2));
    /// assert_eq!(TargetFramework::from_moniker("uap10.0"), None);
    /// ```
    pub fn from_moniker(moniker: &'a str) -> Option<Self> {
        let (name, profile) = moniker.split_once('-').unwrap_or((moniker, ""));
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (family, digits) = name.split_at_checked(digits)?;
        let version = version(digits)?;
        let family = |known: &str| family.eq_ignore_ascii_case(known);
        let id = if family("netstandard") {
            FrameworkId::Standard
        } else if family("netcoreapp") || family("net") && version.0 >= 5 {
            FrameworkId::CoreApp
        } else if family("net") {
            FrameworkId::Framework
        } else {
            return None;
        };
        Some(Self {
            id,
            version,
            profile,
        })
    }

    /// How well an assembly built for `offered` suits this framework; `None` if it cannot load it.
    pub fn nearness(&self, offered: &TargetFramework<'_>) -> Option<Nearness> {
        let same_profile = offered.profile.eq_ignore_ascii_case(self.profile);
        let (same_family, most) = if offered.id == self.id {
            // A part of .NET Framework is in the whole; a platform of .NET is an addition to it.
            let is_there = offered.profile.is_empty() || same_profile;
            if !is_there && self.id != FrameworkId::Framework {
                return None;
            }
            (true, self.version)
        } else if offered.id == FrameworkId::Standard {
            let brings = STANDARDS
                .iter()
                .find(|(id, since, _)| *id == self.id && *since <= self.version);
            (false, brings?.2)
        } else {
            return None;
        };
        (offered.version <= most).then_some(Nearness {
            same_family,
            version: offered.version,
            same_profile,
        })
    }
}

/// Reads `4.7.2`, or `472`, where every part has one digit.
fn version(text: &str) -> Option<Version> {
    let mut parts = [0; 3];
    let mut slots = parts.iter_mut();
    if text.contains('.') {
        for part in text.split('.') {
            *slots.next()? = part.parse().ok()?;
        }
    } else {
        for digit in text.chars() {
            *slots.next()? = u16::try_from(digit.to_digit(10)?).ok()?;
        }
    }
    let [major, minor, patch] = parts;
    Some((major, minor, patch))
}

#[cfg(test)]
mod tests {
    use super::TargetFramework;

    #[test]
    fn monikers_are_read_as_they_are_written() {
        for moniker in [
            "net20",
            "net472",
            "net40-client",
            "netcoreapp3.1",
            "net8.0",
            "net10.0",
            "net8.0-windows7.0",
            "netstandard1.3",
            "netstandard2.0",
        ] {
            let target = TargetFramework::from_moniker(moniker).expect(moniker);
            assert_eq!(target.to_string(), moniker);
        }
        for other in [
            "",
            "net",
            "uap10.0",
            "portable-net45+win8",
            "net4.x",
            "net45678",
            "4.5",
        ] {
            assert_eq!(TargetFramework::from_moniker(other), None, "{other}");
        }
    }
}
