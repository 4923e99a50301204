//! Tools that cargo compiles: trunk, wasm-bindgen, wasm-split, cargo-nextest.

use super::{announce, lockfile, versions};
use crate::failure::{Failure, OrFail as _, Outcome};
use crate::project::Project;
use crate::task::Task;

/// A program from crates.io.
#[derive(Debug)]
pub(super) struct CargoTool {
    package: &'static str,
    /// Asks for the version; the answer's second word is taken. Where the tool does not tell, cargo is asked.
    version_line: Option<&'static str>,
    version: String,
    /// Whether another version will do.
    any_version: bool,
    /// Other programs of the package that must be there.
    companions: &'static [&'static str],
    /// The feature of the package that makes the tool, if it is not made anyway.
    feature: Option<&'static str>,
    /// Whether the package's own lock file is used.
    locked: bool,
    why: &'static str,
    minutes: &'static str,
}

/// cargo-nextest, whatever its version.
pub(super) fn nextest() -> CargoTool {
    CargoTool {
        package: "cargo-nextest",
        version_line: Some("cargo-nextest nextest --version"),
        version: versions::NEXTEST.to_owned(),
        any_version: true,
        companions: &[],
        feature: None,
        locked: true,
        why: "it runs the tests",
        minutes: "10 minutes",
    }
}

/// Trunk at its pinned version.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        version_line: Some("trunk --version"),
        version: versions::TRUNK.to_owned(),
        any_version: false,
        companions: &[],
        feature: None,
        locked: true,
        why: "it builds the site",
        minutes: "10 minutes",
    }
}

/// wasm-bindgen at exactly the version of the crate, without which it refuses the site's wasm.
///
/// # Errors
/// When `Cargo.lock` does not list the crate.
pub(super) fn wasm_bindgen(project: &Project) -> Outcome<CargoTool> {
    let lock = project.read("Cargo.lock")?;
    let Some(version) = lockfile::version_of(&lock, "wasm-bindgen") else {
        return Err(Failure::new("Cargo.lock does not list wasm-bindgen"));
    };
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version_line: Some("wasm-bindgen --version"),
        version: version.to_owned(),
        any_version: false,
        companions: &["wasm-bindgen-test-runner"],
        feature: None,
        // Its lock file may name versions that are no longer offered.
        locked: false,
        why: "it writes the JavaScript around the wasm, and must be the version in Cargo.lock",
        minutes: "10 minutes",
    })
}

/// The tool that cuts the program, of the version its marks in the program are made for.
pub(super) fn wasm_split() -> CargoTool {
    CargoTool {
        package: "wasm_split_cli_support",
        version_line: None,
        version: versions::WASM_SPLIT.to_owned(),
        any_version: false,
        companions: &["wasm-split-cli"],
        feature: Some("build-binary"),
        locked: true,
        why: "it cuts the program into what is loaded at once and what is loaded when asked for",
        minutes: "3 minutes",
    }
}

impl CargoTool {
    /// Installs the tool into `tools/` unless the right version is found.
    ///
    /// # Errors
    /// When cargo cannot install it.
    pub(super) fn ensure(&self, project: &Project) -> Outcome {
        let found = self.found(project);
        if found.as_deref().is_some_and(|version| self.accepts(version)) {
            return Ok(());
        }
        let why = match found {
            Some(other) => format!("{}; {other} is here", self.why),
            None => self.why.to_owned(),
        };
        let (package, version) = (self.package, &self.version);
        announce(&format!("{package} {version}"), &why, self.minutes);
        self.install(project)
            .or_fail(|| format!("installing {package} {version} (any other way to put it on PATH will do)"))
    }

    fn accepts(&self, version: &str) -> bool {
        self.any_version || version == self.version
    }

    /// The version on the search path, if the tool is there whole.
    fn found(&self, project: &Project) -> Option<String> {
        let mut companions = self.companions.iter();
        if !companions.all(|program| project.program(program).is_some()) {
            return None;
        }
        let Some(line) = self.version_line else {
            let lists = ["cargo install --list --root tools", "cargo install --list"];
            return lists.into_iter().find_map(|line| {
                let printed = Task::line(project, line).and_then(Task::printed).ok()?;
                listed_version(&printed.stdout, self.package)
            });
        };
        let printed = Task::line(project, line).and_then(Task::printed).ok()?;
        second_word(&printed.stdout).filter(|_| printed.success)
    }

    fn install(&self, project: &Project) -> Outcome {
        let mut task =
            Task::line(project, "cargo install --root tools")?.args([self.package, "--version", &self.version]);
        if let Some(feature) = self.feature {
            task = task.args(["--features", feature]);
        }
        if self.locked {
            task = task.arg("--locked");
        }
        // These tools run for seconds and compile for minutes: compile them fast.
        task.env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .run()
    }
}

/// `0.2.4` of the line `wasm_split_cli_support v0.2.4:` among those of `cargo install --list`.
fn listed_version(list: &str, package: &str) -> Option<String> {
    let line = list.lines().find(|line| line.split_whitespace().next() == Some(package))?;
    Some(second_word(line)?.trim_start_matches('v').trim_end_matches(':').to_owned())
}

/// `0.21.14` of `trunk 0.21.14`.
fn second_word(text: &str) -> Option<String> {
    text.split_whitespace().nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_second_word() {
        let check = |text, word: Option<&str>| assert_eq!(second_word(text).as_deref(), word);
        check("trunk 0.21.14\n", Some("0.21.14"));
        check("cargo-nextest 0.9.143 (60fa45f63 2026-08-04)\n", Some("0.9.143"));
        check("", None);
    }

    #[test]
    fn cargo_lists_what_it_installed() {
        let list = "trunk v0.21.14:\n    trunk\nwasm_split_cli_support v0.2.4:\n    wasm-split-cli\n";
        assert_eq!(listed_version(list, "wasm_split_cli_support").as_deref(), Some("0.2.4"));
        assert_eq!(listed_version(list, "wasm-split-cli"), None);
    }

    #[test]
    fn only_the_test_runner_may_differ_in_version() {
        assert!(nextest().accepts("0.9.1"));
        assert!(trunk().accepts(versions::TRUNK));
        assert!(!trunk().accepts("0.21.13"));
    }
}
