use super::without_mark;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

/// A `.deps.json`: the libraries of a program, and which assemblies are in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependencies {
    /// Name of the target that runs: a framework as `TargetFrameworkAttribute` has it, and perhaps a
    /// runtime identifier behind a slash.
    pub runtime_target: String,
    /// The libraries of that target, by name.
    pub libraries: Vec<DependencyLibrary>,
}

/// A library of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DependencyLibrary {
    /// Name of the package or project.
    pub name: String,
    /// Its version.
    pub version: String,
    /// `package`, `project`, `reference`, or `runtimepack` for the framework of a self-contained program.
    pub kind: String,
    /// Folder of the package in a package folder; empty for projects.
    pub path: String,
    /// Its assemblies, by their paths in the package.
    pub assemblies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    runtime_target: RuntimeTarget,
    #[serde(default)]
    targets: BTreeMap<String, BTreeMap<String, TargetLibrary>>,
    #[serde(default)]
    libraries: BTreeMap<String, Library>,
}

/// Older files have only the name.
#[derive(Deserialize)]
#[serde(untagged)]
enum RuntimeTarget {
    Object { name: String },
    Name(String),
}

#[derive(Default, Deserialize)]
struct TargetLibrary {
    #[serde(default)]
    runtime: BTreeMap<String, IgnoredAny>,
}

#[derive(Default, Deserialize)]
struct Library {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    path: String,
}

impl Dependencies {
    /// Reads a `.deps.json`.
    ///
    /// # Errors
    /// If it is not JSON, or not of the format's shape.
    pub fn parse(json: &[u8]) -> Result<Self, serde_json::Error> {
        let mut file: File = serde_json::from_slice(without_mark(json))?;
        let (RuntimeTarget::Object { name } | RuntimeTarget::Name(name)) = file.runtime_target;
        let target = file.targets.remove(&name).unwrap_or_default();
        let libraries = target.into_iter().map(|(key, library)| {
            let known = file.libraries.remove(&key).unwrap_or_default();
            let (name, version) = key.split_once('/').unwrap_or((&key, ""));
            DependencyLibrary {
                name: name.to_owned(),
                version: version.to_owned(),
                kind: known.kind,
                path: known.path,
                assemblies: library.runtime.into_keys().collect(),
            }
        });
        Ok(Self {
            libraries: libraries.collect(),
            runtime_target: name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Dependencies, DependencyLibrary};

    #[test]
    fn the_libraries_of_the_runtime_target_are_read() {
        let json = br#"{
          "runtimeTarget": { "name": ".NETCoreApp,Version=v8.0/linux-x64", "signature": "" },
          "targets": {
            ".NETCoreApp,Version=v8.0": { "Other/1.0.0": {} },
            ".NETCoreApp,Version=v8.0/linux-x64": {
              "App/1.0.0": { "dependencies": { "Newtonsoft.Json": "13.0.1" }, "runtime": { "App.dll": {} } },
              "Newtonsoft.Json/13.0.1": {
                "runtime": { "lib/netstandard2.0/Newtonsoft.Json.dll": { "assemblyVersion": "13.0.0.0" } }
              }
            }
          },
          "libraries": {
            "App/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
            "Newtonsoft.Json/13.0.1": { "type": "package", "path": "newtonsoft.json/13.0.1" }
          }
        }"#;
        let found = Dependencies::parse(json).unwrap();
        assert_eq!(found.runtime_target, ".NETCoreApp,Version=v8.0/linux-x64");
        let library =
            |name: &str, version: &str, kind: &str, path: &str, assembly: &str| DependencyLibrary {
                name: name.into(),
                version: version.into(),
                kind: kind.into(),
                path: path.into(),
                assemblies: vec![assembly.into()],
            };
        let json = "lib/netstandard2.0/Newtonsoft.Json.dll";
        assert_eq!(
            found.libraries,
            [
                library("App", "1.0.0", "project", "", "App.dll"),
                library(
                    "Newtonsoft.Json",
                    "13.0.1",
                    "package",
                    "newtonsoft.json/13.0.1",
                    json
                ),
            ]
        );
    }

    #[test]
    fn old_and_poor_files_are_read_and_others_are_errors() {
        let old = b"\xef\xbb\xbf{\"runtimeTarget\": \".NETCoreApp,Version=v1.0\"}";
        let found = Dependencies::parse(old).unwrap();
        assert_eq!(found.runtime_target, ".NETCoreApp,Version=v1.0");
        assert!(found.libraries.is_empty());
        for bad in ["", "{}", "[]", "{\"runtimeTarget\": 1}"] {
            assert!(Dependencies::parse(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(Dependencies::parse("[".repeat(100_000).as_bytes()).is_err());
    }
}
