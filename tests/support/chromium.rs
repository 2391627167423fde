//! Pages in a headless Chromium.

mod not_run;

use serde_json::Value;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A browser that is installed.
pub(crate) struct Chromium(OsString);

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Width in CSS pixels.
    pub(crate) width: u32,
    /// Whether the reader prefers dark colours.
    pub(crate) is_dark: bool,
}

impl Chromium {
    /// The one that `CHROME` names, or one on the path; otherwise `None`, after a line that says that
    /// `group` does not run. On a build server there must be one.
    pub(crate) fn find(group: &str) -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let mut programs = env::var_os("CHROME")
            .into_iter()
            .chain(names.map(OsString::from));
        let found =
            programs.find(|program| Command::new(program).arg("--version").output().is_ok());
        if found.is_none() {
            not_run::not_run("Chromium is not installed", group);
        }
        found.map(Self)
    }

    /// Opens `page` and gives what `script`, the body of an asynchronous function of the page's
    /// `window`, returns. An error in the page or the script is a panic.
    ///
    /// The page is in a frame: a window cannot be as narrow as a phone. It is what it would be alone,
    /// with its own policy, which would let no script of ours run in it.
    pub(crate) fn run(&self, page: &str, view: View, script: &str) -> Value {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("page.html"), page).unwrap();
        let driver = DRIVER
            .replace("WIDTH", &view.width.to_string())
            .replace("SCRIPT", script);
        let path = folder.path().join("driver.html");
        fs::write(&path, driver).unwrap();
        let output = self
            .command(folder.path(), view)
            .arg(path)
            .output()
            .unwrap();
        let log = String::from_utf8_lossy(&output.stderr);
        let errors: Vec<_> = log
            .lines()
            .filter(|line| line.contains("CONSOLE"))
            .collect();
        assert!(errors.is_empty(), "{view:?}: {errors:#?}");
        let dom = String::from_utf8_lossy(&output.stdout);
        let result = dom
            .split_once("<pre>")
            .and_then(|(_, rest)| rest.split_once("</pre>"));
        let (result, _) = result.unwrap_or_else(|| panic!("{view:?}: no result\n{log}"));
        let result = result
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", "\u{a0}");
        let result: Value = serde_json::from_str(&result.replace("&amp;", "&")).unwrap();
        assert!(result["error"].is_null(), "{view:?}: {}", result["error"]);
        result["value"].clone()
    }

    fn command(&self, folder: &Path, view: View) -> Command {
        let mut command = Command::new(&self.0);
        command
            // A container has no room for the sandbox, and the page is ours.
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
            .args(["--enable-logging=stderr", "--allow-file-access-from-files"])
            .args(["--window-size=1400,900", "--virtual-time-budget=10000"])
            .arg(format!(
                "--user-data-dir={}",
                folder.join("profile").display()
            ))
            .arg(format!(
                "--blink-settings=preferredColorScheme={}",
                if view.is_dark { 0 } else { 1 }
            ));
        command
    }
}

/// The page around the page. What happened is the text of its only `pre`.
const DRIVER: &str = r#"<!doctype html>
<meta charset="utf-8">
<body style="margin: 0">
<iframe src="page.html" style="width: WIDTHpx; height: 900px; border: 0"></iframe>
<script>
const frame = document.querySelector("iframe");
frame.onload = async () => {
  let result;
  try {
    const run = async (window, document) => { SCRIPT };
    result = { value: await run(frame.contentWindow, frame.contentDocument) ?? null };
  } catch (error) {
    result = { error: error.stack };
  }
  const pre = document.createElement("pre");
  pre.textContent = JSON.stringify(result);
  document.body.replaceChildren(pre);
};
</script>
"#;
