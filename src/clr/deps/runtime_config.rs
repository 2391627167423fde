use super::without_mark;
use serde::Deserialize;

/// A `.runtimeconfig.json`: the frameworks that a program runs on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuntimeConfig {
    /// Moniker of the framework that it was built for, for instance `net8.0`; empty in old files.
    pub moniker: String,
    /// The frameworks that must be installed.
    pub frameworks: Vec<RuntimeFramework>,
    /// The frameworks that a self-contained program brings.
    pub included_frameworks: Vec<RuntimeFramework>,
}

/// A framework as .NET installs it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RuntimeFramework {
    /// Its name, for instance `Microsoft.NETCore.App`.
    pub name: String,
    /// Its version.
    #[serde(default)]
    pub version: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    runtime_options: Options,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Options {
    #[serde(default)]
    tfm: String,
    framework: Option<RuntimeFramework>,
    #[serde(default)]
    frameworks: Vec<RuntimeFramework>,
    #[serde(default)]
    included_frameworks: Vec<RuntimeFramework>,
}

impl RuntimeConfig {
    /// Reads a `.runtimeconfig.json`.
    ///
    /// # Errors
    /// If it is not JSON, or not of the format's shape.
    pub fn parse(json: &[u8]) -> Result<Self, serde_json::Error> {
        let File { runtime_options } = serde_json::from_slice(without_mark(json))?;
        let one = runtime_options.framework.into_iter();
        Ok(Self {
            moniker: runtime_options.tfm,
            frameworks: one.chain(runtime_options.frameworks).collect(),
            included_frameworks: runtime_options.included_frameworks,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::RuntimeConfig;

    fn names(json: &str) -> (String, Vec<String>) {
        let config = RuntimeConfig::parse(json.as_bytes()).unwrap();
        let all = config
            .frameworks
            .into_iter()
            .chain(config.included_frameworks);
        let names = all.map(|framework| format!("{} {}", framework.name, framework.version));
        (config.moniker, names.collect())
    }

    #[test]
    fn one_several_and_included_frameworks_are_read() {
        let one = r#"{"runtimeOptions": {"tfm": "net8.0",
            "framework": {"name": "Microsoft.NETCore.App", "version": "8.0.0"},
            "configProperties": {"a": true}}}"#;
        assert_eq!(
            names(one),
            ("net8.0".into(), vec!["Microsoft.NETCore.App 8.0.0".into()])
        );
        let several = r#"{"runtimeOptions": {"frameworks": [{"name": "A", "version": "1"}],
            "includedFrameworks": [{"name": "B", "version": "2"}]}}"#;
        assert_eq!(names(several).1, ["A 1", "B 2"]);
        assert!(RuntimeConfig::parse(b"{}").is_err());
    }
}
