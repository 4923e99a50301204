//! Builds the release site into `dist/`, once per state of the sources.

use std::env;
use std::fs;
use std::path::Path;

use crate::classic;
use crate::failure::{Failure, OrFail as _, Outcome};
use crate::fingerprint::Fingerprint;
use crate::project::Project;
use crate::split;
use crate::task::Task;
use crate::tools::{self, Tool};

/// Everything the built site depends on.
const INPUTS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "e2e/package-lock.json",
    "index.html",
    "public",
    "src",
    "xtask/scripts",
    "xtask/src/classic.rs",
    "xtask/src/glue.rs",
    "xtask/src/site.rs",
    "xtask/src/split.rs",
    "xtask/src/tools",
    "xtask/src/wasm.rs",
];

/// Remembers what the last build read and wrote.
const STAMP: &str = "dist.stamp";

/// Makes the script for other pages as small as its documentation says.
const MINIFY: &str = "node e2e/node_modules/terser/bin/terser dist/gsi-timeline.js --compress --mangle --ecma 2022 \
                      --output dist/gsi-timeline.js";

/// The tools a build needs.
pub(crate) const TOOLS: &[Tool] =
    &[Tool::WasmTarget, Tool::WasmBindgen, Tool::WasmSplit, Tool::Trunk, Tool::NodePackages];

/// Builds unless `dist/` is what the present sources gave last time.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn ensure_built(project: &Project) -> Outcome {
    if is_current(project)? {
        println!("dist/ is up to date");
        return Ok(());
    }
    build(project)
}

/// Builds and compresses the site.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn build(project: &Project) -> Outcome {
    tools::ensure_all(project, TOOLS)?;
    let stamp = project.state_file(STAMP)?;
    // Taken before the build: an edit during it makes the next call build again.
    let inputs = Fingerprint::of(project.root(), INPUTS)?;
    remove_if_present(&stamp)?;
    trunk(project, "trunk build --release --offline")?.env(split::VARIABLE, "1").run()?;
    split::split(project)?;
    classic::write(&project.dist())?;
    // Only now: what goes before reads the scripts line by line.
    split::minify(project)?;
    Task::line(project, MINIFY)?.run()?;
    Task::line(project, "node xtask/scripts/style.mjs dist")?.run()?;
    Task::line(project, "node xtask/scripts/one-file.mjs dist")?.run()?;
    Task::line(project, "node xtask/scripts/compress.mjs dist")?.run()?;
    let outputs = Fingerprint::of(project.root(), &["dist"])?;
    fs::write(&stamp, stamp_text(inputs, outputs)).or_fail(|| "remembering the build")
}

/// A Trunk command. Trunk rejects a `NO_COLOR` that is not `true` or `false`.
pub(crate) fn trunk(project: &Project, line: &str) -> Outcome<Task> {
    let task = Task::line(project, line)?.without_env("NO_COLOR");
    Ok(match env::var_os("NO_COLOR") {
        Some(_) => task.arg("--no-color"),
        None => task,
    })
}

/// The site to use: the given folder as it is, or `dist/`, built if need be.
///
/// # Errors
/// As [`ensure_built`], or when the given folder has no page.
pub(crate) fn existing_or_built(project: &Project, given: Option<&Path>) -> Outcome {
    match given {
        None => ensure_built(project),
        Some(folder) if folder.join("index.html").is_file() => Ok(()),
        Some(folder) => Err(Failure::new(format!("{} has no index.html", folder.display()))),
    }
}

fn is_current(project: &Project) -> Outcome<bool> {
    let Ok(remembered) = fs::read_to_string(project.state_file(STAMP)?) else {
        return Ok(false);
    };
    if !project.dist().join("index.html").is_file() {
        return Ok(false);
    }
    let inputs = Fingerprint::of(project.root(), INPUTS)?;
    let outputs = Fingerprint::of(project.root(), &["dist"])?;
    Ok(remembered == stamp_text(inputs, outputs))
}

/// Both sides, so that a `dist/` written by something else is not taken for this build's.
fn stamp_text(inputs: Fingerprint, outputs: Fingerprint) -> String {
    // The pages say where they will stand.
    let place = env::var("GSI_SITE_URL").unwrap_or_default();
    format!("{inputs} {outputs} {place}\n")
}

fn remove_if_present(file: &Path) -> Outcome {
    if !file.exists() {
        return Ok(());
    }
    fs::remove_file(file).or_fail(|| format!("removing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp_folder::TempFolder;

    #[test]
    fn a_build_is_current_until_a_source_or_the_site_changes() {
        let folder = TempFolder::new("stamp");
        let project = Project::at(folder.path());
        folder.write("src/main.rs", "fn main() {}");
        folder.write("dist/index.html", "page");
        assert_eq!(is_current(&project), Ok(false));

        let remember = || {
            let of = |inputs| Fingerprint::of(folder.path(), inputs).unwrap();
            let text = stamp_text(of(INPUTS), of(&["dist"]));
            folder.write("target/xtask/dist.stamp", text);
        };
        remember();
        assert_eq!(is_current(&project), Ok(true));
        folder.write("src/main.rs", "fn main() { }");
        assert_eq!(is_current(&project), Ok(false));
        remember();
        folder.write("dist/index.html", "another");
        assert_eq!(is_current(&project), Ok(false));
    }
}
